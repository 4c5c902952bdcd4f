using System.Globalization;
using System.Text;
using Hearsay.Model;

namespace Hearsay.Briefings.Wiki;

// A briefing document in, wikitext out, as MediaWiki reads it and Wikipedia's templates have it.
// Method: every sentence is a list item; each sentence of a report that it rests on is a reference with {{cite news}}. What does not stand in two
// reports of independent origin bears {{additional citation needed}}. Text of reports is escaped, so that markup in it stays text.

/// <summary>Writes a briefing document as wikitext.</summary>
public static class WikiBriefing
{
    /// <summary>The flag of a sentence that rests on one origin alone.</summary>
    private const string Flag = "{{additional citation needed|reason=All reports that say so have one origin}}";

    /// <summary>The document as wikitext, ending with a line break.</summary>
    public static string Write(BriefingDocument document)
    {
        var to = new StringBuilder();
        var notes = new Footnotes();
        var written = new HashSet<int>();
        to.Append(document.Stories.IsEmpty ? $"'''{Phrases.NothingRead}'''\n\n" : "");
        foreach (var briefing in document.Stories)
        {
            var index = new StoryIndex(briefing);
            to.Append("= ").Append(WikiText.Escape(briefing.Story.Title)).Append(" =\n\n''").Append(WikiText.Escape(Masthead.Of(index))).Append("''\n\n");
            foreach (var section in briefing.Sections) WriteSection(to, section, index, notes, written);
        }

        to.Append("== References ==\n<references />\n\n");
        foreach (var failure in document.Failures)
            to.Append("* ").Append(WikiText.Escape(failure.Path)).Append(": ").Append(WikiText.Escape(failure.Reason)).Append('\n');
        return to.ToString().TrimEnd() + $"\n\n{OwnOutput.MarkdownMark}\n";
    }

    private static void WriteSection(StringBuilder to, BriefingSection section, StoryIndex index, Footnotes notes, HashSet<int> written)
    {
        to.Append("== ").Append(section.Heading).Append(" ==\n");
        string? label = null;
        foreach (var sentence in section.Sentences)
        {
            if (sentence.Label is { } next && next != label)
            {
                to.Append("; ").Append(WikiText.Escape(next)).Append('\n');
                label = next;
            }

            to.Append("* ").Append(WikiText.Escape(sentence.Text));
            if (sentence.Note is { } remark) to.Append(" ''(").Append(WikiText.Escape(remark)).Append(")''");
            foreach (var note in notes.Of(index, sentence)) to.Append(written.Add(note.Number) ? Reference(note) : $"<ref name=\"r{Number(note)}\" />");
            var isAlone = section.Kind != SectionKind.Sources && index.Provenance.IndependentOf(sentence.Citations.Select(c => c.ArticleId)) < 2;
            to.Append(isAlone ? Flag : "").Append('\n');
        }

        to.Append('\n');
    }

    private static string Reference(Footnote note)
    {
        var article = note.Article;
        var to = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<ref name=\"r{note.Number}\">{{{{cite news");
        Field("title", HeadlineText.Of(article));
        for (var i = 0; i < article.Byline.Length; i++) Field(string.Create(CultureInfo.InvariantCulture, $"author{i + 1}"), article.Byline[i]);
        Field("work", note.Outlet);
        Field("agency", article.Credits.IsEmpty ? null : Phrases.List(article.Credits));
        Field("date", article.Published.Value is { Length: >= 10 } day ? day[..10] : article.Published.Value);
        if (WikiText.Address(article.Url) is { } url) to.Append(" |url=").Append(url);
        Field("quote", note.Words);
        return to.Append("}}</ref>").ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) to.Append(" |").Append(name).Append('=').Append(WikiText.Escape(value));
        }
    }

    private static string Number(Footnote note) => note.Number.ToString(CultureInfo.InvariantCulture);
}

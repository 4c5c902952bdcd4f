using System.Globalization;
using System.Text;
using Hearsay.Model;

namespace Hearsay.Briefings.Markdown;

// A briefing document in, Markdown out: CommonMark with the footnotes that GitHub and Pandoc know.
// Method: every sentence is a list item; each sentence of a report that it rests on is a footnote with the outlet and the words, numbered
// in the order of the page. Text of reports is escaped, so that markup in it stays text.

/// <summary>Writes a briefing document as Markdown.</summary>
public static class MarkdownBriefing
{
    /// <summary>The document as Markdown, ending with a line break.</summary>
    public static string Write(BriefingDocument document)
    {
        var to = new StringBuilder();
        var notes = new Footnotes();
        to.Append(document.Stories.IsEmpty ? $"# {Phrases.NothingRead}\n\n" : "");
        foreach (var briefing in document.Stories)
        {
            WriteStory(to, briefing, notes);
        }

        WriteNotes(to, notes);
        if (!document.Failures.IsEmpty)
        {
            to.Append("## Could not be read\n\n");
            foreach (var failure in document.Failures)
            {
                to.Append("- ").Append(MarkdownText.Escape(failure.Path)).Append(": ").Append(MarkdownText.Escape(failure.Reason)).Append('\n');
            }
        }

        return to.ToString().TrimEnd() + $"\n\n{OwnOutput.MarkdownMark}\n";
    }

    private static void WriteStory(StringBuilder to, StoryBriefing briefing, Footnotes notes)
    {
        var index = new StoryIndex(briefing);
        to.Append("# ").Append(MarkdownText.Escape(briefing.Story.Title)).Append("\n\n");
        to.Append(CultureInfo.InvariantCulture, $"*{Masthead.Of(index)}*\n\n");
        if (Masthead.Thread(briefing) is { } thread) to.Append(MarkdownText.Escape(thread)).Append("\n\n");
        foreach (var section in briefing.Sections)
        {
            to.Append("## ").Append(section.Heading).Append("\n\n");
            string? label = null;
            foreach (var sentence in section.Sentences)
            {
                if ((sentence.Label ?? (section.Kind == SectionKind.Who ? Phrases.OwnVoice : null)) is { } next && next != label)
                {
                    to.Append(label is null ? "" : "\n").Append("**").Append(MarkdownText.Escape(next)).Append("**\n\n");
                    label = next;
                }

                WriteSentence(to, sentence, index, notes);
            }

            to.Append('\n');
        }

        WriteReports(to, index);
    }

    private static void WriteSentence(StringBuilder to, BriefingSentence sentence, StoryIndex index, Footnotes notes)
    {
        to.Append("- ").Append(MarkdownText.Escape(sentence.Text));
        if (sentence.Note is { } remark)
        {
            to.Append(" *(").Append(MarkdownText.Escape(remark)).Append(")*");
        }

        foreach (var note in notes.Of(index, sentence))
        {
            to.Append(CultureInfo.InvariantCulture, $"[^{note.Number}]");
        }

        to.Append('\n');
    }

    private static void WriteReports(StringBuilder to, StoryIndex index)
    {
        to.Append("## Reports\n\n");
        foreach (var article in index.Story.Reports.Select(r => r.Article))
        {
            var parts = new[]
            {
                index.OutletOf(article.Id),
                article.Headline,
                article.Published.Value is { } date ? Phrases.Date(date) : null,
                article.Url ?? article.Path,
            };
            to.Append(CultureInfo.InvariantCulture, $"{index.NumberOf(article.Id)}. ")
                .AppendJoin(", ", parts.OfType<string>().Distinct(StringComparer.Ordinal).Select(MarkdownText.Escape))
                .Append('\n');
        }

        to.Append('\n');
    }

    private static void WriteNotes(StringBuilder to, Footnotes notes)
    {
        foreach (var note in notes.All)
        {
            to.Append(
                CultureInfo.InvariantCulture,
                $"[^{note.Number}]: {MarkdownText.Escape(note.Outlet)}: {MarkdownText.Escape(note.Words)}\n"
            );
        }

        to.Append(notes.All.Count > 0 ? "\n" : "");
    }
}

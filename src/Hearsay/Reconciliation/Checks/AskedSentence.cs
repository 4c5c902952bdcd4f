using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Statements;

namespace Hearsay.Reconciliation.Checks;

/// <summary>A sentence that somebody wants checked, read as a report of its own.</summary>
public sealed class AskedSentence
{
    /// <summary>No longer sentence is read, in letters.</summary>
    public const int Longest = 600;

    /// <summary>Fewer content words say nothing that could be looked for.</summary>
    private const int FewestWords = 2;

    private AskedSentence(Report report) => Report = report;

    /// <summary>Its words.</summary>
    public string Text => Report.Article.Text;

    /// <summary>The words by which reports that may speak of it are found: names, of which one at least must be there, and others, all in the forms that a text may have.</summary>
    public (ImmutableArray<string> Names, ImmutableArray<string> Others) SearchWords =>
        (Words(t => t.Tag == Upos.Propn), Words(t => t.Tag is Upos.Noun or Upos.Verb or Upos.Adj));

    internal Report Report { get; }

    /// <summary>Reads a sentence. Exactly one of both is set: the sentence, or why it cannot be checked, in words for whoever asked.</summary>
    /// <param name="text">One statement in English.</param>
    /// <param name="deep">As for an article; reports that are read deeply are compared with a sentence that is.</param>
    public static (AskedSentence? Sentence, string? Refusal) Read(string? text, DeepReadings? deep)
    {
        var plain = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length == 0) return (null, "there is no sentence to check");
        if (plain.Length > Longest) return (null, $"the sentence is too long: at most {Longest} letters");
        if (plain.Any(char.IsControl)) return (null, "the sentence has characters that no text has");
        if (Hearsay.Reader.Refusal(new Article { Id = "asked", Text = plain, Language = TextLanguage.Of(plain) }) is { } language) return (null, language);
        if (plain[^1] is not ('.' or '!' or '?' or '”' or '"')) plain += ".";
        if (plain.EndsWith('?')) return (null, "a question states nothing: write what you want checked as a statement");
        var report = StatementReader.Read(LanguageReader.Read(new Article { Id = "asked", Text = plain }, deep));
        if (report.Sentences.Length > 1) return (null, "one sentence at a time: each is judged by itself");
        var words = ReportText.WordsOf(plain).Count(w => w.Stem.Length > 0);
        if (words < FewestWords || !report.Terms.Any(t => t.Tag is Upos.Verb or Upos.Aux)) return (null, "the sentence is too short to be checked: say who did what, or what happened where");
        if (report.Terms[0].Lemma is "he" or "she" or "they")
            return (null, $"“{report.Terms[0].Span.Of(plain)}” may be anybody or anything: name who or what is meant");
        return (new AskedSentence(report), null);
    }

    private ImmutableArray<string> Words(Func<Term, bool> wanted) =>
    [
        .. Report.Terms.Where(t => wanted(t) && !Stems.IsFunction(t.Lemma)).SelectMany(t => new[] { t.Span.Of(Text), t.Lemma })
            .Where(w => w.Length > 2 && w.All(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}

using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>
/// What one sentence of one report quotes: the words, which of them the outlet put in brackets, who speaks, and the words of the sentence around it.
/// A quotation of several sentences is as many, so that reports which cut a speech up differently meet.
/// </summary>
internal sealed class QuotedWords
{
    /// <summary>Longer sentences are compared by their first words only.</summary>
    private const int MostWords = 400;

    /// <summary>How many words of the sentence on either side say what a fragment is about.</summary>
    private const int Reach = 30;

    /// <summary>Reads what stands between the marks within one sentence; <paramref name="span"/> has the marks that stand there too.</summary>
    private QuotedWords(ReportText report, TextSpan inner, TextSpan span)
    {
        (Report, Span, Sentence) = (report, span, report.SentenceAt(inner.Start));
        Text = inner.Of(report.Text);
        Bracketed = Brackets.Of(Text);
        Spoken = [.. ReportText.WordsOf(Text).Take(MostWords).Where(w => !Bracketed.Any(b => b.Contains(w.Span)))];
        Content = Spoken.Where(w => w.Stem.Length > 0).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        Speakers = SpeakersOf(report, inner);
        var (from, _, _, to) = report.WordsAround(inner, Reach);
        Around = StoryText.StemsOf(report.Words.AsSpan()[from..to]).ToHashSet(StringComparer.Ordinal);
    }

    public ReportText Report { get; }

    /// <summary>The words with the marks around them.</summary>
    public TextSpan Span { get; }

    /// <summary>Index of the sentence in its report; -1 where no sentence is known.</summary>
    public int Sentence { get; }

    /// <summary>The words between the marks.</summary>
    public string Text { get; }

    /// <summary>The stretches of <see cref="Text"/> in brackets, brackets included.</summary>
    public ImmutableArray<TextSpan> Bracketed { get; }

    /// <summary>The words outside brackets.</summary>
    public ImmutableArray<StoryWord> Spoken { get; }

    /// <summary>Content stems of <see cref="Spoken"/>.</summary>
    public HashSet<string> Content { get; }

    /// <summary>
    /// Canonical names of whoever speaks, the nearest first: in "B said that A expects '...'" it may be either. Empty where it cannot be told.
    /// </summary>
    public ImmutableArray<string> Speakers { get; }

    /// <summary>Content stems of the quotation and its sentence.</summary>
    public HashSet<string> Around { get; }

    public Citation Citation => Report.Cite(Span);

    /// <summary>Few words in the midst of the reporter's own.</summary>
    public bool IsShort => Spoken.Length < 5;

    /// <summary>All of a report, in order.</summary>
    public static IEnumerable<QuotedWords> Of(ReportText report) =>
        report.Report.Quotations.Where(q => !q.Inner.IsEmpty && q.Inner.End <= report.Text.Length)
            .OrderBy(q => q.Span)
            .SelectMany(q => report.InSentences(q.Inner).Select(s => new QuotedWords(report, s, Marked(q, s))))
            .Where(q => q.Spoken.Length > 0);

    private static TextSpan Marked(Quotation quotation, TextSpan inner) =>
        TextSpan.Between(
            inner.Start == quotation.Inner.Start ? quotation.Span.Start : inner.Start, inner.End == quotation.Inner.End ? quotation.Span.End : inner.End);

    private static ImmutableArray<string> SpeakersOf(ReportText report, TextSpan inner) =>
        [
            .. report
                .Report.Attributions.SelectMany(a =>
                    a.Content.Where(c => c.Overlaps(inner)).Select(c => (c.Length, Missed: inner.Length - Shared(c, inner), a.Id, a.Speaker))
                )
            .Where(x => x.Speaker is not null && x.Missed <= inner.Length / 2)
            .OrderBy(x => x.Missed)
            .ThenBy(x => x.Length)
            .ThenBy(x => x.Id, StringComparer.Ordinal)
            .Select(x => x.Speaker!)
            .Distinct(StringComparer.Ordinal),
    ];

    private static int Shared(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
}

/// <summary>What an outlet put into a quotation: stretches in square or round brackets.</summary>
internal static class Brackets
{
    /// <summary>The bracketed stretches of a text, brackets included; one that is never closed is none.</summary>
    public static ImmutableArray<TextSpan> Of(string text)
    {
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = text.AsSpan().IndexOfAny('[', '('); i >= 0;)
        {
            var end = text.IndexOf(text[i] == '[' ? ']' : ')', i);
            if (end < 0) break;
            found.Add(TextSpan.Between(i, end + 1));
            var next = text.AsSpan(end + 1).IndexOfAny('[', '(');
            i = next < 0 ? -1 : end + 1 + next;
        }

        return found.ToImmutable();
    }
}

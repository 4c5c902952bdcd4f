using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>
/// One quotation of one report: its words, which of them the outlet put in brackets, who speaks, and the words of the sentence around it.
/// </summary>
internal sealed class QuotedWords
{
    /// <summary>Longer quotations are compared by their first words only.</summary>
    private const int MostWords = 400;

    /// <summary>How many words of the sentence on either side say what a fragment is about.</summary>
    private const int Reach = 30;

    public QuotedWords(ReportText report, Quotation quotation)
    {
        (Report, Quotation) = (report, quotation);
        Text = quotation.Inner.Of(report.Text);
        Words = [.. ReportText.WordsOf(Text).Take(MostWords)];
        Bracketed = Brackets.Of(Text);
        Spoken = [.. Words.Where(w => !Bracketed.Any(b => b.Contains(w.Span)))];
        Content = Spoken.Where(w => w.Stem.Length > 0).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        Speakers = SpeakersOf(report, quotation.Inner);
        var (from, _, _, to) = report.WordsAround(quotation.Span, Reach);
        Around = StoryText.StemsOf(report.Words.AsSpan()[from..to]).ToHashSet(StringComparer.Ordinal);
    }

    public ReportText Report { get; }

    public Quotation Quotation { get; }

    /// <summary>The words between the marks.</summary>
    public string Text { get; }

    public ImmutableArray<StoryWord> Words { get; }

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

    public Citation Citation => Report.Cite(Quotation.Span);

    /// <summary>Few words in the midst of the reporter's own.</summary>
    public bool IsShort => Spoken.Length < 5;

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

using System.Collections.Immutable;

namespace Hearsay.Reconciliation;

// The quotations of a story's reports in, groups of quotations that render one utterance out; an utterance that one report alone quotes is none.
// Method: pairs of quotations that share content words are aligned word by word (QuoteAlignment), bracketed words left out. Long ones are one
// utterance where enough of the shorter aligns; groups of long ones are closed transitively, so that a speech cut up differently comes together.
// A fragment of a few words ("sign of decline") then goes to the one group whose wording holds it, if the speakers may be the same person.
// Source: local alignment after Smith and Waterman 1981; the idea of aligning quotes to follow their changes: Leskovec et al. 2009 (memes).
// Limits: two renderings with few words in common (translations) stay apart; a fragment of one common word joins only where the speaker is known.

/// <summary>Brings together what several reports quote of one utterance.</summary>
internal static class QuoteAligner
{
    /// <summary>Stems that more quotations than this share are no way to find pairs.</summary>
    private const int MostThroughOneWord = 120;

    public static ImmutableArray<QuoteGroup> Align(StoryText story)
    {
        var quotes = story
            .Reports.SelectMany(r =>
                r.Report.Quotations.Where(q => !q.Inner.IsEmpty && q.Inner.End <= r.Text.Length)
                    .OrderBy(q => q.Span)
                    .Select(q => new QuotedWords(r, q))
            )
            .Where(q => q.Spoken.Length > 0).ToArray();
        var links = AverageLink
            .Pairs([.. quotes.Select(Keys)], MostThroughOneWord)
            .Select(p => (p.A, p.B, Likeness: QuoteLikeness.Of(quotes[p.A], quotes[p.B])))
            .Where(l => l.Likeness > 0)
            .OrderByDescending(l => l.Likeness).ThenBy(l => l.A).ThenBy(l => l.B).ToArray();
        var groups = new DisjointSets(quotes.Length);
        foreach (var (a, b, _) in links.Where(l => !quotes[l.A].IsShort && !quotes[l.B].IsShort)) groups.Join(a, b);
        // Each fragment follows its best link only, to a long quotation before another fragment: else two utterances that share a phrase become one.
        var placed = quotes.Select(q => !q.IsShort).ToArray();
        foreach (var (a, b, _) in links.OrderBy(l => quotes[l.A].IsShort && quotes[l.B].IsShort))
        {
            if (placed[a] && placed[b]) continue;
            groups.Join(a, b);
            (placed[a], placed[b]) = (true, true);
        }

        return [.. groups.Groups()
            .Select(g => g.Select(i => quotes[i]).ToImmutableArray())
            .Where(g => g.Select(q => q.Report.Order).Distinct().Count() > 1)
            .Select(Group)];
    }

    private static QuoteGroup Group(ImmutableArray<QuotedWords> quotes)
    {
        var canonical = CanonicalQuote.Of(quotes);
        var speaker = quotes.SelectMany(q => q.Speakers.Take(1)).GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return new QuoteGroup(speaker, canonical, [.. quotes.Select(q => new QuoteVariant(q.Citation, AlterationJudge.Of(q, canonical)))]);
    }

    /// <summary>A pair must share a content word, or be the same words.</summary>
    private static IEnumerable<string> Keys(QuotedWords quote) => quote.Content.Append("\"" + string.Join(' ', quote.Spoken.Select(w => w.Form)));
}

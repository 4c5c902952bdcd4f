using System.Collections.Immutable;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Reconciliation;

// The quotations of a story's reports in, sentence by sentence, with the sentences that tell what somebody said; groups of those that render one
// utterance out, each with a quotation at least and from two reports at least.
// Method: pairs of quoted sentences that share content words are aligned word by word (QuoteAlignment), bracketed words left out; they render one
// utterance where enough of the shorter aligns. Where words differ (translations, what is told without marks) the judge of what says the same finds
// how likely one touches the other. Groups are joined from the likeliest pair down while their mean holds (AverageLink). A fragment of a few words
// ("sign of decline") then goes to the one group whose wording holds it, if the speakers may be the same person.
// Source: local alignment after Smith and Waterman 1981; the idea of aligning quotes to follow their changes: Leskovec et al. 2009 (memes).
// Limits: what is told without naming who said it joins nothing.

/// <summary>Brings together what several reports quote of one utterance, or tell of it.</summary>
internal static class QuoteAligner
{
    /// <summary>Stems that more quotations than this share are no way to find pairs.</summary>
    private const int MostThroughOneWord = 120;

    /// <summary>At this mean likeness two groups render one utterance.</summary>
    private const double One = 0.6;

    public static ImmutableArray<QuoteGroup> Align(StoryText story, Judgements judged)
    {
        var all = Rendering.Of(story, judged);
        var likeness = new RenderingLikeness(all, judged).Pairs;
        foreach (var (a, b) in AverageLink.Pairs([.. all.Select(Keys)], MostThroughOneWord))
        {
            if (QuoteLikeness.Of(all[a].Quoted!, all[b].Quoted!) is > 0 and var same)
                likeness[(a, b)] = all[a].IsFragment || all[b].IsFragment ? Math.Max(same, likeness.GetValueOrDefault((a, b))) : 1;
        }

        var groups = new DisjointSets(all.Length);
        var whole = likeness.Where(l => !all[l.Key.A].IsFragment && !all[l.Key.B].IsFragment).ToDictionary();
        foreach (var group in AverageLink.Group(all.Length, whole, One, 0))
        {
            foreach (var i in group) groups.Join(group[0], i);
        }

        Place(all, likeness, groups);
        return [.. groups.Groups()
            .Select(g => g.Select(i => all[i]).ToImmutableArray())
            .Where(g => g.Any(IsUtterance) && g.Select(r => r.Report.Order).Distinct().Skip(1).Any())
            .Select(Group)];
    }

    /// <summary>A few words between marks that nobody is said to have spoken are a term or a name ("habitable zone").</summary>
    private static bool IsUtterance(Rendering rendering) => rendering.Quoted is { } quote && (!quote.IsShort || !quote.Speakers.IsEmpty);

    /// <summary>Each fragment follows its best link only, to a long rendering before another fragment: else two utterances that share a phrase become one.</summary>
    private static void Place(Rendering[] all, Dictionary<(int A, int B), double> likeness, DisjointSets groups)
    {
        var placed = all.Select(r => !r.IsFragment).ToArray();
        var links = likeness.OrderBy(l => all[l.Key.A].IsFragment && all[l.Key.B].IsFragment)
            .ThenByDescending(l => l.Value).ThenBy(l => l.Key.A).ThenBy(l => l.Key.B);
        foreach (var ((a, b), _) in links)
        {
            if (placed[a] && placed[b]) continue;
            groups.Join(a, b);
            (placed[a], placed[b]) = (true, true);
        }
    }

    private static QuoteGroup Group(ImmutableArray<Rendering> renderings)
    {
        var quotes = renderings.Select(r => r.Quoted).OfType<QuotedWords>().ToImmutableArray();
        var canonical = CanonicalQuote.Of(quotes);
        var speaker = quotes.SelectMany(q => q.Speakers.Take(1)).GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return new QuoteGroup(
            speaker,
            canonical,
            [.. renderings.Select(r => new QuoteVariant(r.Report.Cite(r.Span), r.Quoted is { } q ? AlterationJudge.Of(q, canonical) : Alteration.Unquoted))])
        {
            OtherSpeakers =
            [
                .. quotes.Where(q => speaker is not null && SpeakerNames.Differ([speaker], q.Speakers)).Select(q => q.Speakers[0])
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>A pair must share a content word, or be the same words.</summary>
    private static IEnumerable<string> Keys(Rendering rendering) =>
        rendering.Quoted is { } quote ? quote.Content.Append("\"" + string.Join(' ', quote.Spoken.Select(w => w.Form))) : [];
}

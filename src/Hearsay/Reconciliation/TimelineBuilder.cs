using System.Collections.Immutable;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

// The resolved times of a story in, its timeline out: what happened on which day, month or year, with the sentences that say so.
// Method: every time whose value is a calendar date gives its sentence to that date; a time of day counts for its day; a week gives way to a day
// within it that some report names, else counts for its month; "two years ago" gives way to a year that another report names for the same event.
// A month or year gives way to a day within it that another report names for the same. Only times of events count (EventTime). Sentences of one date
// that tell alike, or touch as the judge of what says the same finds, are one entry. A day that only says when somebody spoke makes an entry where
// nothing else does.
// Source: our own; the values are TIMEX3 (ISO 8601 with X for what is left open).
// Limits: durations and vague references (PAST_REF) are left out, so is what happened on a day that no report names.

/// <summary>Builds the timeline.</summary>
internal static class TimelineBuilder
{
    private const double Alike = 0.4;

    private const int MostThroughOneWord = 200;

    /// <summary>At this probability that one touches what the other states two sentences of one time tell of one event.</summary>
    private const double SameEvent = 0.7;

    /// <summary>No more entries than this for one date, the vaguer the fewer; those of most reports go first.</summary>
    private static int MostFor(string date) => date.Length switch { 4 => 3, 7 => 4, _ => 8 };

    public static ImmutableArray<TimelineEntry> Build(StoryText story, Judgements judged)
    {
        var times = Sharpened(DatedSentence.Of(story), judged);
        return [.. times.GroupBy(t => t.Date).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => Entries(story, g.Key, [.. g], judged))];
    }

    /// <summary>The same with the day that another report names for the same event in place of its month or year.</summary>
    private static IEnumerable<DatedSentence> Sharpened(ImmutableArray<DatedSentence> times, Judgements judged)
    {
        var at = times.ToLookup(t => PlaceOf(judged, t));
        return times.Select(t => t.Date.Length == 10 ? t : t with { Date = Sharper(t) ?? t.Date });

        string? Sharper(DatedSentence vague) =>
            Touched(judged, PlaceOf(judged, vague)).SelectMany(p => at[p])
                .FirstOrDefault(t => t.Date.Length == 10 && t.Date.StartsWith(vague.Date, StringComparison.Ordinal))?.Date;
    }

    private static IEnumerable<TimelineEntry> Entries(StoryText story, string date, DatedSentence[] sentences, Judgements judged)
    {
        var bags = sentences.Select(s => new WordBag(story, s.Report, s.Sentence)).ToArray();
        var pairs = AverageLink
            .Pairs([.. bags.Select(b => b.Stems)], MostThroughOneWord)
            .ToDictionary(p => p, p => WordBag.Likeness(bags[p.A], bags[p.B]));
        var places = sentences.Select(s => PlaceOf(judged, s)).ToList();
        for (var a = 0; a < places.Count; a++)
        {
            foreach (var b in Touched(judged, places[a]).Select(p => places.IndexOf(p)).Where(b => b >= 0)) pairs[(Math.Min(a, b), Math.Max(a, b))] = 1;
        }

        var groups = AverageLink.Group(sentences.Length, pairs, Alike, 0)
            .Select(g =>
                (Items: g, Reports: g.Select(i => sentences[i].Report.Order).Distinct().Count(), Event: g.Any(i => !sentences[i].OnlySpeech))
            )
            .OrderByDescending(g => g.Event).ThenByDescending(g => g.Reports).ThenBy(g => g.Items[0]).ToArray();
        return groups.Where((g, rank) => rank == 0 || g.Event || g.Reports > 1).Take(MostFor(date))
            .Select(g => new TimelineEntry(
                date,
                Wording(g.Items, pairs, sentences),
                [.. g.Items.Select(i => sentences[i].Report.Cite(sentences[i].Sentence)).Distinct()]
            ));
    }

    private static int PlaceOf(Judgements judged, DatedSentence dated) => judged.PlaceOf(dated.Report, dated.Report.SentenceAt(dated.Sentence.Start));

    /// <summary>The sentences of other reports that tell of what this one tells, the likeliest first.</summary>
    private static IEnumerable<int> Touched(Judgements judged, int place) =>
        place < 0 ? [] : judged.Of(place).Where(j => j.Touching >= SameEvent).OrderByDescending(j => j.Touching).ThenBy(j => j.Sentence).Select(j => j.Sentence);

    /// <summary>The sentence that is most like the others; of equal ones the first.</summary>
    private static string Wording(List<int> items, Dictionary<(int A, int B), double> pairs, DatedSentence[] sentences)
    {
        var best = items.MaxBy(i => items.Sum(j => i == j ? 0 : pairs.GetValueOrDefault(i < j ? (i, j) : (j, i))));
        return sentences[best].Sentence.Of(sentences[best].Report.Text);
    }
}

using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>What happened when, by date; of one date what most reports tell, each thing once, in the order of the findings.</summary>
internal static class TimelineSection
{
    private const int MostEach = 4;

    public static BriefingSection Write(StoryIndex index) => new(
        SectionKind.Timeline,
        [
            .. index.Findings.Timeline.Where(e => !e.Support.IsEmpty)
                .GroupBy(e => e.Date, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => Day(index, [.. g])),
        ]);

    private static IEnumerable<BriefingSentence> Day(StoryIndex index, List<TimelineEntry> entries)
    {
        var printed = new Printed(index);
        return entries.Select((e, i) => (Entry: e, Place: i, Wording: ClaimWording.Of(index, e.Support)))
            .OrderByDescending(x => index.Provenance.IndependentOf(x.Entry.Support.Select(s => s.ArticleId)))
            .ThenByDescending(x => x.Entry.Support.Length)
            .ThenBy(x => x.Place)
            .Where(x => printed.Add(x.Wording.Sentence, x.Entry.Support))
            .Take(MostEach)
            .OrderBy(x => x.Place)
            .Select(x => new BriefingSentence(x.Wording.Sentence.Text, x.Wording.Citations) { Label = Phrases.Date(x.Entry.Date) });
    }
}

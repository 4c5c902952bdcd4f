namespace Hearsay.Briefings.Sections;

/// <summary>What happened when, by date.</summary>
internal static class TimelineSection
{
    public static BriefingSection Write(StoryIndex index) => new(
        Phrases.Timeline,
        [
            .. index.Findings.Timeline.Where(e => !e.Support.IsEmpty).Select((e, i) => (Entry: e, Place: i)).OrderBy(x => x.Entry.Date, StringComparer.Ordinal).ThenBy(x => x.Place)
                .Select(x => (x.Entry, Wording: ClaimWording.Of(index, x.Entry.Support)))
                .DistinctBy(x => (x.Entry.Date, x.Wording.Sentence.Text))
                .Select(x => new BriefingSentence(x.Wording.Sentence.Text, x.Wording.Citations) { Label = Phrases.Date(x.Entry.Date) }),
        ]);
}

using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>
/// In: a story. Out: the same story with one name for each speaker in all its reports.
/// Method: persons whom a report names in full are gathered with the offices that stand beside their names. A speaker whom another report knows by
/// surname only ("Ruiz") or only by office ("the harbour minister", "the Norland envoy") gets the full name of the one person of the story that fits;
/// of two spellings of one name ("Olena Petrenko", "Olena Petrenco"), all reports get the one that most of them print. A body that a report calls by
/// a part of its name or by a noun ("Rovers", "police") gets its full name where the reports print one.
/// Limits: where two people fit, none is taken; a deputy is met by "envoy" or "representative", never by the office itself; indefinite phrases ("an
/// official") stay as they are.
/// </summary>
public static class SpeakerCorroborator
{
    /// <summary>The story with speakers by the names that its reports support together; spans, sources and everything else stay.</summary>
    public static Story Corroborate(Story story)
    {
        if (story.Reports.Length < 2) return story;
        var (people, bodies) = (StoryPeople.Of(story), new StoryBodies(story));
        return story with { Reports = [.. story.Reports.Select(r => Renamed(r, people, bodies))] };
    }

    private static Report Renamed(Report report, StoryPeople people, StoryBodies bodies)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var full = report
            .Attributions.Select(a => a.Speaker)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(s => s, s => people.Named(s) ?? bodies.Named(report, s), StringComparer.Ordinal);
        var attributions = report.Attributions.Select(a => Renamed(report, a, people, full, names)).ToImmutableArray();
        if (names.Count == 0) return report;
        return report with
        {
            Attributions = attributions,
            Figures =
            [
                .. report.Figures.Select(f =>
                    f.AccordingTo is { } giver && names.TryGetValue(giver, out var name) ? f with { AccordingTo = name } : f
                ),
            ],
        };
    }

    private static Attribution Renamed(
        Report report,
        Attribution attribution,
        StoryPeople people,
        Dictionary<string, string?> full,
        Dictionary<string, string> names
    )
    {
        if (attribution.Speaker is not { } speaker) return attribution;
        var name = full[speaker] ?? (attribution.Source is { } source ? people.Holder(speaker, source.Of(report.Article.Text)) : null);
        if (name is null || name == speaker) return attribution;
        names[speaker] = name;
        return attribution with { Speaker = name };
    }
}

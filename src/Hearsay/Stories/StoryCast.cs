using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>
/// In: a story, each report with its own cast. Out: the same story with one cast: every speaker by one full name in all its reports.
/// Method: persons whom a report names in full are gathered, spellings of one name joined; a surname alone ("Ruiz") is the one person of that
/// surname. Somebody whom a report knows only by office ("the harbour minister", "the Norland envoy") is the one person of whom another report tells
/// that office; the attribution says where. Bodies are joined by their words, by their letters, by what they are called; who speaks for a body
/// without a name ("a Harbour Board spokesman") is the body, and the government of a country is the country.
/// Limits: where two people fit, none is taken; a deputy is met by "envoy" or "representative", never by the office itself; indefinite phrases ("an
/// official") stay as they are.
/// </summary>
public static class StoryCast
{
    /// <summary>The story with speakers by the names that its reports support together; spans, sources and everything else stay.</summary>
    public static Story Merge(Story story)
    {
        var persons = new PersonNames(story.Reports);
        var holders = new OfficeHolders(story.Reports, persons);
        var bodies = new BodyNames(story.Reports);
        return story with { Reports = [.. story.Reports.Select(r => Merged(r, persons, holders, bodies))] };
    }

    private static Report Merged(Report report, PersonNames persons, OfficeHolders holders, BodyNames bodies)
    {
        var speakers = new StorySpeakers(report, persons, holders, bodies);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributions = report.Attributions.Select(a => Renamed(a, speakers, names)).ToImmutableArray();
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

    private static Attribution Renamed(Attribution attribution, StorySpeakers speakers, Dictionary<string, string> names)
    {
        // what a person set stays
        if (attribution.SpeakerSet is not null || attribution.Speaker is not { } speaker || speakers.Of(attribution) is not var (name, where) || name == speaker) return attribution;
        names[speaker] = name;
        return attribution with { Speaker = name, NamedBy = where };
    }
}

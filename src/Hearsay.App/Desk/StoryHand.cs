using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Stories;

namespace Hearsay.App.Desk;

/// <summary>What of a story a person can correct on its page; made with its briefing and kept with its view.</summary>
/// <param name="Reports">Its reports, in order of publication.</param>
/// <param name="Series">The questions of its series of figures.</param>
/// <param name="Speakers">Who speaks in which report.</param>
public sealed record StoryHand(ImmutableArray<HandReport> Reports, ImmutableArray<string> Series, ImmutableArray<HandSpeaker> Speakers)
{
    private const int MostSpeakers = 300;

    /// <summary>Of a story that was briefed.</summary>
    public static StoryHand Of(StoryBriefing briefing)
    {
        var outlets = OutletName.Of(briefing.Story.Reports);
        return new StoryHand(
            [.. briefing.Story.Reports.Select(r => new HandReport(r.Article.Id, outlets[r.Article.Id], r.Article.Headline ?? ""))],
            [.. briefing.Findings.FigureSeries.Where(s => s.IsWhole).Select(s => s.Question).Distinct(StringComparer.OrdinalIgnoreCase)],
            [
                .. briefing.Story.Reports
                    .SelectMany(r => r.Attributions.Select(a => a.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                        .Select(speaker => new HandSpeaker(r.Article.Id, outlets[r.Article.Id], speaker)))
                    .Take(MostSpeakers),
            ]
        );
    }

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>As it was kept.</summary>
    public static StoryHand Parse(string kept) => JsonSerializer.Deserialize<StoryHand>(kept)!;
}

/// <summary>A report that can be corrected; the headline is empty where it has none.</summary>
public sealed record HandReport(string Id, string Outlet, string Headline);

/// <summary>Somebody who speaks in a report.</summary>
public sealed record HandSpeaker(string ReportId, string Outlet, string Speaker);

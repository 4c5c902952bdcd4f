using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Reconciliation;

namespace Hearsay.App.Desk;

/// <summary>What a list shows of a story; made with its briefing and kept beside it.</summary>
/// <param name="Version">The version of the story that it tells.</param>
/// <param name="Title">The story's title.</param>
/// <param name="Lead">The first sentence of the briefing, words of a report; null where there is none.</param>
/// <param name="LeadOutlet">Who published the words of the lead.</param>
/// <param name="Outlets">Every outlet once, in order of publication.</param>
/// <param name="Reports">How many reports there are.</param>
/// <param name="Origins">How many of them are independent of one another.</param>
/// <param name="Contested">How many figures the reports differ on.</param>
/// <param name="Revised">How many figures were revised.</param>
internal sealed record StoryCard(
    int Version, string Title, string? Lead, string? LeadOutlet, ImmutableArray<string> Outlets, int Reports, int Origins, int Contested, int Revised)
{
    /// <summary>The card of a briefing.</summary>
    public static StoryCard Of(StoryBriefing briefing, int version)
    {
        var lead = briefing.Sections.SelectMany(s => s.Sentences).FirstOrDefault();
        var outlets = briefing.Story.Reports.Select(r => r.Article).ToDictionary(a => a.Id, OutletName.Of, StringComparer.Ordinal);
        return new StoryCard(
            version, briefing.Story.Title, lead?.Text, lead is { Citations: [var first, ..] } ? outlets[first.ArticleId] : null,
            [.. briefing.Story.Reports.Select(r => outlets[r.Article.Id]).Distinct(StringComparer.Ordinal)], briefing.Story.Reports.Length, briefing.Provenance.Origins.Length,
            briefing.Findings.FigureSeries.Count(s => s.Verdict == Verdict.Differ), briefing.Findings.FigureSeries.Count(s => s.Verdict == Verdict.Revised));
    }

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>A card as it was kept; null where there is none that can be read.</summary>
    public static StoryCard? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<StoryCard>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Stories;
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
public sealed record StoryCard(
    int Version, string Title, string? Lead, string? LeadOutlet, ImmutableArray<string> Outlets, int Reports, int Origins, int Contested, int Revised)
{
    /// <summary>Whether every report was read deeply.</summary>
    public bool IsDeep { get; init; }

    /// <summary>Where the words of the lead stand; null where there is none.</summary>
    public CardSource? LeadAt { get; init; }

    /// <summary>How many reports each origin has, the most first.</summary>
    public ImmutableArray<int> OriginSizes { get; init; } = [];

    /// <summary>When the reports were published, ISO 8601, a day or a moment each; those without a date are left out.</summary>
    public ImmutableArray<string> Published { get; init; } = [];

    /// <summary>The figures that the reports revised: each question with the first and the last answer, in the reports' words.</summary>
    public ImmutableArray<string> Revisions { get; init; } = [];

    /// <summary>The thread that the story is a part of, those of its stories that are nearest to it; null where no other story is of its topic.</summary>
    public StoryThread? Thread { get; init; }

    /// <summary>The first question on which figures differ, with what was given; null where none does.</summary>
    public CardDispute? Dispute { get; init; }

    /// <summary>The card of a briefing.</summary>
    public static StoryCard Of(StoryBriefing briefing, int version)
    {
        var lead = briefing.Sections.SelectMany(s => s.Sentences).FirstOrDefault();
        var outlets = OutletName.Of(briefing.Story.Reports);
        return new StoryCard(
            version, briefing.Story.Title, lead?.Text, lead is { Citations: [var first, ..] } ? outlets[first.ArticleId] : null,
            [.. briefing.Story.Reports.Select(r => outlets[r.Article.Id]).Distinct(StringComparer.Ordinal)],
            briefing.Story.Reports.Length,
            briefing.Provenance.Origins.Length,
            briefing.Findings.FigureSeries.Count(s => s is { IsWhole: true, Verdict: Verdict.Differ }),
            briefing.Findings.FigureSeries.Count(s => s is { IsWhole: true, Verdict: Verdict.Revised })
        )
        {
            LeadAt = lead is { Citations: [var at, ..] } ? new CardSource(at.ArticleId, at.Span.Start, at.Span.Length) : null,
            OriginSizes = [.. briefing.Provenance.Origins.Select(o => o.ArticleIds.Length).OrderDescending()],
            Published = [.. briefing.Story.Reports.Select(r => r.Article.Published.Value).OfType<string>()],
            Dispute = CardDispute.Of(briefing),
            Revisions =
            [
                .. briefing.Findings.FigureSeries.Where(s => s is { IsWhole: true, Verdict: Verdict.Revised }).Select(s => Revision(s, briefing)).OfType<string>(),
            ],
        };
    }

    /// <summary>"How many people died? 23 → 27": the answers for the first and for the last day, of one day's those of the first and the last report.</summary>
    private static string? Revision(FigureSeries series, StoryBriefing briefing)
    {
        var wanted = series.FigureIds.ToHashSet(StringComparer.Ordinal);
        var answers = briefing.Story.Reports
            .OrderBy(r => r.Article.Published.Value ?? "9999", StringComparer.Ordinal)
            .SelectMany(r => r.Figures.Where(f => wanted.Contains(f.Id)).Select(f => (Day: f.AsOf ?? r.Article.Published.Value ?? "9999", Text: f.Span.Of(r.Article.Text))))
            .OrderBy(f => f.Day, StringComparer.Ordinal)
            .Select(f => f.Text)
            .ToList();
        return answers.Count > 1 && !string.Equals(answers[0], answers[^1], StringComparison.OrdinalIgnoreCase)
            ? $"{series.Question} {answers[0]} → {answers[^1]}"
            : null;
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

/// <summary>A stretch of a report's text.</summary>
public sealed record CardSource(string ArticleId, int Start, int Length);

/// <summary>A figure; an end that is open is null.</summary>
public readonly record struct CardRange(decimal? Low, decimal? High);

/// <summary>A question and the different answers to it, in the reports' words, each once, the least first.</summary>
public sealed record CardDispute(string Question, ImmutableArray<string> Answers)
{
    /// <summary>Every answer as a number or a range, to be drawn; each once.</summary>
    public ImmutableArray<CardRange> Ranges { get; init; } = [];

    private const int Most = 4;

    public static CardDispute? Of(StoryBriefing briefing)
    {
        if (
            briefing
                .Findings.FigureSeries.Where(s => s is { IsWhole: true, Verdict: Verdict.Differ })
                .OrderByDescending(s => s.FigureIds.Length)
                .ThenBy(s => s.Id, StringComparer.Ordinal)
                .FirstOrDefault()
            is not { } series
        )
            return null;
        var wanted = series.FigureIds.ToHashSet(StringComparer.Ordinal);
        var answers = briefing.Story.Reports
            .SelectMany(r => r.Figures.Where(f => wanted.Contains(f.Id)).Select(f => (Figure: f, Words: f.Span.Of(r.Article.Text))))
            .OrderBy(f => f.Figure.Low ?? f.Figure.High ?? decimal.MaxValue)
            .DistinctBy(f => f.Words, StringComparer.OrdinalIgnoreCase).Select(f => f.Words).ToList();
        // the ends of a long list say more than its beginning
        var ranges = briefing
            .Story.Reports.SelectMany(r => r.Figures)
            .Where(f => wanted.Contains(f.Id) && (f.Low ?? f.High) is not null)
            .Select(f => new CardRange(f.Low, f.High))
            .Distinct();
        return new CardDispute(series.Question, answers.Count <= Most ? [.. answers] : [.. answers.Take(Most / 2), .. answers.TakeLast(Most / 2)])
        {
            Ranges = [.. ranges.OrderBy(r => r.Low ?? r.High).ThenBy(r => r.High)],
        };
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Stories;

namespace Hearsay.Briefings;

/// <summary>The line under a story's title: how much was read, how much of it is independent, from when.</summary>
internal static class Masthead
{
    /// <summary>"5 reports from 4 outlets, 3 origins; published 8–9 April 2031".</summary>
    public static string Of(StoryIndex index)
    {
        var reports = index.Story.Reports;
        var outlets = index.OutletsOf(reports.Select(r => r.Article.Id)).Count();
        var origins = index.Provenance.IndependentOf(reports.Select(r => r.Article.Id));
        var line = $"{Phrases.Count(reports.Length, "report", "reports")} from {Phrases.Count(outlets, "outlet", "outlets")}";
        return $"{line}{(reports.Length > 1 ? $", {Phrases.Origins(origins)}" : "")}{(Published(index) is { } dates ? $"; published {dates}" : "")}";
    }

    /// <summary>"Before: Dam cracks (7 April 2031). After: Mayor resigns (12 April 2031)."; null where the story has no thread.</summary>
    public static string? Thread(StoryBriefing briefing)
    {
        if (briefing.Thread is not { } thread) return null;
        var place = thread.Stories.Select(s => s.Id).ToList().IndexOf(briefing.Story.Id);
        string[] parts = [Named("Before", thread.Stories[..place]), Named("After", thread.Stories[(place + 1)..])];
        return string.Join(" ", parts.Where(p => p.Length > 0));
    }

    private static string Named(string when, ImmutableArray<ThreadStory> stories) =>
        stories.IsEmpty ? "" : $"{when}: {string.Join("; ", stories.Select(s => s.Day is { } day ? $"{s.Title} ({Phrases.Date(day.ToString("O", CultureInfo.InvariantCulture))})" : s.Title))}.";

    /// <summary>"8 April 2031" or "8–9 April 2031"; null where no report has a date.</summary>
    public static string? Published(StoryIndex index)
    {
        var days = index
            .Story.Reports.Select(r => r.Article.Published.Value)
            .OfType<string>()
            .Where(d => d.Length >= 10)
            .Select(d => d[..10])
            .Order(StringComparer.Ordinal)
            .ToList();
        return days.Count == 0 ? null : days[0] == days[^1] ? Phrases.Date(days[0]) : Phrases.Dates(days[0], days[^1]);
    }
}

using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>Stories of one topic that are different events: a law's first and its second reading, two earthquakes.</summary>
/// <param name="Id">Made of the ids of its stories.</param>
/// <param name="Title">The title of its newest story.</param>
/// <param name="Stories">Two stories or more, the earliest first.</param>
public sealed record StoryThread(string Id, string Title, ImmutableArray<ThreadStory> Stories);

/// <summary>A story as its thread names it.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="Title">The story's title.</param>
/// <param name="Day">The day on which half of its dated reports were published; null where none has a date.</param>
public sealed record ThreadStory(string Id, string Title, DateOnly? Day);

// In: stories that were told apart by event. Out: which of them are of one topic.
// Method: the cosine of the reports' weighted words, which tells topics and not events, on average between the reports of two stories; average link over the
// stories down to a threshold.
// Source: Allan 2002 (topics as sets of events); Nallapati et al. 2004 (event threads).
// Limits: whether one event led to the other is not said, only which came first.

/// <summary>Finds the threads among stories.</summary>
public static class StoryThreads
{
    /// <summary>Average cosine of the words of two stories' reports that makes them one topic.</summary>
    internal const double Threshold = 0.07;

    /// <summary>The threads among these stories; a story that has none is in no thread.</summary>
    public static ImmutableArray<StoryThread> Of(ImmutableArray<Story> stories)
    {
        var reports = stories.SelectMany((s, i) => s.Reports.Select(r => (Report: r, Story: i))).ToArray();
        var cosines = ReportLikeness.Cosines(WordWeights.Of([.. reports.Select(r => StorySignature.Of(r.Report))]).Reports);
        return
        [
            .. Group([.. reports.Select(r => r.Story)], cosines).Where(g => g.Length > 1)
                .Select(g => Of(g.Select(i => new ThreadStory(stories[i].Id, stories[i].Title, DayOf(stories[i].Reports.Select(r => r.Article.Published.Day)))))),
        ];
    }

    /// <summary>The thread that these stories are, of which there are two at least.</summary>
    public static StoryThread Of(IEnumerable<ThreadStory> stories)
    {
        ImmutableArray<ThreadStory> all = [.. stories.OrderBy(s => s.Day ?? DateOnly.MaxValue).ThenBy(s => s.Id, StringComparer.Ordinal)];
        return new StoryThread(ContentId.Of(string.Join('\n', all.Select(s => s.Id))), all[^1].Title, all);
    }

    /// <summary>The stories, by index, that are of one topic; <paramref name="storyOf"/> holds the story of each report.</summary>
    internal static ImmutableArray<ImmutableArray<int>> Group(ImmutableArray<int> storyOf, ImmutableArray<Likeness> cosines)
    {
        var sizes = storyOf.CountBy(s => s).ToDictionary();
        return Group([.. Enumerable.Range(0, sizes.Count).Select(s => sizes[s])], cosines.Select(c => c with { A = storyOf[c.A], B = storyOf[c.B] }));
    }

    /// <summary>The same of stories of these sizes, where each cosine names the stories of its two reports.</summary>
    internal static ImmutableArray<ImmutableArray<int>> Group(ImmutableArray<int> sizes, IEnumerable<Likeness> cosines)
    {
        var pairs = cosines.Where(c => c.A != c.B)
            .AggregateBy(c => (A: Math.Min(c.A, c.B), B: Math.Max(c.A, c.B)), 0.0, (sum, c) => sum + c.Value)
            .Select(p => new Likeness(p.Key.A, p.Key.B, p.Value / (sizes[p.Key.A] * (double)sizes[p.Key.B])));
        return AverageLink.Group(sizes.Length, [.. pairs], Threshold);
    }

    /// <summary>The day on which half of the dated were published; null where none has a date.</summary>
    internal static DateOnly? DayOf(IEnumerable<DateOnly?> published)
    {
        var days = published.OfType<DateOnly>().Order().ToArray();
        return days.Length == 0 ? null : days[days.Length / 2];
    }
}

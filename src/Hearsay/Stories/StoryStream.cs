using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Stories;

// In: reports (their signatures), one at a time, as they arrive. Out: for each the stories that changed: joined, begun, merged, split.
// Method: the words and the likeness of StoryGrouper, with document frequencies of the window so far. A new report calls up the stories of the reports
// whose words are most like its own, where at least one report is as like it as joining takes. Where it is like one of them only, on average, it joins that;
// else, and time and again as a story grows, the reports of these stories and the new one are grouped anew by average link. What average link joins always
// holds a pair that is alike enough, so that what is not called up could not have changed. A large story is asked by a part of its reports, those with the
// lowest ids, which is a part drawn by lot. A story keeps its id in the group that holds most of it; where two meet, the larger one's id stays.
// Source: incremental versions of the detection task of topic detection and tracking (Allan 2002); the batch it imitates is StoryGrouper.
// Limits: document frequencies at arrival differ a little from those at the end; called-up stories of more reports than MostRegrouped together are
// joined, but not split any more; reports leave the window with their day, and their stories then stay as they are. Reports under constraints never leave it: who
// must not meet must not do so later.

/// <summary>Groups reports into stories as they come. Not safe for use by several threads at once.</summary>
/// <param name="windowDays">A report is compared with those that arrived so many days before it, at least 1.</param>
public sealed class StoryStream(int windowDays)
{
    /// <summary>More reports than this are not grouped anew for one arrival: average link takes the square of their number.</summary>
    private const int MostRegrouped = 60;

    /// <summary>A report is compared with the reports of so many stories at most, and with so many of each.</summary>
    private const int MostCalled = 8, MostAsked = 10;

    private readonly int windowDays =
        windowDays >= 1 ? windowDays : throw new ArgumentOutOfRangeException(nameof(windowDays), windowDays, "at least one day");
    private readonly SignatureIndex index = new();
    private readonly Dictionary<string, StoryMembers> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> storyOf = new(StringComparer.Ordinal);
    private readonly Queue<(string ReportId, DateOnly Arrived)> arrivals = new();
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private StoryConstraints constraints = StoryConstraints.None;
    private int begun;

    /// <summary>The stories of the window, in the order in which they began.</summary>
    public IEnumerable<StoryMembers> Stories => stories.Values.OrderBy(s => s.Begun);

    /// <summary>Takes in a report; one whose id is known already is taken in anew, with its new words.</summary>
    /// <param name="report">What grouping has to know of it.</param>
    /// <param name="arrived">When it came; not before the one before it.</param>
    public StoryChange Add(StorySignature report, DateOnly arrived)
    {
        Forget(arrived);
        var before = new HashSet<string>(StringComparer.Ordinal);
        if (storyOf.TryGetValue(report.ReportId, out var former))
        {
            index.Remove(report.ReportId);
            before.Add(former);
        }
        else
        {
            arrivals.Enqueue((report.ReportId, arrived));
        }
        index.Add(report);
        before.UnionWith(constraints.With(report.ReportId).Where(storyOf.ContainsKey).Select(id => storyOf[id]));
        var called = Called(report.ReportId);
        if (before.Count == 0 && !constraints.Concern(report.ReportId) && called.Where(c => c.Average >= StoryGrouper.Threshold).ToArray() is [var only]
            && !IsGroupedAnewAt(only.Story.ReportIds.Length))
        {
            return ChangeOf(report, [Joined(report.ReportId, [only.Story])], [only.Story]);
        }

        before.UnionWith(called.Select(c => c.Story.Id));
        return Regroup(report, [.. before.Select(id => stories[id]).OrderBy(s => s.Begun)], called);
    }

    /// <summary>Takes a report out; the others of its story stay together. One that is not of the window is none of its business.</summary>
    public void Remove(string reportId)
    {
        if (!storyOf.Remove(reportId, out var id)) return;
        index.Remove(reportId);
        held.Remove(reportId);
        Leave(reportId, id);
    }

    /// <summary>True where the report is one of the window.</summary>
    public bool Knows(string reportId) => storyOf.ContainsKey(reportId);

    /// <summary>
    /// The threads among the stories of the window, as <see cref="StoryThreads"/> finds them, from what was settled when each report came: of the reports
    /// that were too many to compare then, nothing is known.
    /// </summary>
    /// <param name="title">What a story is called, by its id.</param>
    public ImmutableArray<StoryThread> Threads(Func<string, string> title)
    {
        ImmutableArray<StoryMembers> all = [.. Stories];
        var place = all.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i, StringComparer.Ordinal);
        var cosines = from pair in index.Cosines() select new Likeness(place[storyOf[pair.Later]], place[storyOf[pair.Earlier]], pair.Cosine);
        return
        [
            .. StoryThreads.Group([.. all.Select(s => s.ReportIds.Length)], cosines).Where(g => g.Length > 1)
                .Select(g => StoryThreads.Of(g.Select(i => new ThreadStory(all[i].Id, title(all[i].Id), StoryThreads.DayOf(all[i].ReportIds.Select(index.DayOf)))))),
        ];
    }

    /// <summary>Takes up what must and must not be in one story, in place of what was said before.</summary>
    /// <param name="asked">What holds from now on.</param>
    /// <param name="concerned">The reports of which something else is said than before: their stories are grouped anew. Those that are not of the
    /// window are none of its business.</param>
    public StoryRegrouping Constrain(StoryConstraints asked, IEnumerable<string> concerned)
    {
        constraints = asked;
        var ids = concerned.Where(storyOf.ContainsKey).Select(id => storyOf[id]).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<StoryMembers> before = [.. ids.Select(id => stories[id]).OrderBy(s => s.Begun)];
        var after = Settle(Grouped([.. before.SelectMany(s => s.ReportIds).Order(StringComparer.Ordinal)]), before);
        foreach (var id in held.Where(id => !constraints.Concern(id)).ToList()) Remove(id);
        return after;
    }

    /// <summary>
    /// Puts a report back where it was: after a restart, in the order of arrival and before the first <see cref="Add"/>, or before constraints that
    /// concern it.
    /// </summary>
    public void Restore(StorySignature report, DateOnly arrived, string storyId)
    {
        index.Add(report);
        arrivals.Enqueue((report.ReportId, arrived));
        storyOf[report.ReportId] = storyId;
        stories[storyId] = stories.TryGetValue(storyId, out var story)
            ? story with { ReportIds = Joined(report.ReportId, [story]) }
            : new StoryMembers(storyId, begun++, [report.ReportId]);
    }

    /// <summary>Whether a story of so many reports is grouped anew when another comes: always while it is small, then each time that it has grown by a tenth.</summary>
    private static bool IsGroupedAnewAt(int reports) => reports < 10 || reports % (reports / 10) == 0;

    /// <summary>The stories with a report that is as like this one as joining takes, with how like this one their reports are on average.</summary>
    private List<(StoryMembers Story, double Average)> Called(string reportId)
    {
        var called = new List<(StoryMembers, double)>();
        foreach (var near in index.NearTo(reportId).GroupBy(id => storyOf.GetValueOrDefault(id), StringComparer.Ordinal).Where(g => g.Key is not null).Take(MostCalled))
        {
            // where the nearest two are not half as like it, nobody is
            var nearest = near.Take(2).Max(id => index.Between(reportId, id));
            if (nearest < StoryGrouper.Threshold / 2) continue;
            var story = stories[near.Key!];
            var asked = Asked(story, reportId).Select(id => index.Between(reportId, id)).ToArray();
            if (asked.Length > 0 && Math.Max(nearest, asked.Max()) >= StoryGrouper.Threshold) called.Add((story, asked.Average()));
        }

        return called;
    }

    /// <summary>The reports by which a story is asked whether another is like it.</summary>
    private static IEnumerable<string> Asked(StoryMembers story, string? but = null) => story.ReportIds.Where(id => id != but).Take(MostAsked);

    private StoryChange Regroup(StorySignature report, ImmutableArray<StoryMembers> before, List<(StoryMembers Story, double Average)> called)
    {
        ImmutableArray<string> members =
        [
            .. before.SelectMany(s => s.ReportIds).Append(report.ReportId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return ChangeOf(report, members.Length <= MostRegrouped ? Grouped(members) : Joined(report.ReportId, before, called), before);
    }

    private StoryChange ChangeOf(StorySignature report, IEnumerable<ImmutableArray<string>> groups, ImmutableArray<StoryMembers> before)
    {
        var (changed, merged) = Settle(groups, before, report.ReportId);
        return new StoryChange(storyOf[report.ReportId], changed, merged);
    }

    /// <summary>Puts groups in the place of stories; gives those that are not as they were, and those with the report that is anew.</summary>
    private StoryRegrouping Settle(IEnumerable<ImmutableArray<string>> groups, ImmutableArray<StoryMembers> before, string? anew = null)
    {
        var after = Named(groups, before);
        foreach (var story in before) stories.Remove(story.Id);
        foreach (var story in after)
        {
            stories[story.Id] = story;
            foreach (var id in story.ReportIds) storyOf[id] = story.Id;
        }
        var old = before.ToDictionary(s => s.Id, StringComparer.Ordinal);
        return new StoryRegrouping(
            [
                .. after.Where(s =>
                    !old.TryGetValue(s.Id, out var o) || (anew is not null && s.ReportIds.Contains(anew)) || !o.ReportIds.ToHashSet().SetEquals(s.ReportIds)
                ),
            ],
            [.. before.Where(s => !stories.ContainsKey(s.Id)).Select(s => new MergedStory(s.Id, Heir(s)))]);
    }

    /// <summary>Where most reports of a story that is no more are now.</summary>
    private string Heir(StoryMembers gone) =>
        gone
            .ReportIds.GroupBy(id => storyOf[id], StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First()
            .Key;

    private IEnumerable<ImmutableArray<string>> Grouped(ImmutableArray<string> members)
    {
        return AverageLink.Group(members.Length, index.Among(members), StoryGrouper.Threshold, constraints.On(members)).Select(g => g.Select(i => members[i]).ToImmutableArray());
    }

    /// <summary>
    /// Too many to group anew: the report joins the story that it is most like on average, if like enough, with the others that are both like it and like that
    /// one, else stands alone; it joins those that it must be with, and none that holds a report that it must not be with.
    /// </summary>
    private IEnumerable<ImmutableArray<string>> Joined(string reportId, ImmutableArray<StoryMembers> before, List<(StoryMembers Story, double Average)> called)
    {
        var with = constraints.With(reportId).Where(id => id != reportId).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<StoryMembers> own = [.. before.Where(s => s.ReportIds.Any(with.Contains))];
        if (own.IsEmpty)
        {
            var like = called.Where(c => c.Average >= StoryGrouper.Threshold && !c.Story.ReportIds.Any(id => constraints.AreApart(id, reportId)))
                .OrderByDescending(c => c.Average).ThenBy(c => c.Story.Begun).Select(c => c.Story).ToArray();
            own = [.. like.Where(s => s == like[0] || AreOne(s, like[0]))];
        }

        foreach (var story in before.Except(own))
        {
            var others = story.ReportIds.Remove(reportId);
            if (!others.IsEmpty) yield return others;
        }

        yield return Joined(reportId, own);
    }

    private static ImmutableArray<string> Joined(string reportId, ImmutableArray<StoryMembers> stories)
    {
        var others = stories is [var only] ? only.ReportIds.Remove(reportId) : [.. stories.SelectMany(s => s.ReportIds.Remove(reportId)).Order(StringComparer.Ordinal)];
        return others.Insert(~others.BinarySearch(reportId, StringComparer.Ordinal), reportId);
    }

    /// <summary>Whether two stories' reports are alike enough on average, and nobody said that they are to stay apart.</summary>
    private bool AreOne(StoryMembers a, StoryMembers b) =>
        !a.ReportIds.Any(x => constraints.Concern(x) && b.ReportIds.Any(y => constraints.AreApart(x, y)))
        && (from x in Asked(a) from y in Asked(b) select index.Between(x, y)).Average() >= StoryGrouper.Threshold;

    /// <summary>A story's id goes to the group that holds most of it; a group that no story claims begins one.</summary>
    private ImmutableArray<StoryMembers> Named(IEnumerable<ImmutableArray<string>> groups, ImmutableArray<StoryMembers> before)
    {
        var named = ImmutableArray.CreateBuilder<StoryMembers>();
        var all = groups.ToList();
        var claims = (from story in before
                      let shares = all.Select((g, i) => (Group: i, Share: g.Count(id => storyOf.GetValueOrDefault(id) == story.Id))).Where(x => x.Share > 0).ToList()
                      where shares.Count > 0
                      let best = shares.MaxBy(x => (x.Share, -x.Group))
                      orderby best.Share descending, story.Begun
                      select (Story: story, best.Group)).ToList();
        var taken = before.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            var claim = claims.Where(c => c.Group == i).Select(c => c.Story).FirstOrDefault();
            named.Add(claim is null ? new StoryMembers(FreeId(all[i][0], taken), begun++, all[i]) : claim with { ReportIds = all[i] });
        }
        return named.ToImmutable();
    }

    private string FreeId(string founder, HashSet<string> taken)
    {
        for (var text = "story\n" + founder; ; text += "\n")
        {
            var id = ContentId.Of(text);
            if (!stories.ContainsKey(id) && taken.Add(id)) return id;
        }
    }

    private void Forget(DateOnly today)
    {
        while (arrivals.TryPeek(out var oldest) && today.DayNumber - oldest.Arrived.DayNumber > windowDays)
        {
            arrivals.Dequeue();
            if (constraints.Concern(oldest.ReportId))
            {
                held.Add(oldest.ReportId);
                continue;
            }
            index.Remove(oldest.ReportId);
            if (!storyOf.Remove(oldest.ReportId, out var id)) continue;
            Leave(oldest.ReportId, id);
        }
    }

    private void Leave(string reportId, string storyId)
    {
        var left = stories[storyId].ReportIds.Remove(reportId);
        if (left.IsEmpty) stories.Remove(storyId);
        else stories[storyId] = stories[storyId] with { ReportIds = left };
    }
}

/// <summary>A story of the window: its lasting id, its place in the order in which stories began, and its reports.</summary>
public sealed record StoryMembers(string Id, int Begun, ImmutableArray<string> ReportIds);

/// <summary>A story that is no more, and the story in which most of its reports are now.</summary>
public sealed record MergedStory(string Id, string Into);

/// <summary>What grouping anew changed.</summary>
/// <param name="Changed">Stories with other reports than before.</param>
/// <param name="Merged">Stories that are no more.</param>
public sealed record StoryRegrouping(ImmutableArray<StoryMembers> Changed, ImmutableArray<MergedStory> Merged);

/// <summary>What the arrival of one report changed.</summary>
/// <param name="StoryId">The story in which the report stands.</param>
/// <param name="Changed">Stories with other reports than before, or with new words of one.</param>
/// <param name="Merged">Stories that are no more.</param>
public sealed record StoryChange(string StoryId, ImmutableArray<StoryMembers> Changed, ImmutableArray<MergedStory> Merged);

using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Stories;

// In: reports (their signatures), one at a time, as they arrive. Out: for each the stories that changed: joined, begun, merged, split.
// Method: the words and the likeness of StoryGrouper, with document frequencies of the window so far. A new report calls up the stories in which at
// least one report is as like it as joining takes; the reports of these stories and the new one are grouped anew by average link. Groups that
// average link joins always hold such a pair, so what is not called up could not have changed. A story keeps its id in the group that holds most of
// it; where two meet, the larger one's id stays.
// Source: incremental versions of the detection task of topic detection and tracking (Allan 2002); the batch it imitates is StoryGrouper.
// Limits: document frequencies at arrival differ a little from those at the end; called-up stories of more reports than MostRegrouped together are
// not split any more; reports leave the window with their day, and their stories then stay as they are. Reports under constraints never leave it: who
// must not meet must not do so later.

/// <summary>Groups reports into stories as they come. Not safe for use by several threads at once.</summary>
/// <param name="windowDays">A report is compared with those that arrived so many days before it, at least 1.</param>
public sealed class StoryStream(int windowDays)
{
    /// <summary>More reports than this are not grouped anew for one arrival: average link takes the square of their number.</summary>
    private const int MostRegrouped = 150;

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
        foreach (var (neighbour, value) in index.LinksOf(report.ReportId))
            if (value >= StoryGrouper.Threshold)
                before.Add(storyOf[neighbour]);
        before.UnionWith(constraints.With(report.ReportId).Where(storyOf.ContainsKey).Select(id => storyOf[id]));
        return Regroup(report, [.. before.Select(id => stories[id]).OrderBy(s => s.Begun)]);
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
            ? story with { ReportIds = story.ReportIds.Add(report.ReportId) }
            : new StoryMembers(storyId, begun++, [report.ReportId]);
    }

    private StoryChange Regroup(StorySignature report, ImmutableArray<StoryMembers> before)
    {
        ImmutableArray<string> members =
        [
            .. before.SelectMany(s => s.ReportIds).Append(report.ReportId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var groups = members.Length <= MostRegrouped ? Grouped(members) : Joined(report, before);
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
    /// Too many to group anew: the report joins the story that it is most like on average, if like enough, else stands alone; it joins those that it
    /// must be with, and none that holds a report that it must not be with.
    /// </summary>
    private IEnumerable<ImmutableArray<string>> Joined(StorySignature report, ImmutableArray<StoryMembers> before)
    {
        var likeness = index.LinksOf(report.ReportId).ToDictionary(x => x.ReportId, x => x.Value, StringComparer.Ordinal);
        var with = constraints.With(report.ReportId).Where(id => id != report.ReportId).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<StoryMembers> own = [.. before.Where(s => s.ReportIds.Any(with.Contains))];
        if (own.IsEmpty)
        {
            own = [.. before
                .Where(s => !s.ReportIds.Any(id => constraints.AreApart(id, report.ReportId)))
                .Select(s =>
                    (
                        Story: s,
                        Average: s.ReportIds.Where(id => id != report.ReportId).Select(id => likeness.GetValueOrDefault(id)).DefaultIfEmpty().Average()
                    )
                )
                .Where(s => s.Average >= StoryGrouper.Threshold)
                .OrderByDescending(s => s.Average)
                .ThenBy(s => s.Story.Begun)
                .Select(s => s.Story)
                .Take(1)];
        }
        foreach (var story in before.Except(own))
        {
            var others = story.ReportIds.Remove(report.ReportId);
            if (!others.IsEmpty) yield return others;
        }
        yield return [.. own.SelectMany(s => s.ReportIds.Remove(report.ReportId)), report.ReportId];
    }

    /// <summary>A story's id goes to the group that holds most of it; a group that no story claims begins one.</summary>
    private ImmutableArray<StoryMembers> Named(IEnumerable<ImmutableArray<string>> groups, ImmutableArray<StoryMembers> before)
    {
        var named = ImmutableArray.CreateBuilder<StoryMembers>();
        var all = groups.ToList();
        var claims = (from story in before
                      let shares = all.Select((g, i) => (Group: i, Share: g.Count(id => story.ReportIds.Contains(id)))).Where(x => x.Share > 0).ToList()
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

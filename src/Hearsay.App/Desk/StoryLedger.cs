using System.Collections.Immutable;
using Hearsay.Storage;
using Hearsay.Stories;

namespace Hearsay.App.Desk;

/// <summary>
/// The stories of the window as the store holds them, and what the stream's changes make of them. The stream forgets reports that leave the window;
/// the stored story keeps them, and where it is merged into another they go with it.
/// </summary>
internal sealed class StoryLedger
{
    private readonly Dictionary<string, StoredStory> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<StoryEvent> _events = [];

    /// <summary>The story; null where it is none of the window.</summary>
    public StoredStory? Find(string storyId) => _stories.GetValueOrDefault(storyId);

    /// <summary>Takes a story as the store holds it.</summary>
    public void Put(StoredStory story)
    {
        _stories[story.Id] = story;
        foreach (var report in story.Reports)
            _places[report.ArticleId] = new Place(story.Id, report);
    }

    /// <summary>Drops a story that no report of the window stands in.</summary>
    public void Drop(string storyId)
    {
        if (!_stories.Remove(storyId, out var story)) return;
        _touched.Remove(storyId);
        foreach (var report in story.Reports) _places.Remove(report.ArticleId);
    }

    /// <summary>Takes a report out of its story; a story without any is dropped.</summary>
    public void Remove(string articleId)
    {
        if (!_places.Remove(articleId, out var place) || !_stories.TryGetValue(place.StoryId, out var story)) return;
        _stories[story.Id] = story with { Reports = story.Reports.RemoveAll(r => r.ArticleId == articleId) };
        if (_stories[story.Id].Reports.IsEmpty) Drop(story.Id);
        else _touched.Add(story.Id);
    }

    /// <summary>Notes what an arrival changed, until <see cref="Take"/>.</summary>
    public void Note(StoredArticle arrived, StoryChange change, DateTimeOffset now)
    {
        var former = _places.GetValueOrDefault(arrived.Id);
        _places[arrived.Id] = new Place(former?.StoryId ?? change.StoryId, former?.Report ?? new StoryReport(arrived.Id, now));
        Regroup(new StoryRegrouping(change.Changed, change.Merged), _ => TitleOf(arrived), now);
        // it stood in a story before and has another text now
        if (former is not null && arrived.Revisions > 1 && !arrived.WasSetLast)
            _events.Add(new StoryEvent(_places[arrived.Id].StoryId, StoryEventKind.Revised, now, null, [arrived.Id]));
    }

    /// <summary>Notes which reports stand in other stories, until <see cref="Take"/>.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="title">What a story that begins is called until it is briefed.</param>
    /// <param name="now">When.</param>
    public void Regroup(StoryRegrouping change, Func<StoryMembers, string> title, DateTimeOffset now)
    {
        foreach (var (gone, into) in change.Merged)
        {
            ImmutableArray<string> reports = [.. _stories[gone].Reports.Select(r => r.ArticleId)];
            foreach (var id in reports) Move(id, into);
            _events.Add(new StoryEvent(gone, StoryEventKind.Merged, now, into, reports));
            _stories.Remove(gone);
            _touched.Remove(gone);
            _touched.Add(into);
        }

        foreach (var story in change.Changed)
        {
            if (!_stories.ContainsKey(story.Id)) Begin(story, title(story), now);
            foreach (var id in story.ReportIds) Move(id, story.Id);
            _touched.Add(story.Id);
        }

        foreach (var id in _touched.Where(_stories.ContainsKey).ToList()) _stories[id] = Rebuilt(_stories[id], change);
    }

    /// <summary>What was noted since the last call, as the store takes it: every story that changed has its next version.</summary>
    public StoryChanges Take(DateTimeOffset now)
    {
        foreach (var id in _touched) _stories[id] = _stories[id] with { Version = _stories[id].Version + 1, ChangedAt = now };
        var changes = new StoryChanges { Stories = [.. _touched.Order(StringComparer.Ordinal).Select(id => _stories[id])], Events = [.. _events] };
        _touched.Clear();
        _events.Clear();
        return changes;
    }

    /// <summary>What a story of this report is called until it is briefed.</summary>
    public static string TitleOf(StoredArticle article) => article.Article.Headline ?? Opening(article.Article.Text);

    private void Move(string articleId, string storyId)
    {
        if (_places[articleId] is { } place && place.StoryId != storyId) _places[articleId] = place with { StoryId = storyId };
    }

    private void Begin(StoryMembers story, string title, DateTimeOffset now)
    {
        var from = story
            .ReportIds.Select(id => _places[id].StoryId)
            .Where(id => id != story.Id && _stories.ContainsKey(id))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (var parent in from) _events.Add(new StoryEvent(parent, StoryEventKind.Split, now, story.Id, story.ReportIds));
        _events.Add(new StoryEvent(story.Id, StoryEventKind.Begun, now, null, story.ReportIds));
        _stories[story.Id] = new StoredStory
        {
            Id = story.Id,
            Title = title,
            ChangedAt = now,
            Version = 0,
            Reports = [],
        };
    }

    /// <summary>The story with the reports that are now placed in it.</summary>
    private StoredStory Rebuilt(StoredStory story, StoryRegrouping change)
    {
        var ids = story.Reports.Select(r => r.ArticleId)
            .Concat(change.Changed.Where(c => c.Id == story.Id).SelectMany(c => c.ReportIds))
            .Concat(
                change
                    .Merged.Where(m => m.Into == story.Id)
                    .SelectMany(m => _events.Last(e => e.StoryId == m.Id && e.Kind == StoryEventKind.Merged).ArticleIds)
            );
        var places = ids.Distinct(StringComparer.Ordinal).Select(id => _places[id]).Where(p => p.StoryId == story.Id)
            .OrderBy(p => p.Report.AddedAt).ThenBy(p => p.Report.ArticleId, StringComparer.Ordinal);
        return story with { Reports = [.. places.Select(p => p.Report)] };
    }

    private static string Opening(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOf('\n');
        if (end >= 0) line = line[..end];
        return line.Length <= 120 ? line.ToString() : $"{line[..120]} …";
    }

    private sealed record Place(string StoryId, StoryReport Report);
}

using System.Diagnostics;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.App.Imports;

/// <summary>Items that wait for their commit, and the place that the source has reached with the last whole one.</summary>
internal sealed class CommitGroup(INewsStore store, ImportOptions options, string name, ImportCounts counts)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private readonly List<ReadItem> _whole = [];
    private readonly List<ReadItem> _open = [];
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private ReadItem? _last;

    /// <summary>Takes the next item; commits where it is time to.</summary>
    public async Task AddAsync(ReadItem item)
    {
        if (_open.Count > 0 && _open[0].Item.Position != item.Item.Position) Close();
        _open.Add(item);
        if (_whole.Count >= options.MostAtOnce || (_whole.Count > 0 && _since.Elapsed >= Longest))
            await CommitAsync(finished: false).ConfigureAwait(false);
    }

    /// <summary>Commits what is left; of a source that was read to its end nothing remains to go on from.</summary>
    public async Task<ImportCounts> EndAsync(bool finished)
    {
        // stopped in the middle of an entry: that entry is read again
        if (finished) Close();
        if (finished || _whole.Count > 0) await CommitAsync(finished).ConfigureAwait(false);
        return counts;
    }

    private void Close()
    {
        _whole.AddRange(_open);
        if (_open.Count > 0) _last = _open[^1];
        _open.Clear();
    }

    private async Task CommitAsync(bool finished)
    {
        var arrivals = _whole.Select(i => i.Arrival).OfType<Arrival>().ToList();
        var next = Counted(counts, _whole);
        var results = await store
            .SaveAsync(
                arrivals,
                saved => new Progress(
                    name,
                    _last is null ? "" : Importer.Stamp(_last.Item),
                    finished ? null : _last?.Item.Position,
                    Sum(next, saved).Write()
                )
            )
            .ConfigureAwait(false);
        counts = Sum(next, results);
        foreach (var (arrival, result) in arrivals.Zip(results)) options.Acknowledge?.Invoke(arrival, result);
        foreach (var item in _whole)
        {
            if (item.Item.Failure is { } failure) options.Fail?.Invoke(failure);
            else if (item.Reason is { } reason) options.Fail?.Invoke(new Failure(item.Item.Page!.Path ?? item.Item.Page.Url ?? "-", reason));
        }
        _whole.Clear();
        _since.Restart();
        if (_last is not null) options.Progress?.Invoke(new ImportState(counts, _last.Item.Done, _last.Item.Total));
    }

    private static ImportCounts Counted(ImportCounts so, List<ReadItem> items)
    {
        var skipped = so.Skipped.ToBuilder();
        foreach (var reason in items.Select(i => i.Item.Skipped).OfType<string>()) skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
        return so with
        {
            Pages = so.Pages + items.Count(i => i.Item.Page is not null),
            Failed = so.Failed + items.Count(i => i.Item.Failure is not null || i.Reason is not null),
            Skipped = skipped.ToImmutable(),
        };
    }

    private static ImportCounts Sum(ImportCounts so, IReadOnlyCollection<SaveResult> results) => so with
    {
        New = so.New + results.Count(r => r.Outcome == SaveOutcome.New),
        Revised = so.Revised + results.Count(r => r.Outcome == SaveOutcome.Revised),
        Removed = so.Removed + results.Count(r => r.Outcome == SaveOutcome.Removed),
        Known = so.Known + results.Count(r => r.Outcome is SaveOutcome.Known or SaveOutcome.Alias),
    };
}

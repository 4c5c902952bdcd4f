using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Hearsay.App.Imports;
using Hearsay.Sources;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: files that a person dropped in. Out: their articles in the store, and what became of each file.
// Method: a file is first written to a folder beside the store; from then on it is accepted. One after the other is imported, then deleted. What a
// kill leaves in the folder is imported on at the next start, from where it was.
// Limits: what became of a file is told until the desk is closed.

/// <summary>Takes in files while the desk is open.</summary>
internal sealed class Intake(INewsStore store, string folder, TimeProvider clock)
{
    private const int Kept = 100, MostReasons = 20, MostReports = 20;

    private readonly Channel<IntakeJob> _waiting = Channel.CreateUnbounded<IntakeJob>();
    private readonly ConcurrentDictionary<string, IntakeJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>The files of late, the last accepted first.</summary>
    public ImmutableArray<IntakeState> States =>
        [.. _jobs.Values.Select(j => j.State).OrderByDescending(s => s.AcceptedAt).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>What became of a file; null where there is none with this id.</summary>
    public IntakeState? Find(string id) => _jobs.GetValueOrDefault(id)?.State;

    /// <summary>Accepts a file: when this is done, a kill does not lose it.</summary>
    /// <param name="name">Its name; only what follows the last slash counts.</param>
    /// <param name="content">Its bytes; read to the end.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <returns>The job, or why the file is refused.</returns>
    public async Task<(IntakeState? Job, string? Refusal)> AcceptAsync(string name, Stream content, long limit, CancellationToken cancel)
    {
        name = SafeName(name);
        if (!FileSource.CanRead(name)) return (null, $"{name}: files of this type are not read ({FileSource.Types} are)");
        var id = Guid.CreateVersion7().ToString("n");
        var place = Directory.CreateDirectory(Path.Combine(folder, id + ".part")).FullName;
        try
        {
            await using (var file = File.Create(Path.Combine(place, name)))
            {
                var buffer = new byte[81920];
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
                {
                    if (file.Length + read > limit) return (null, $"{name}: larger than {limit / 1_000_000} MB");
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                file.Flush(flushToDisk: true);
            }

            Directory.Move(place, Path.Combine(folder, id));
        }
        finally
        {
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
        }

        return (Enqueue(id, name).State, null);
    }

    /// <summary>Reads what waits, and what the last process left, until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (_jobs.ContainsKey(Path.GetFileName(left))) continue;
            if (left.EndsWith(".part", StringComparison.Ordinal)) Directory.Delete(left, recursive: true);
            else if (Directory.GetFiles(left) is [var file]) Enqueue(Path.GetFileName(left), Path.GetFileName(file));
        }

        await foreach (var job in _waiting.Reader.ReadAllAsync(cancel))
        {
            await ReadAsync(job, cancel);
            Directory.Delete(Path.Combine(folder, job.State.Id), recursive: true);
            foreach (var old in States.Where(s => s.IsDone).Skip(Kept)) _jobs.TryRemove(old.Id, out _);
        }
    }

    private IntakeJob Enqueue(string id, string name)
    {
        var job = _jobs.GetOrAdd(id, _ => new IntakeJob(new IntakeState { Id = id, Name = name, AcceptedAt = clock.GetUtcNow() }));
        _waiting.Writer.TryWrite(job);
        return job;
    }

    private async Task ReadAsync(IntakeJob job, CancellationToken cancel)
    {
        job.State = job.State with { StartedAt = clock.GetUtcNow() };
        var options = new ImportOptions
        {
            Now = clock.GetUtcNow(),
            PathOf = path => path?[(Path.Combine(folder, job.State.Id).Length + 1)..],
            Progress = state => job.State = job.State with { Counts = state.Counts, Done = state.Done, Total = state.Total },
            Acknowledge = (_, saved) =>
            {
                if (job.State.ReportIds.Length < MostReports) job.State = job.State with { ReportIds = [.. job.State.ReportIds, saved.ArticleId] };
            },
            Fail = failure =>
                job.State = job.State with
                {
                    Reasons = [.. job.State.Reasons.Append(failure.Reason).Distinct(StringComparer.Ordinal).Take(MostReasons)],
                },
        };
        var counts = await new Importer(store, options).RunAsync(
            new FileSource([Path.Combine(folder, job.State.Id, job.State.Name)]),
            "dropped:" + job.State.Id,
            cancel
        );
        cancel.ThrowIfCancellationRequested();
        job.State = job.State with { Counts = counts, FinishedAt = clock.GetUtcNow(), Done = job.State.Total };
    }

    private static string SafeName(string name)
    {
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(name.Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c))).TrimStart('.');
        return safe.Length == 0 ? "unnamed" : safe.Length <= 120 ? safe : safe[^120..];
    }

    private sealed class IntakeJob(IntakeState state)
    {
        private volatile IntakeState _state = state;

        public IntakeState State
        {
            get => _state;
            set => _state = value;
        }
    }
}

/// <summary>What became of a file up to now.</summary>
public sealed record IntakeState
{
    public required string Id { get; init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null until all of it has been read.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public bool IsDone => FinishedAt is not null;

    /// <summary>How far it has been read, in the unit of <see cref="Total"/>.</summary>
    public long Done { get; init; }

    /// <summary>How much there is; 0 where that is not known.</summary>
    public long Total { get; init; }

    /// <summary>What has been read so far.</summary>
    public ImportCounts Counts { get; init; } = new();

    /// <summary>Why, each reason once, at most 20.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>The reports that came of it, the first 20.</summary>
    public ImmutableArray<string> ReportIds { get; init; } = [];
}

using System.Globalization;
using System.Threading.Channels;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using Hearsay.Storage;

namespace Hearsay.App.Imports;

// In: a source of pages and a store. Out: articles in the store, each acknowledged once it is safe on the disk, and what was counted.
// Method: pages are read on every core but kept in the order of the source, and committed in groups (as many as come within a quarter of a second)
// together with the place that the source has reached. A place is kept only when all that stands at it has come (the pages of one entry of an archive
// share theirs). After a stop, or a kill at any moment, the same import goes on behind the last place kept: what was not kept is read again, what was
// kept is not.
// Statements are not read here: whoever keeps the stories reads each report once.
// Limits: where the source has become larger or smaller meanwhile it is read from its start; what is known already is recognised by address and text.

/// <summary>Brings pages from a source into a store.</summary>
internal sealed class Importer(INewsStore store, ImportOptions options)
{
    /// <summary>
    /// Reads the source to its end, or until <paramref name="cancel"/>: then what had come in is saved and the counts are given all the same.
    /// </summary>
    /// <param name="source">What to read.</param>
    /// <param name="name">What the place is kept under: the same for the same source.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<ImportCounts> RunAsync(ISource source, string name, CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<Task<ReadItem>>(
            new BoundedChannelOptions(Environment.ProcessorCount * 8) { SingleReader = true, SingleWriter = true }
        );
        var start = await StartAsync(source, name, cancel).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAsync(source, start?.Place, channel.Writer, stop.Token), CancellationToken.None);
        var group = new CommitGroup(store, options, name, ImportCounts.Read(start?.Counts));
        try
        {
            await foreach (var step in channel.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                await group.AddAsync(await step.ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            // whoever writes may be waiting for room: nobody takes from the channel any more
            while (channel.Reader.TryRead(out _))
            {
            }
        }
        await reading.ConfigureAwait(false);
        return await group.EndAsync(finished: !cancel.IsCancellationRequested).ConfigureAwait(false);
    }

    /// <summary>The place kept, where the source is still as large as it was.</summary>
    private async Task<Progress?> StartAsync(ISource source, string name, CancellationToken cancel)
    {
        if (await store.FindProgressAsync(name, cancel).ConfigureAwait(false) is not { } kept) return null;
        try
        {
            await foreach (var item in source.ReadAsync(kept.Place, cancel).ConfigureAwait(false)) return Stamp(item) == kept.Stamp ? kept : null;
        }
        catch (OperationCanceledException)
        {
        }
        return kept;
    }

    internal static string Stamp(SourceItem item) => item.Total.ToString(CultureInfo.InvariantCulture);

    private async Task ReadAsync(ISource source, string? after, ChannelWriter<Task<ReadItem>> to, CancellationToken cancel)
    {
        try
        {
            await foreach (var item in source.ReadAsync(after, cancel).ConfigureAwait(false))
            {
                await to.WriteAsync(
                        item.Page is null ? Task.FromResult(new ReadItem(item, null, null)) : Task.Run(() => Read(item), CancellationToken.None),
                        cancel
                    )
                    .ConfigureAwait(false);
            }
            to.Complete();
        }
        catch (OperationCanceledException)
        {
            to.TryComplete();
        }
        catch (Exception e)
        {
            to.TryComplete(e);
        }
    }

    private ReadItem Read(SourceItem item)
    {
        var page = item.Page!;
        var (article, reason) = PageReader.Read(options.PathOf is { } pathOf ? page with { Path = pathOf(page.Path) } : page);
        if (article is null) return new ReadItem(item, null, reason);
        var written = TimeOf(page.Path);
        var arrival = new Arrival
        {
            Article = article, SeenAt = page.Fetched ?? written ?? options.Now, IsFileTime = page.Fetched is null && written is not null,
            Arrived = options.Now, IsArchived = true,
            GivenOutlet = options.Outlet, AgainRemoved = options.AgainRemoved, Aliases = page.Url is { } url && url != article.Url ? [url] : [],
        };
        return new ReadItem(item, arrival, null);
    }

    /// <summary>
    /// A file stood there as it is when it was last written; records ("news.jsonl#3") and entries ("news.zip/a.html") have their file's time.
    /// </summary>
    private static DateTimeOffset? TimeOf(string? path)
    {
        if (path is null or "-") return null;
        var file = path.LastIndexOf('#') is > 0 and var at && !File.Exists(path) ? path[..at] : path;
        for (var part = file; !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part))
        {
            if (File.Exists(part)) return new DateTimeOffset(File.GetLastWriteTimeUtc(part));
        }
        return null;
    }
}

/// <summary>How to import.</summary>
internal sealed record ImportOptions
{
    /// <summary>When the pages are taken in.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The outlet of pages that name none, set by a person; null where nobody says.</summary>
    public string? Outlet { get; init; }

    /// <summary>Takes in what a person removed before.</summary>
    public bool AgainRemoved { get; init; }

    /// <summary>What a page's path is called in the store; null where it is kept as it is.</summary>
    public Func<string?, string?>? PathOf { get; init; }

    /// <summary>The most articles in one transaction.</summary>
    public int MostAtOnce { get; init; } = 512;

    /// <summary>Told after each group, once it is safe on the disk.</summary>
    public Action<ImportState>? Progress { get; init; }

    /// <summary>Told of each article once it is safe on the disk, in the order of the source.</summary>
    public Action<Arrival, SaveResult>? Acknowledge { get; init; }

    /// <summary>Told of what could not be read.</summary>
    public Action<Failure>? Fail { get; init; }
}

/// <summary>An item of a source with the article that its page gave, or the reason why it gave none.</summary>
internal sealed record ReadItem(SourceItem Item, Arrival? Arrival, string? Reason);

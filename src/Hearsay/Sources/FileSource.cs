using System.Runtime.CompilerServices;
using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>
/// Files, folders and archives in, pages out, one at a time: what <see cref="PageSource"/> reads at once, for input that does not fit into memory.
/// The order is that of the files' paths, then that of the pages in a file. A position is the path of a file and the place in it, so reading goes on
/// where it stopped, also in the middle of an archive, as long as the files before it are the same.
/// </summary>
public sealed class FileSource(IEnumerable<string> paths) : ISource
{
    private const char Separator = '\t';

    /// <summary>The endings of names that are read, for a person.</summary>
    public const string Types = FileFinder.Types;

    /// <summary>True where a file of this name is read.</summary>
    public static bool CanRead(string name) => FileFinder.TypeOf(name) is not null;

    private readonly List<string> paths = [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync(string? after = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var failures = new List<Failure>();
        var files = paths
            .SelectMany(p => FileFinder.Find(p, failures))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(f => (Path: f, Size: SizeOf(f)))
            .ToList();
        var total = files.Sum(f => f.Size);
        var (file, inner) = Split(after);
        if (after is null) foreach (var failure in failures) yield return new SourceItem { Failure = failure, Position = "", Total = total };
        var before = 0L;
        foreach (var (path, size) in files)
        {
            var order = string.CompareOrdinal(path, file);
            if (order >= 0)
            {
                foreach (var item in FileReader.Items(path, order == 0 ? inner : null, cancellation))
                {
                    yield return item with { Position = path + Separator + item.Position, Done = before + Math.Min(item.Done, size), Total = total };
                    cancellation.ThrowIfCancellationRequested();
                }
                // a caller on one thread must be able to stop between two files
                await Task.Yield();
            }
            before += size;
        }
    }

    private static (string File, string? Inner) Split(string? position) =>
        position?.LastIndexOf(Separator) is >= 0 and var at ? (position[..at], position[(at + 1)..]) : ("", null);

    private static long SizeOf(string path)
    {
        try
        {
            return path == "-" ? 0 : new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

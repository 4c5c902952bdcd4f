using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Sources;
using Hearsay.Sources.Web;

namespace Hearsay.App.Cli;

/// <summary>Paths and addresses as they are given to a command, their pages out: files first, then addresses, in their order.</summary>
internal static class GivenPages
{
    /// <summary>The address that is given; null where a path is.</summary>
    public static Uri? AddressOf(string given) => IsAddress(given) ? WebAddress.Read(given) : null;

    /// <summary>Reads every one; what cannot be read is named, the rest goes on.</summary>
    public static async Task<SourceResult> ReadAsync(IReadOnlyList<string> given, Fetcher fetcher, CancellationToken cancel)
    {
        var files = PageSource.Read(given.Where(g => !IsAddress(g)));
        var pages = ImmutableArray.CreateBuilder<RawPage>();
        var failures = ImmutableArray.CreateBuilder<Failure>();
        failures.AddRange(given.Where(g => IsAddress(g) && AddressOf(g) is null).Select(g => new Failure(g, "only http and https are asked")));
        await foreach (var item in new WebSource(given.Select(AddressOf).OfType<Uri>(), fetcher, TimeProvider.System).ReadAsync(null, cancel))
        {
            if (item.Page is { } page) pages.Add(page);
            if (item.Failure is { } failure) failures.Add(failure);
        }
        return new SourceResult([.. files.Pages, .. pages], [.. files.Failures, .. failures]);
    }

    private static bool IsAddress(string given) => given.Contains("://", StringComparison.Ordinal);
}

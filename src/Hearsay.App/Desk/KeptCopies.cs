using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>What reports have of the text of earlier ones, kept with them in the store.</summary>
internal static class KeptCopies
{
    private const string Kind = "copies";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>As it is kept.</summary>
    public static Derived Of(StoredArticle article, ImmutableArray<CopyFinding> found) =>
        new(article.Id, article.Revision, Kind, Version, JsonSerializer.SerializeToUtf8Bytes(found, Options));

    /// <summary>What a report has of earlier ones that are still in the store, the one with most in common first.</summary>
    public static async Task<ImmutableArray<CopyItem>> FindAsync(INewsStore store, StoredArticle article, CancellationToken cancel)
    {
        var kept = (await store.DerivedAsync(Kind, Version, [article.Id], cancel)).FirstOrDefault(d => d.Revision == article.Revision);
        if (kept is null || JsonSerializer.Deserialize<ImmutableArray<CopyFinding>>(kept.Data.Span, Options) is not { IsEmpty: false } found) return [];
        var others = (await store.FindArticlesAsync([.. found.Select(f => f.ReportId)], cancel)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return [.. found.Where(f => others.ContainsKey(f.ReportId)).Select(f => CopyItem.Of(f, article.Article, others[f.ReportId].Article))];
    }
}

/// <summary>What a report has in common with an earlier one.</summary>
/// <param name="Id">The earlier report.</param>
/// <param name="Outlet">Its outlet; null where nobody knows.</param>
/// <param name="Headline">Its headline; null where it has none.</param>
/// <param name="Kind">How much of the one is the other.</param>
/// <param name="Source">Who has it from whom.</param>
/// <param name="Words">How many words they have in common.</param>
/// <param name="Passages">Where, in the order of this report.</param>
internal sealed record CopyItem(string Id, string? Outlet, string? Headline, string Kind, string Source, int Words, ImmutableArray<PassageItem> Passages)
{
    public static CopyItem Of(CopyFinding found, Article here, Article there) => new(
        there.Id, there.Outlet, there.Headline, found.Kind.ToString().ToLowerInvariant(),
        CopySources.Of(there, here) switch { CopySource.First => "theirs", CopySource.Second => "ours", CopySource.Third => "third", _ => "unknown" },
        found.Words,
        [
            .. found.Passages.Where(p => p.Here.End <= here.Text.Length && p.There.End <= there.Text.Length)
                .Select(p => new PassageItem(p.Here.Start, p.Here.Length, p.There.Start, p.There.Length, p.Here.Of(here.Text).ToString(), p.There.Of(there.Text).ToString())),
        ]);

    /// <summary>In words for a reader: "the same text, edited, taken from there".</summary>
    public string Told() => (Kind switch { "verbatim" => "the same text", "edited" => "the same text, edited", "abridged" => "one text, shortened or added to", _ => "passages" })
        + (Source switch { "theirs" => ", taken from there", "ours" => ", taken from here", "third" => ", both from an agency", _ => "" });
}

/// <summary>A passage: where it stands here and there (UTF-16 offsets), and its words in both.</summary>
internal sealed record PassageItem(int Start, int Length, int TheirStart, int TheirLength, string Text, string TheirText);

using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hearsay.App.Desk;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Stories;

namespace Hearsay.App.Cli.Stored;

/// <summary>The options of `brief` that take reports out of the store: from a time on, by a query, or both.</summary>
internal sealed class StoredReports
{
    /// <summary>A briefing compares every report with every other: more than this is no briefing any more.</summary>
    private const int Most = 2000;

    public Option<string?> Since { get; } =
        new("--since")
        {
            Description =
                "Reports of the store published from this time on: a day (2024-05-02), a moment (2024-05-02T14:00Z), or a time back from now (90m, 36h, 7d)",
            HelpName = "TIME",
        };

    public Option<string?> Query { get; } =
        new("--query") { Description = "Reports of the store that answer this query (see search)", HelpName = "QUERY" };

    public Option<string?> Store { get; } = StoreOption.Build();

    public bool AreAskedFor(CommandResult result) => result.GetValue(Since) is not null || result.GetValue(Query) is not null;

    /// <summary>
    /// The articles and what persons say of their stories, with what the store has of deep readings of them put into <paramref name="deep"/>; null where the options do not say what is
    /// wanted (then that has been said).
    /// </summary>
    public async Task<ChosenReports?> ReadAsync(
        ParseResult parsed,
        Surroundings around,
        DeepReadings? deep,
        CancellationToken cancel
    )
    {
        var (from, query, error) = Understand(parsed.GetValue(Since), parsed.GetValue(Query), DateTimeOffset.UtcNow);
        if (error is not null)
        {
            around.Complain(error);
            return null;
        }
        if (query?.Notes is { IsEmpty: false } notes) around.Complain(string.Join("; ", notes));
        await using var store = StoreOption.OpenToRead(parsed.GetValue(Store));
        var found = query is null
            ? (await store.ListArticlesAsync(new ArticleFilter { From = from, Limit = Most + 1 }, cancel).ConfigureAwait(false)).Articles
            :
            [
                .. (await store.SearchAsync(query, Most + 1, cancel: cancel).ConfigureAwait(false))
                    .Hits.Select(h => h.Article)
                    .Where(a => from is null || (a.Published.Value is not null && a.At >= from)),
            ];
        if (from is not null && (await store.StatsAsync(cancel).ConfigureAwait(false)).Undated is > 0 and var undated)
            around.Complain(
                string.Create(CultureInfo.InvariantCulture, $"--since leaves out {(undated == 1 ? "a report" : $"{undated:N0} reports")} without a date")
            );
        if (found.Length > Most)
            around.Complain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"more than {Most:N0} reports: only the {(query is null ? "newest" : "best")} {Most:N0} are briefed"
                )
            );
        ImmutableArray<StoredArticle> articles = [.. found.Take(Most)];
        await KeptReadings.RecallAsync(store, articles, deep, cancel).ConfigureAwait(false);
        return new ChosenReports(articles, await StoryKeeper.ConstraintsAsync(store, cancel).ConfigureAwait(false));
    }

    /// <summary>
    /// The articles to brief, with the dates that their stories lend. What bears such a date out may be left out by the query: then the date stays with
    /// the words that are at hand.
    /// </summary>
    public static IReadOnlyList<Article> Dated(IReadOnlyList<StoredArticle> reports)
    {
        var ids = reports.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reports.Select(a => a.Dated with
            {
                Published = a.Published with { Evidence = [.. a.Published.Evidence.Where(c => ids.Contains(c.ArticleId))] },
            }),
        ];
    }

    /// <summary>
    /// Keeps what was found in deep readings, so that the next briefing need not read again.
    /// </summary>
    public async Task KeepAsync(ParseResult parsed, IReadOnlyList<StoredArticle> articles, DeepReadings? deep, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(parsed.GetValue(Store));
        await KeptReadings.KeepAsync(store, articles, deep, cancel).ConfigureAwait(false);
    }

    /// <summary>What the two options ask for, or what is wrong with them.</summary>
    internal static (DateTimeOffset? From, SearchQuery? Query, string? Error) Understand(string? since, string? typed, DateTimeOffset now)
    {
        DateTimeOffset? from = null;
        if (since is not null && (from = Time(since, now)) is null)
            return (
                null,
                null,
                $"--since takes a day (2024-05-02), a moment (2024-05-02T14:00Z) or a time back from now (90m, 36h, 7d), not '{since}'"
            );
        if (typed is null) return (from, null, null);
        var (query, error) = SearchQuery.Parse(typed, now);
        return (from, query, error);
    }

    private static DateTimeOffset? Time(string given, DateTimeOffset now)
    {
        if (TimeBack.Read(given) is { } back) return now - back;
        return DateTimeOffset.TryParseExact(
            given,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
    }
}

/// <summary>Reports of the store that are asked for, and what persons say of who is in one story with whom.</summary>
internal sealed record ChosenReports(ImmutableArray<StoredArticle> Articles, StoryConstraints Constraints);

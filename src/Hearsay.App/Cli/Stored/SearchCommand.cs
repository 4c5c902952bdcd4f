using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.Stories;
using Hearsay.App.Api;
using Hearsay.App.Web;
using Hearsay.Briefings;
using Hearsay.App.Desk;
using Hearsay.Storage;
using Hearsay.Text;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay search QUERY…`: reports by their words.</summary>
internal static class SearchCommand
{
    public static Command Build(Surroundings around)
    {
        var words = new Argument<string[]>("QUERY")
        {
            Description =
                "words, \"phrases\", word*, title: body: outlet: speaker: before either, OR, - before what must not be there, "
                + "since: until: on: with a day (2024-05-02) or a time back (7d)",
            Arity = ArgumentArity.OneOrMore,
        };
        var store = StoreOption.Build();
        var limit = NumberOption.Whole("--limit", "How many to show", usual: 20, least: 1, most: 1000);
        var command = new Command("search", "Find reports in the store by their words, the best match first.") { words, store, limit };
        var format = FormatOption.On(command);
        // a word with one minus in front is no option here but what must not be there
        words.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"'{token.Value}' is no option of search");
        });
        command.SetAction((parsed, cancel) =>
        {
            var request = new SearchRequest(
                string.Join(' ', parsed.GetRequiredValue(words)), parsed.GetValue(store), parsed.GetValue(limit), format.IsJson(parsed, around)
            );
            return RunAsync(request, around, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(SearchRequest request, Surroundings around, CancellationToken cancel)
    {
        var (query, error) = SearchQuery.Parse(request.Typed, DateTimeOffset.UtcNow);
        if (query is null)
        {
            around.Complain(error!);
            return ExitCode.WrongUsage;
        }
        if (query.Notes.Length > 0) around.Complain(string.Join("; ", query.Notes));
        await using var store = StoreOption.OpenToRead(request.Store);
        var page = await store.SearchAsync(query, request.Limit, cancel: cancel).ConfigureAwait(false);
        if (request.Json)
        {
            var stories = await store.StoriesOfAsync([.. page.Hits.Select(h => h.Article.Id)], cancel).ConfigureAwait(false);
            around.PrintJson(SearchAnswer.Of(page, stories));
        }
        else around.Print(Write(page, query));
        if (
            query.All.Any(any => any.Any(t => t.Field == SearchField.Speaker))
            && (await store.StatsAsync(cancel).ConfigureAwait(false)).Unread is > 0 and var unread
        )
            around.Complain($"who speaks is not known of {Shown.Count(unread, "report")} (imported with --pages-only): the next import without it reads them");
        return ExitCode.Ok;
    }

    private static string Write(SearchPage page, SearchQuery query)
    {
        var text = new StringBuilder();
        foreach (var hit in page.Hits) Write(text, hit);
        var order = query.All.IsEmpty ? "newest" : "best";
        text.Append(Shown.Count(page.Total, "report"));
        if (page.Total > page.Hits.Length) text.Append(CultureInfo.InvariantCulture, $", the {order} {page.Hits.Length:N0} shown (--limit N)");
        if (page.Hits.Length > 1) text.Append(CultureInfo.InvariantCulture, $", the {order} first");
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder to, SearchHit hit)
    {
        var article = hit.Article.Article;
        to.Append(
            CultureInfo.InvariantCulture,
            $"{hit.Article.Id}  {ReportDay.Of(hit.Article)}  {Plain(OutletName.Of(article))}\n  {Plain(HeadlineText.Of(article))}\n"
        );
        to.Append(CultureInfo.InvariantCulture, $"  {Excerpt(article.Text, hit.Matches.FirstOrDefault())}\n\n");
    }

    /// <summary>The words around the first match.</summary>
    private static string Excerpt(string text, TextSpan match)
    {
        var from = Math.Max(0, match.Start - 60);
        if (from > 0 && text.IndexOf(' ', from, match.Start - from) is >= 0 and var blank) from = blank + 1;
        var to = Math.Min(text.Length, Math.Max(match.End, from) + 100);
        if (to < text.Length && text.LastIndexOf(' ', to - 1, to - Math.Max(match.End, from)) is >= 0 and var end) to = end;
        return $"{(from > 0 ? "… " : "")}{Plain(text[from..to])}{(to < text.Length ? " …" : "")}";
    }

    /// <summary>On one line, and no control characters that a terminal would obey.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) plain.Append(IsHarmless(c) ? c : '\uFFFD');
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString();
    }

    /// <summary>Neither a control character nor one that turns the direction of the line.</summary>
    public static bool IsHarmless(char c) => !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069');

    private sealed record SearchRequest(string Typed, string? Store, int Limit, bool Json);
}

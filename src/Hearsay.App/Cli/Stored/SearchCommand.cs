using System.CommandLine;
using System.Globalization;
using System.Text;
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
                "words, \"phrases\", word*, title: body: outlet: speaker: before either, OR, - before what must not be there, since: until: on: with a day",
            Arity = ArgumentArity.OneOrMore,
        };
        var store = StoreOption.Build();
        var limit = new Option<int>("--limit") { Description = "How many to show", DefaultValueFactory = _ => 20, HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var given }]
                && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000)
            )
                result.AddError($"--limit takes a number from 1 to 1000, not '{given}'.");
        });
        var command = new Command("search", "Find reports in the store by their words.") { words, store, limit };
        // a word with one minus in front is no option here but what must not be there
        words.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"'{token.Value}' is no option of search.");
        });
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(string.Join(' ', parsed.GetRequiredValue(words)), parsed.GetValue(store), parsed.GetValue(limit), around, cancel)
        );
        return command;
    }

    private static async Task<int> RunAsync(string typed, string? file, int limit, Surroundings around, CancellationToken cancel)
    {
        var (query, error) = SearchQuery.Parse(typed);
        if (query is null)
        {
            around.Complain(error!);
            return ExitCode.WrongUsage;
        }
        await using var store = StoreOption.OpenToRead(file);
        var page = await store.SearchAsync(query, limit, cancel: cancel).ConfigureAwait(false);
        var text = new StringBuilder();
        foreach (var hit in page.Hits) Write(text, hit);
        text.Append(
            CultureInfo.InvariantCulture,
            $"{page.Total:N0} {(page.Total == 1 ? "report" : "reports")}{(page.Total > page.Hits.Length ? $", the best {page.Hits.Length:N0} shown" : "")}\n"
        );
        around.Print(text.ToString());
        if (
            query.All.Any(any => any.Any(t => t.Field == SearchField.Speaker))
            && (await store.StatsAsync(cancel).ConfigureAwait(false)).Unread is > 0 and var unread
        )
        {
            around.Complain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"who speaks is not known of {unread:N0} reports (imported with --pages-only): import them again without it"
                )
            );
        }
        return ExitCode.Ok;
    }

    private static void Write(StringBuilder to, SearchHit hit)
    {
        var article = hit.Article.Article;
        to.Append(
            CultureInfo.InvariantCulture,
            $"{hit.Article.Id}  {hit.Article.At:yyyy-MM-dd}  {article.Outlet ?? "unknown outlet"}\n  {Plain(article.Headline ?? "(no headline)")}\n"
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
}

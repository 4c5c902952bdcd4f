using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay show ID`: a report as the store has it.</summary>
internal static class ShowCommand
{
    public static Command Build(Surroundings around)
    {
        var id = new Argument<string>("ID") { Description = "A report's id or address" };
        var store = StoreOption.Build();
        var revision = new Option<int?>("--revision") { Description = "This revision instead of the newest", HelpName = "N" };
        var command = new Command("show", "Show a report of the store with what is known of it.") { id, store, revision };
        command.SetAction(
            (parsed, cancel) => RunAsync(parsed.GetRequiredValue(id), parsed.GetValue(store), parsed.GetValue(revision), around, cancel)
        );
        return command;
    }

    private static async Task<int> RunAsync(string id, string? file, int? number, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(file);
        if (await store.FindArticleAsync(id, cancel).ConfigureAwait(false) is not { } found)
        {
            around.Complain($"there is no report {id} in the store");
            return ExitCode.Store;
        }
        var revisions = await store.RevisionsAsync(found.Id, cancel).ConfigureAwait(false);
        var shown = revisions.FirstOrDefault(r => r.Number == (number ?? found.Revision));
        if (shown is null)
        {
            around.Complain(string.Create(CultureInfo.InvariantCulture, $"report {found.Id} has {revisions.Length} revisions, no {number}"));
            return ExitCode.WrongUsage;
        }
        around.Print(Write(found, shown, revisions, await store.SameTextAsync(found.Id, cancel).ConfigureAwait(false)));
        return ExitCode.Ok;
    }

    private static string Write(StoredArticle found, Revision shown, IReadOnlyCollection<Revision> revisions, IReadOnlyCollection<string> twins)
    {
        var article = shown.Article;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{SearchCommand.Plain(article.Headline ?? "(no headline)")}\n");
        if (article.Standfirst is { } standfirst) text.Append(CultureInfo.InvariantCulture, $"{SearchCommand.Plain(standfirst)}\n");
        text.Append('\n');
        Line("id", found.Id);
        Line("outlet", article.Outlet);
        Line("by", string.Join(", ", article.Byline));
        Line("credits", string.Join(", ", article.Credits));
        Line("published", article.Published.Value is { } date ? $"{date} ({article.Published.Basis.ToString().ToLowerInvariant()})" : null);
        Line("changed", article.Modified);
        Line("section", article.Section);
        Line("partial", article.IsPartial ? "the page shows a part of the report only" : null);
        foreach (var url in found.Urls) Line("address", url);
        Line("first seen", found.FirstSeen.ToString("u", CultureInfo.InvariantCulture));
        Line("last seen", found.LastSeen.ToString("u", CultureInfo.InvariantCulture));
        Line("speakers", shown.Speakers is { } speakers ? string.Join(", ", speakers) : null);
        Line("same text", string.Join(", ", twins));
        if (revisions.Count > 1)
            foreach (var r in revisions)
                Line(
                    $"revision {r.Number}",
                    $"{r.SeenAt.ToString("u", CultureInfo.InvariantCulture)}{(r.Number == shown.Number ? "  (shown)" : "")}"
                );
        var at = 0;
        foreach (var paragraph in article.Text.Split("\n\n"))
        {
            // a post of a live blog opens with its time
            if (!article.Posts.IsDefaultOrEmpty && article.Posts.FirstOrDefault(p => p.Span.Start == at)?.Time is { } time)
                text.Append(CultureInfo.InvariantCulture, $"\n[{time}]");
            text.Append(CultureInfo.InvariantCulture, $"\n{SearchCommand.Plain(paragraph)}\n");
            at += paragraph.Length + 2;
        }
        foreach (var correction in article.Corrections) text.Append(CultureInfo.InvariantCulture, $"\n[{SearchCommand.Plain(correction)}]\n");
        return text.ToString();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) text.Append(CultureInfo.InvariantCulture, $"{name,-12}{SearchCommand.Plain(value)}\n");
        }
    }
}

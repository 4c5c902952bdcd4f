using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.Stories;
using Hearsay.App.Web;
using Hearsay.Briefings;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay show ID`: a report as the store has it.</summary>
internal static class ShowCommand
{
    public static Command Build(Surroundings around)
    {
        var id = new Argument<string>("ID") { Description = NamedReport.Help };
        var store = StoreOption.Build();
        var revision = NumberOption.Ordinal("--revision", "This revision instead of the newest");
        var command = new Command("show", "Show a report of the store with what is known of it.") { id, store, revision };
        var format = FormatOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            var (named, number) = (parsed.GetRequiredValue(id), parsed.GetValue(revision));
            return await RunAsync(opened, named, number, format.IsJson(parsed, around), around, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(INewsStore store, string named, int? number, bool json, Surroundings around, CancellationToken cancel)
    {
        if (await NamedReport.FindAsync(store, named, around, cancel).ConfigureAwait(false) is not { } found) return ExitCode.Store;
        var revisions = await store.RevisionsAsync(found.Id, cancel).ConfigureAwait(false);
        var shown = revisions.FirstOrDefault(r => r.Number == (number ?? found.Revision));
        if (shown is null)
        {
            around.Complain($"report {found.Id} has {Shown.Count(revisions.Length, "revision")}, no {number}");
            return ExitCode.Store;
        }
        var twins = await store.SameTextAsync(found.Id, cancel).ConfigureAwait(false);
        var story = (await store.StoriesOfAsync([found.Id], cancel).ConfigureAwait(false)).GetValueOrDefault(found.Id);
        if (json) around.PrintJson(ShownReport.Of(found, shown, revisions, twins) with { StoryId = story });
        else around.Print(Write(found, shown, revisions, twins, story));
        return ExitCode.Ok;
    }

    /// <summary>A text of the report, with the outlet, the date and the address that hold for all of them.</summary>
    internal static Article As(StoredArticle found, Revision shown)
    {
        var (article, settings) = (shown.Article, found.Settings);
        return article with
        {
            Outlet = settings?.Outlet?.Value ?? article.Outlet, Url = settings?.Url?.Value ?? article.Url,
            Published = settings?.Published is not null || article.Published.Value is null ? found.Published : article.Published,
        };
    }

    private static string Write(StoredArticle found, Revision shown, IReadOnlyCollection<Revision> revisions, IReadOnlyCollection<string> twins, string? story)
    {
        var article = As(found, shown);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{SearchCommand.Plain(HeadlineText.Of(article))}\n");
        if (article.Standfirst is { } standfirst) text.Append(CultureInfo.InvariantCulture, $"{SearchCommand.Plain(standfirst)}\n");
        text.Append('\n');
        Line("id", found.Id);
        Line("story", story);
        Line("outlet", OutletName.Of(article));
        Line("by", string.Join(", ", article.Byline));
        Line("credits", string.Join(", ", article.Credits));
        Line("published", article.Published is { Value: { } date, Basis: var basis } ? $"{date} ({Shown.Basis(basis)})" : "no date");
        foreach (var (what, by, at) in Shown.Set(found.Settings)) Line("set", $"{what} (by {by}, {Time(at)})");
        Line("changed", article.Modified);
        Line("section", article.Section);
        Line("partial", article.IsPartial ? "the page shows a part of the report only" : null);
        foreach (var url in found.Urls) Line("address", url);
        Line("arrived", Time(found.Arrived));
        Line(shown.IsFileTime ? "file time" : "read at", Time(shown.SeenAt));
        Line("not read", found.Fault ?? Reader.Refusal(article));
        Line("speakers", shown.Speakers is { } speakers ? string.Join(", ", speakers) : null);
        Line("same text", string.Join(", ", twins));
        if (revisions.Count > 1)
            foreach (var r in revisions)
                Line(
                    $"revision {r.Number}",
                    $"arrived {Time(r.Arrived ?? r.SeenAt)}{(r.Number == shown.Number ? "  (shown)" : "")}"
                );
        var place = 0;
        foreach (var paragraph in article.Text.Split("\n\n"))
        {
            // a post of a live blog opens with its time
            if (!article.Posts.IsDefaultOrEmpty && article.Posts.FirstOrDefault(p => p.Span.Start == place)?.Time is { } time)
                text.Append(CultureInfo.InvariantCulture, $"\n[{time}]");
            text.Append(CultureInfo.InvariantCulture, $"\n{SearchCommand.Plain(paragraph)}\n");
            place += paragraph.Length + 2;
        }
        foreach (var correction in article.Corrections) text.Append(CultureInfo.InvariantCulture, $"\n[{SearchCommand.Plain(correction)}]\n");
        return text.ToString();

        static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) text.Append(CultureInfo.InvariantCulture, $"{name,-12}{SearchCommand.Plain(value)}\n");
        }
    }
}

/// <summary>A report of the store as `show --format json` prints it.</summary>
internal sealed record ShownReport(
    string Id, string Outlet, string? Headline, string? Standfirst, ImmutableArray<string> Byline, ImmutableArray<string> Credits, string? Published,
    string PublishedBasis, string? Modified, string? Section, bool IsPartial
)
{
    /// <summary>The file that it came from; null where it came from the web.</summary>
    public string? Path { get; init; }

    public ImmutableArray<string> Urls { get; init; } = [];

    /// <summary>The story that it stands in; null where no story has taken it in yet.</summary>
    public string? StoryId { get; init; }

    /// <summary>When the store took it in.</summary>
    public DateTimeOffset Arrived { get; init; }

    /// <summary>When the file of the text that is shown was written; null where it came from no file.</summary>
    public DateTimeOffset? FileTime { get; init; }

    /// <summary>What a person set; null where nobody set anything.</summary>
    public ReportSettings? Settings { get; init; }

    /// <summary>Why its statements could not be read; null where they could.</summary>
    public string? Fault { get; init; }

    /// <summary>Null where its statements have not been read.</summary>
    public ImmutableArray<string>? Speakers { get; init; }

    /// <summary>Reports of other outlets with the same text.</summary>
    public ImmutableArray<string> SameText { get; init; } = [];

    /// <summary>The number of the revision that is shown.</summary>
    public int Revision { get; init; }

    public ImmutableArray<RevisionTime> Revisions { get; init; } = [];

    public string Text { get; init; } = "";

    public ImmutableArray<string> Corrections { get; init; } = [];

    public static ShownReport Of(StoredArticle found, Revision shown, IEnumerable<Revision> revisions, ImmutableArray<string> twins)
    {
        var article = ShowCommand.As(found, shown);
        return new ShownReport(
            found.Id, OutletName.Of(article), article.Headline, article.Standfirst, article.Byline, article.Credits, article.Published.Value,
            article.Published.Basis.ToString().ToLowerInvariant(), article.Modified, article.Section, article.IsPartial
        )
        {
            Path = article.Path, Urls = found.Urls, Arrived = found.Arrived, FileTime = shown.IsFileTime ? shown.SeenAt : null, Settings = found.Settings, Fault = found.Fault,
            Speakers = shown.Speakers, SameText = twins,
            Revision = shown.Number, Revisions = [.. revisions.Select(r => new RevisionTime(r.Number, r.Arrived ?? r.SeenAt))], Text = article.Text,
            Corrections = article.Corrections,
        };
    }
}

/// <summary>A revision and when the store took it in.</summary>
internal sealed record RevisionTime(int Number, DateTimeOffset Arrived);

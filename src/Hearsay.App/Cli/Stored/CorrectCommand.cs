using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Web;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay correct …`: what a person says of reports and stories against what was read in them; listed, undone.</summary>
internal static class CorrectCommand
{
    private const int ShelfPlaces = 200, UsuallyListed = 50;
    private const string StoryHelp = "A story's id, or a report in it", ReportHelp = NamedReport.Help;

    public static Command Build(Surroundings around)
    {
        var corrections = new Maker(around);
        return new Command("correct", "Correct what was read: it holds in every later grouping and reading, and can be undone.")
        {
            Move(corrections), Merge(corrections), Split(corrections), Apart(corrections), Remove(corrections),
            Set(corrections, CorrectionKind.Outlet, "NAME", "Say which outlet published a report."),
            Set(corrections, CorrectionKind.Date, "YYYY-MM-DD", "Say on which day a report was published."),
            Set(corrections, CorrectionKind.Address, "URL", "Say at which address a report was published."),
            Speaker(corrections),
            Figure(corrections, CorrectionKind.Hide, "Leave a series of figures out of the briefing."),
            Figure(corrections, CorrectionKind.Pin, "Put a series of figures into the briefing, before others."),
            List(around), Undo(around),
        };
    }

    private static Command Move(Maker corrections)
    {
        var reports = Several("REPORT", ReportHelp, ArgumentArity.OneOrMore);
        var to = new Option<string>("--to") { Description = "The story: " + StoryHelp, HelpName = "STORY", Required = true };
        return corrections.Finish(new Command("move", "Move reports to another story, out of their own for good.") { reports, to }, parsed =>
            new Named(CorrectionKind.Move) { Reports = parsed.GetRequiredValue(reports), Stories = [parsed.GetRequiredValue(to)] });
    }

    private static Command Merge(Maker corrections)
    {
        var stories = Several("STORY", StoryHelp, new ArgumentArity(2, 100));
        return corrections.Finish(new Command("merge", "Make one story of several.") { stories }, parsed =>
            new Named(CorrectionKind.Merge) { Stories = parsed.GetRequiredValue(stories) });
    }

    private static Command Split(Maker corrections)
    {
        var reports = Several("REPORT", ReportHelp, ArgumentArity.OneOrMore);
        return corrections.Finish(new Command("split", "Make a story of their own of some reports of a story.") { reports }, parsed =>
            new Named(CorrectionKind.Split) { Reports = parsed.GetRequiredValue(reports) });
    }

    private static Command Apart(Maker corrections)
    {
        var two = Several("ONE", "Two stories by their ids, or two reports", new ArgumentArity(2, 2));
        return corrections.Finish(new Command("apart", "Never again have two stories, or two reports, in one story.") { two }, parsed =>
            new Named(CorrectionKind.Apart) { Either = parsed.GetRequiredValue(two) });
    }

    private static Command Remove(Maker corrections)
    {
        var reports = Several("REPORT", ReportHelp, ArgumentArity.OneOrMore);
        return corrections.Finish(new Command("remove", "Take reports out of the store until it is undone; imports and feeds pass them over.") { reports }, parsed =>
            new Named(CorrectionKind.Remove) { Reports = parsed.GetRequiredValue(reports) });
    }

    private static Command Set(Maker corrections, CorrectionKind kind, string what, string description)
    {
        var report = new Argument<string>("REPORT") { Description = ReportHelp };
        var value = new Argument<string>(what) { Description = "What is right, whatever the page says" };
        return corrections.Finish(new Command(CorrectionItem.NameOf(kind), description) { report, value }, parsed =>
            new Named(kind) { Reports = [parsed.GetRequiredValue(report)], Value = parsed.GetRequiredValue(value) });
    }

    private static Command Speaker(Maker corrections)
    {
        var report = new Argument<string>("REPORT") { Description = ReportHelp };
        var read = new Argument<string>("READ") { Description = "The speaker as the report was read (`hearsay show` lists them)" };
        var right = new Argument<string>("NAME") { Description = "Who it is" };
        return corrections.Finish(new Command("speaker", "Say who speaks in a report.") { report, read, right }, parsed => new Named(CorrectionKind.Speaker)
        {
            Reports = [parsed.GetRequiredValue(report)], Speaker = parsed.GetRequiredValue(read), Value = parsed.GetRequiredValue(right),
        });
    }

    private static Command Figure(Maker corrections, CorrectionKind kind, string description)
    {
        var story = new Argument<string>("STORY") { Description = StoryHelp };
        var series = new Argument<string>("SERIES") { Description = "The series by its question, or by its id in the JSON of the briefing" };
        return corrections.Finish(new Command(CorrectionItem.NameOf(kind), description) { story, series }, parsed =>
            new Named(kind) { Stories = [parsed.GetRequiredValue(story)], Series = parsed.GetRequiredValue(series) });
    }

    private static Command List(Surroundings around)
    {
        var store = StoreOption.Build();
        var all = new Option<bool>("--all") { Description = "Also those that were undone" };
        var limit = NumberOption.Whole("--limit", "How many at the most, the last made first", UsuallyListed, 1);
        var command = new Command("list", "List what was corrected, by whom and when.") { store, all, limit };
        var format = FormatOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            var filter = new CorrectionFilter { IsHolding = !parsed.GetValue(all), Limit = parsed.GetValue(limit) };
            var found = (await opened.CorrectionsAsync(filter, cancel)).Select(CorrectionItem.Of).ToList();
            if (format.IsJson(parsed, around)) around.PrintJson(found);
            else around.Print(found.Count > 0 ? string.Concat(found.Select(Line)) : "nothing was corrected\n");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Undo(Surroundings around)
    {
        var id = new Argument<long>("ID") { Description = "The number of the correction (`hearsay correct list` shows them)" };
        var (store, who) = (StoreOption.Build(), Who());
        var command = new Command("undo", "Undo a correction: what was said before it holds again.") { id, store, who };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToChange(parsed.GetValue(store));
            var number = parsed.GetRequiredValue(id);
            var (undone, refusal) = await opened.UndoAsync(number, NameOf(parsed.GetValue(who)), DateTimeOffset.UtcNow, cancel);
            if (undone is null)
            {
                around.Complain(refusal ?? $"there is no correction {number}: `hearsay correct list` shows them");
                return ExitCode.Store;
            }

            await ImportCommand.ReadStoriesAsync(opened, parsed.GetValue(store), around, cancel);
            around.Print("undone: " + Line(CorrectionItem.Of(undone)));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Argument<string[]> Several(string name, string help, ArgumentArity arity)
    {
        var argument = new Argument<string[]>(name) { Description = help, Arity = arity };
        argument.Validators.Add(Arguments.RefuseUnknownOptions);
        return argument;
    }

    private static Option<string?> Who() => new("--who") { Description = "Who says so (else the user's name)", HelpName = "NAME" };

    private static string NameOf(string? who) => who is { Length: > 0 } ? who : Environment.UserName is { Length: > 0 } user ? user : SetCommand.Person;

    private static string Line(CorrectionItem item)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{item.Id,4}  {item.At:u}  {SearchCommand.Plain(item.Who)}  {item.Kind}  ");
        line.Append(item.Reports.Length > 3 ? Shown.Count(item.Reports.Length, "report") : string.Join(' ', item.Reports));
        if (item.With.Length > 0) line.Append(CultureInfo.InvariantCulture, $"  with {Shown.Count(item.With.Length, "report")}");
        if (item.Without.Length > 0) line.Append(CultureInfo.InvariantCulture, $"  not with {Shown.Count(item.Without.Length, "report")}");
        if (item.Speaker is not null) line.Append(CultureInfo.InvariantCulture, $"  {SearchCommand.Plain(item.Speaker)} is");
        if (item.Value is not null) line.Append(CultureInfo.InvariantCulture, $"  {SearchCommand.Plain(item.Value)}");
        if (item.UndoneBy is not null) line.Append(CultureInfo.InvariantCulture, $"  (undone by {SearchCommand.Plain(item.UndoneBy)}, {item.UndoneAt:u})");
        return line.Append('\n').ToString();
    }

    /// <summary>What a command names, as a person names it.</summary>
    private sealed record Named(CorrectionKind Kind)
    {
        public string[] Reports { get; init; } = [];

        public string[] Stories { get; init; } = [];

        /// <summary>Two stories or two reports.</summary>
        public string[] Either { get; init; } = [];

        public string? Value { get; init; }

        public string? Speaker { get; init; }

        public string? Series { get; init; }
    }

    /// <summary>Finds what a command names and makes the correction.</summary>
    private sealed class Maker(Surroundings around)
    {
        public Command Finish(Command command, Func<ParseResult, Named> asked)
        {
            var (store, who) = (StoreOption.Build(), Who());
            command.Options.Add(store);
            command.Options.Add(who);
            command.SetAction(async (parsed, cancel) =>
            {
                await using var opened = StoreOption.OpenToChange(parsed.GetValue(store));
                if (await FindAsync(opened, asked(parsed), NameOf(parsed.GetValue(who)), cancel) is not { } request) return ExitCode.Store;
                var corrector = new Corrector(opened, new StoryViews(new DeepReader(new ReportShelf(ShelfPlaces))), TimeProvider.System);
                var (made, refusal) = await corrector.MakeAsync(request, cancel);
                if (made is null)
                {
                    around.Complain(refusal!.Why);
                    return refusal.Kind == RefusalKind.Wrong ? ExitCode.WrongUsage : ExitCode.Store;
                }

                await ImportCommand.ReadStoriesAsync(opened, parsed.GetValue(store), around, cancel);
                around.Print("corrected: " + Line(CorrectionItem.Of(made)));
                return ExitCode.Ok;
            });
            return command;
        }

        /// <summary>The request with ids; null where somebody is named who is not there, then that has been said.</summary>
        private async Task<CorrectionRequest?> FindAsync(INewsStore store, Named named, string who, CancellationToken cancel)
        {
            var (reports, stories) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
            var areStories = named.Either.Length > 0 && await store.FindStoryAsync(named.Either[0], cancel) is not null;
            foreach (var report in areStories ? named.Reports : [.. named.Reports, .. named.Either])
            {
                if (await NamedReport.FindAsync(store, report, around, cancel) is not { } article) return null;
                reports.Add(article.Id);
            }

            foreach (var story in areStories ? named.Either : named.Stories)
            {
                if (await StoryNamedAsync(store, story, cancel) is not { } id) return null;
                stories.Add(id);
            }

            return new CorrectionRequest(named.Kind, who)
            {
                Reports = reports.ToImmutable(), Stories = stories.ToImmutable(), Value = named.Value, Speaker = named.Speaker, Series = named.Series,
            };
        }

        private async Task<string?> StoryNamedAsync(INewsStore store, string named, CancellationToken cancel)
        {
            if (await store.FindStoryAsync(named, cancel) is { } story) return story.Id;
            if (await NamedReport.FindAsync(store, named, around, cancel) is not { } article) return null;
            if ((await store.StoriesOfAsync([article.Id], cancel)).GetValueOrDefault(article.Id) is { } id) return id;
            around.Complain($"report {article.Id} stands in no story yet");
            return null;
        }
    }
}

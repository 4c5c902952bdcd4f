using System.CommandLine;
using Hearsay.App.Cli.Feeds;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources.Web;

namespace Hearsay.App.Cli;

/// <summary>
/// `hearsay record URL|FILE`: a page and what is read from it, side by side in two files: a test case, once a person has put right what is wrong in
/// the second.
/// </summary>
internal static class RecordCommand
{
    public static Command Build(Surroundings around)
    {
        var page = new Argument<string>("PAGE") { Description = "The address of a page (http, https), or an HTML file" };
        var folder = new Option<string>("--to")
        {
            Description = "The folder for the two files; the current one where it is not given", HelpName = "FOLDER", DefaultValueFactory = _ => ".",
        };
        var force = OutputFile.Force();
        var command = new Command("record", "Write a page and what is read from it as a test case: NAME.html and NAME.json.") { page, folder, force };
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var fetcher = web.Open(parsed);
            var to = new Place(parsed.GetRequiredValue(folder), parsed.GetValue(force));
            return await RunAsync(parsed.GetRequiredValue(page), to, fetcher, around, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(string address, Place to, Fetcher fetcher, Surroundings around, CancellationToken cancel)
    {
        var (page, trouble) = await PageAsync(address, fetcher, cancel).ConfigureAwait(false);
        var (article, reason) = page is null ? default : PageReader.Read(page);
        if (page is null || article is null)
        {
            around.Complain($"{address}: {trouble ?? reason}");
            return ExitCode.UnreadInput;
        }
        var path = Path.Combine(Path.GetFullPath(to.Folder), RecordedPage.NameOf(article.Url ?? address));
        try
        {
            Directory.CreateDirectory(to.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            around.Complain($"{to.Folder}: there is no such folder, and none can be made there");
            return ExitCode.WrongUsage;
        }
        if (!OutputFile.IsFree(path + ".html", to.Force, around) || !OutputFile.IsFree(path + ".json", to.Force, around)) return ExitCode.WrongUsage;
        OutputFile.Write(path + ".html", page.Content);
        OutputFile.Write(path + ".json", RecordedPage.Expected(article));
        around.Print($"{path}.html\n{path}.json\n");
        return ExitCode.Ok;
    }

    private static async Task<(RawPage? Page, string? Trouble)> PageAsync(string given, Fetcher fetcher, CancellationToken cancel)
    {
        var source = await GivenPages.ReadAsync([given], fetcher, cancel).ConfigureAwait(false);
        return source.Pages is [{ Format: PageFormat.Html } only]
            ? (only, null)
            : (null, source.Failures is [var failure, ..] ? failure.Reason : "it is not one page of HTML");
    }

    /// <summary>Where the two files go, and whether they may take the place of others.</summary>
    private sealed record Place(string Folder, bool Force);
}

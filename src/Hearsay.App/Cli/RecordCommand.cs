using System.CommandLine;
using Hearsay.App.Cli.Feeds;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
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
        var folder = new Option<string>("--to") { Description = "The folder for the two files", DefaultValueFactory = _ => "." };
        var command = new Command("record", "Write a page and what is read from it as a test case: NAME.html and NAME.json.") { page, folder };
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var fetcher = web.Open(parsed);
            return await RunAsync(parsed.GetRequiredValue(page), parsed.GetRequiredValue(folder), fetcher, around, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(string address, string folder, Fetcher fetcher, Surroundings around, CancellationToken cancel)
    {
        var (page, trouble) = await PageAsync(address, fetcher, cancel).ConfigureAwait(false);
        var (article, reason) = page is null ? default : PageReader.Read(page);
        if (page is null || article is null)
        {
            around.Complain($"{address}: {trouble ?? reason}");
            return ExitCode.UnreadInput;
        }
        Directory.CreateDirectory(folder);
        var name = RecordedPage.NameOf(article.Url ?? address);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), page.Content, cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), RecordedPage.Expected(article), cancel).ConfigureAwait(false);
        around.Print($"{Path.Combine(folder, name)}.html\n{Path.Combine(folder, name)}.json\n");
        return ExitCode.Ok;
    }

    private static async Task<(RawPage? Page, string? Trouble)> PageAsync(string address, Fetcher fetcher, CancellationToken cancel)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            var (page, answer, reason) = await WebSource
                .ReadAsync(new FetchRequest(uri!), fetcher, TimeProvider.System, cancel)
                .ConfigureAwait(false);
            return (page, reason ?? answer.Reason);
        }
        var source = PageSource.Read([address]);
        return source.Pages is [{ Format: PageFormat.Html } only]
            ? (only, null)
            : (null, source.Failures is [var failure, ..] ? failure.Reason : "it is not one page of HTML");
    }
}

using System.Text.Json.Nodes;
using Hearsay.Tests.Briefings;
using Hearsay.Tests.Cli;
using Hearsay.Tests.Desk;
using Microsoft.Playwright;

namespace Hearsay.Tests.Web;

/// <summary>The same reports, dropped in through the page and given to `brief` as a folder, give the same briefing.</summary>
[Trait("Lane", "slow")]
public sealed class SeedsDroppedTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The reports beside the repository where they are there, and samples of our own.</summary>
    public static TheoryData<string, bool> Folders =>
        new()
        {
            { "samples/dam-breach", false },
            { "samples/ferry-strike", true },
            { "../shared/seeds", false },
            { "../shared/seeds", true },
        };

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Files_given_to_the_page_become_the_briefing_of_the_command(string folder, bool dragged)
    {
        var path = Repository.At(folder);
        Assert.SkipUnless(Directory.Exists(path), $"there is no {folder} beside the repository");
        var files = Directory.GetFiles(path);
        var command = CommandRun.Of("brief", path, "--format", "json");
        Assert.Equal(0, command.Code);
        // A file may hold several reports.
        var reports = JsonNode.Parse(command.Output)!["articles"]!.AsArray().Count;
        await using var desk = await OpenDesk.StartAsync(("requests-per-minute", "100000"), ("quick", "no"));
        await using var open = await browser.Visit(new Uri(desk.Address, "/sources"), 1440);
        if (dragged) await DragAsync(open.Page, files);
        else
        {
            await open.Page.Locator("#pick").SetInputFilesAsync(files);
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "Read them" }).ClickAsync();
        }

        await OpenDesk.UntilAsync(async () => (await desk.Store.StatsAsync(Cancel)).Articles == reports);
        await desk.SettledAsync();
        await Assertions.Expect(open.Page.Locator("#intake li .v")).ToHaveCountAsync(files.Length, new() { Timeout = 20_000 });
        var story = Assert.Single((await desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray()).GetProperty("id").GetString();
        var served = await desk.Http.GetStringAsync($"/api/stories/{story}", Cancel);
        Assert.Equal(Comparable(command.Output), Comparable(served));
    }

    /// <summary>Files let go over the page, as a browser tells it.</summary>
    private static async Task DragAsync(IPage page, string[] files)
    {
        var given = files.Select(f => new { name = Path.GetFileName(f), text = File.ReadAllText(f) }).ToArray();
        await page.EvaluateAsync("""
            files => {
              const data = new DataTransfer();
              for (const file of files) data.items.add(new File([file.text], file.name));
              for (const type of ["dragenter", "dragover", "drop"]) document.querySelector("main").dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, given);
    }

    /// <summary>Without the two things that must differ: where the files lay, and the id that the story has on the desk.</summary>
    private static string Comparable(string json)
    {
        var document = JsonNode.Parse(json)!;
        foreach (var article in document["articles"]!.AsArray()) article!["path"] = Path.GetFileName(article["path"]!.GetValue<string>());
        foreach (var story in document["stories"]!.AsArray()) story!["id"] = "";
        return document.ToJsonString();
    }
}

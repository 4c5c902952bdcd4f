using System.Net.Http.Json;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

/// <summary>What a report has of the text of an earlier one, as the desk tells it.</summary>
public sealed class CopiesTests
{
    private const string Wire =
        "The ferry line that links the islands of Norvik and Tessel will stop for six weeks from the first of May, the harbour office of Norvik wrote on Monday. "
        + "Both ferries are to be taken to the yard at Aldersea, where their engines will be replaced by ones that run on methanol made from wood.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_names_earlier_ones_whose_text_it_has_after_a_restart_too()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        var first = await TakenInAsync(desk, new { text = Wire, outlet = "Norvik Post", headline = "Ferries stop for six weeks", published = "2031-04-02T06:00:00Z" });
        var copy = await TakenInAsync(desk, new { text = "Island shops fear for their spring trade.\n\n" + Wire, outlet = "Tessel Courier", headline = "Shops fear the spring", published = "2031-04-02T09:00:00Z" });
        var found = Assert.Single((await desk.JsonAsync($"/api/reports/{copy}/copies")).EnumerateArray());
        Assert.Equal((first, "verbatim", "theirs"), (found.GetProperty("id").GetString(), found.GetProperty("kind").GetString(), found.GetProperty("source").GetString()));
        Assert.StartsWith("The ferry line", found.GetProperty("passages")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty((await desk.JsonAsync($"/api/reports/{first}/copies")).EnumerateArray());
        Assert.Contains("Norvik Post: the same text, taken from there, ", await desk.Http.GetStringAsync($"/reports/{copy}", Cancel), StringComparison.Ordinal);

        await desk.StopAsync();
        await desk.StartAgainAsync();
        var late = await TakenInAsync(desk, new { text = Wire, outlet = "Aldersea Echo", headline = "Yard gets two ferries", published = "2031-04-02T12:00:00Z" });
        Assert.Contains(first, (await desk.JsonAsync($"/api/reports/{late}/copies")).EnumerateArray().Select(c => c.GetProperty("id").GetString()));
    }

    private static async Task<string> TakenInAsync(OpenDesk desk, object report)
    {
        var known = await IdsAsync(desk);
        using var answer = await desk.Http.PostAsJsonAsync("/api/reports", report, Cancel);
        var job = answer.Headers.Location!.ToString();
        await OpenDesk.UntilAsync(async () => (await desk.JsonAsync(job)).GetProperty("isDone").GetBoolean());
        await desk.SettledAsync();
        return (await IdsAsync(desk)).Except(known).Single();
    }

    private static async Task<string[]> IdsAsync(OpenDesk desk) =>
        [.. (await desk.JsonAsync("/api/reports")).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
}

using System.Text;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>A desk that has nothing to do.</summary>
[Trait("Lane", "slow")]
public sealed class IdleDeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clients_wrong_request_is_no_fault_in_the_log()
    {
        using var folder = new TemporaryFolder();
        using var desk = DeskProcess.Start(Path.Combine(folder.Path, "wrong.db"), DeskProcess.FreePort());
        await desk.ReadyAsync();
        foreach (var path in (string[])["/api/stories?limit=abc", "/api/stories?contested=maybe"])
        {
            using var answer = await desk.Http.GetAsync(path, Cancel);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var broken = new StringContent("{\"url\":", Encoding.UTF8, "application/json");
        using var refused = await desk.Http.PostAsync("/api/feeds", broken, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        // what is written at the end stands behind whatever those requests wrote
        Assert.Equal(0, await desk.InterruptAsync());
        await OpenDesk.UntilAsync(() => Task.FromResult(desk.Log.Any(line => line.Contains("The desk is closed", StringComparison.Ordinal))));
        Assert.DoesNotContain(
            desk.Log,
            line => line.Contains("\"Error\"", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_desk_with_nothing_to_do_does_nothing_and_readers_who_leave_are_no_fault()
    {
        using var folder = new TemporaryFolder();
        using var desk = DeskProcess.Start(Path.Combine(folder.Path, "idle.db"), DeskProcess.FreePort());
        await desk.ReadyAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(LoopbackOutlets.Report(1).GetRawText())), "files", "one.jsonl" },
        };
        using var accepted = await desk.Http.PostAsync("/api/imports", form, Cancel);
        await OpenDesk.UntilAsync(async () => (await desk.ListAsync("/api/stories")).Any(s => s.GetProperty("outlets").GetArrayLength() > 0));
        using (var searched = await desk.Http.GetAsync("/search?q=secretquery", Cancel)) Assert.True(searched.IsSuccessStatusCode);
        using (var lost = await desk.Http.GetAsync("/stories/secretstory", Cancel)) Assert.False(lost.IsSuccessStatusCode);
        using (var leaving = await desk.Http.GetStreamAsync("/api/changes", Cancel)) Assert.NotEqual(-1, leaving.ReadByte());
        // two seconds in which it used hardly any processor time: one that goes round in circles never has them
        await OpenDesk.UntilAsync(async () =>
        {
            var before = desk.Used;
            await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
            return desk.Used - before < TimeSpan.FromSeconds(0.2);
        });
        Assert.DoesNotContain(
            desk.Log,
            line => line.Contains("\"Error\"", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)
        );
        Assert.Equal(0, await desk.InterruptAsync());
        Assert.All(desk.Log.Where(line => line.Length > 0), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        Assert.DoesNotContain(
            desk.Log,
            line =>
                line.Contains("secret", StringComparison.Ordinal)
                || line.Contains(LoopbackOutlets.Report(1).GetProperty("title").GetString()!, StringComparison.Ordinal)
        );
    }
}

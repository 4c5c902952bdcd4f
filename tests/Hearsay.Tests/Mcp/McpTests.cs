using System.Text.Json;
using Hearsay.App.Cli;
using Hearsay.Tests.Cli;
using Hearsay.Tests.Desk;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Hearsay.Tests.Mcp;

/// <summary>The tools for assistants, asked by the protocol's own client: of a process over its standard streams, and of the desk over HTTP.</summary>
public sealed class McpTests(SamplesDesk samples) : IClassFixture<SamplesDesk>
{
    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Lane", "slow")]
    public async Task A_process_answers_over_its_standard_streams()
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "news.db");
        Assert.Equal(0, CommandRun.Of("import", Repository.At("samples"), "--store", store).Code);
        var transport = new StdioClientTransport(
            new StdioClientTransportOptions
            {
                Command = "dotnet", Arguments = [typeof(CommandLine).Assembly.Location, "mcp", "--store", store, "--quick"],
            }
        );
        await using var client = await McpClient.CreateAsync(transport, cancellationToken: Cancel);
        await AnswersAsync(client);
    }

    [Fact]
    public async Task The_desk_answers_over_http()
    {
        await using var client = await ClientAsync();
        Assert.Contains("check it", client.ServerInstructions, StringComparison.Ordinal);
        await AnswersAsync(client);
    }

    [Theory]
    [InlineData("check", """{"sentence":"Rain."}""", "the sentence is too short")]
    [InlineData("find", """{"query":""}""", "query says what to look for")]
    [InlineData("find", """{"query":"ferry","limit":0}""", "limit must be from 1 to 50")]
    [InlineData("brief", """{"story":"nothing"}""", "there is no story 'nothing'")]
    [InlineData("brief", """{"story":"nothing","length":"long"}""", "length must be short, page or full")]
    [InlineData("who_said_what", "{}", "who says whose words")]
    [InlineData("who_said_what", """{"story":"nothing"}""", "there is no story 'nothing'")]
    [InlineData("who_said_what", """{"who":"Petrie","limit":51}""", "limit must be from 1 to 50")]
    public async Task What_is_asked_wrongly_is_refused_with_the_reason(string tool, string arguments, string reason)
    {
        await using var client = await ClientAsync();
        var answer = await client.CallToolAsync(tool, Arguments(arguments), cancellationToken: Cancel);
        Assert.True(answer.IsError);
        Assert.Contains(reason, Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_with_a_token_wants_it()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"), ("token", "a-token-of-the-test"));
        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(desk.Address, null));
        await using var client = await ConnectAsync(desk.Address, "a-token-of-the-test");
        Assert.Equal(4, (await client.ListToolsAsync(cancellationToken: Cancel)).Count);
    }

    private Task<McpClient> ClientAsync() => ConnectAsync(_desk.Address, null);

    private static Task<McpClient> ConnectAsync(Uri desk, string? token) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(desk, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = token is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer " + token },
        }),
        cancellationToken: Cancel
    );

    private static async Task AnswersAsync(McpClient client)
    {
        var tools = await client.ListToolsAsync(cancellationToken: Cancel);
        Assert.Equal(["brief", "check", "find", "who_said_what"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations?.ReadOnlyHint));

        var check = await CallAsync(client, "check", """{"sentence":"President Edmund Lasko declared three days of national mourning."}""");
        var carried = Assert.Single(check.GetProperty("carried").GetProperty("items").EnumerateArray());
        Assert.StartsWith("President Edmund Lasko declared", carried.GetProperty("text").GetString(), StringComparison.Ordinal);

        var find = await CallAsync(client, "find", """{"query":"ferry strike","limit":3}""");
        Assert.InRange(find.GetProperty("items").GetArrayLength(), 1, 3);

        var said = await CallAsync(client, "who_said_what", """{"who":"haldane"}""");
        var words = said.GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(words, w => w.GetProperty("words").GetString()!.Contains("That paper was wrong", StringComparison.Ordinal));
        Assert.All(words, w => Assert.Equal("Ines Haldane", w.GetProperty("speaker").GetString()));

        var brief = await client.CallToolAsync("brief", Arguments($$"""{"story":"{{carried.GetProperty("articleId").GetString()}}","length":"short"}"""), cancellationToken: Cancel);
        Assert.StartsWith("# ", Text(brief), StringComparison.Ordinal);
        Assert.Contains("Corvane Dam", Text(brief), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, string arguments)
    {
        var answer = await client.CallToolAsync(tool, Arguments(arguments), cancellationToken: Cancel);
        Assert.False(answer.IsError is true, Text(answer));
        return answer.StructuredContent!.Value;
    }

    private static Dictionary<string, object?> Arguments(string json) => JsonSerializer.Deserialize<Dictionary<string, object?>>(json)!;

    private static string Text(CallToolResult answer) => string.Concat(answer.Content.OfType<TextContentBlock>().Select(t => t.Text));
}

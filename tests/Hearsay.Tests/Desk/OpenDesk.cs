using System.Net.Http.Json;
using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Desk;

/// <summary>A desk on a store of its own, listening on a free port of the loopback.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Dictionary<string, string> _options;
    private WebApplication _app;

    private OpenDesk(TemporaryFolder folder, SqliteNewsStore store, WebApplication app, Dictionary<string, string> options)
    {
        (_folder, Store, _app, _options) = (folder, store, app, options);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public SqliteNewsStore Store { get; }

    public Uri Address { get; }

    /// <summary>Where dropped files wait.</summary>
    public string Incoming => Path.Combine(_folder.Path, "hearsay.db.incoming");

    public HttpClient Http { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens a desk with these options (name, value) on an empty store; it reads quickly unless they say otherwise.</summary>
    public static async Task<OpenDesk> StartAsync(params (string Name, string Value)[] options)
    {
        var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "hearsay.db");
        var given = options.Append(("quick", "yes")).Append(("listen", "http://127.0.0.1:0")).DistinctBy(o => o.Item1).ToDictionary(o => o.Item1, o => o.Item2, StringComparer.Ordinal);
        var store = SqliteNewsStore.Open(file);
        return new OpenDesk(folder, store, await ServeAsync(store, file, given), given);
    }

    /// <summary>Closes the desk; its store stays open.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    /// <summary>Opens a desk that was closed, at the same address, with these options changed.</summary>
    public async Task StartAgainAsync(params (string Name, string Value)[] options)
    {
        foreach (var (name, value) in options) _options[name] = value;
        _options["listen"] = Address.GetLeftPart(UriPartial.Authority);
        _app = await ServeAsync(Store, Path.Combine(_folder.Path, "hearsay.db"), _options);
    }

    private static async Task<WebApplication> ServeAsync(SqliteNewsStore store, string file, Dictionary<string, string> options)
    {
        var (settings, faults) = DeskSettings.Bind(options.GetValueOrDefault, _ => null, null);
        Assert.Empty(faults);
        var app = DeskHost.Build(store, file, settings!, quiet: true);
        await app.StartAsync(Cancel);
        return app;
    }

    /// <summary>Drops files in and waits until every report in them is in a briefed story.</summary>
    public async Task DropAsync(params string[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files) form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file, Cancel)), "files", Path.GetFileName(file));
        using var answer = await Http.PostAsync("/api/imports", form, Cancel);
        answer.EnsureSuccessStatusCode();
        await UntilAsync(async () => (await JsonAsync("/api/imports")).EnumerateArray().All(i => i.GetProperty("isDone").GetBoolean()));
        await SettledAsync();
    }

    /// <summary>Waits until nothing waits to be taken in or briefed, or to be read deeply where the desk does.</summary>
    public Task SettledAsync() => UntilAsync(async () =>
    {
        if ((await Store.ListArticlesAsync(new ArticleFilter { Waiting = true, Limit = 1 }, Cancel)).Articles.Length > 0) return false;
        if ((await Store.ListStoriesAsync(new StoryFilter { IsDateless = true, Limit = 1 }, Cancel)).Stories.Length > 0) return false;
        var stories = (await Store.ListStoriesAsync(new StoryFilter { Limit = 500 }, Cancel)).Stories;
        var isDeep = _options.GetValueOrDefault("quick") == "no";
        return stories.All(s => StoryCard.Parse(s.Summary) is { } card && card.Version == s.Version && (card.IsDeep || !isDeep));
    });

    public Task<JsonElement> JsonAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path, Cancel)!;

    /// <summary>Waits until it holds; fails where that takes longer than a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var end = DateTime.UtcNow.AddMinutes(1);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < end, "it did not come about within a minute");
            await Task.Delay(50, Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}

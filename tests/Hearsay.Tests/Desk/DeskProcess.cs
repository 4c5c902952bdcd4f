using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>`hearsay serve` as a process of its own, which can be killed.</summary>
internal sealed class DeskProcess : IDisposable
{
    private readonly Process _process;
    private volatile bool _isKilled;

    private DeskProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Http { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What it has written to its log.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it; it may not answer yet.</summary>
    public static DeskProcess Start(string store, int port, params string[] options)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(CommandLine).Assembly.Location,
                    "serve", "--store", store, "--listen", address, "--requests-per-minute", "1000000",
                    .. options,
                ]
            )
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var desk = new DeskProcess(process, new Uri(address));
        process.OutputDataReceived += (_, line) => desk.Log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return desk;
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public Task ReadyAsync() => OpenDesk.UntilAsync(async () =>
    {
        if (_isKilled) throw new OperationCanceledException();
        Assert.False(_process.HasExited && !_isKilled, "the desk ended by itself");
        try
        {
            using var answer = await Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    public Task<JsonElement> JsonAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken)!;

    /// <summary>Every item of a list that comes in pages.</summary>
    public async Task<List<JsonElement>> ListAsync(string path)
    {
        var (all, cursor) = (new List<JsonElement>(), (string?)null);
        do
        {
            var page = await JsonAsync($"{path}?limit=200{(cursor is null ? "" : "&cursor=" + cursor)}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return all;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _isKilled = true;
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ctrl-C, and its exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        using var signal = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        Http.Dispose();
    }
}

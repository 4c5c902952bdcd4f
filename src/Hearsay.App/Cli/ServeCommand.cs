using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.App.Logging;
using Hearsay.Storage.Sqlite;

namespace Hearsay.App.Cli;

/// <summary>`hearsay serve`: the desk, a live page for people and an API for programs, on one store.</summary>
internal static class ServeCommand
{
    public static Command Build(Surroundings around)
    {
        var store = StoreOption.Build();
        var config = new Option<string?>("--config") { Description = "A JSON file with any of the options below as keys", HelpName = "FILE" };
        var flags = DeskOptions.All.ToDictionary(o => o.Name, Flag, StringComparer.Ordinal);
        var command = new Command("serve", "Open the desk: stories and briefings in the browser, brought up to date as news comes in.")
        {
            store,
            config,
        };
        foreach (var option in DeskOptions.All) command.Options.Add(flags[option.Name]);
        command.SetAction(async (parsed, cancel) =>
        {
            var (settings, faults) = DeskSettings.Bind(
                name => parsed.GetValue(flags[name]),
                Environment.GetEnvironmentVariable,
                parsed.GetValue(config)
            );
            foreach (var fault in faults) around.Complain(fault);
            return settings is null ? ExitCode.WrongUsage : await RunAsync(StoreOption.FileOf(parsed.GetValue(store)), settings, around, cancel);
        });
        return command;
    }

    /// <summary>An option that is yes or no may stand alone, as other commands have it: then it means yes.</summary>
    private static Option<string?> Flag(DeskOption option)
    {
        var isSwitch = option.Fault("yes") is null && option.Fault("no") is null && option.Fault("?") is not null;
        return new Option<string?>("--" + option.Name)
        {
            Description = option.Help + (option.Default.Length > 0 ? $" [default: {option.Default}]" : ""),
            HelpName = isSwitch ? "yes|no" : option.Name.ToUpperInvariant(),
            Arity = isSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            CustomParser = result => result.Tokens is [var given, ..] ? given.Value : "yes",
        };
    }

    private static async Task<int> RunAsync(string file, DeskSettings settings, Surroundings around, CancellationToken cancel)
    {
        if (Refusal(settings.Listen) is { } reason)
        {
            around.Complain($"{settings.Listen}: {reason}");
            return ExitCode.WrongUsage;
        }

        await using var store = SqliteNewsStore.Open(file);
        using var mark = DeskMark.Take(file);
        if (mark.IsTaken) around.Complain(DeskMark.Warning(file));
        if (settings.AllowPrivate) await RefusedFeeds.ReleaseAsync(store, DateTimeOffset.UtcNow, cancel);
        await using var desk = DeskHost.Build(store, file, settings);
        await desk.StartAsync(cancel);
        var log = desk.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Hearsay.Desk");
        DeskLog.Open(log, settings.Listen, file);
        around.Error.WriteLine($"hearsay: open at {settings.Listen} (Ctrl-C closes)");
        await desk.WaitForShutdownAsync(cancel);
        DeskLog.Closed(log);
        return ExitCode.Ok;
    }

    /// <summary>Why nobody can listen there; null where one can. Asked beforehand, since the web server says it in many lines of its own.</summary>
    private static string? Refusal(Uri address)
    {
        try
        {
            var host = address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(address.DnsSafeHost);
            using var listener = new TcpListener(host, address.Port);
            listener.Start();
            return null;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "another program listens there already (--listen takes another address)"
                : fault.Message;
        }
    }
}

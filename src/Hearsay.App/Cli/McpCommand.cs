using System.CommandLine;
using Hearsay.App.Checks;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.App.Mcp;

namespace Hearsay.App.Cli;

/// <summary>`hearsay mcp`: a store for assistants, by the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    private const int Shelf = 300;

    public static Command Build(Surroundings around)
    {
        var (store, quick) = (StoreOption.Build(), QuickOption.Build());
        var command = new Command("mcp", "Serve the store to an assistant by the Model Context Protocol: check, find, brief, who said what.") { store, quick };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            var host = Host.CreateEmptyApplicationBuilder(null);
            host.Services.AddSingleton(opened)
                .AddSingleton(new DeepReader(new ReportShelf(Shelf), parsed.GetValue(quick)))
                .AddSingleton<StoreCheck>()
                .AddSingleton<WhoSaidWhat>()
                .AddSingleton<StoryViews>()
                .AddNewsTools()
                .WithStreamServerTransport(around.Input, around.Output);
            await host.Build().RunAsync(cancel);
            return ExitCode.Ok;
        });
        return command;
    }
}

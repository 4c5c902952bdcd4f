using System.CommandLine;
using Hearsay.Sources.Web;

namespace Hearsay.App.Cli.Feeds;

/// <summary>How a command uses the network: the options for it, and the fetcher that they want.</summary>
internal sealed class WebOption
{
    private readonly Option<bool> local = new("--allow-private") { Description = "Ask private, loopback and link-local addresses too" };
    private readonly Option<double> pause = NumberOption.Seconds("--pause", "Seconds between two requests to one host", usual: 2, most: 3600);

    private WebOption(Command command)
    {
        command.Options.Add(local);
        command.Options.Add(pause);
    }

    /// <summary>Gives a command the options.</summary>
    public static WebOption On(Command command) => new(command);

    /// <summary>True where private addresses may be asked.</summary>
    public bool AllowsPrivate(ParseResult parsed) => parsed.GetValue(local);

    /// <summary>A fetcher as the options want it.</summary>
    public Fetcher Open(ParseResult parsed) =>
        new(new WebOptions { AllowPrivate = parsed.GetValue(local), Pause = TimeSpan.FromSeconds(parsed.GetValue(pause)) }, TimeProvider.System);
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Hearsay.Sources.Web;

namespace Hearsay.App.Cli.Feeds;

/// <summary>How a command uses the network: the options for it, and the fetcher that they want.</summary>
internal sealed class WebOption
{
    private readonly Option<bool> local = new("--allow-private") { Description = "Ask private, loopback and link-local addresses too" };
    private readonly Option<double> pause = new("--pause")
    {
        Description = "Seconds between two requests to one host",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 2,
    };

    private WebOption(Command command)
    {
        pause.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(result.GetValueOrDefault<double>() is >= 0 and <= 3600))
                result.AddError("--pause takes seconds from 0 to 3600.");
        });
        command.Options.Add(local);
        command.Options.Add(pause);
    }

    /// <summary>Gives a command the options.</summary>
    public static WebOption On(Command command) => new(command);

    /// <summary>A fetcher as the options want it.</summary>
    public Fetcher Open(ParseResult parsed) =>
        new(new WebOptions { AllowPrivate = parsed.GetValue(local), Pause = TimeSpan.FromSeconds(parsed.GetValue(pause)) }, TimeProvider.System);
}

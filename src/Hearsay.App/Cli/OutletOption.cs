using System.Collections.Immutable;
using System.CommandLine;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.App.Cli;

/// <summary>--outlet: who published reports whose files name nobody.</summary>
internal static class OutletOption
{
    public static Option<string?> Build()
    {
        var option = new Option<string?>("--outlet") { Description = "Who published the reports that name no outlet", HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !given.Any(char.IsLetterOrDigit)) result.AddError($"--outlet takes a name, not '{given}'.");
        });
        return option;
    }

    /// <summary>The pages, those that name no outlet with the one given.</summary>
    public static ImmutableArray<RawPage> Apply(string? outlet, ImmutableArray<RawPage> pages) =>
        outlet is null ? pages : [.. pages.Select(p => PageReader.Read(p).Article is { Outlet: null } ? p with { Outlet = outlet } : p)];
}

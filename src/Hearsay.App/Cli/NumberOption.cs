using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Hearsay.App.Cli;

/// <summary>Options that take a number within a range; anything else is refused in a line that names the option and the range.</summary>
internal static class NumberOption
{
    /// <summary>A whole number within a range; <paramref name="usual"/> where the option is not given.</summary>
    public static Option<int> Whole(string name, string description, int usual, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = result => (int)(Read(result, name, NumberStyles.None, least, most) ?? usual),
    };

    /// <summary>A whole number from 1 on, null where the option is not given.</summary>
    public static Option<int?> Ordinal(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => (int?)Read(result, name, NumberStyles.None, 1, int.MaxValue),
    };

    /// <summary>Seconds, from 0 to <paramref name="most"/>, with parts of a second.</summary>
    public static Option<double> Seconds(string name, string description, double usual, int most) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => usual,
        CustomParser = result => (double)(Read(result, name, NumberStyles.AllowDecimalPoint, 0, most) ?? (decimal)usual),
    };

    private static decimal? Read(ArgumentResult result, string name, NumberStyles styles, int least, int most)
    {
        var given = result.Tokens[0].Value;
        if (decimal.TryParse(given, styles, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        var range = most == int.MaxValue ? $"from {least} on" : string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}");
        result.AddError($"{name} takes a number {range}, not '{given}'");
        return null;
    }
}

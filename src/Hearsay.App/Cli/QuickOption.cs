using System.CommandLine;
using Hearsay.Language;

namespace Hearsay.App.Cli;

/// <summary>--quick, for each command that reads deeply.</summary>
internal static class QuickOption
{
    public static Option<bool> Build() =>
        new("--quick") { Description = "Read by the small models alone: many times quicker, with more errors in trees and names" };

    /// <summary>What a command reads with that compares reports, or one that does not; null where it reads quickly.</summary>
    public static DeepReadings? Readings(bool quick, bool compares) => quick ? null : new DeepReadings { FindMeanings = compares };
}

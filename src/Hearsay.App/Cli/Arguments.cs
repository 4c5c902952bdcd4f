using System.CommandLine.Parsing;

namespace Hearsay.App.Cli;

/// <summary>What several commands ask of their arguments.</summary>
internal static class Arguments
{
    /// <summary>A word that begins like an option is a slip of the keyboard, not a file.</summary>
    public static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
        {
            result.AddError($"'{token.Value}' is no option of this command (a file of that name is ./{token.Value})");
        }
    }
}

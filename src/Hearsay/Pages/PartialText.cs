using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// Whether a page shows a part of the report only: its text breaks off with dots; a line of the page says that the rest is for subscribers or on
/// another page; or its linked data says that it is not free to read and what is shown is hardly more than an opening. That an outlet sells its
/// reports says nothing of a page that shows all of one.
/// </summary>
internal static partial class PartialText
{
    private const int Opening = 150;
    private const int Shortest = 15;
    private const int Longest = 400;

    // one of these is in every such line
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["to continue", "to keep", "to read", "to unlock", "to view", "on more", "subscri", "members", "premium", "reached your", "unlimited access"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>True where something is missing.</summary>
    public static bool Is(ImmutableArray<Block> blocks, PageContent content)
    {
        var body = blocks.Where(b => b.IsBody).ToList();
        if (body.Count == 0) return false;
        if (body.Count > 1 && BrokenOff().IsMatch(body[^1].Text)) return true;
        if (blocks.Any(b => b.Kind is not null && IsForSubscribers(b.Text))) return true;
        return content.IsPartial && body.Sum(b => FurnitureSorter.Words(b.Text)) < Opening;
    }

    /// <summary>True where the line says that the rest is for those who pay or log in.</summary>
    public static bool IsForSubscribers(string line) =>
        line.Length is > Shortest and < Longest && line.AsSpan().ContainsAny(Hints) && ForSubscribers().IsMatch(line);

    [GeneratedRegex(@"(?<![.…])(?:…|\.\.\.|\[…\]|\[\.\.\.\])(?: ?(?:[Rr]ead [Mm]ore|[Cc]ontinue [Rr]eading))?$")]
    private static partial Regex BrokenOff();

    [GeneratedRegex(
        @"\b(?:(?:subscribe|sign up|log in|sign in|register|join)(?: now| today| here)?,? to (?:continue reading|keep reading|read (?:the (?:rest|full|whole)|this (?:article|story)|on|more)|unlock|view the full)|to (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register|join|create)|(?:article|story|content|report) is (?:(?:only|exclusively) )?(?:for|available (?:only )?to|reserved for|exclusive (?:to|for)) (?:our )?(?:subscribers|members|premium)|already a subscriber\?|you have reached your (?:limit|free)|get unlimited access to (?:this|all)|want to read more\? subscribe)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ForSubscribers();
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>News agencies by the names they are credited under (<see cref="KnownOutlet"/>).</summary>
internal static partial class Agencies
{
    private static readonly FrozenDictionary<string, string> ByName = KnownOutlet.Agencies
        .SelectMany(credits => credits.Select(name => (Name: name, Agency: credits[0])))
        .DistinctBy(x => x.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(x => x.Name, x => x.Agency, StringComparer.OrdinalIgnoreCase);

    // names that are also words or initials of something else do not count when met in running text
    private static readonly ImmutableArray<(string Name, string Agency)> Plain =
        [.. ByName.Where(x => x.Key.Length > 4 || x.Key is "AFP" or "UPI" or "AP" or "dpa").Where(x => x.Key.Any(char.IsUpper) || x.Key == "dpa")
            .Where(x => x.Key is not ("Central News Agency" or "TASS"))
            .Select(x => (x.Key, x.Value))
            .OrderByDescending(x => x.Key.Length)
            .ThenBy(x => x.Key, StringComparer.Ordinal),
    ];

    /// <summary>The agency that a name stands for, or null; "the", "by" and marks around it are allowed.</summary>
    public static string? Of(string name)
    {
        var bare = name.Trim(' ', '.', ',', '/', '-', '–', '—', '(', ')', '[', ']', '_', ':');
        if (ByName.TryGetValue(bare, out var agency))
            return agency == "CNN Wire" && bare.Equals("CNN", StringComparison.OrdinalIgnoreCase) ? "CNN" : agency;
        if (bare.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && ByName.TryGetValue(bare[4..], out agency)) return agency;
        return Named().Match(bare) is { Success: true } named && named.Length == bare.Length ? bare : null;
    }

    /// <summary>
    /// The agencies that sign a line of nothing but initials and names in brackets, "ab/cd (AFP, dpa)"; empty where the line is anything else.
    /// </summary>
    public static ImmutableArray<string> Signing(string line)
    {
        if (Signature().Match(line) is not { Success: true } match) return [];
        var names = match
            .Groups[1]
            .Value.Split([',', '/', ';'], StringSplitOptions.TrimEntries)
            .SelectMany(n => n.Split(" and "))
            .Select(Of)
            .ToList();
        return names.Contains(null) ? [] : [.. names.OfType<string>().Distinct()];
    }

    /// <summary>The agencies named in a line, in the order in which they stand there.</summary>
    public static ImmutableArray<string> In(string line) =>
        [
            .. Plain
                .Select(x => (x.Agency, At: IndexOf(line, x.Name)))
                .Where(x => x.At >= 0)
                .Concat(Named().Matches(line).Select(m => (Agency: Of(m.Value)!, At: m.Index)))
                .OrderBy(x => x.At)
                .Select(x => x.Agency)
                .Distinct(),
        ];

    private static int IndexOf(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (end == line.Length || !char.IsLetterOrDigit(line[end]))) return at;
        }
        return -1;
    }

    // agencies that the list does not have, by the words that only their names end with
    [GeneratedRegex(
        @"\b(?!The |Daily |By |BY |From |With |Copyright )[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ ){0,3}?(?:News Agency|Press Agency|Wire Service|Newswire|Wire)\b|\b(?!The |Daily |By |BY |From |With |Copyright )[A-Z][\w'’-]+ Wire\b"
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,4} )?\(([A-Za-z][A-Za-z ,/;.-]{1,60})\)\.?$")]
    private static partial Regex Signature();
}

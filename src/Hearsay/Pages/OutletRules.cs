using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// What is known of single outlets and cannot be told by a rule that holds for all (Data/outlets.txt): of a page's address, the rules of its outlet.
/// </summary>
internal sealed record OutletRules
{
    private static readonly OutletRules None = new();

    private static readonly FrozenDictionary<string, OutletRules> ByHost = DataFile
        .Lines("Pages/Data/outlets.txt")
        .Select(Parse)
        .ToFrozenDictionary(x => x.Host, x => x.Rules, StringComparer.OrdinalIgnoreCase);

    /// <summary>The meta elements from which the headline is taken, in this order, before all others.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>The rules of the outlet at this address, by its host or a domain above it; empty rules where there are none.</summary>
    public static OutletRules For(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return None;
        for (var host = address.Host; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (ByHost.TryGetValue(host, out var rules)) return rules;
        }
        return None;
    }

    private static (string Host, OutletRules Rules) Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rules = new OutletRules();
        foreach (var word in words.Skip(1))
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            rules = word[..at] switch
            {
                "title" => rules with { Title = [.. word[(at + 1)..].Split(',')] },
                _ => throw new FormatException($"Data/outlets.txt has no rule called {word[..at]}."),
            };
        }
        return (words[0].TrimEnd(':'), rules);
    }
}

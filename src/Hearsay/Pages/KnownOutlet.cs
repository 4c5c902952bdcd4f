using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

// A host or a name in, what is known of that outlet out (Data/outlets.txt, facts).
// Method: a host stands for the hosts below it, the longest that is known counts: "edition.cnn.com" is CNN, "timesofindia.indiatimes.com" is not
// Indiatimes. A file that was named after a host ("www-nytimes-com-2.json") is known by it. Names are compared by their letters and digits,
// without "the" in front; a name that two outlets bear stands for none of them.
// Limits: what is not in the file is unknown; owners are those of the year that the file names.

/// <summary>An outlet or agency of which more is known than a report tells.</summary>
internal sealed record KnownOutlet
{
    private const int LeastFields = 5;

    private static readonly ImmutableArray<KnownOutlet> All = [.. DataFile.Lines("Pages/Data/outlets.txt").Select(Parse)];

    private static readonly FrozenDictionary<string, KnownOutlet> ByHost = All
        .SelectMany(o => o.Hosts.Select(h => KeyValuePair.Create(h, o)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // a file's name has a dash for each dot; a host with a dash of its own gives the same letters
    private static readonly FrozenDictionary<string, KnownOutlet> ByFile = All
        .SelectMany(o => o.Hosts.Select(h => KeyValuePair.Create(h.Replace('.', '-'), o)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, KnownOutlet> ByName = All
        .SelectMany(o => o.Credits.Add(o.Name).Select(n => (Key: Key(n), Outlet: o)))
        .Where(x => x.Key.Length > 0)
        .GroupBy(x => x.Key, x => x.Outlet, StringComparer.Ordinal)
        .Where(g => g.Distinct().Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The hosts it publishes at, without "www."; none of an agency that is known by its credits alone.</summary>
    public required ImmutableArray<string> Hosts { get; init; }

    /// <summary>What a page calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The country where it is edited, ISO 3166-1.</summary>
    public required string Country { get; init; }

    /// <summary>The owner or group; null where none is written down.</summary>
    public string? Owner { get; init; }

    /// <summary>agency, broadcaster, magazine, newspaper or site.</summary>
    public required string Kind { get; init; }

    /// <summary>Of an agency, the name under which a credit to it is given, then the other ways in which its clients write it.</summary>
    public ImmutableArray<string> Credits { get; init; } = [];

    /// <summary>The meta elements of its pages from which the headline is taken, in this order, before all others.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>Every agency that clients credit, as <see cref="Credits"/> has it.</summary>
    public static IEnumerable<ImmutableArray<string>> Agencies => All.Select(o => o.Credits).Where(c => !c.IsEmpty);

    /// <summary>The outlet of a host, "www." or not; null where it is not known.</summary>
    public static KnownOutlet? At(string host)
    {
        for (; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (ByHost.TryGetValue(host, out var outlet)) return outlet;
        }
        return null;
    }

    /// <summary>The outlet whose page stands at this address; null where it is not known.</summary>
    public static KnownOutlet? AtAddress(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? At(address.Host) : null;

    /// <summary>The outlet after whose host a file was named, a number at the end aside; null where it was not.</summary>
    public static KnownOutlet? InFile(string? path)
    {
        var name = (Path.GetFileNameWithoutExtension(path) ?? "").Replace('_', '-').TrimEnd("0123456789".ToCharArray()).TrimEnd('-');
        return ByFile.GetValueOrDefault(name.StartsWith("www-", StringComparison.OrdinalIgnoreCase) ? name[4..] : name);
    }

    /// <summary>The outlet that published the report, by where it was published, else by the name it bears; null where it is not known.</summary>
    public static KnownOutlet? Of(Article article) =>
        AtAddress(article.Url) ?? (article.Outlet is { } outlet ? At(outlet.Trim()) ?? ByName.GetValueOrDefault(Key(outlet)) : null) ?? InFile(article.Path);

    private static string Key(string name)
    {
        var bare = name.Trim();
        if (bare.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) bare = bare[4..];
        return string.Concat(bare.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private static KnownOutlet Parse(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        if (fields.Length < LeastFields) throw new FormatException($"Data/outlets.txt: '{line}' has fewer than {LeastFields} fields.");
        var outlet = new KnownOutlet
        {
            Hosts = [.. fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)], Name = fields[1], Country = fields[2],
            Owner = fields[3] == "-" ? null : fields[3], Kind = fields[4],
        };
        foreach (var more in fields.Skip(LeastFields).SelectMany(f => f.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var at = more.IndexOf('=', StringComparison.Ordinal);
            ImmutableArray<string> values = [.. more[(at + 1)..].Split(',', StringSplitOptions.TrimEntries)];
            outlet = more[..Math.Max(at, 0)] switch
            {
                "credits" => outlet with { Credits = values },
                "title" => outlet with { Title = values },
                _ => throw new FormatException($"Data/outlets.txt has nothing called '{more}'."),
            };
        }
        return outlet;
    }
}

using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>One word for what outlets write in several ways: spellings, short forms, nationalities for their countries (Data/one-word.txt).</summary>
internal static class OneWord
{
    private static readonly FrozenDictionary<string, (string One, bool IsNarrower)> Others = DataFile
        .Lines("Language/Data/one-word.txt")
        .Select(l => (Parts: l.Split([':', '>'], StringSplitOptions.TrimEntries), IsNarrower: l.Contains('>', StringComparison.Ordinal)))
        .SelectMany(l => l.Parts[1].Split(',', StringSplitOptions.TrimEntries).Select(o => (Other: o, One: l.Parts[0], l.IsNarrower)))
        .ToFrozenDictionary(x => x.Other, x => (x.One, x.IsNarrower), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Countries =
        Gazetteer.Countries.ToFrozenDictionary(c => c.Name.ToLowerInvariant(), c => c.Name, StringComparer.Ordinal);

    /// <summary>The word in lower case, a country for its nationality or short form, of several spellings the listed one.</summary>
    /// <param name="form">As it is written, without a possessive ending.</param>
    public static string Of(string form)
    {
        if (Country(form) is { } country) return country;
        var lower = form.ToLowerInvariant().Replace('’', '\'');
        return Others.TryGetValue(lower, out var other) ? other.One : lower;
    }

    /// <summary>The one word for two that stand together ("South Korean", "chief executive"); null where they are two.</summary>
    public static string? OfTwo(string first, string second)
    {
        var both = first + " " + second;
        return Country(both) ?? Others.GetValueOrDefault(both.ToLowerInvariant()).One;
    }

    /// <summary>True for a word that says less of the same than another does ("army" of "military"), which is the better name.</summary>
    public static bool IsNarrower(string word) => Others.GetValueOrDefault(word.ToLowerInvariant()).IsNarrower;

    /// <summary>The name of the country that <see cref="Of"/> gave a word for, as it is written; null for other words.</summary>
    public static string? CountryName(string word) => Countries.GetValueOrDefault(word);

    private static string? Country(string form) =>
        char.IsUpper(form[0])
            ? (Gazetteer.CountryOf(form) ?? Gazetteer.CountryOf(form.Replace(".", "", StringComparison.Ordinal)))?.Name.ToLowerInvariant()
            : null;
}

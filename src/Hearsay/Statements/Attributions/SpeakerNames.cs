using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>What speakers are called: countries by their name, persons without their titles.</summary>
internal static class SpeakerNames
{
    /// <summary>
    /// The country's name for its short forms and, since a speaker is meant, for its capital ("the US", "Seoul"); else the name itself.
    /// </summary>
    public static string OfCountry(string name) =>
        Gazetteer.CountryOf(name) is { } country && (name == country.Capital || country.OtherNames.Contains(name))
            ? country.Name
            : WithoutPoints(name);

    /// <summary>A country's own by its adjective ("Poland's harbour agency" as "Polish harbour agency"), as an editor labels it; else the name itself.</summary>
    public static string Adjectival(string name)
    {
        var end = name.AsSpan().IndexOfAny('\'', '’');
        if (end <= 0 || end + 3 >= name.Length || name[end + 1] != 's' || name[end + 2] != ' ' || !char.IsLower(name[end + 3])) return name;
        return Gazetteer.CountryOf(name[..end]) is { Nationalities: [var adjective, ..] } ? adjective + name[(end + 2)..] : name;
    }

    /// <summary>"U.S. Treasury" as "US Treasury": outlets differ in the points, the body is one.</summary>
    private static string WithoutPoints(string name) =>
        name.Length > 5 && name[1] == '.' && name[3] == '.' && name[4] == ' ' && Gazetteer.Of($"{name[0]}{name[2]}") != Listed.None
            ? $"{name[0]}{name[2]}{name[4..]}"
            : name;

    /// <summary>The name of a person without the titles before it ("Mayor Ana Ruiz"), where a name is left.</summary>
    public static string WithoutTitle(string name)
    {
        var parts = name.Split(' ');
        if (parts.Any(p => NameRuns.IsBody(p.ToLowerInvariant()))) return name;
        var first = 0;
        while (
            first < parts.Length - 1
            && parts[first].ToLowerInvariant() is var title && NameRuns.IsTitle(title) && !Thesaurus.Is(title, WordSet.NamePart)
        )
            first++;
        if (first > 0 && first < parts.Length - 1 || first > 0 && parts.Length - first == 1 && parts[first].Length > 2)
            return parts[first] is "of" or "for" ? name : string.Join(' ', parts[first..]);
        return name;
    }

    /// <summary>True for what people make and others quote: it speaks once, it is nobody's "it".</summary>
    public static bool IsArtifact(string noun) => Thesaurus.Is(noun, WordSet.Paper);
}

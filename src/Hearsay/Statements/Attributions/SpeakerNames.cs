using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>What speakers are called: countries by their name, holders of a role by theirs.</summary>
internal static class SpeakerNames
{
    /// <summary>Within so many words of a role stands the name of whoever holds it.</summary>
    private const int Beside = 8;

    /// <summary>
    /// The country's name for its short forms and, since a speaker is meant, for its capital ("the US", "Seoul"); else the name itself.
    /// </summary>
    public static string OfCountry(string name) =>
        Gazetteer.CountryOf(name) is { } country && (name == country.Capital || country.OtherNames.Contains(name))
            ? country.Name
            : WithoutPoints(name);

    /// <summary>"U.S. Treasury" as "US Treasury": outlets differ in the points, the body is one.</summary>
    private static string WithoutPoints(string name) =>
        name.Length > 5 && name[1] == '.' && name[3] == '.' && name[4] == ' ' && Gazetteer.Of($"{name[0]}{name[2]}") != Listed.None
            ? $"{name[0]}{name[2]}{name[4..]}"
            : name;

    /// <summary>
    /// The one named person of the report who has the role that the phrase tells ("the foreign minister"); null for none or several.
    /// </summary>
    public static string? ByRole(Words words, TokenRange phrase)
    {
        if (!words.HasTrees || words[phrase.First] is "a" or "an" or "some") return null;
        var told = Enumerable
            .Range(phrase.First, phrase.Count)
            .Select(i => words[i])
            .Where(w =>
                w is not ("the" or "of" or "'s" or "," or "former" or "his" or "her" or "its" or "to") && Gazetteer.CountryOf(Capital(w)) is null
            )
            .ToHashSet(StringComparer.Ordinal);
        if (told.Count == 0) return null;
        string? found = null;
        foreach (var entity in words.Cast.All)
        {
            if (!entity.IsNamed || entity.Type != NameType.Person || entity.Role is not { } role) continue;
            var held = role.ToLowerInvariant().Split(' ', ',').ToHashSet(StringComparer.Ordinal);
            if (!told.IsSubsetOf(held)) continue;
            if (found is not null && found != entity.Canonical) return null;
            found = entity.Canonical;
        }
        return told.Count > 1 || found is null || IsLastCalled(words, phrase, found) ? found : null;
    }

    /// <summary>
    /// "The spokesman": the last before who was called so is the one of that name, not another body's without one ("a spokesman for the port").
    /// </summary>
    private static bool IsLastCalled(Words words, TokenRange phrase, string name)
    {
        for (var i = phrase.First - 1; i >= 0; i--)
        {
            if (words[i] != words[phrase.Last]) continue;
            if (words.Cast.At(i) is { } entity) return entity.Canonical == name;
            var (first, last) = (Math.Max(words.Start(i), i - Beside), Math.Min(words.End(i), i + Beside));
            return Enumerable.Range(first, Math.Max(0, last - first + 1)).Any(j => words.Cast.At(j)?.Canonical == name);
        }
        return true;
    }

    /// <summary>The name of a person without the titles before it ("Mayor Ana Ruiz"), where a name is left.</summary>
    public static string WithoutTitle(string name)
    {
        var parts = name.Split(' ');
        if (parts.Any(p => NameRuns.IsBody(p.ToLowerInvariant()))) return name;
        var first = 0;
        while (
            first < parts.Length - 1
            && (
                NameRuns.IsTitle(parts[first].ToLowerInvariant())
                && parts[first].ToLowerInvariant()
                    is not (
                        "king"
                        or "prince"
                        or "chief"
                        or "house"
                        or "city"
                        or "county"
                        or "white"
                        or "judge"
                        or "major"
                        or "father"
                        or "sister"
                        or "pope"
                        or "queen"
                        or "princess"
                        or "justice"
                        or "us"
                        or "state"
                        or "of"
                        or "bishop"
                        or "dame"
                        or "press"
                        or "general"
                    )
            )
        )
            first++;
        if (first > 0 && first < parts.Length - 1 || first > 0 && parts.Length - first == 1 && parts[first].Length > 2)
            return parts[first] is "of" or "for" ? name : string.Join(' ', parts[first..]);
        return name;
    }

    /// <summary>The role that the report gives the speaker; null where it gives none.</summary>
    public static string? RoleOf(Words words, string? speaker) =>
        speaker is null || !words.HasTrees
            ? null
            : words.Cast.All.FirstOrDefault(e =>
                    e.IsNamed && e.Type == NameType.Person && (e.Canonical == speaker || WithoutTitle(e.Canonical) == speaker)
                )
                ?.Role;

    /// <summary>True for what people make and others quote: it speaks once, it is nobody's "it".</summary>
    public static bool IsArtifact(string noun) => Thesaurus.Is(noun, WordSet.Paper);

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}

using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>Whether a body of a name can be called by one of the commonest nouns for bodies, of which names seldom have the word.</summary>
internal static class BodyKind
{
    /// <summary>True where the noun is "agency", "company", "firm", "group" or "organisation" and the name can be of one.</summary>
    public static bool Fits(string noun, string name)
    {
        var parts = name.ToLowerInvariant().Split(' ', '-').Select(w => w.TrimEnd('.')).ToList();
        var listed = Gazetteer.Of(name);
        var isPlace = (listed & (Listed.Seat | Listed.Country | Listed.Place | Listed.Capital)) != 0 || Gazetteer.CountryOf(name) is not null;
        return noun switch
        {
            "agency" => parts.Exists(p => Thesaurus.Is(p, WordSet.AgencyNoun)) || (listed & Listed.Agency) != 0,
            "company" or "firm" => (listed & Listed.Company) != 0
                || (listed & Listed.Body) == 0 && !isPlace && !parts.Exists(p => Thesaurus.Is(p, WordSet.PublicBody)) && (parts.Count > 1 || !name.EndsWith('s')),
            "group" or "organization" or "organisation" => !isPlace && !parts.Exists(p => Thesaurus.Is(p, WordSet.Power)),
            _ => false,
        };
    }

    /// <summary>True where the name itself shows the kind, or the body is told of more than once: nearly every name could be a company's.</summary>
    public static bool IsSure(string noun, ParticipantDraft body) => noun == "agency" || body.Mentions.Count > 1 || (Gazetteer.Of(body.Name) & Listed.Company) != 0;
}

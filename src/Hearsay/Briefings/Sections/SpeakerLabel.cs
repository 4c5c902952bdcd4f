using Hearsay.Language;

namespace Hearsay.Briefings.Sections;

/// <summary>Under whose name a reader looks for a statement.</summary>
internal static class SpeakerLabel
{
    /// <summary>
    /// True for a name, and for people by their body or office ("a spokesman for the port", "the prime minister"): "residents", "one woman", "the
    /// report" and whoever only a clause describes are nobody under whose name a reader would look.
    /// </summary>
    public static bool IsTelling(string speaker)
    {
        var words = speaker.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Array.Exists(words, w => Thesaurus.Is(w, WordSet.Relative))) return false;
        // "villagers along with Polish activists": the first of several
        if (char.IsLower(words[0][0])) words = [words[0], .. words.Skip(1).TakeWhile(w => w is not ("and" or "along" or "with" or "including"))];
        if (Thesaurus.Is(words[0].ToLowerInvariant(), WordSet.Indefinite) && !(words.Length > 1 && char.IsUpper(words[1][0]))) return false;
        var at = Array.FindIndex(words, 1 < words.Length ? 1 : 0, w => w is "of" or "for" or "in" or "from");
        var head = (at > 0 ? words[at - 1] : words[^1]).ToLowerInvariant();
        if (Thesaurus.Is(head, WordSet.Paper) && !(at <= 0 && char.IsUpper(words[^1][0]))) return false;
        if (char.IsUpper(words[0][0])) return !(at > 0 && words[0].All(char.IsUpper) && PersonNouns.Counts(head));
        return PersonNouns.IsRole(head) && (at > 0 || words.Length > 1 && !Thesaurus.Is(head, WordSet.Everyday))
            || words.Any(w => char.IsUpper(w[0])) && (PersonNouns.Counts(head) || Thesaurus.Is(head, WordSet.Collective | WordSet.Force | WordSet.BodyNoun));
    }
}

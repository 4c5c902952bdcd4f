using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>
/// What somebody is called by an office or a kind: its noun ("minister"), and all the telling words of the phrase ("harbour", "norland", "deputy"),
/// in lower case, countries by one name.
/// </summary>
internal sealed record Called(string Noun, FrozenSet<string> Words)
{
    /// <summary>A phrase of more words is a tale, not a role.</summary>
    private const int Longest = 12;

    /// <summary>Reads the phrase that <paramref name="noun"/> heads; <paramref name="first"/> and <paramref name="last"/> are its ends.</summary>
    public static Called Of(Reading reading, int noun, int first, int last)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i <= last && i <= first + Longest; i++)
        {
            var (form, lower) = (reading.Tokens[i].Form, reading.Tokens[i].Form.ToLowerInvariant());
            if (!char.IsLetter(form[0]) || Thesaurus.Is(lower, WordSet.Light)) continue;
            words.Add((Gazetteer.CountryOf(form) ?? Gazetteer.CountryOf(form.Replace(".", "", StringComparison.Ordinal)))?.Name.ToLowerInvariant() ?? lower);
        }
        return new Called(reading.Tokens[noun].Lemma.ToLowerInvariant().TrimEnd('.'), words.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The ends of the phrase that a role's noun heads, with what "for", "at" and the like add, up to the first mark or relative pronoun.</summary>
    public static (int First, int Last) Phrase(Reading reading, int noun)
    {
        var (first, last) = reading.NounPhraseTokens(noun);
        for (var i = last + 1; i < reading.Tokens.Length && i <= first + Longest && reading.IsUnder(i, noun); i++)
        {
            if (!char.IsLetterOrDigit(reading.Tokens[i].Form[0]) && reading.Tokens[i].Tag == Upos.Punct) break;
            if (Thesaurus.Is(reading.Tokens[i].Form.ToLowerInvariant(), WordSet.Relative) || reading.Tokens[i].Tag is Upos.Verb or Upos.Aux or Upos.Cconj) break;
            last = i;
        }
        while (last > noun && reading.Tokens[last].Tag is Upos.Adp or Upos.Det or Upos.Sconj or Upos.Part) last--;
        return (first, last);
    }

    /// <summary>
    /// True where who is called so can be called <paramref name="other"/>: the noun is one, all that is told by the other is told here, and a deputy
    /// or a former one is called that.
    /// </summary>
    public bool Answers(Called other) =>
        Noun == other.Noun && other.Words.IsSubsetOf(Words) && !Words.Any(w => !other.Words.Contains(w) && Thesaurus.Is(w, WordSet.Under));
}

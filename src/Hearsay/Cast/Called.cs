using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Cast;

/// <summary>
/// What somebody is called by an office or a kind: its noun ("minister"), and all the telling words of the phrase ("harbour", "norland", "deputy"),
/// in lower case, countries by one name, words for one thing by one of them; and where the phrase stands.
/// </summary>
internal sealed record Called(string Noun, FrozenSet<string> Words, TextSpan Where)
{
    /// <summary>A phrase of more words is a tale, not a role.</summary>
    private const int Longest = 12;

    /// <summary>With so many telling words even an indefinite phrase tells one office ("a Norland harbour board director").</summary>
    private const int Telling = 4;

    /// <summary>True where the phrase is enough to say who is meant among the people of several reports: "the envoy" is, "the official" is not.</summary>
    public bool TellsOne(string phrase)
    {
        var first = phrase.Split(' ', 2)[0].ToLowerInvariant();
        if (Words.Count < 2 && Thesaurus.Is(Noun, WordSet.Everyday)) return false;
        return first is "a" or "an" ? Words.Count >= Telling : !Thesaurus.Is(first, WordSet.Indefinite);
    }

    /// <summary>Reads the phrase that <paramref name="noun"/> heads; <paramref name="first"/> and <paramref name="last"/> are its ends.</summary>
    public static Called Of(Reading reading, int noun, int first, int last)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i <= last && i <= first + Longest; i++)
        {
            var form = reading.Tokens[i].Form;
            if (IsVenue(reading, i, last))
            {
                i++;
                while (i < last && reading.Tokens[i + 1].Tag != Upos.Adp) i++;
                continue;
            }
            if (!char.IsLetter(form[0]) || reading.Tokens[i].Tag == Upos.Adp) continue;
            if (Thesaurus.Is(form.ToLowerInvariant(), WordSet.Light)) continue;
            if (i < last && OneWord.OfTwo(form, reading.Tokens[i + 1].Form) is { } two)
            {
                words.Add(two);
                i++;
            }
            else words.Add(OneWord.Of(form));
        }
        var both = noun > first ? OneWord.OfTwo(reading.Tokens[noun - 1].Form, reading.Tokens[noun].Form) : null;
        return new Called(
            both ?? OneWord.Of(reading.Tokens[noun].Lemma.TrimEnd('.')),
            words.ToFrozenSet(StringComparer.Ordinal),
            reading.SpanOf(first, Math.Max(first, last)));
    }

    /// <summary>
    /// True for "at" in "the envoy at the talks": where somebody was is no part of his office, unless it is a body or a place with a name.
    /// </summary>
    private static bool IsVenue(Reading reading, int preposition, int last) =>
        reading.Tokens[preposition].Tag == Upos.Adp
        && Thesaurus.Is(reading.Tokens[preposition].Form.ToLowerInvariant(), WordSet.Local)
        && preposition < last
        && Enumerable.Range(preposition + 1, last - preposition).TakeWhile(i => reading.Tokens[i].Tag != Upos.Adp)
            .All(i => char.IsLower(reading.Tokens[i].Form[0]) && !Thesaurus.Is(reading.Tokens[i].Lemma, WordSet.BodyNoun | WordSet.Collective));

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
    /// True where who is called so can be called <paramref name="other"/>: the noun is one or means the same, all that is told by the other is told
    /// here, and a deputy or a former one is called that; only by "envoy" is a deputy called like the ambassador.
    /// </summary>
    public bool Answers(Called other) =>
        (Noun == other.Noun || MeansTheSame(other))
        && other.Words.All(w => w == other.Noun || Words.Contains(w))
        && !Words.Any(w =>
            !other.Words.Contains(w)
            && Thesaurus.Is(w, WordSet.Under)
            && !(w is "deputy" or "vice" or "assistant" && other.Noun != "ambassador" && Thesaurus.Is(other.Noun, WordSet.Envoy)));

    /// <summary>True for two nouns of one meaning; "head" and "president" only where the body is told by two words or more.</summary>
    private bool MeansTheSame(Called other)
    {
        var both = Thesaurus.Of(Noun) & Thesaurus.Of(other.Noun);
        return (both & WordSet.Envoy) != 0 || (both & WordSet.Leader) != 0 && other.Words.Count > 2;
    }
}

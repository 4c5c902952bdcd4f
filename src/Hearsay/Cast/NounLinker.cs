using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>
/// Joins "the agency" to the body named before whose name has the noun, whatever the noun. Limits: nouns that many bodies share ("the court") are
/// left alone; so is one that two bodies of the last sentences have in their names.
/// </summary>
internal sealed class NounLinker(Reading reading)
{
    /// <summary>Within so many sentences a second body of that noun leaves open which is meant.</summary>
    private const int Near = 3;

    /// <summary>Joins the noun that token <paramref name="i"/> is to its body, where there is one.</summary>
    public void Link(int i, List<ParticipantDraft> drafts)
    {
        if (!CanMeanABody(i)) return;
        var noun = reading.Tokens[i].Lemma;
        var bodies = drafts.Where(d => d.IsNamed && d.Type == NameType.Organisation && d.LastToken < i && Has(d.Name, noun)).ToList();
        if (bodies.Count == 0) return;
        var last = bodies.MaxBy(b => b.LastToken)!;
        var sentence = reading.Tokens[i].Sentence;
        if (bodies.Exists(b => b != last && sentence - reading.Tokens[b.LastToken].Sentence <= Near)) return;
        last.Add(reading.NounPhrase(i), i, MentionKind.Noun);
    }

    /// <summary>True for a noun with nothing but "the" before it that is neither a person nor a thing.</summary>
    private bool CanMeanABody(int i)
    {
        var token = reading.Tokens[i];
        if (token.Tag != Upos.Noun || !char.IsLower(token.Form[0]) || token.Features.Contains("Number=Plur", StringComparison.Ordinal)) return false;
        if (PersonNouns.IsRole(token.Lemma) || Thesaurus.Is(token.Lemma, WordSet.Thing | WordSet.Paper | WordSet.Shared)) return false;
        if (reading.Is(i, "compound") || reading.Is(i, "flat") || reading.Is(i, "appos") || reading.Child(i, "cop") >= 0) return false;
        return reading.Child(i, "det") is >= 0 and var article
            && reading.Tokens[article].Lemma is "the" or "this" or "that"
            && reading.NounPhraseTokens(i) == (article, i)
            && article == i - 1;
    }

    private static bool Has(string name, string noun) => name.Split(' ', '-').Contains(noun, StringComparer.OrdinalIgnoreCase);
}

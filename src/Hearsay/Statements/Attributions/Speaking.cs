using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Whether a phrase can be somebody who speaks, by the noun that heads it: persons, bodies, papers, places and pronouns can, things, deeds and
/// feelings cannot ("ticket prices said"): what a reader of the sentence takes for a speaker there is a wrong tree. Source of the nouns: WordNet 3.1
/// (Data/things.txt). Limits: a noun that no list knows can speak.
/// </summary>
internal static class Speaking
{
    /// <summary>False where the phrase is headed by a noun for a thing or a deed.</summary>
    public static bool CanSpeak(Words words, TokenRange phrase)
    {
        // "Some", "another": nobody whom a reader could name.
        if (phrase.Count == 1 && Thesaurus.Is(words[phrase.First], WordSet.Indefinite)) return false;
        // "That's a thing to say", cut behind its subject
        if (words[phrase.First] == "'s") return false;
        if (!words.HasTrees || SourceShape.Head(words, phrase) is var head && (words.Tag(head) != Upos.Noun || char.IsUpper(words.Form(head)[0]))) return true;
        var lemma = words.Reading.Tokens[head].Lemma.ToLowerInvariant();
        if (Thesaurus.Is(words[head], WordSet.Paper) || Thesaurus.Is(lemma, WordSet.Paper)) return true;
        return !Thesaurus.Is(lemma, WordSet.Thing);
    }

    /// <summary>
    /// True for a singular noun that can stand for a body named before ("the charity"): neither a person nor a thing, and nothing that people write.
    /// </summary>
    public static bool IsBodyNoun(Words words, int token)
    {
        if (Speakers.IsCollective(words[token])) return true;
        var (word, analysis) = (words[token], words.HasTrees ? words.Reading.Tokens[token] : default);
        return analysis.Tag == Upos.Noun
            && !analysis.Features.Contains("Number=Plur", StringComparison.Ordinal)
            && char.IsLower(analysis.Form[0])
            && !PersonNouns.IsRole(word)
            && !PersonNouns.Counts(word)
            && !Thesaurus.Is(word, WordSet.Thing | WordSet.Paper)
            && CueLexicon.Noun(word) is null;
    }
}

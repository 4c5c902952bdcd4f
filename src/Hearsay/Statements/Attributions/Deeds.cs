using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Verbs that also tell of deeds. "Attacked the plan" is speech, "attacked the building" is none: speech is what is aimed at names, at things of the
/// mind, or gives its reason ("attacked him for ...", "as ..."). "Recalled its ambassador", "claimed insurance", "noted the loss": nothing is said
/// where the object is somebody, something counted, a due, or a bare noun.
/// </summary>
internal static class Deeds
{
    private static readonly string[] Abstract = ["tion", "sion", "ment", "ity", "ance", "ence", "ness", "ism", "ship", "al"];

    /// <summary>True where the verb with its object, read as speech, is a deed.</summary>
    public static bool IsDeed(Words words, Draft draft, CueVerb entry)
    {
        if (entry.Particle is not null || draft.Content is not [.., var content] || content.First <= draft.Cue.Last) return false;
        if (Enumerable.Range(content.First, content.Count).Any(i => words.QuotationOf(i) >= 0)) return false;
        if (SpeechWords.Is(entry.Lemma, SpeechWord.Blow)) return draft.Content.Count == 1 && IsBlow(words, content);
        if (words.Reading.Child(draft.Head, "obj") is not (>= 0 and var obj)) return false;
        return SpeechWords.Is(entry.Lemma, SpeechWord.Handled) && (IsSomebody(words, obj) || IsCounted(words, obj) || Makes(words, draft, entry))
            || entry.Lemma is "note" or "signal" && content.Count <= 2 && !IsAbstract(words[obj])
            || entry.Lemma == "claim" && (words.Is(obj, SpeechWord.Claimable) || IsCounted(words, obj));
    }

    private static bool IsBlow(Words words, TokenRange content)
    {
        for (var i = content.First; i <= content.Last; i++)
        {
            if (
                words[i] is "as" or "for" or "over"
                || words.Tag(i) == Upos.Propn
                || words.Is(i, SpeechWord.Minded)
                || words.Tag(i) == Upos.Noun && IsAbstract(words[i])
            )
                return false;
        }
        return true;
    }

    private static bool IsAbstract(string noun) => Array.Exists(Abstract, e => noun.EndsWith(e, StringComparison.Ordinal));

    private static bool IsSomebody(Words words, int noun) =>
        PersonNouns.IsRole(words.Reading.Tokens[noun].Lemma) || Thesaurus.Is(words.Reading.Tokens[noun].Lemma, WordSet.Envoy | WordSet.Collective)
        || words[noun] == "staff";

    private static bool IsCounted(Words words, int noun) => words.Reading.Child(noun, "nummod") >= 0;

    /// <summary>"The maker recalled the toy": a body takes back what it sold.</summary>
    private static bool Makes(Words words, Draft draft, CueVerb entry) =>
        entry.Lemma == "recall"
        && draft.Source is { } source
        && words.Cast.At(SourceShape.Head(words, source)) is { Kind: Cast.ParticipantKind.Body };
}

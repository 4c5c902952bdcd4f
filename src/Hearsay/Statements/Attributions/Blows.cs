using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Verbs that strike with words or with hands: "attacked the plan" is speech, "attacked the building" is none. Speech is what is aimed at names,
/// at things of the mind, or gives its reason ("attacked him for ...", "as ...").
/// </summary>
internal static class Blows
{
    private static readonly string[] Abstract = ["tion", "sion", "ment", "ity", "ance", "ence", "ness", "ism", "ship", "al"];

    /// <summary>True where the verb with its object, read as speech, is a deed.</summary>
    public static bool IsBlow(Words words, Draft draft, CueVerb entry)
    {
        if (entry.Particle is not null || !SpeechWords.Is(entry.Lemma, SpeechWord.Blow)) return false;
        if (draft.Content is not [var content] || content.First <= draft.Cue.Last) return false;
        for (var i = content.First; i <= content.Last; i++)
        {
            if (
                words.QuotationOf(i) >= 0
                || words[i] is "as" or "for" or "over"
                || words.Tag(i) == Upos.Propn
                || words.Is(i, SpeechWord.Minded)
                || words.Tag(i) == Upos.Noun && Array.Exists(Abstract, e => words[i].EndsWith(e, StringComparison.Ordinal))
            )
                return false;
        }
        return true;
    }
}

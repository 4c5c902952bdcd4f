using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Verbs that strike with words or with hands: "attacked the plan" is speech, "attacked the building" is none. Speech is what is aimed at names,
/// at things of the mind, or gives its reason ("attacked him for ...", "as ...").
/// </summary>
internal static class Blows
{
    private static readonly FrozenSet<string> Verbs = "attack knock hammer blast bash rip savage trash slam challenge assail"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Minded =
        "plan plans policy policies record idea ideas move law laws rule rules bill bills deal deals approach view views vote act order orders claim claims report reports ruling strategy budget reform reforms speech remarks comments words campaign tactics methods system media press opponents rivals rival critics opponent"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] Abstract = ["tion", "sion", "ment", "ity", "ance", "ence", "ness", "ism", "ship", "al"];

    /// <summary>True where the verb with its object, read as speech, is a deed.</summary>
    public static bool IsBlow(Words words, Draft draft, CueVerb entry)
    {
        if (entry.Particle is not null || !Verbs.Contains(entry.Lemma)) return false;
        if (draft.Content is not [var content] || content.First <= draft.Cue.Last) return false;
        for (var i = content.First; i <= content.Last; i++)
        {
            if (
                words.QuotationOf(i) >= 0
                || words[i] is "as" or "for" or "over"
                || words.Tag(i) == Upos.Propn
                || Minded.Contains(words[i])
                || words.Tag(i) == Upos.Noun && Array.Exists(Abstract, e => words[i].EndsWith(e, StringComparison.Ordinal))
            )
                return false;
        }
        return true;
    }
}

namespace Hearsay.Statements.Attributions;

/// <summary>"X seems to Y", "it appears that X": the content is what seems so, nobody says it.</summary>
internal static class SeemingCues
{
    public static Draft? Read(VerbCue cue)
    {
        if (cue.Entry.Force != CueForce.Seemed) return null;
        var draft = cue.Draft();
        return Fill(cue.Words, draft) ? draft : null;
    }

    private static bool Fill(Words words, Draft draft)
    {
        var subject = words.Reading.Subject(draft.Head);
        var next = draft.Cue.Last + 1;
        if (next > words.LastWord(draft.Head)) return false;
        var clause = words[next] is "that" || (subject >= 0 && words[subject] == "it" && words[next] != "to");
        if (!clause && words[next] != "to" && words.Reading.Child(draft.Head, "xcomp") < 0) return false;
        if (!clause && subject >= 0 && Sources.Phrase(words, subject, draft.Head) is { } phrase && phrase.Last < draft.Cue.First)
            draft.Content.Add(phrase);
        if (draft.Content.Count == 0 && !clause) return false;
        draft.Content.Add(
            new TokenRange(
                next,
                clause
                    ? ContentEnds.OfClause(words, draft.Head, next)
                    : ContentEnds.OfPhrase(
                        words,
                        draft.Head,
                        next,
                        Math.Max(next, words.Reading.Child(draft.Head, "xcomp") is >= 0 and var x ? words.Reading.Subtree(x).Last : next)
                    )
            )
        );
        return true;
    }
}

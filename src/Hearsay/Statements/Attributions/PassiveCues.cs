using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Passives: "he was accused of X", "it is believed that X", "they are expected to X", "the plan, criticised by A".</summary>
internal static class PassiveCues
{
    public static bool IsPassive(Words words, int verb) => HasAuxiliary(words, verb) || IsReduced(words, verb);

    private static bool HasAuxiliary(Words words, int verb) => words.Reading.Child(verb, "aux:pass") >= 0;

    /// <summary>A participle without auxiliary that hangs on a noun.</summary>
    private static bool IsReduced(Words words, int verb)
    {
        var token = words.Reading.Tokens[verb];
        return token.Relation is "acl" && !words[verb].EndsWith("ing", StringComparison.Ordinal);
    }

    public static Draft? Read(VerbCue cue)
    {
        if (!cue.IsPassive) return null;
        var draft = cue.Draft();
        return Fill(cue.Words, draft, cue.Entry) ? cue.Checked(draft) : null;
    }

    private static bool Fill(Words words, Draft draft, CueVerb entry)
    {
        var reading = words.Reading;
        draft.Source = Sources.Of(words, draft.Head, passive: true);
        draft.IsNobodys = draft.Source is null;
        var reduced = !HasAuxiliary(words, draft.Head);
        if (
            reduced
            && (
                draft.Source is null
                || entry.Force is not (CueForce.Judged or CueForce.Denied or CueForce.Dismissed or CueForce.Stance or CueForce.Claimed)
                || !entry.Takes(CueFrames.Object)
            )
        )
            return false;
        var subject = reduced ? reading.Tokens[draft.Head].Head : reading.Subject(draft.Head);
        var right = Right(words, draft);
        var isRecipient = entry.Takes(CueFrames.Recipient) && right is not null;
        var expletive = subject >= 0 && (words[subject] is "it" && right is { } r && words[r.First] == "that" || reading.Is(subject, "expl"));
        if (subject >= 0 && !isRecipient && !expletive && Sources.Phrase(words, subject, draft.Head) is { } phrase && phrase.Last < draft.Cue.First)
            draft.Content.Add(phrase);
        if (
            draft.Source is null
            && right is { } whole
            && AgentWithin(words, whole) is >= 0 and var by
            && Phrases.After(words, by + 1, asides: false) is { } agent
            && agent.Last >= whole.Last
        )
        {
            (draft.Source, draft.IsNobodys) = (agent with { Last = whole.Last }, false);
            right = whole with { Last = by - 1 };
        }
        if (draft.Source is null && IsCourtMatter(words, draft, subject)) return false;
        if (right is { } range) draft.Content.Add(range);
        return draft.Content.Count > 0 && (right is not null || draft.Source is not null);
    }

    /// <summary>
    /// The "by" of "was seen as a mistake by the opposition", where the tree hangs it on what was said and a name or noun ends it; -1 where there is
    /// none, or a verb behind it.
    /// </summary>
    private static int AgentWithin(Words words, TokenRange right)
    {
        if (!(words.Tag(right.Last) is Upos.Noun or Upos.Propn or Upos.Pron)) return -1;
        for (var i = right.Last - 1; i > right.First; i--)
        {
            if (words.QuotationOf(i) >= 0 || words.Tag(i) is Upos.Verb or Upos.Aux or Upos.Num && words[i - 1] != "-") return -1;
            if (words[i] == "by") return words.Tag(i - 1) is Upos.Verb or Upos.Aux ? -1 : i;
        }
        return -1;
    }

    /// <summary>Charges that are dropped, people found guilty and condemned to death: deeds of a court, nobody's words.</summary>
    private static bool IsCourtMatter(Words words, Draft draft, int subject) =>
        draft.Force == CueForce.Dismissed
            && subject >= 0
            && words.Is(subject, SpeechWord.Charge)
        || words[draft.Cue.Last + 1] is "guilty"
        || draft.Force == CueForce.Judged && words[draft.Cue.Last + 1] == "to";

    private static TokenRange? Right(Words words, Draft draft)
    {
        var reading = words.Reading;
        int first = -1, last = -1;
        foreach (var child in reading.Children(draft.Head))
        {
            if (child <= draft.Cue.Last) continue;
            var relation = reading.Tokens[child].Relation;
            var preposition = reading.Child(child, "case") is var c and >= 0 ? words[c] : "";
            var fits =
                relation is "ccomp" or "xcomp"
                || (relation == "csubj")
                || (relation is "obl" or "advcl" && preposition is "as" or "of" or "for" or "about")
                || (relation == "advcl" && reading.Child(child, "mark") is var m and >= 0 && words[m] is "of" or "for" or "as");
            if (!fits) continue;
            var range = reading.Subtree(child);
            if (first < 0) first = Math.Max(range.First, draft.Cue.Last + 1);
            last = range.Last;
        }
        return first < 0
            ? null
            : new TokenRange(first, ContentEnds.Extended(words, Math.Min(last, words.LastWord(draft.Head))));
    }
}

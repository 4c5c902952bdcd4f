namespace Hearsay.Statements.Attributions;

/// <summary>"X," Ruiz was quoted as saying; the paper cited her as saying X: who is quoted speaks, not who quotes.</summary>
internal static class QuotedAsSaying
{
    private const int LongestName = 8;

    /// <summary>The attribution whose "as saying" the verb is; null where it is no such.</summary>
    public static Draft? Read(VerbCue cue)
    {
        var (words, saying) = (cue.Words, cue.Verb);
        if (words[saying - 1] != "as" || !words[saying].EndsWith("ing", StringComparison.Ordinal) || !cue.Entry.Takes(CueFrames.Clause)) return null;
        var verb = saying - 2;
        while (verb > words.Start(saying) && verb > saying - LongestName && words.Tag(verb) != Hearsay.Language.Upos.Verb) verb--;
        if (CueLexicon.Verbs(words.Form(verb)).IsEmpty || Phrases.Before(words, VerbGroups.First(words, verb)) is not { } subject) return null;
        var passive = verb == saying - 2 && words.IsAuxiliary(verb - 1);
        if (verb == saying - 2 && !passive) return null;
        var draft = new Draft
        {
            Head = verb,
            Force = cue.Entry.Force,
            Cue = new TokenRange(passive ? VerbGroups.First(words, verb) : saying - 1, saying),
            Source = passive ? subject : new TokenRange(verb + 1, saying - 2),
        };
        if (Surroundings.IsSpokenBefore(words, subject.First - 1, saying + 1)) Surroundings.AddLeft(words, draft, subject.First - 1);
        else if (Right(cue, draft) is { } content) draft.Content.Add(content);
        return draft.Content.Count > 0 ? draft : null;
    }

    private static TokenRange? Right(VerbCue cue, Draft draft) =>
        Surroundings.AfterCue(cue.Words, draft, cue.Entry) ?? Complements.RightOf(cue.Words, cue.Verb, cue.Group, cue.Entry);
}

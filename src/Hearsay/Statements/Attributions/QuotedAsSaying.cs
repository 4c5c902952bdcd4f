namespace Hearsay.Statements.Attributions;

/// <summary>"X," Ruiz was quoted as saying; "X," the paper quoted her as saying: who is quoted speaks, not who quotes.</summary>
internal static class QuotedAsSaying
{
    private const int LongestName = 8;

    public static IEnumerable<Draft> Find(Words words) =>
        words.OpenVerbs.Where(verb => words[verb] == "quoted").Select(verb => Read(words, verb)).OfType<Draft>();

    /// <summary>The attribution around the "quoted" at the token; null where it is no such.</summary>
    private static Draft? Read(Words words, int verb)
    {
        var at = verb + 1;
        while (at < words.LastWord(verb) && at <= verb + LongestName && words[at] != "as") at++;
        if (words[at] != "as" || words[at + 1] is not ("saying" or "telling")) return null;
        var passive = at == verb + 1;
        var first = verb;
        while (first > words.Start(verb) && words.IsAuxiliary(first - 1)) first--;
        if (passive && first == verb || Phrases.Before(words, first) is not { } subject) return null;
        var left = subject.First - 1;
        if (!Surroundings.IsSpokenBefore(words, left, at + 2)) return null;
        var draft = new Draft
        {
            Head = verb,
            Force = CueForce.Said,
            Cue = new TokenRange(passive ? first : at, at + 1),
            Source = passive ? subject : new TokenRange(verb + 1, at - 1),
        };
        Surroundings.AddLeft(words, draft, left);
        return draft;
    }
}

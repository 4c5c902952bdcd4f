namespace Hearsay.Statements.Attributions;

/// <summary>The verb with its auxiliaries, negation and adverbs ("did not immediately say", "has repeatedly called for").</summary>
internal static class VerbGroups
{
    public static TokenRange Around(Words words, int verb, CueVerb entry)
    {
        int first = verb, last = verb;
        var start = words.Start(verb);
        var end = words.LastWord(verb);
        while (first > start && (words.IsAuxiliary(first - 1) || words.IsNegation(first - 1) || words.IsAdverb(first - 1))) first--;
        while (first < verb && words.IsAdverb(first) && words.IsAuxiliary(first + 1) && words[first] is "then" or "today" or "yet") first++;
        if (entry.Particle is not null && words[last + 1] == entry.Particle) last++;
        if (last < end && words.IsAdverb(last + 1) && words[last + 1].EndsWith("ly", StringComparison.Ordinal)) last++;
        if (last < end && entry.Prepositions.Contains(words[last + 1])) last++;
        return new TokenRange(first, last);
    }

    public static bool IsNegated(Words words, TokenRange group)
    {
        for (var i = group.First; i <= group.Last; i++)
        {
            if (words.IsNegation(i)) return true;
        }
        return false;
    }
}

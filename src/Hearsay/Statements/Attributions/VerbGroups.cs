namespace Hearsay.Statements.Attributions;

/// <summary>The verb with its auxiliaries, negation and adverbs ("did not immediately say", "has repeatedly called for").</summary>
internal static class VerbGroups
{
    public static TokenRange Around(Words words, int verb, CueVerb entry)
    {
        int first = verb, last = verb;
        var start = words.Start(verb);
        var end = words.LastWord(verb);
        while (
            first > start
            && (
                words.IsAuxiliary(first - 1)
                || words.IsNegation(first - 1)
                || words.IsAdverb(first - 1)
                || words[first - 1] is "earlier" or "separately" && words.IsAuxiliary(first - 2)
            )
        )
            first--;
        if (first == verb && words[verb - 1] == "to" && LightVerb(words, verb) is { } light)
        {
            first = light;
            while (first > start && (words.IsAuxiliary(first - 1) || words.IsNegation(first - 1) || words.IsAdverb(first - 1))) first--;
        }
        while (first < verb && words.IsAdverb(first) && words.IsAuxiliary(first + 1) && words[first] is "then" or "today" or "yet") first++;
        if (entry.Particle is not null && words[last + 1] == entry.Particle) last++;
        if (last < end && words.IsAdverb(last + 1) && words[last + 1].EndsWith("ly", StringComparison.Ordinal)) last++;
        if (last < end && entry.Prepositions.Contains(words[last + 1])) last++;
        return new TokenRange(first, last);
    }

    /// <summary>The verb that only carries the one behind it: "went on to say", "used to think", "tried to explain".</summary>
    private static int? LightVerb(Words words, int verb)
    {
        var at = verb - 2;
        if (words[at] is "on" && words[at - 1] is "went" or "go" or "goes" or "going" or "gone") return at - 1;
        return
            words[at]
                is "used"
                    or "tried"
                    or "trying"
                    or "tries"
                    or "try"
                    or "began"
                    or "begun"
                    or "begins"
                    or "started"
                    or "starts"
                    or "continued"
                    or "continues"
                    or "continue"
                    or "continuing"
                    or "attempted"
                    or "attempting"
                    or "managed"
            or "struggled"
            or "failed"
            or "yet"
            or "proceeded"
            or "rushed"
            or "quick"
            or "had"
            or "have"
            or "has"
            or "moved"
            or "sought"
            or "hastened"
            or "reluctant"
            or "careful"
            or "keen"
            or "eager"
    ? at
    : null;
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

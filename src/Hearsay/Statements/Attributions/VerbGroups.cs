using Hearsay.Clauses;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>The verb with its auxiliaries, negation and adverbs ("did not immediately say", "has repeatedly called for").</summary>
internal static class VerbGroups
{
    /// <summary>How far "asked the mayor on Sunday about" may part a verb from its preposition.</summary>
    private const int Farthest = 7;

    public static TokenRange Around(Words words, int verb, CueVerb entry)
    {
        var (first, last) = (First(words, verb), verb);
        if (first == verb && words[verb - 1] == "to" && Carrier(words, verb) is >= 0 and var carrier) first = First(words, carrier);
        var end = words.LastWord(verb);
        if (entry.Particle is not null && words[last + 1] == entry.Particle) last++;
        if (last < end && words.IsAdverb(last + 1) && words[last + 1].EndsWith("ly", StringComparison.Ordinal)) last++;
        if (last < end && entry.Prepositions.Contains(words[last + 1])) return new TokenRange(first, last + 1);
        return new TokenRange(first, Preposition(words, verb, entry) is >= 0 and var preposition ? preposition : last);
    }

    /// <summary>The first word of the group whose verb the token is.</summary>
    public static int First(Words words, int verb)
    {
        var first = verb;
        while (first > words.Start(verb) && IsOfGroup(words, first - 1)) first--;
        while (first < verb && words.Is(first, SpeechWord.Then) && words.IsAuxiliary(first + 1)) first++;
        return first;
    }

    /// <summary>True for auxiliaries ("Theresa May said" has none), negations and adverbs.</summary>
    private static bool IsOfGroup(Words words, int token) =>
        words.IsAuxiliary(token) && words.Tag(token) != Upos.Propn || words.IsNegation(token) || words.IsAdverb(token);

    /// <summary>The verb that only carries the infinitive behind it: "went on to say", "used to think"; -1 where there is none.</summary>
    private static int Carrier(Words words, int verb)
    {
        var at = words[verb - 2] == "on" ? verb - 3 : verb - 2;
        return words.Is(at, SpeechWord.Trying) ? at : -1;
    }

    /// <summary>"Spoke at length of", "asked the mayor about": the preposition apart from its verb; -1 where there is none.</summary>
    private static int Preposition(Words words, int verb, CueVerb entry)
    {
        var reading = words.Reading;
        if (entry.Prepositions.IsEmpty || reading.Child(verb, "ccomp") >= 0 || reading.Child(verb, "xcomp") >= 0) return -1;
        if (reading.Child(verb, "obj") >= 0 && !entry.Takes(CueFrames.Recipient)) return -1;
        foreach (var child in reading.Children(verb))
        {
            if (child < verb || !reading.Is(child, "obl") && !reading.Is(child, "advcl") || Settings.IsTime(reading, child)) continue;
            var preposition = reading.Child(child, "case") is >= 0 and var c ? c : reading.Child(child, "mark");
            if (preposition > verb && preposition <= verb + Farthest && entry.Prepositions.Contains(words[preposition]))
                return Enumerable.Range(verb, preposition - verb).Any(i => words.IsMark(i) || words.QuotationOf(i) >= 0) ? -1 : preposition;
        }
        return -1;
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

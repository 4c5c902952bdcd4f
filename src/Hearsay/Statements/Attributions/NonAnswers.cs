namespace Hearsay.Statements.Attributions;

/// <summary>
/// Answers that were not given: "did not respond to a request for comment", "had no comment", "could not be reached", "was not available for
/// comment", "referred questions to the ministry".
/// </summary>
internal static class NonAnswers
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsOpen(i) || Cue(words, i) is not { } cue) continue;
            var first = cue.First;
            while (first > words.Start(i) && (words.IsAuxiliary(first - 1) || words.IsNegation(first - 1) || words.IsAdverb(first - 1))) first--;
            if ((words[i] is "returned" or "answered" ? Called(words, first) : Subject(words, i, first)) is not { } source) continue;
            var draft = new Draft
            {
                Head = i,
                Force = CueForce.Declined,
                Cue = cue with { First = first },
                Source = source,
                Negated = true,
                IsNonAnswer = true,
            };
            if (words[cue.Last] is "about" or "of" or "on" && words[i + 1] == "no") draft.Content.Add(Object(words, cue.Last + 1));
            if (words[cue.Last] == "to" && words[i] != "referred") draft.Content.Add(Object(words, cue.Last + 1));
            yield return draft;
        }
    }

    private static TokenRange? Subject(Words words, int verb, int first) =>
        (words.Reading.Subject(verb) is >= 0 and var subject && subject < first ? Sources.Phrase(words, subject, first) : null)
        ?? Phrases.Before(words, first);

    private static TokenRange? Cue(Words words, int i) => words[i] switch
    {
        "respond" or "reply" when IsNegatedBefore(words, i) || words[i - 1] == "to" && words[i - 2] == "yet" => new TokenRange(
            i,
            words[i + 1] == "to" ? i + 1 : i
        ),
        "responded" or "replied" or "commented" when IsNegatedBefore(words, i) => new TokenRange(i, words[i + 1] is "to" or "on" ? i + 1 : i),
        "comment" when IsNegatedBefore(words, i) && words[i - 1] != "for" => new TokenRange(i, words[i + 1] is "on" or "about" ? i + 1 : i),
        "return" or "answer" when IsNegatedBefore(words, i) && HasRequest(words, i) => new TokenRange(i, i),
        "had"
        or "has"
        or "have"
            when words[i + 1] == "no" && words.Is(i + 2, SpeechWord.Knowledge) && words[i + 3] is "about" or "on" or "of" =>
            new TokenRange(i, i + 3),
        "had"
        or "has"
        or "have" when words[i + 1] == "no" && Skip(words, i + 2) is var noun && words.Is(noun, SpeechWord.Answer) =>
            new TokenRange(i, Skip(words, i + 2)),
        "returned"
        or "answered"
            when IsNegatedBefore(words, i) && (words[i - 1] is "been" or "not" or "n't" or "immediately") && Called(words, i) is not null =>
            new TokenRange(i, i),
        "reached"
            when words[i - 1] == "be" && (words[i - 2] == "not" || words.IsAdverb(i - 2)) && (words[i + 1] is "for" or "." or "," or "on") =>
            new TokenRange(i, words[i + 1] == "for" && words[i + 2] == "comment" ? i + 2 : i),
        "available" when words[i + 1] == "for" && words[i + 2] is "comment" or "interview" && IsNegatedBefore(words, i) => new TokenRange(i, i + 2),
        "referred" when HasRequest(words, i) && ToAfter(words, i) => new TokenRange(i, ReferralEnd(words, i)),
        _ => null,
    };

    /// <summary>Whom "calls to the owner were not returned" names; null where the subject is no message.</summary>
    private static TokenRange? Called(Words words, int position)
    {
        var last = position - 1;
        while (last > words.Start(position) && (words.IsAuxiliary(last) || words.IsNegation(last) || words.IsAdverb(last))) last--;
        for (var i = last - 1; i > words.Start(position) && i > last - 12; i--)
        {
            if (words[i] is "to" or "for" && words.Is(i - 1, SpeechWord.Message)) return new TokenRange(i + 1, last);
        }
        return null;
    }

    private static int Skip(Words words, int token) => words.Is(token, SpeechWord.Quick) ? token + 1 : token;

    private static bool IsNegatedBefore(Words words, int token)
    {
        for (var i = token - 1; i >= 0 && i > token - 5; i--)
        {
            if (words.IsNegation(i)) return true;
            if (!words.IsAdverb(i) && !words.IsAuxiliary(i)) break;
        }
        return words[words.Start(token)] is "neither" or "none" or "nobody" && token - words.Start(token) < 15;
    }

    private static bool HasRequest(Words words, int verb)
    {
        for (var i = verb + 1; i < verb + 7; i++)
        {
            if (words.Is(i, SpeechWord.Message)) return true;
        }
        return false;
    }

    private static bool ToAfter(Words words, int verb) => words[verb + 2] == "to" || words[verb + 3] == "to" || words[verb + 4] == "to";

    private static int ReferralEnd(Words words, int verb)
    {
        var end = words.LastWord(verb);
        var i = verb;
        while (i < end && words[i + 1] is not ("," or ";")) i++;
        return i;
    }

    private static TokenRange Object(Words words, int first)
    {
        var end = words.LastWord(first);
        var last = first;
        while (last < end && words[last + 1] is not ("," or ";" or "and" or "but" or "—" or "on" or "by" or "before") && words[last + 1] != "when")
            last++;
        return new TokenRange(first, last);
    }
}

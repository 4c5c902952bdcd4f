namespace Hearsay.Statements.Attributions;

/// <summary>"According to A, X", "X, according to A, Y", "as noted by A, X".</summary>
internal static class AccordingTo
{
    /// <summary>"A report by the harbour board": who made the paper belongs to the source.</summary>
    private static TokenRange WithAuthor(Words words, TokenRange source) =>
        SpeakerNames.IsArtifact(words[source.Last])
        && words[source.Last + 1] is "by" or "from"
        && Phrases.After(words, source.Last + 2, asides: false) is { } author
            ? source with
            {
                Last = author.Last,
            }
            : source;

    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var length =
                words[i] == "according" && words[i + 1] == "to" ? 2
                : words[i] == "as" && words[i + 2] == "by" && words.Is(i + 1, SpeechWord.Noted) && (i == words.Start(i) || words[i - 1] == ",") ? 3
                : 0;
            if (length == 0 || !words.IsOpen(i)) continue;
            if (Phrases.After(words, i + length, asides: i > words.Start(i) + 1) is not { } named) continue;
            var source = WithAuthor(words, named);
            var draft = new Draft { Head = i, Force = CueForce.Said, Cue = new TokenRange(i, i + length - 1), Source = source };
            var start = words.Start(i);
            var end = words.LastWord(i);
            if (i > start && words[i - 1] is "and" or "but" && source.Last < end && words[source.Last + 1] == ",")
            {
                // "The bridge was closed and according to the mayor, it will stay so": what follows is hers
                draft.Content.Add(new TokenRange(source.Last + 2, ContentEnds.OfClause(words, i, source.Last + 2)));
                yield return draft;
                continue;
            }
            if (i > start)
            {
                Surroundings.AddUpTo(words, draft, words[i - 1] == "," || words.Is(i - 1, SpeechWord.Dash) ? i - 2 : i - 1);
            }
            if (source.Last < end && words[source.Last + 1] == "," && !(i > start && words[source.Last + 2] is "who" or "which" or "a"))
            {
                if (i <= start + 1) draft.Content.Add(new TokenRange(source.Last + 2, end));
            }
            if (draft.Content.Count > 0) yield return draft;
        }
    }
}

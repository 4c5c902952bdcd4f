namespace Hearsay.Statements.Attributions;

/// <summary>"According to A, X", "X, according to A, Y", "in the words of A, X".</summary>
internal static class AccordingTo
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] != "according" || words[i + 1] != "to" || !words.IsOpen(i)) continue;
            if (Phrases.After(words, i + 2, asides: i > words.Start(i) + 1) is not { } source) continue;
            var draft = new Draft { Head = i, Force = CueForce.Said, Cue = new TokenRange(i, i + 1), Source = source };
            var start = words.Start(i);
            var end = words.LastWord(i);
            if (i > start)
            {
                Surroundings.AddUpTo(words, draft, words[i - 1] is "," or "—" or "--" ? i - 2 : i - 1);
            }
            if (source.Last < end && words[source.Last + 1] == "," && !(i > start && words[source.Last + 2] is "who" or "which" or "a"))
            {
                if (i <= start + 1) draft.Content.Add(new TokenRange(source.Last + 2, end));
            }
            if (draft.Content.Count > 0) yield return draft;
        }
    }
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>"According to A, X", "X, according to A, Y", "as noted by A, X", "as A told B, X".</summary>
internal static class AccordingTo
{
    /// <summary>How far "as Quill told the Post on Sunday" may run to its comma.</summary>
    private const int LongestAside = 9;

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
            if (words.IsOpen(i) && Read(words, i) is { Content.Count: > 0 } draft) yield return draft;
        }
        foreach (var cue in words.Verbs)
        {
            if (AsSaid(cue) is { Content.Count: > 0 } draft) yield return draft;
        }
    }

    private static Draft? Read(Words words, int i)
    {
        var (start, end) = (words.Start(i), words.LastWord(i));
        var length =
            words[i] == "according" && words[i + 1] == "to" ? 2
            : words[i] == "as" && words[i + 2] == "by" && words.Is(i + 1, SpeechWord.Noted) && (i == start || words[i - 1] == ",") ? 3
            : 0;
        if (length == 0 || Phrases.After(words, i + length, asides: i > start + 1) is not { } named) return null;
        var source = WithAuthor(words, named);
        var draft = new Draft { Head = i, Force = CueForce.Said, Cue = new TokenRange(i, i + length - 1), Source = source };
        if (i == start && words[source.Last + 1] != "," && Name(words, i, length) is { } name)
        {
            // "According to Quill the ferry sank"
            draft.Source = name;
            draft.Content.Add(new TokenRange(name.Last + 1, end));
        }
        else if (i > start && words[i - 1] is "and" or "but" && source.Last < end && words[source.Last + 1] == ",")
        {
            // "The bridge was closed and according to the mayor, it will stay so": what follows is hers
            draft.Content.Add(new TokenRange(source.Last + 2, ContentEnds.OfClause(words, i, source.Last + 2)));
        }
        else if (i > start) Surroundings.AddUpTo(words, draft, words[i - 1] == "," || words.Is(i - 1, SpeechWord.Dash) ? i - 2 : i - 1);
        if (i <= start + 1 && draft.Content.Count == 0 && source.Last < end && words[source.Last + 1] == ",")
            draft.Content.Add(new TokenRange(source.Last + 2, ContentEnds.Extended(words, end)));
        return draft;
    }

    /// <summary>The name behind "according to" that the sentence's own subject follows without a comma; null where none does.</summary>
    private static TokenRange? Name(Words words, int i, int length)
    {
        var last = i + length - 1;
        while (words.Tag(last + 1) == Upos.Propn) last++;
        return last >= i + length && words.Tag(last + 1) is Upos.Det or Upos.Pron ? new TokenRange(i + length, last) : null;
    }

    /// <summary>"As Quill told the Post, X", "X, as Quill said": the clause that "as" opens has no content of its own.</summary>
    private static Draft? AsSaid(VerbCue cue)
    {
        if (cue.IsPassive || !cue.Entry.Takes(CueFrames.Clause) || cue.Source is not { } source) return null;
        var (words, opener) = (cue.Words, source.First - 1);
        var (start, end) = (words.Start(cue.Verb), words.LastWord(cue.Verb));
        if (opener < start || words[opener] != "as" || words.Reading.Child(cue.Verb, "ccomp") >= 0) return null;
        var draft = cue.Draft();
        draft.Source = source;
        var next = cue.Group.Last + 1;
        while (next <= end && words[next] != ",") next++;
        if (next > cue.Group.Last + LongestAside) return null;
        if (opener == start && next < end) draft.Content.Add(new TokenRange(next + 1, ContentEnds.OfClause(words, cue.Verb, next + 1)));
        else if (opener > start + 1 && words[opener - 1] == "," && next >= end) Surroundings.AddUpTo(words, draft, opener - 2);
        return draft;
    }
}

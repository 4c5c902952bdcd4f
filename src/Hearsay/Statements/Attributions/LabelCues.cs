namespace Hearsay.Statements.Attributions;

/// <summary>
/// "Ruiz: I never said so", "Poll: most want it": a label that opens a paragraph says who speaks, one in capitals also at the head of a line (as
/// transcripts have it). What is said goes to the next label or to the paragraph's end.
/// </summary>
internal static class LabelCues
{
    public static IEnumerable<Draft> Find(Words words)
    {
        var lines = Enumerable.Range(0, words.Count).Where(words.BeginsLine);
        var labels = lines.Select(i => (First: i, Colon: Colon(words, i))).Where(l => l.Colon > 0).ToList();
        for (var n = 0; n < labels.Count; n++)
        {
            var (first, colon) = labels[n];
            var end = words.LastOfParagraph(first);
            if (n + 1 < labels.Count) end = Math.Min(end, labels[n + 1].First - 1);
            if (colon + 2 > end) continue;
            var (cue, source) = (new TokenRange(colon, colon), new TokenRange(first, colon - 1));
            var draft = new Draft { Head = colon, Force = CueForce.Said, Cue = cue, Source = source };
            draft.Content.Add(new TokenRange(colon + 1, end));
            yield return draft;
        }
    }

    /// <summary>The colon behind a label that begins at the token; -1 where none does.</summary>
    private static int Colon(Words words, int first)
    {
        var last = Math.Min(first + 6, words.End(first));
        for (var i = first; i <= last; i++)
        {
            if (words[i] == ":")
                return i > first && IsSpeaker(words, first, i - 1) && (words.BeginsParagraph(first) || IsShouted(words, first, i - 1)) ? i : -1;
            if (words.QuotationOf(i) >= 0 || (words.IsMark(i) && words[i] is not ("." or "-" or "'"))) return -1;
        }
        return -1;
    }

    private static bool IsShouted(Words words, int first, int last) =>
        Enumerable.Range(first, last - first + 1).All(i => !words.Form(i).Any(char.IsLower));

    private static bool IsSpeaker(Words words, int first, int last)
    {
        if (
            !char.IsUpper(words.Form(first)[0])
            || words.Is(first, SpeechWord.Heading)
        )
            return false;
        for (var i = first; i <= last; i++)
        {
            if (words.Form(i) is { Length: > 0 } form && !char.IsUpper(form[0]) && form is not ("." or "of" or "and" or "’s" or "'s")) return false;
            if (CueLexicon.Verbs(words.Form(i)) is { IsEmpty: false } && !words.Is(i, SpeechWord.Survey) && last > first)
                return false;
        }
        return true;
    }
}

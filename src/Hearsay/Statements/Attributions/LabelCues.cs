namespace Hearsay.Statements.Attributions;

/// <summary>"Ruiz: I never said so", "Poll: most want it": a label that opens a paragraph says who speaks.</summary>
internal static class LabelCues
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var s = 0; s < words.Reading.Sentences.Length; s++)
        {
            var sentence = words.Reading.Sentences[s];
            if (s > 0 && words.Reading.Sentences[s - 1].Paragraph == sentence.Paragraph) continue;
            if (Colon(words, sentence.First, Math.Min(sentence.First + 6, sentence.First + sentence.Count - 1)) is not { } colon) continue;
            var last = s;
            while (last + 1 < words.Reading.Sentences.Length && words.Reading.Sentences[last + 1].Paragraph == sentence.Paragraph) last++;
            var end = words.Reading.Sentences[last].First + words.Reading.Sentences[last].Count - 1;
            if (colon + 2 > end) continue;
            var draft = new Draft
            {
                Head = colon,
                Force = CueForce.Said,
                Cue = new TokenRange(colon, colon),
                Source = new TokenRange(sentence.First, colon - 1),
            };
            draft.Content.Add(new TokenRange(colon + 1, end));
            yield return draft;
        }
    }

    private static int? Colon(Words words, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (words[i] == ":") return i > first && IsSpeaker(words, first, i - 1) ? i : null;
            if (words.QuotationOf(i) >= 0 || (words.IsMark(i) && words[i] is not ("." or "-" or "'"))) return null;
        }
        return null;
    }

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

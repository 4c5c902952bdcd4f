using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Quoted speech that a noun or a manner of saying names: "“Never,” was Damm's reply", "“Mad” is how Damm put it", "Damm's verdict? “Mad.”"
/// </summary>
internal static class Replies
{
    private const int Farthest = 8;

    public static IEnumerable<Draft> Find(Words words)
    {
        for (var q = 0; q < words.Reading.Quotations.Length; q++)
        {
            var quotation = words.Quotation(q);
            if ((Behind(words, quotation.Last + 1) ?? Before(words, quotation.First - 1)) is not { } draft) continue;
            draft.Content.Add(quotation);
            yield return draft;
        }
    }

    /// <summary>"… is how Damm put it", "… was Damm's reply".</summary>
    private static Draft? Behind(Words words, int copula)
    {
        if (copula >= words.Count || words.QuotationOf(copula) >= 0 || words.Reading.Tokens[copula].Lemma != "be") return null;
        var how = words[copula + 1] == "how";
        for (var i = copula + 2; i <= copula + Farthest && i <= words.LastWord(copula); i++)
        {
            if (how && words.Tag(i) == Upos.Verb)
                return i == copula + 2 ? null : Said(i, new TokenRange(i, words[i + 1] == "it" ? i + 1 : i), new TokenRange(copula + 2, i - 1));
            if (!how && words.Is(i, SpeechWord.Retort) && OwnerOf(words, i) is { } owner) return Said(i, new TokenRange(i, i), owner);
        }
        return null;
    }

    /// <summary>"Damm's answer: …", "Damm's verdict? …".</summary>
    private static Draft? Before(Words words, int mark) =>
        words[mark] is ":" or "?"
        && words.Is(mark - 1, SpeechWord.Retort)
        && words.SentenceOf(mark).Paragraph == words.SentenceOf(mark + 1).Paragraph
        && OwnerOf(words, mark - 1) is { } owner
            ? Said(mark, new TokenRange(mark - 1, mark), owner)
            : null;

    /// <summary>Whose answer the noun is, by the tree or by the ending of what stands before it; null where it is nobody's.</summary>
    public static TokenRange? OwnerOf(Words words, int noun)
    {
        if (words.Reading.Child(noun, "nmod:poss") is not (>= 0 and var owner) || owner > noun) return null;
        if (Sources.Phrase(words, owner, noun) is not { } phrase) return null;
        return words[phrase.Last] is "'s" or "'" ? phrase with { Last = phrase.Last - 1 } : phrase;
    }

    private static Draft Said(int head, TokenRange cue, TokenRange source) =>
        new() { Head = head, Force = CueForce.Said, Cue = cue, Source = source };
}

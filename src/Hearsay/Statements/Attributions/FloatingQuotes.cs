using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Quotations that nobody is said to say: "Damm disagreed. “The wall is sound.”", "Damm was blunt: “It is.”", "For Damm, it is simple. “I go.”"
/// Whoever the sentence before, or the clause before the colon, is about says so, where that is a person or a body and the sentence quotes nothing
/// else.
/// </summary>
internal static class FloatingQuotes
{
    private const int LeastWords = 4;

    public static IEnumerable<Draft> Find(Words words)
    {
        for (var q = 0; q < words.Reading.Quotations.Length; q++)
        {
            if (Read(words, words.Quotation(q)) is { } draft) yield return draft;
        }
    }

    private static Draft? Read(Words words, TokenRange quotation)
    {
        var (first, last) = (words.SentenceOf(quotation.First).First, words.SentenceOf(quotation.Last));
        if (quotation.Count < LeastWords || quotation.Last < last.First + last.Count - 1) return null;
        var colon = quotation.First > first && words[quotation.First - 1] == ":";
        if (!colon && quotation.First > first) return null;
        var end = colon ? quotation.First - 1 : first - 1;
        if (end < 0) return null;
        var sentence = words.SentenceOf(end);
        if (sentence.Paragraph != words.SentenceOf(quotation.First).Paragraph) return null;
        for (var i = sentence.First; i <= end; i++)
        {
            if (words.QuotationOf(i) >= 0) return null;
        }
        return About(words, words.Reading.Root(words.Reading.Tokens[end].Sentence), colon ? end : -1) is { } draft ? With(draft, quotation) : null;
    }

    /// <summary>The predicate as cue and whom it is about as source; null where that is nobody who speaks.</summary>
    private static Draft? About(Words words, int predicate, int colon)
    {
        if (colon >= 0 && predicate > colon || Whom(words, predicate) is not { } source) return null;
        var carrier = words.Reading.Child(predicate, "cop") is >= 0 and var copula ? copula : predicate;
        var first = VerbGroups.First(words, carrier);
        return source.Last >= first ? null : new Draft
        {
            Head = predicate, Force = CueForce.Said, Cue = new TokenRange(first, colon >= 0 ? colon : predicate), Source = source,
        };
    }

    /// <summary>The subject, whose answer it is ("Damm's reply was curt"), or for whom it is told: "For Damm, it is simple".</summary>
    private static TokenRange? Whom(Words words, int predicate)
    {
        var subject = words.Reading.Child(predicate, "nsubj");
        if (subject < 0 || subject > predicate) return null;
        var start = words.Start(predicate);
        var judge = words[start] is "for" or "to" ? words.Reading.Tokens[start].Head : -1;
        var isJudge = judge > start && judge < subject && Speaks(words, judge);
        if (isJudge && Sources.Phrase(words, judge, subject) is { } who && words[who.Last + 1] == ",") return who;
        if (words.Is(subject, SpeechWord.Retort)) return Replies.OwnerOf(words, subject);
        return Speaks(words, subject) ? Sources.Phrase(words, subject, predicate) : null;
    }

    private static Draft With(Draft draft, TokenRange quotation)
    {
        draft.Content.Add(quotation);
        return draft;
    }

    private static bool Speaks(Words words, int subject) =>
        words.Is(subject, WordSet.Male | WordSet.Female)
        || words.Cast.At(subject) is { IsNamed: true, Type: not NameType.Place }
        || PersonNouns.IsRole(words.Reading.Tokens[subject].Lemma);
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Noun phrases by their neighbours alone: what stands left of a verb as its subject, right of it as an inverted one.</summary>
internal static class Phrases
{
    /// <summary>
    /// The phrase that ends right before <paramref name="position"/>, with a parenthesis between commas after its head; null where there is none.
    /// </summary>
    public static TokenRange? Before(Words words, int position)
    {
        var start = words.Start(position);
        var last = position - 1;
        if (last < start) return null;
        if (words[last] == "," && Comma(words, start, last - 1) is { } opening && opening > start && IsAside(words, opening + 1))
        {
            var head = Before(words, opening);
            return head is { } range && Plausible(words, range) ? range with { Last = last } : null;
        }
        if (words[last] == ")" && Bracket(words, start, last) is { } bracket && Before(words, bracket) is { } named)
            return named with { Last = last };
        if (words[last] is "who" or "which") return new TokenRange(last, last);
        var first = position;
        while (first > start && !EndsBefore(words, first - 1)) first--;
        while (first < last && words.Is(first, SpeechWord.Lead)) first++;
        var found = new TokenRange(first, last);
        return !found.IsEmpty && Plausible(words, found) ? found : null;
    }

    /// <summary>The phrase that begins at <paramref name="position"/>, with its apposition; null where there is none.</summary>
    public static TokenRange? After(Words words, int position, bool asides = true)
    {
        var end = words.LastWord(position);
        if (
            position > end
            || words.IsMark(position)
            || words[position] is "that" or "to" or "in" or "on" or "at"
            || words.Is(position, SpeechWord.RightStop)
        )
            return null;
        var last = position;
        var aside = !asides;
        while (last < end)
        {
            var next = last + 1;
            if (SourceShape.IsNickname(words, next)) { last = words.Quotation(words.QuotationOf(next)).Last; continue; }
            if (words.QuotationOf(next) >= 0 && words.QuotationOf(next) != words.QuotationOf(position) || words[next] is "“" or "„" or "«") break;
            if (words[next] == ",")
            {
                if (aside || !IsAside(words, next + 1)) break;
                aside = true;
            }
            else if (
                words[next] is ";" or ":" or "—" or "--" or "–"
                || (!aside && words.Is(next, SpeechWord.RightStop))
                || words[next] is "when" or "after" or "while"
            )
                break;
            last = next;
        }
        return new TokenRange(position, last);
    }

    private static bool EndsBefore(Words words, int token) =>
        (words.IsMark(token) && words[token] is not ("-" or "&" or "'" or "." or "$" or "%" or "/" or "+"))
        || words.Is(token, SpeechWord.LeftStop)
        || words.IsAuxiliary(token)
        || IsVerb(words, token)
        || (words[token] is "and" or "or" && !JoinsNames(words, token));

    private static bool IsVerb(Words words, int token) => words.Reading.Tokens[token].Tag is Upos.Verb or Upos.Aux
        && !(words.Reading.Tokens[token].Relation is "amod" or "compound" or "flat");

    private static bool JoinsNames(Words words, int token) =>
        token > 0
        && char.IsUpper(FirstLetter(words, token - 1))
            == (char.IsUpper(FirstLetter(words, token + 1)) || words[token + 1] is "the" or "its" or "his" or "her" or "their" or "other");

    private static char FirstLetter(Words words, int token) => words.Form(token) is { Length: > 0 } form ? form[0] : ' ';

    /// <summary>The next comma to the left, at most 30 tokens away.</summary>
    private static int? Comma(Words words, int start, int from)
    {
        for (var i = from; i > start && i > from - 30; i--)
        {
            if (words[i] == ",") return i;
            if (Words.IsQuoteMark(words[i]) && words[i] is not "'") return null;
        }
        return null;
    }

    /// <summary>The bracket that the one at <paramref name="close"/> closes, at most 8 tokens away, where something stands before it.</summary>
    private static int? Bracket(Words words, int start, int close)
    {
        for (var i = close - 1; i > start && i > close - 8; i--)
        {
            if (words[i] == "(") return i;
        }
        return null;
    }

    private static bool IsAside(Words words, int token) =>
        words.Is(token, SpeechWord.Aside)
        || words[token].Length > 0 && char.IsDigit(words[token][0])
        || (
            words[token].Length > 2
            && !words.IsAdverb(token)
            && !words[token].EndsWith("ing", StringComparison.Ordinal)
            && !words.Is(token, SpeechWord.RightStop)
            && !words.Is(token, SpeechWord.LeftStop)
            && !words.Is(token, SpeechWord.SourceOpener) && !words.Is(token, WordSet.Male | WordSet.Female | WordSet.Plural)
            && CueLexicon.Verbs(words[token]).IsEmpty);

    private static bool Plausible(Words words, TokenRange range) =>
        range.Count <= 40
        && words[range.Last] is not ("who" or "which" or "that")
        && Enumerable
            .Range(range.First, range.Count)
            .Any(i => words[i].Length > 0 && char.IsLetter(words[i][0]) && words[i] is not ("there" or "it's"));
}

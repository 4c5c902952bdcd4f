using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// What of a source can name who speaks: without the preposition, the day or the auxiliary that it was read with; null where it is no phrase that
/// speaks.
/// </summary>
internal static class SourceShape
{
    /// <summary>Tokens of a nickname with its marks.</summary>
    private const int LongestNickname = 6;

    private const WordSet Dates = WordSet.Weekday | WordSet.Day | WordSet.Month;

    /// <summary>The token of the phrase that hangs on one outside it; its last one where the phrase is torn.</summary>
    public static int Head(Words words, TokenRange phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            var head = words.Reading.Tokens[i].Head;
            if ((head < 0 || !phrase.Contains(head)) && !words.IsMark(i)) return i;
        }
        return phrase.Last;
    }

    /// <summary>The phrase that names, or null.</summary>
    public static TokenRange? Nominal(Words words, TokenRange source)
    {
        var (first, last) = source;
        while (
            first < last
            && words.QuotationOf(first) < 0
            && (words.Is(first, SpeechWord.SourceOpener) || first > source.First && words.Is(first, WordSet.DayPart) && words.Is(first - 1, Dates))
        )
            first++;
        var range = new TokenRange(first, last);
        if (
            words.Is(last, SpeechWord.SourceCloser) && words[last - 1] != "-" && !char.IsUpper(words.Form(last)[0])
            || words.Is(last, Dates) && range.Count == 1
            || Words.IsQuoteMark(words[last]) && words[last] is not ("'" or "’") && Nickname(words, range) is null
            || HasOwnVerb(words, range)
            || IsDateline(words, range)
        )
            return null;
        return range;
    }

    /// <summary>True where a short quotation begins at the token behind a word that gives a name: 'a man known as "Red"'.</summary>
    public static bool IsNickname(Words words, int token) =>
        Surroundings.OpensQuotation(words, token)
        && words.Is(token - 1, SpeechWord.Naming)
        && words.Quotation(words.QuotationOf(token)).Count <= LongestNickname;

    /// <summary>The name between the marks that end the phrase, its marks and stops left out; null where the phrase gives none.</summary>
    public static TokenRange? Nickname(Words words, TokenRange phrase)
    {
        if (words.QuotationOf(phrase.Last) is not (>= 0 and var q)) return null;
        var (first, last) = words.Quotation(q);
        if (first <= phrase.First || !IsNickname(words, first)) return null;
        while (first < last && words.IsMark(first)) first++;
        while (last > first && words.IsMark(last)) last--;
        return new TokenRange(first, last);
    }

    /// <summary>The body that a paper speaks for: "Harbour Line's guidelines" by its owner; null where the phrase is no such.</summary>
    public static TokenRange? Owner(Words words, TokenRange source)
    {
        for (var i = source.First + 1; i < source.Last; i++)
        {
            if (words[i] is "of" or "for" or "in" or "on" or ",") return null;
            if (words[i] is not ("'s" or "'")) continue;
            for (var j = i + 1; j <= source.Last && j <= i + 4; j++)
            {
                if (words[j] is "of" or "for" or "in" or "on" or ",") return null;
                if (words.Is(j, SpeechWord.Published) && (j == source.Last || words[j + 1] is "for" or "on" or "in" or "of" or "about"))
                    return new TokenRange(source.First, i - 1);
            }
            return null;
        }
        return null;
    }

    /// <summary>
    /// True for a clause read as a phrase ("its teams alone had recorded"): an auxiliary that no relative pronoun opens the way to.
    /// </summary>
    private static bool HasOwnVerb(Words words, TokenRange range)
    {
        for (var i = range.First + 1; i <= range.Last; i++)
        {
            if (words[i] is "who" or "which" or "that" or "whom" or "whose" or "," or "(" or "where" || words.QuotationOf(i) >= 0) return false;
            if (words[i] is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "did" or "does") return true;
        }
        return false;
    }

    /// <summary>A city in capitals at the head of a paragraph says where it was filed.</summary>
    private static bool IsDateline(Words words, TokenRange range)
    {
        if (range.Count != 1 || words.Form(range.First) is not { Length: > 4 } form || !form.All(char.IsUpper)) return false;
        var city = form[..1] + form[1..].ToLowerInvariant();
        return (Gazetteer.Of(city) & (Listed.Capital | Listed.Place)) != 0;
    }
}

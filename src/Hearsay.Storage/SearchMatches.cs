using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Storage;

/// <summary>
/// The words of a text that answer a query, found the way the index finds them: runs of letters and digits, without accents and case.
/// </summary>
internal static class SearchMatches
{
    private const int Most = 100;

    public static ImmutableArray<TextSpan> Of(SearchQuery query, string text)
    {
        var terms = query
            .All.SelectMany(any => any)
            .Where(t => t.Field is SearchField.Anywhere or SearchField.Body)
            .Select(t => (Words: Split(t.Text).Select(w => w.Key).ToArray(), t.IsPrefix))
            .Where(t => t.Words.Length > 0)
            .ToList();
        if (terms.Count == 0) return [];
        var words = Split(text);
        var found = new SortedSet<TextSpan>();
        for (var i = 0; i < words.Count && found.Count < Most; i++)
        {
            foreach (var (wanted, prefix) in terms)
            {
                if (Stands(words, i, wanted, prefix)) found.Add(TextSpan.Between(words[i].Span.Start, words[i + wanted.Length - 1].Span.End));
            }
        }
        return [.. found];
    }

    private static bool Stands(List<(TextSpan Span, string Key)> words, int at, string[] wanted, bool prefix)
    {
        if (at + wanted.Length > words.Count) return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            var word = words[at + i].Key;
            if (!(prefix && i == wanted.Length - 1 ? word.StartsWith(wanted[i], StringComparison.Ordinal) : word == wanted[i])) return false;
        }
        return true;
    }

    private static List<(TextSpan Span, string Key)> Split(string text)
    {
        var words = new List<(TextSpan, string)>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsWord(text, i) && !(i > start && UnspacedScript.Has(text[i]))) i++;
            if (i > start) words.Add((TextSpan.Between(start, i), Folding.Of(text.AsSpan(start, i - start))));
            else i++;
        }
        return words;
    }

    private static bool IsWord(string text, int i) => char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])
        || char.GetUnicodeCategory(text[i])
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.LetterNumber;
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// Text in, the reason why it is not read out, if it is not English. Method: another script names the language or its family by itself; in Latin
/// script the share of words that a language can hardly do without is counted for each of the languages of Data/languages.txt (English has a third to
/// a half of them in any text), and the highest share wins.
/// Known limits: fewer than 12 words are read unchecked; a language that is not in the list is only said not to be English.
/// </summary>
internal static class LanguageCheck
{
    private const int FewWords = 12;
    private const int Sample = 600;
    private const double Certain = 0.20;
    private const double Hardly = 0.06;

    private static readonly ImmutableArray<(string Language, FrozenSet<string> Words)> Languages =
        [
            .. DataFile
                .Lines("Pages/Data/languages.txt")
                .Select(line => line.Split(':', 2))
                .Select(x => (x[0], x[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal))),
        ];

    private static readonly ImmutableArray<(char From, char To, string Language)> Scripts =
    [
        ('\u0370', '\u03FF', "Greek"), ('\u0400', '\u052F', "written in Cyrillic"), ('\u0530', '\u058F', "Armenian"), ('\u0590', '\u05FF', "Hebrew"),
        ('\u0600', '\u06FF', "written in Arabic script"),
        ('\u0900', '\u097F', "written in Devanagari"), ('\u0980', '\u09FF', "Bengali"), ('\u0B80', '\u0BFF', "Tamil"), ('\u0E00', '\u0E7F', "Thai"),
        ('\u10A0', '\u10FF', "Georgian"),
        ('\u1200', '\u137F', "Amharic"), ('\u3040', '\u30FF', "Japanese"), ('\u4E00', '\u9FFF', "Chinese"), ('\uAC00', '\uD7AF', "Korean"),
    ];

    /// <summary>The reason; null where the text is English, or too short to tell.</summary>
    public static string? Refusal(string text)
    {
        var head = text.Length > 6000 ? text[..6000] : text;
        if (OtherScript(head) is { } script) return $"the language is {script}; only English is read";
        var words = Words(head);
        if (words.Count < FewWords) return null;
        var english = Share(words, Languages[0].Words);
        if (english >= Certain) return null;
        var best = Languages.Select(l => (l.Language, Share: Share(words, l.Words))).MaxBy(s => s.Share);
        if (best.Language != "English" && best.Share >= 2 * Hardly && best.Share > 1.3 * english)
            return $"the language is {best.Language}; only English is read";
        return english < Hardly && words.Count >= 40 ? "the language is not English; only English is read" : null;
    }

    /// <summary>
    /// The same for one sentence, which is too short for shares: two different words that another language cannot do without, and more than twice as many
    /// as of English; or, where none of English is there ("a" is one in French too), a word in small letters with a letter that English does not use.
    /// </summary>
    public static string? RefusalOfSentence(string text)
    {
        if (OtherScript(text) is { } script) return $"the language is {script}; only English is read";
        var words = Words(text);
        var english = words.Where(Languages[0].Words.Contains).ToList();
        var (language, found) = Languages.Skip(1).Select(l => (l.Language, Found: words.Where(w => w.Length > 1 && l.Words.Contains(w)).ToList())).MaxBy(l => l.Found.Count);
        if (found.Distinct(StringComparer.Ordinal).Skip(1).Any() && found.Count > 2 * english.Count) return $"the language is {language}; only English is read";
        return english.All(w => w == "a") && text.Split(' ').Any(w => w.Length > 0 && char.IsLower(w[0]) && w.Any(c => c > '\u007F' && char.IsLetter(c)))
            ? "the language is not English; only English is read"
            : null;
    }

    private static double Share(List<string> words, FrozenSet<string> of) => words.Count(of.Contains) / (double)words.Count;

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length && words.Count < Sample;)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i > start) words.Add(text[start..i].ToLowerInvariant());
            else i++;
        }
        return words;
    }

    private static string? OtherScript(string text)
    {
        var counts = new int[Scripts.Length];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            for (var s = 0; s < Scripts.Length && c >= '\u0370'; s++)
            {
                if (c >= Scripts[s].From && c <= Scripts[s].To) counts[s]++;
            }
        }
        var most = Array.IndexOf(counts, counts.Max());
        // Japanese is written with Chinese characters too, never without its own
        if (Scripts[most].Language == "Chinese" && counts[most - 1] * 10 > counts[most]) most--;
        return letters > 0 && counts.Sum() * 2 > letters ? Scripts[most].Language : null;
    }
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>"TARN, Norland (AP) — ": who filed it from where is not part of the first sentence.</summary>
internal static class Datelines
{
    /// <summary>The first token of the sentence behind its dateline; the sentence's first token where it has none.</summary>
    public static int After(Words words, Sentence sentence)
    {
        var end = Math.Min(sentence.First + 14, sentence.First + sentence.Count - 2);
        if (sentence.Count < 4 || !IsPlace(words, sentence.First)) return sentence.First;
        for (var i = sentence.First + 1; i <= end; i++)
        {
            if (
                words[i] is "—" or "–" or "--" or "-"
                && (words[i] != "-" || words[i - 1] == ")" || HasSpaceBefore(words, i))
                && AllCapital(words, sentence.First, i)
            )
                return i + 1;
            if (words.QuotationOf(i) >= 0) break;
        }
        return sentence.First;
    }

    private static bool IsPlace(Words words, int token) =>
        words.Form(token) is { Length: > 2 } form
        && char.IsUpper(form[0])
        && (char.IsUpper(form[1]) || words[token + 1] is "(" or "," or "-" or "—" or "–");

    private static bool HasSpaceBefore(Words words, int token) => words.Reading.Tokens[token].Span.Start > words.Reading.Tokens[token - 1].Span.End;

    private static bool AllCapital(Words words, int first, int dash)
    {
        var shouted = false;
        for (var i = first; i < dash; i++)
        {
            var form = words.Form(i);
            if (char.IsLetter(form[0]) && !char.IsUpper(form[0]) && form is not ("of" or "the" or "and" or "de")) return false;
            shouted |= form.Length > 2 && form.All(c => char.IsUpper(c) || c == '.') || form == "(";
        }
        return shouted;
    }
}

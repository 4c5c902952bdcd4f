using System.Text;

namespace Hearsay.Reconciliation;

/// <summary>
/// What an outlet did to the fullest wording. Of several, the gravest: reworded, bracketed, ellipsis, partial quote, truncated, punctuation, none. A
/// whole sentence of a longer utterance is unaltered; words from the midst of a sentence are a partial quote; a sentence that breaks off is
/// truncated.
/// </summary>
internal static class AlterationJudge
{
    public static Alteration Of(QuotedWords variant, string canonical)
    {
        var (letters, all) = (Letters(canonical), Pieces(variant));
        var from = 0;
        foreach (var piece in all)
        {
            var at = letters.IndexOf(piece, from, StringComparison.Ordinal);
            if (at < 0) return Alteration.Reworded;
            from = at + piece.Length;
        }

        if (variant.Bracketed.Length > 0) return Alteration.Bracketed;
        if (all.Count > 1 || HasEllipsis(variant.Text)) return Alteration.Ellipsis;
        return Cut(variant, canonical);
    }

    private static Alteration Cut(QuotedWords variant, string canonical)
    {
        var text = Plain(variant.Text);
        var plain = Plain(Brackets.Of(canonical).Reverse().Aggregate(canonical, (text, b) => text.Remove(b.Start, b.Length)));
        var at = plain.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return variant.IsShort ? Alteration.PartialQuote : Alteration.Punctuation;
        var (first, last) = (At(plain, at - 2), At(plain, at + text.Length));
        var opens = at == 0 ? char.IsUpper(At(plain, 0)) && !variant.IsShort : first is '.' or '!' or '?';
        if (!opens) return Alteration.PartialQuote;
        return at + text.Length >= plain.Length || last is '.' or '!' or '?' ? Alteration.None : Alteration.Truncated;
    }

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    private static bool HasEllipsis(string text) =>
        text.Contains('…', StringComparison.Ordinal)
        || text.Contains("...", StringComparison.Ordinal)
        || text.Contains(". . .", StringComparison.Ordinal);

    /// <summary>The letters and digits of what stands between brackets and ellipses.</summary>
    private static List<string> Pieces(QuotedWords variant)
    {
        var cut = new StringBuilder(variant.Text);
        foreach (var bracket in variant.Bracketed)
        {
            for (var i = bracket.Start; i < bracket.End; i++) cut[i] = '\n';
        }

        var marked = cut.ToString()
            .Replace("…", "\n", StringComparison.Ordinal)
            .Replace("...", "\n", StringComparison.Ordinal)
            .Replace(". . .", "\n", StringComparison.Ordinal);
        return [.. marked.Split('\n').Select(Letters).Where(p => p.Length > 0)];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>One kind of quotation marks, dashes and spaces, and no mark at the end.</summary>
    private static string Plain(string text) =>
        string.Join(
                ' ',
                text.Replace('’', '\'')
                    .Replace('‘', '\'')
                    .Replace('“', '"')
                    .Replace('”', '"')
                    .Replace('–', '-')
                    .Replace('—', '-')
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
            .Trim('.', ',', '!', '?', ' ', ';', ':');
}

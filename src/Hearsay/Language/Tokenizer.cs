using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// In: a text. Out: the spans of its words and marks, in order, without overlap; what lies between is white space.
/// Method: the text is cut at white space; from each piece the marks at both ends are taken off, the rest is cut at the marks and clitics inside it.
/// The conventions are those of the English Web Treebank (UD English EWT): "do|n't", "mayor|'s", "$|5", "long|-|term" but "co-operate", "and|/|or"
/// but "9/11".
/// Limits: a full stop after an abbreviation stays with it, also at the end of a sentence.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Pieces longer than this are not looked into beyond cutting at marks: no word is so long.</summary>
    private const int LongestPiece = 200;

    /// <summary>Appends the tokens of <paramref name="within"/> to <paramref name="tokens"/>.</summary>
    public static void Cut(string text, TextSpan within, List<TextSpan> tokens)
    {
        var i = within.Start;
        while (i < within.End)
        {
            while (i < within.End && IsSpace(text[i])) i++;
            var start = i;
            while (i < within.End && !IsSpace(text[i])) i++;
            if (i > start) CutPiece(text, start, i, tokens);
        }
    }

    /// <summary>White space, control characters and invisible marks (zero-width space, byte-order mark): never part of a token.</summary>
    internal static bool IsSpace(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060';

    private static void CutPiece(string text, int start, int end, List<TextSpan> tokens)
    {
        while (start < end)
        {
            var opener = LengthOfOpener(text, start, end);
            if (opener == 0) break;
            tokens.Add(new TextSpan(start, opener));
            start += opener;
        }

        var trailing = start < end ? WordEnd(text, start, end) : start;
        if (start < trailing) CutInside(text, start, trailing, tokens);
        CutMarks(text, trailing, end, tokens);
    }

    /// <summary>How many characters at <paramref name="i"/> are one opening mark; 0 where a word begins.</summary>
    private static int LengthOfOpener(string text, int i, int end)
    {
        var c = text[i];
        var next = i + 1 < end ? text[i + 1] : ' ';
        if (c is '(' or '[' or '{' or '"' or '“' or '”' or '„' or '«' or '»' or '‹' or '›' or '¿' or '¡') return 1;
        if (c is '‘' or '\'' or '’' or '`')
        {
            if (next == c && c is '\'' or '`' && next == c) return 2;
            return PieceShapes.IsApostropheWord(text.AsSpan(i, end - i)) ? 0 : 1;
        }

        if (c is '$' or '£' or '€' or '¥' or '₹' or '₽' or '#')
            return end - i > 1 && (char.IsAsciiDigit(next) || next == '.') || end - i == 1 ? 1 : 0;
        if (PieceShapes.IsBullet(c)) return 1;
        if (c is '-' or '–' or '—' or '.' or '*' or '_' or '=' or '~' or '<' or '>' or '|' or '/' or '\\')
        {
            var run = i + 1;
            while (run < end && text[run] == c) run++;
            if (c == '.' && run - i == 1 && char.IsAsciiDigit(next)) return 0;
            if (c == '-' && run - i == 1 && char.IsAsciiDigit(next)) return 0;
            if (c == '<' && run - i == 1 && PieceShapes.IsEmoticon(text.AsSpan(i, end - i))) return end - i;
            return run - i;
        }

        return PieceShapes.IsEmoticon(text.AsSpan(i, end - i)) ? end - i : c is ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' ? 1 : 0;
    }

    /// <summary>Where the word that begins at <paramref name="start"/> ends and the marks behind it begin.</summary>
    private static int WordEnd(string text, int start, int end)
    {
        var e = end;
        while (e > start)
        {
            var c = text[e - 1];
            if (c is '.' or '…')
            {
                if (
                    c == '.'
                    && (e < 2 || e - 2 < start || text[e - 2] != '.')
                    && PieceShapes.KeepsFullStop(text.AsSpan(start, e - 1 - start), Next(text, e))
                )
                    return e;
                e--;
            }
            else if (c is '\'' or '’')
            {
                if (PieceShapes.EndsInElision(text.AsSpan(start, e - start))) return e;
                e--;
            }
            else if (
                c
                    is ','
                        or ';'
                        or ':'
                        or '!'
                        or '?'
                        or ')'
                        or ']'
                        or '}'
                        or '"'
                        or '”'
                        or '“'
                        or '‘'
                        or '»'
                        or '«'
                        or '›'
                        or '‹'
                        or '>'
                        or '*'
                        or '_'
                        or '`'
                        or '—'
                        or '–'
                || (c == '-' && e - 1 > start)
            )
            {
                e--;
            }
            else
            {
                break;
            }
        }

        return e;
    }

    /// <summary>
    /// The first character that is neither a space nor a closing mark, from <paramref name="i"/> on; none where the line ends first.
    /// </summary>
    private static char Next(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\u00A0' or ',' or ')' or '"' or '”' or '’') i++;
        return i < text.Length && !IsSpace(text[i]) ? text[i] : '\0';
    }

    /// <summary>Each mark a token; runs of the same mark ("...", "!!", "--") one token.</summary>
    private static void CutMarks(string text, int start, int end, List<TextSpan> tokens)
    {
        while (start < end)
        {
            var run = start + 1;
            var c = text[start];
            if (c is '!' or '?')
            {
                while (run < end && text[run] is '!' or '?') run++;
            }
            else if (c is '.' or '-' or '—' or '–' or '*' or '_' or '>' or '`' or '\'')
            {
                while (run < end && text[run] == c) run++;
            }

            tokens.Add(TextSpan.Between(start, run));
            start = run;
        }
    }

    private static void CutInside(string text, int start, int end, List<TextSpan> tokens)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length <= LongestPiece && (PieceShapes.IsPlainWord(word) ? !PieceShapes.IsFused(word) : PieceShapes.IsWhole(word, Next(text, end))))
        {
            tokens.Add(TextSpan.Between(start, end));
            return;
        }

        var cut = PieceShapes.FirstCut(word);
        if (cut.Length == 0)
        {
            CutClitics(text, start, end, tokens);
            return;
        }

        if (cut.At > 0) CutClitics(text, start, start + cut.At, tokens);
        tokens.Add(new TextSpan(start + cut.At, cut.Length));
        // The rest begins anew: an opening mark may follow ("word—(another").
        CutRest(text, start + cut.At + cut.Length, end, tokens);
    }

    /// <summary>The rest of a piece behind a cut; a loop rather than recursion, since a piece may hold a million marks.</summary>
    private static void CutRest(string text, int start, int end, List<TextSpan> tokens)
    {
        while (start < end)
        {
            var opener = LengthOfOpener(text, start, end);
            if (opener > 0)
            {
                tokens.Add(new TextSpan(start, opener));
                start += opener;
                continue;
            }

            var cut = PieceShapes.FirstCut(text.AsSpan(start, end - start));
            if (cut.Length == 0)
            {
                CutClitics(text, start, end, tokens);
                return;
            }

            if (cut.At > 0) CutClitics(text, start, start + cut.At, tokens);
            tokens.Add(new TextSpan(start + cut.At, cut.Length));
            start += cut.At + cut.Length;
        }
    }

    private static void CutClitics(string text, int start, int end, List<TextSpan> tokens)
    {
        var at = start + PieceShapes.CliticStart(text.AsSpan(start, end - start));
        var first = PieceShapes.UnitStart(text.AsSpan(start, at - start));
        if (first > 0)
        {
            tokens.Add(new TextSpan(start, first));
            start += first;
        }

        if (at > start) tokens.Add(TextSpan.Between(start, at));
        if (end > at) tokens.Add(TextSpan.Between(at, end));
    }
}

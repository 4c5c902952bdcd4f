using System.Globalization;

namespace Hearsay.Statements.Figures;

/// <summary>
/// A text cut into lexemes, in one pass over its characters. Reading outside the list gives marks of length 0, so that the grammar needs no checks of
/// bounds.
/// </summary>
internal sealed class LexemeList
{
    private readonly List<Lexeme> lexemes = [];

    /// <summary>Cuts the text.</summary>
    public LexemeList(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c)) i = Space(i);
            else if (char.IsLetter(c)) i = AddressEnd(i) is > 0 and var end ? Add(LexemeKind.Mark, i, end) : Add(LexemeKind.Word, i, WordEnd(i));
            else if (char.IsAsciiDigit(c) || (c == '.' && DigitAt(i + 1) && !(i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '.'))))
                i = Number(i);
            else i = Add(LexemeKind.Mark, i, i + 1);
        }
    }

    public string Text { get; }

    public int Count => lexemes.Count;

    public Lexeme this[int index] =>
        index >= 0 && index < lexemes.Count ? lexemes[index] : new Lexeme(LexemeKind.Break, Text.Length, Text.Length, false);

    /// <summary>The characters of a lexeme.</summary>
    public ReadOnlySpan<char> Of(int index)
    {
        var lexeme = this[index];
        return Text.AsSpan(lexeme.Start, lexeme.End - lexeme.Start);
    }

    /// <summary>True where the lexeme is this word, whatever its case.</summary>
    public bool Is(int index, string word) => Of(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the lexeme is a word.</summary>
    public bool IsWord(int index) => this[index].Kind == LexemeKind.Word;

    /// <summary>True where the lexeme is a number in digits.</summary>
    public bool IsDigits(int index) => this[index].Kind == LexemeKind.Digits;

    /// <summary>True where the lexeme is a word that begins with a capital.</summary>
    public bool IsCapital(int index) => IsWord(index) && char.IsUpper(Text[this[index].Start]);

    /// <summary>True where the lexeme is this mark.</summary>
    public bool IsMark(int index, char mark) =>
        this[index] is { Kind: LexemeKind.Mark, Start: var start, End: var end } && end == start + 1 && Text[start] == mark;

    /// <summary>True where the lexeme is a hyphen, a minus or a dash.</summary>
    public bool IsDash(int index) =>
        this[index] is { Kind: LexemeKind.Mark, Start: var start, End: var end }
        && end == start + 1
        && Text[start] is '-' or '‐' or '‑' or '–' or '—' or '−';

    /// <summary>True where the lexeme is a hyphen with no white space on either side.</summary>
    public bool IsHyphen(int index) => IsDash(index) && this[index].Glued && this[index + 1].Glued;

    /// <summary>True where a sentence begins with the lexeme, as far as marks show it.</summary>
    public bool BeginsSentence(int index)
    {
        var before = index - 1;
        while (
            before >= 0
            && this[before].Kind == LexemeKind.Mark
            && Of(before)[0] is '"' or '“' or '‘' or '\'' or '(' or '[' or '—' or '–' or '-' or '*' or '•'
        )
            before--;
        return before < 0
            || this[before].Kind == LexemeKind.Break
            || (this[before].Kind == LexemeKind.Mark && Of(before)[0] is '.' or '!' or '?' or ':' or '…' or '”' or ')');
    }

    /// <summary>The value of digits; null for anything else, and for more than any number that is read.</summary>
    public decimal? Value(int index)
    {
        if (!IsDigits(index)) return null;
        Span<char> digits = stackalloc char[40];
        var length = 0;
        foreach (var c in Of(index))
            if (char.IsAsciiDigit(c) || c == '.') digits[length++] = c;
        return decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= NumberReader.Largest ? value : null;
    }

    /// <summary>The end of an address of the net that begins here; 0 where none does. It is one mark, whatever digits it holds.</summary>
    private int AddressEnd(int start)
    {
        var rest = Text.AsSpan(start);
        if (
            !rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
            return 0;
        var end = start;
        while (end < Text.Length && !char.IsWhiteSpace(Text[end])) end++;
        return end;
    }

    private bool DigitAt(int i) => i >= 0 && i < Text.Length && char.IsAsciiDigit(Text[i]);

    private int Add(LexemeKind kind, int start, int end)
    {
        lexemes.Add(new Lexeme(kind, start, end, start > 0 && !char.IsWhiteSpace(Text[start - 1])));
        return end;
    }

    private int Space(int start)
    {
        var lines = 0;
        var end = start;
        for (; end < Text.Length && char.IsWhiteSpace(Text[end]); end++)
            if (Text[end] == '\n') lines++;
        if (lines > 1) lexemes.Add(new Lexeme(LexemeKind.Break, start, end, false));
        return end;
    }

    private int WordEnd(int start)
    {
        var i = start + 1;
        if (
            Text[start] < 128
            && i < Text.Length
            && Text[i] == '.'
            && i + 1 < Text.Length
            && char.IsLetter(Text[i + 1])
            && (i + 2 >= Text.Length || !char.IsLetter(Text[i + 2]))
        )
        {
            // "U.S.", "a.m.": single letters, each with its point
            while (i + 1 < Text.Length && Text[i] == '.' && char.IsLetter(Text[i + 1]) && (i + 2 >= Text.Length || !char.IsLetter(Text[i + 2])))
                i += 2;
            return i < Text.Length && Text[i] == '.' ? i + 1 : i;
        }
        while (
            i < Text.Length
            && (
                char.IsLetter(Text[i])
                || char.GetUnicodeCategory(Text[i]) == UnicodeCategory.NonSpacingMark
                || (Text[i] is '\'' or '’' && i + 1 < Text.Length && char.IsLetter(Text[i + 1]))
            )
        )
            i++;
        return i;
    }

    /// <summary>
    /// Digits with groups of three (or, in India, of two and at last three) and a decimal part; what has two points or is too long to be a number
    /// becomes a mark.
    /// </summary>
    private int Number(int start)
    {
        var i = start;
        while (DigitAt(i)) i++;
        if (i - start is >= 1 and <= 3) i = Groups(start, i);
        if (i < Text.Length && Text[i] == '.' && DigitAt(i + 1))
        {
            i++;
            while (DigitAt(i)) i++;
            if (i < Text.Length && Text[i] == '.' && DigitAt(i + 1))
            {
                while (DigitAt(i) || (i < Text.Length && Text[i] == '.' && DigitAt(i + 1))) i++;
                return Add(LexemeKind.Mark, start, i);
            }
        }
        return Add(i - start <= 36 ? LexemeKind.Digits : LexemeKind.Mark, start, i);
    }

    private int Groups(int start, int i)
    {
        if (IsParted(start, i))
        {
            for (var mark = Text[i]; i < Text.Length && Text[i] == mark && IsGroup(i);) i += 4;
            return i;
        }

        while (i < Text.Length && Text[i] is ',' or '\u00A0' or '\u202F' or '\u2009' && DigitAt(i + 1) && DigitAt(i + 2))
        {
            if (IsGroup(i)) i += 4;
            else if (Text[i] == ',' && !DigitAt(i + 3) && i + 6 < Text.Length && Text[i + 3] == ',' && DigitAt(i + 4) && DigitAt(i + 5)) i += 3;
            else break;
        }
        return i;
    }

    /// <summary>True where a mark and three digits stand here, no more.</summary>
    private bool IsGroup(int i) => DigitAt(i + 1) && DigitAt(i + 2) && DigitAt(i + 3) && !DigitAt(i + 4);

    /// <summary>
    /// "12 000", "10'000": groups set apart by a blank or an apostrophe. Not behind a nought or the name of a month ("0 800", "May 5 100 boats came"), and
    /// not where the second belongs to a word ("4 100-metre races").
    /// </summary>
    private bool IsParted(int start, int i)
    {
        if (i >= Text.Length || Text[i] is not (' ' or '\'' or '’') || !IsGroup(i) || Text[start] == '0') return false;
        if (lexemes is [.., { Kind: LexemeKind.Word } last] && DateFilter.NamesDay(Text[last.Start..last.End])) return false;
        return i + 4 >= Text.Length || !(char.IsLetter(Text[i + 4]) || Text[i + 4] is '-' or '‑');
    }
}

using System.Runtime.CompilerServices;
using Hearsay.Text;

namespace Hearsay.Statements.Times;

/// <summary>
/// A text with its light tokens, as the rules look at it: any index may be asked for, beyond the ends lies a <see cref="TokenKind.Break"/>.
/// </summary>
internal sealed class TimeText : IDisposable
{
    private static readonly TimeToken Nothing = new(0, 0, 0, TokenKind.Break, WordClass.None, true, false);

    private readonly string _text;

    private readonly TimeLexer _lexer;

    private readonly TimeToken[] _tokens;

    private Dictionary<string, bool>? _surnames;

    private bool? _money;

    public TimeText(string text)
    {
        _text = text;
        _lexer = TimeLexer.Read(text);
        (_tokens, Count) = (_lexer.Tokens, _lexer.Count);
    }

    /// <summary>The text itself.</summary>
    public string Text => _text;

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>The tokens at which a rule may begin.</summary>
    public ReadOnlySpan<int> Candidates => _lexer.Candidates;

    /// <summary>The tokens that are ends of lines.</summary>
    public ReadOnlySpan<int> LineEnds => _lexer.LineEnds;

    /// <summary>No rule may reach back before this token: the end of the expression found last.</summary>
    public int Floor { get; set; }

    public ref readonly TimeToken this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)i < (uint)Count) return ref _tokens[i];
            return ref Nothing;
        }
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Of(int i)
    {
        ref readonly var token = ref this[i];
        return _text.AsSpan(token.Start, token.Length);
    }

    /// <summary>True where the token is this word, in any case, or this mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(int i, string word)
    {
        ref readonly var token = ref this[i];
        return token.Length == word.Length && _text.AsSpan(token.Start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where the token is one of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAny(int i, string a) => Is(i, a);

    /// <inheritdoc cref="IsAny(int, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAny(int i, string a, string b) => Is(i, a) || Is(i, b);

    /// <inheritdoc cref="IsAny(int, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAny(int i, string a, string b, string c) => Is(i, a) || Is(i, b) || Is(i, c);

    /// <inheritdoc cref="IsAny(int, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAny(int i, string a, string b, string c, string d) => Is(i, a) || Is(i, b) || Is(i, c) || Is(i, d);

    /// <inheritdoc cref="IsAny(int, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAny(int i, string a, string b, string c, string d, string e) => Is(i, a) || Is(i, b) || Is(i, c) || Is(i, d) || Is(i, e);

    /// <inheritdoc cref="IsAny(int, string)"/>
    public bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        ref readonly var token = ref this[i];
        foreach (var word in words)
        {
            if (word.Length == token.Length && (word[0] & 31) == (_text[token.Start] & 31) && Of(i).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="IsAny(int, string)"/>
    public bool IsAny(int i, WordList words)
    {
        ref readonly var token = ref this[i];
        return token.Length > 0 && words.MayHold(_text[token.Start], token.Length) && words.Holds(_text.AsSpan(token.Start, token.Length));
    }

    public WordClass Class(int i) => this[i].Class;

    public bool Word(int i) => this[i].Kind == TokenKind.Word;

    public bool Number(int i) => this[i].Kind == TokenKind.Number;

    /// <summary>A run of digits of this many digits with a value between the two, both included.</summary>
    public bool Number(int i, int digits, int from, int to) => this[i] is { Kind: TokenKind.Number } n && n.Length == digits && n.Value >= from
        && n.Value <= to;

    public bool Mark(int i, char c) => this[i] is { Kind: TokenKind.Mark } m && _text[m.Start] == c;

    /// <summary>A hyphen or dash of any length.</summary>
    public bool Dash(int i) => this[i] is { Kind: TokenKind.Mark } m
        && _text[m.Start] is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    public bool Hyphen(int i) => this[i] is { Kind: TokenKind.Mark } m && _text[m.Start] is '-' or '\u2010' or '\u2011' or '\u2013';

    public bool Apostrophe(int i) => this[i].Kind == TokenKind.Mark && _text[this[i].Start] is '\'' or '\u2019' or '\u2018';

    /// <summary>True where no white space stands before the token.</summary>
    public bool Tight(int i) => !this[i].Spaced;

    /// <summary>True where the token is a word with a capital.</summary>
    public bool Capital(int i) => Word(i) && char.IsUpper(_text[this[i].Start]);

    /// <summary>True for "WEDNESDAY": no small letter.</summary>
    public bool Upper(int i) => Word(i) && this[i].Length > 1 && !Of(i).ContainsAnyInRange('a', 'z');

    /// <summary>True where a sentence (or line, or quotation) begins with the token.</summary>
    public bool Opens(int i)
    {
        var before = this[i - 1];
        return before.Kind == TokenKind.Break
            || (before.Kind == TokenKind.Mark && _text[before.Start] is '.' or '!' or '?' or ':' or '"' or '\u201C' or '\u2018' or '\u2014' or ')');
    }

    /// <summary>
    /// True where a sentence ends with the token: a full stop and its like before a capital, a quotation mark or the end of the line.
    /// </summary>
    public bool Ends(int i)
    {
        if (this[i].Kind == TokenKind.Break)
        {
            return true;
        }

        if (this[i].Kind != TokenKind.Mark || _text[this[i].Start] is not ('.' or '!' or '?'))
        {
            return false;
        }

        var next = this[i + 1];
        var abbreviation = Mark(i, '.') && Word(i - 1) && (this[i - 1].Length == 1 || (this[i - 1].Length <= 4 && Capital(i - 1)
            && Class(i - 1) is WordClass.Month or WordClass.None && IsAny(i - 1, Neighbours.Abbreviations)));
        return !abbreviation && (next.Kind == TokenKind.Break || (next.Spaced && (Capital(i + 1) || next.Kind != TokenKind.Word))
            || next.Kind == TokenKind.Mark);
    }

    /// <summary>True where the text has the capitalised word elsewhere as a surname: "Ms. Vale", "Anna Vale".</summary>
    public bool NamesPerson(int i)
    {
        var word = Of(i).ToString();
        _surnames ??= [];
        if (!_surnames.TryGetValue(word, out var known))
        {
            for (var k = 0; k < Count && !known; k++)
            {
                var before = Mark(k - 1, '.') ? k - 2 : k - 1;
                known = Is(k, word) && Capital(k) && Capital(before) && !Number(k + 1) && this[before].Kind == TokenKind.Word
                    && (IsAny(before, "Mr", "Mrs", "Ms", "Dr") || (before == k - 1 && !Opens(before) && Class(before) == WordClass.None));
            }

            _surnames[word] = known;
        }

        return known;
    }

    /// <summary>True where the text is about business, so that "the third quarter" is one of a year and not of a game.</summary>
    public bool Money => _money ??= SpeaksOfMoney();

    /// <summary>The stretch of the text from one token up to, not including, another.</summary>
    public TextSpan Span(int first, int end) => TextSpan.Between(this[first].Start, this[end - 1].End);

    public void Dispose() => _lexer.Dispose();

    private bool SpeaksOfMoney()
    {
        for (var i = 0; i < Count; i++)
        {
            if (IsAny(i, Neighbours.Business))
            {
                return true;
            }
        }

        return false;
    }
}

using Hearsay.Text;

namespace Hearsay.Statements.Times;

/// <summary>A text with its light tokens, as the rules look at it: any index may be asked for, beyond the ends lies a <see cref="TokenKind.Break"/>.</summary>
internal sealed class TimeText(string text)
{
    private static readonly TimeToken Nothing = new(0, 0, TokenKind.Break, WordClass.None, 0, true);

    private readonly List<TimeToken> _tokens = TimeLexer.Read(text);

    private readonly Dictionary<string, bool> _surnames = [];

    private bool? _money;

    /// <summary>The text itself.</summary>
    public string Text => text;

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>No rule may reach back before this token: the end of the expression found last.</summary>
    public int Floor { get; set; }

    public TimeToken this[int i] => (uint)i < (uint)_tokens.Count ? _tokens[i] : Nothing;

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Of(int i) => text.AsSpan(this[i].Start, this[i].Length);

    /// <summary>True where the token is this word, in any case, or this mark.</summary>
    public bool Is(int i, string word) => Of(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is one of these.</summary>
    public bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        var form = Of(i);
        foreach (var word in words)
        {
            if (word.Length == form.Length && form.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public WordClass Class(int i) => this[i].Class;

    public bool Word(int i) => this[i].Kind == TokenKind.Word;

    public bool Number(int i) => this[i].Kind == TokenKind.Number;

    /// <summary>A run of digits of this many digits with a value between the two, both included.</summary>
    public bool Number(int i, int digits, int from, int to) => this[i] is { Kind: TokenKind.Number } n && n.Length == digits && n.Value >= from
        && n.Value <= to;

    public bool Mark(int i, char c) => this[i] is { Kind: TokenKind.Mark } m && text[m.Start] == c;

    /// <summary>A hyphen or dash of any length.</summary>
    public bool Dash(int i) => this[i] is { Kind: TokenKind.Mark } m
        && text[m.Start] is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    public bool Hyphen(int i) => this[i] is { Kind: TokenKind.Mark } m && text[m.Start] is '-' or '\u2010' or '\u2011' or '\u2013';

    public bool Apostrophe(int i) => this[i].Kind == TokenKind.Mark && text[this[i].Start] is '\'' or '\u2019' or '\u2018';

    /// <summary>True where no white space stands before the token.</summary>
    public bool Tight(int i) => !this[i].Spaced;

    /// <summary>True where the token is a word with a capital.</summary>
    public bool Capital(int i) => Word(i) && char.IsUpper(text[this[i].Start]);

    /// <summary>True for "WEDNESDAY": no small letter.</summary>
    public bool Upper(int i) => Word(i) && this[i].Length > 1 && !Of(i).ContainsAnyInRange('a', 'z');

    /// <summary>True where a sentence (or line, or quotation) begins with the token.</summary>
    public bool Opens(int i)
    {
        var before = this[i - 1];
        return before.Kind == TokenKind.Break || (before.Kind == TokenKind.Mark && text[before.Start] is '.' or '!' or '?' or ':' or '"' or '\u201C' or '\u2018' or '\u2014' or ')');
    }

    /// <summary>True where a sentence ends with the token: a full stop and its like before a capital, a quotation mark or the end of the line.</summary>
    public bool Ends(int i)
    {
        if (this[i].Kind == TokenKind.Break)
        {
            return true;
        }

        if (this[i].Kind != TokenKind.Mark || text[this[i].Start] is not ('.' or '!' or '?'))
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
    public bool Money => _money ??= Enumerable.Range(0, Count).Any(i => IsAny(i, Neighbours.Business));

    /// <summary>The stretch of the text from one token up to, not including, another.</summary>
    public TextSpan Span(int first, int end) => TextSpan.Between(this[first].Start, this[end - 1].End);
}

using System.Buffers;
using System.Collections.Frozen;

namespace Hearsay.Language;

/// <summary>
/// What the tokenizer needs to know of a piece of text between spaces: is it whole, where is its first inner cut, where does its clitic begin.
/// </summary>
internal static class PieceShapes
{
    private static readonly SearchValues<char> Bullets = SearchValues.Create("•‣⁃●○◦▪■□▶►★☆✓✔✗➤·");
    private static readonly string[] Clitics = ["'s", "'m", "'d", "'ll", "'re", "'ve", "n't"];
    private static readonly FrozenSet<string> Prefixes = Words(
        "a anti ante arch bi co contra counter cross cyber de di dis e eco ex extra hyper il im in inter intra macro mega meta micro mid mini mis mono multi neo non over para poly post pre pro proto pseudo quasi re semi socio sub super sur trans tri ultra un under uni vice"
    );
    private static readonly FrozenSet<string> NumberUnits = Words(
        "am pm a.m p.m k km m cm mm kg g mg lb lbs ft in mph kmh kph bn mn tn million billion trillion hrs hr min mins sec secs gb mb kb tb mw gw kw ghz mhz hz yr yrs yo p c f l ml"
    );
    private static readonly FrozenDictionary<string, int> Fused = new Dictionary<string, int>
    {
        ["cannot"] = 3,
        ["dont"] = 2,
        ["doesnt"] = 4,
        ["didnt"] = 3,
        ["cant"] = 2,
        ["wont"] = 2,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["havent"] = 4,
        ["hasnt"] = 3,
        ["gonna"] = 3,
        ["wanna"] = 3,
        ["gotta"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["im"] = 1,
        ["ive"] = 1,
        ["thats"] = 4,
        ["theres"] = 5,
        ["youre"] = 3,
        ["theyre"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> FusedLookup = Fused.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup = NumberUnits.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsBullet(char c) => Bullets.Contains(c);

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or '\u02BC' or '\u2018';

    /// <summary>Letters only.</summary>
    public static bool IsPlainWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }

    /// <summary>True for words written as one that are two ("cannot", "gonna").</summary>
    public static bool IsFused(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 8 && FusedLookup.ContainsKey(word);

    /// <summary>True where a mark at the start belongs to the word: "'90s", "'em", "'s" standing alone.</summary>
    public static bool IsApostropheWord(ReadOnlySpan<char> piece)
    {
        var rest = piece[1..];
        while (rest.Length > 0 && !char.IsLetterOrDigit(rest[^1])) rest = rest[..^1];
        if (rest.Length is 0 or > 5) return false;
        if (char.IsAsciiDigit(rest[0]))
            return rest.Length >= 2 && char.IsAsciiDigit(rest[1]) && (rest.Length == 2 || (rest.Length == 3 && rest[2] == 's'));
        return rest is "s" or "S" or "m" or "d" or "ll" or "re" or "ve" or "em" or "til" or "twas" or "tis" or "cause" or "bout"
            || (piece[0] == '’' && rest is "n");
    }

    /// <summary>True for ":)" and its kin, which are one token.</summary>
    public static bool IsEmoticon(ReadOnlySpan<char> piece) =>
        piece.Length is 2 or 3
        && piece[0] is ':' or ';' or '=' or '<'
        && piece.Length is 2 or 3
        && (piece[^1] is ')' or '(' or 'D' or 'P' or '/' or '|' or '3')
        && (piece.Length == 2 || piece[1] is '-' or '\'' or 'o' or '^')
        && (piece[0] != '<' || piece is "<3");

    /// <summary>
    /// True where the full stop behind <paramref name="word"/> is part of it; <paramref name="next"/> is the first character behind the space that
    /// follows.
    /// </summary>
    public static bool KeepsFullStop(ReadOnlySpan<char> word, char next)
    {
        while (word.Length > 0 && !char.IsLetterOrDigit(word[0])) word = word[1..];
        var cut = word.LastIndexOfAny('-', '/', '—');
        if (cut >= 0) word = word[(cut + 1)..];
        if (word.Length == 0) return false;
        var dot = word.LastIndexOf('.');
        if (dot >= 3 && Abbreviations.Of(word) == AbbreviationKind.None) word = word[(dot + 1)..];
        return Abbreviations.Of(word) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.Number => char.IsAsciiDigit(next) || next is '#',
            AbbreviationKind.Title or AbbreviationKind.Month or AbbreviationKind.Day or AbbreviationKind.State => char.IsUpper(word[0])
                && next != '\0',
            _ => true,
        };
    }

    /// <summary>"o'", "ol'" and "an'"; a plural's apostrophe is a token of its own.</summary>
    public static bool EndsInElision(ReadOnlySpan<char> word) =>
        word.Length is 2 or 3 && word[0] is 'o' or 'O' && word[^1] is '\'' or '’' && (word.Length == 2 || word[1] is 'l');

    /// <summary>Addresses, numbers, dates, phone numbers, initials: pieces that are one token though they hold marks.</summary>
    public static bool IsWhole(ReadOnlySpan<char> word, char next) =>
        IsAddress(word)
        || IsNumber(word)
        || IsPhone(word)
        || (word[^1] == '.' && Abbreviations.Of(word[..^1]) != AbbreviationKind.None && KeepsFullStop(word[..^1], next));

    public static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return false;
        if (
            word.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        var at = word.IndexOf('@');
        if (at == 0) return true;
        if (at > 0 && at < word.Length - 1 && word[(at + 1)..].Contains('.')) return true;
        return IsHost(word);
    }

    /// <summary>"example.org" and "example.org/path": lower case, a known kind of ending.</summary>
    private static bool IsHost(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        var host = slash < 0 ? word : word[..slash];
        var dot = host.LastIndexOf('.');
        if (dot < 1 || dot == host.Length - 1) return false;
        foreach (var c in host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) return false;
        }

        return host[(dot + 1)..]
            is "com"
                or "org"
                or "net"
                or "edu"
                or "gov"
                or "uk"
                or "info"
                or "io"
                or "ru"
                or "ua"
                or "de"
                or "fr"
                or "eu"
                or "au"
                or "ca"
                or "tv"
                or "doc"
                or "pdf"
                or "xls"
                or "html"
                or "htm"
                or "txt"
                or "jpg"
                or "zip"
                or "exe";
    }

    /// <summary>Digits with commas, points, colons between them, slashes in dates ("9/11", "5/18/2001"), and ordinals.</summary>
    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var i = word[0] is '+' or '-' && word.Length > 1 ? 1 : 0;
        if (!char.IsAsciiDigit(word[i]) && word[i] != '.') return false;
        var slashes = 0;
        for (; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsAsciiDigit(c)) continue;
            if (c == '/') slashes++;
            else if (c is not ('.' or ',' or ':'))
                return word[i..] is "st" or "nd" or "rd" or "th" or "s" or "TH" or "ST" or "ND" or "RD" && i == word.Length - word[i..].Length;
        }

        return slashes != 1 || word.Length >= 4;
    }

    /// <summary>Three groups of digits, the last of four; or 3-4.</summary>
    private static bool IsPhone(ReadOnlySpan<char> word)
    {
        if (word.Length is < 8 or > 18) return false;
        var last = word.LastIndexOf('-');
        if (last != word.Length - 5 && !(last > 0 && word.IndexOf('-') != last && word.Length - last <= 5)) return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c) && c != '-') return false;
        }

        return word.IndexOf('-') == 3 || word.IndexOf('-') != last;
    }

    /// <summary>The first mark inside a word that is a token of its own; length 0 where there is none.</summary>
    public static (int At, int Length) FirstCut(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsLetterOrDigit(c)) continue;
            var run = i + 1;
            while (run < word.Length && word[run] == c) run++;
            if (c is '-' or '–' or '—' or '‑')
            {
                if (run - i == 1 && (c is '-' or '‑') && KeepsHyphen(word, i)) continue;
                return (i, run - i);
            }

            if (
                c
                is '('
                    or ')'
                    or '['
                    or ']'
                    or '{'
                    or '}'
                    or '"'
                    or '“'
                    or '”'
                    or '„'
                    or '«'
                    or '»'
                    or '!'
                    or '?'
                    or ';'
                    or '…'
                    or '%'
                    or '‰'
                    or '°'
                    or '='
                    or '+'
                    or '*'
                    or '~'
                    or '|'
                    or '<'
                    or '>'
                    or '×'
            )
                return (i, c is '!' or '?' or '…' ? run - i : 1);
            if (c == '.' && run - i >= 2) return (i, run - i);
            if (c == '/' && !BetweenDigits(word, i)) return (i, 1);
            if (c is ',' or ':' && !BetweenDigits(word, i)) return (i, 1);
            if (c == '.' && IsMissingSpace(word, i)) return (i, 1);
            if (c is '£' or '€' or '$')
                return i > 0 && run < word.Length && char.IsAsciiDigit(word[run]) && char.IsLetter(word[i - 1]) ? (i, 1) : (i, 1);
            if (char.IsSurrogatePair(i + 1 < word.Length ? c : 'a', i + 1 < word.Length ? word[i + 1] : 'a')) return (i, 2);
        }

        return (0, 0);
    }

    /// <summary>"ended.The": a lower-case word, a full stop, a capital and small letters.</summary>
    private static bool IsMissingSpace(ReadOnlySpan<char> word, int dot) =>
        dot >= 3
        && dot + 2 < word.Length
        && ((char.IsLower(word[dot - 1]) && char.IsLower(word[dot - 2])) || (char.IsAsciiDigit(word[dot - 1]) && char.IsAsciiDigit(word[dot - 2])))
        && char.IsUpper(word[dot + 1]) && char.IsLower(word[dot + 2]);

    private static bool BetweenDigits(ReadOnlySpan<char> word, int i) =>
        i > 0 && i + 1 < word.Length && char.IsAsciiDigit(word[i - 1]) && char.IsAsciiDigit(word[i + 1]);

    /// <summary>A hyphen stays behind a prefix ("co-operate") and before "-elect"; every other hyphen is a token.</summary>
    private static bool KeepsHyphen(ReadOnlySpan<char> word, int hyphen)
    {
        if (hyphen == 0 || hyphen == word.Length - 1) return false;
        var before = word[..hyphen];
        var previous = before.LastIndexOfAny('-', '/');
        if (previous >= 0) before = before[(previous + 1)..];
        if (before.Length > 7 || before.Length == 0) return false;
        if (before is "e" or "E") return word[hyphen + 1] is 'm' or 'c' or 'r' or 'b' or 's';
        if (before is "a" or "A" or "in" or "In" or "over" or "Over" or "under" or "Under" or "vice" or "Vice" or "il") return false;
        return PrefixLookup.Contains(Lower(before, stackalloc char[8]));
    }

    /// <summary>Where the clitic of a word begins ("do|n't", "mayor|'s"); the word's length where it has none.</summary>
    public static int CliticStart(ReadOnlySpan<char> word)
    {
        if (word.Length <= 8 && FusedLookup.TryGetValue(word, out var at)) return at;
        if (word.Length < 3) return word.Length;
        Span<char> tail = stackalloc char[3];
        var n = 0;
        for (var i = word.Length - 3; i < word.Length; i++) tail[n++] = IsApostrophe(word[i]) ? '\'' : char.ToLowerInvariant(word[i]);
        foreach (var clitic in Clitics)
        {
            if (tail.EndsWith(clitic) && word.Length > clitic.Length) return word.Length - clitic.Length;
        }

        return word.Length;
    }

    /// <summary>Where the unit begins in "5pm", "20km"; 0 where there is none.</summary>
    public static int UnitStart(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !char.IsAsciiDigit(word[0])) return 0;
        var i = 1;
        while (
            i < word.Length && (char.IsAsciiDigit(word[i]) || (word[i] is '.' or ',' or ':' && i + 1 < word.Length && char.IsAsciiDigit(word[i + 1])))
        )
            i++;
        if (i == word.Length || word.Length - i > 8) return 0;
        var unit = word[i..];
        if (unit[^1] == '.') unit = unit[..^1];
        return unit.Length > 0 && UnitLookup.Contains(Lower(unit, stackalloc char[8])) ? i : 0;
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer) => buffer[..word.ToLowerInvariant(buffer)];

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// In: a text and the tokens of one paragraph. Out: after which tokens a sentence ends.
/// Method: rules. A sentence may end behind ". ! ? …" with the closing marks that cling to them; whether it does is read off the word before (an
/// abbreviation, an initial, a list's number) and the one behind (a capital, a word that begins sentences). Line breaks inside a paragraph end a
/// sentence where the lines are a list or a headline. A sentence inside a quotation ends it as elsewhere ("We go. We win," she said: two), but what
/// follows in lower case belongs to it. What would be longer than <see cref="Longest"/> words is no sentence of a report: it is cut at the best mark,
/// so that what reads sentences needs no more than linear time.
/// Limits: a name behind "U.S." or "Inc." is always read as going on; text without capitals is split only at marks.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>No sentence has more words and marks.</summary>
    public const int Longest = 250;

    private static readonly FrozenSet<string> Starters = DataFile
        .Lines("Language/Data/sentence-starters.txt")
        .SelectMany(l => l.Split(' '))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterLookup = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Sets <paramref name="ends"/>[i] where a sentence ends behind token <paramref name="first"/> + i; the last one always does.</summary>
    public static void Split(string text, List<TextSpan> tokens, int first, int count, bool[] ends)
    {
        Array.Clear(ends, 0, count);
        if (count == 0) return;
        // Who begins a paragraph in lower case begins sentences so.
        var small = char.IsLower(text[tokens[first].Start]);
        for (var i = 0; i < count; i++)
        {
            if (ends[i] || i == count - 1) continue;
            if (IsTerminal(text, tokens, first, i))
            {
                var last = WithClosers(text, tokens, first, count, i);
                if (last < count - 1 && Ends(text, tokens, first, count, i, last, small, ends)) ends[last] = true;
            }
        }

        ListItems.Mark(text, tokens, first, count, ends);
        LineBreaks(text, tokens, first, count, ends);
        ends[count - 1] = true;
        Bound(text, tokens, first, count, ends);
    }

    /// <summary>Cuts what is too long where the strongest mark of its second half stands, at the last of equals.</summary>
    private static void Bound(string text, List<TextSpan> tokens, int first, int count, bool[] ends)
    {
        for (int i = 0, start = 0; i < count; i++)
        {
            if (i - start + 1 > Longest)
            {
                var (best, strength) = (start + Longest - 1, 0);
                for (var k = start + Longest / 2; k < start + Longest; k++)
                {
                    if (Strength(text, tokens[first + k], tokens[first + k + 1]) is var own && own >= strength) (best, strength) = (k, own);
                }

                ends[best] = true;
                (start, i) = (best + 1, best);
            }
            else if (ends[i])
            {
                start = i + 1;
            }
        }
    }

    private static int Strength(string text, TextSpan token, TextSpan next) => text[token.End - 1] switch
    {
        '.' or '!' or '?' or '…' => 4,
        _ when text.AsSpan(token.End, next.Start - token.End).IndexOfAny('\n', '\r', '\u2028') >= 0 => 3,
        ';' => 2,
        ',' or ':' or '”' or ')' => 1,
        _ => 0,
    };

    private static bool IsTerminal(string text, List<TextSpan> tokens, int first, int i)
    {
        var t = tokens[first + i];
        var c = text[t.End - 1];
        return c is '.' or '!' or '?' or '…' or '。' or '！' or '？';
    }

    /// <summary>The last of the closing marks that cling to token <paramref name="i"/>.</summary>
    private static int WithClosers(string text, List<TextSpan> tokens, int first, int count, int i)
    {
        while (i + 1 < count)
        {
            var next = tokens[first + i + 1];
            if (next.Start != tokens[first + i].End) break;
            if (!(text[next.Start] is '"' or '”' or '’' or '\'' or ')' or ']' or '}' or '»' or '!' or '?' or '.' or '…' || text[next.Start] == '“'))
                break;
            i++;
        }

        return i;
    }

    private static bool Ends(string text, List<TextSpan> tokens, int first, int count, int terminal, int last, bool small, bool[] ends)
    {
        var mark = tokens[first + terminal];
        var glued = tokens[first + last].End == tokens[first + last + 1].Start;
        var next = last + 1;
        // Opening marks before the next word say nothing by themselves, but a sentence may begin with them.
        while (next < count - 1 && !char.IsLetterOrDigit(text[tokens[first + next].Start]) && IsOpener(text, tokens[first + next])) next++;
        var follower = text.AsSpan(tokens[first + next].Start, tokens[first + next].Length);
        if (follower[0] is ',' or ';' or ':' or ')' or '-' or '–' or '—' && next == last + 1) return false;
        if (char.IsLower(follower[0]) && !(small && last == terminal && mark.Length == 1 && !glued)) return false;
        if (mark.Length > 1 && last > terminal && text[tokens[first + terminal + 1].Start] is ']' or ')' && text[mark.Start] is '.') return false;
        if (IsSpacedDot(text, tokens, first, count, terminal, out var atEnd) && !atEnd) return false;
        if (glued && !char.IsUpper(follower[0])) return false;
        if (mark.Length > 1 && char.IsLetterOrDigit(text[mark.Start]))
            return AbbreviationEnds(text.AsSpan(mark.Start, mark.Length - 1), follower, tokens, text, first, terminal, ends);
        if (text[mark.Start] == '!' && Abbreviations.Of(follower.TrimEnd('.')) == AbbreviationKind.Company) return false;
        return text[mark.Start] == '.' && mark.Length == 1 ? FullStopEnds(text, tokens, first, terminal, next - last > 1, ends) : true;
    }

    /// <summary>True for a dot of ". . .": <paramref name="ends"/> says whether it is the last of at least four, which end a sentence.</summary>
    private static bool IsSpacedDot(string text, List<TextSpan> tokens, int first, int count, int i, out bool ends)
    {
        bool IsDot(int j) => j >= 0 && j < count && tokens[first + j].Length == 1 && text[tokens[first + j].Start] == '.';
        ends = false;
        if (!IsDot(i) || !(IsDot(i - 1) || IsDot(i + 1))) return false;
        ends = !IsDot(i + 1) && IsDot(i - 1) && IsDot(i - 2) && IsDot(i - 3);
        return true;
    }

    private static bool FullStopEnds(string text, List<TextSpan> tokens, int first, int terminal, bool quoted, bool[] ends)
    {
        if (terminal == 0) return false;
        var before = tokens[first + terminal - 1];
        if (before.End != tokens[first + terminal].Start) return true;
        // "1." at the start of a paragraph or sentence is a number in a list; that of "No. 1." is not
        var starts =
            terminal == 1
            || (
                terminal >= 2
                && (
                    ends[terminal - 2] || text[tokens[first + terminal - 2].End - 1] is ':'
                    || PieceShapes.IsBullet(text[tokens[first + terminal - 2].Start])
                )
            );
        var isNumber = char.IsAsciiDigit(text[before.Start]) && before.Length <= 2;
        return !(starts && isNumber) || quoted;
    }

    private static bool AbbreviationEnds(
        ReadOnlySpan<char> word, ReadOnlySpan<char> follower, List<TextSpan> tokens, string text, int first, int at, bool[] ends
    )
    {
        var starter = char.IsUpper(follower[0]) && StarterLookup.Contains(follower) && follower is not "I";
        switch (Abbreviations.Of(word))
        {
            case AbbreviationKind.None: return true;
            case AbbreviationKind.Title: return false;
            case AbbreviationKind.Number: return false;
            case AbbreviationKind.Initials when word.Length == 1:
                if (word[0] == 'I' && at > 0 && char.IsLower(text[tokens[first + at - 1].Start]))
                    return starter || char.IsUpper(follower[0]) && follower.Length > 2;
                return starter && at > 0 && char.IsLower(text[tokens[first + at - 1].Start]) && follower is not "A";
            case AbbreviationKind.Initials:
                return word[0] is 'p' or 'a' or 'P' or 'A' && word[^1] is 'm' or 'M'
                    ? char.IsUpper(follower[0]) && !IsHourAlone(tokens, text, first, at, ends)
                    : starter;
            case AbbreviationKind.Month or AbbreviationKind.Day: return starter && !char.IsAsciiDigit(follower[0]);
            default: return starter;
        }
    }

    /// <summary>"At 5 a.m. Mr. Pike called", "Just after 5 a.m. Mr. Pike called": an hour that opens a sentence is none by itself.</summary>
    private static bool IsHourAlone(List<TextSpan> tokens, string text, int first, int at, bool[] ends)
    {
        if (at < 2 || !char.IsAsciiDigit(text[tokens[first + at - 1].Start])) return false;
        var start = at - 2;
        while (start > 0 && start > at - 3 && !ends[start - 1]) start--;
        return (start == 0 || ends[start - 1]) && Enumerable.Range(start, at - 1 - start).Any(i => OpensHour(text[tokens[first + i].Start..tokens[first + i].End]));
    }

    private static bool OpensHour(string word) => word.ToLowerInvariant() is "at" or "by" or "before" or "after";

    private static bool IsOpener(string text, TextSpan token) =>
        text[token.Start] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '’' or '`' || PieceShapes.IsBullet(text[token.Start]);

    /// <summary>A line break ends a sentence where the next line begins as one does, or where the lines are a list without marks.</summary>
    private static void LineBreaks(string text, List<TextSpan> tokens, int first, int count, bool[] ends)
    {
        var closed = text[tokens[first + count - 1].End - 1] is '.' or '!' or '?' or '"' or '”';
        for (var i = 0; i < count - 1; i++)
        {
            var end = tokens[first + i].End;
            var gap = tokens[first + i + 1].Start - end;
            if (gap == 0 || text.AsSpan(end, gap).IndexOfAny('\n', '\r', '\u2028') < 0) continue;
            var next = text[tokens[first + i + 1].Start];
            var comma = text[end - 1] is ',' or ';';
            if (!closed || (!comma && !char.IsLower(next)) || PieceShapes.IsBullet(next)) ends[i] = true;
        }
    }
}

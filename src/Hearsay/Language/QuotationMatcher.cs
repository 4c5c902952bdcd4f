using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// In: a text and its paragraphs. Out: what stands between quotation marks, outermost only, in order.
/// Method: one pass a paragraph. A mark opens where white space or an opening bracket stands before it and a word behind; it closes the other way
/// round; a straight mark that could do either does what the open quotation needs. Single marks open only where a closing one follows that is no
/// apostrophe (British use). „…“, ‚…‘ and »…« close with what opens elsewhere. A quotation open at the paragraph's end goes on in the next one where
/// that begins with an opening mark of the same kind; else it is left unclosed and ends with its paragraph, or where a speaker is named in it (the
/// closing mark was forgotten: "“It will hold, said Ana Ruiz."). A closing mark that nothing opened ends what begins with its paragraph.
/// Limits: a plural's apostrophe at the end of a single-quoted stretch can be taken for its closing mark.
/// </summary>
internal static partial class QuotationMatcher
{
    /// <summary>A closing mark farther from the head of its paragraph may belong to anything.</summary>
    private const int LongestUnopened = 300;

    /// <summary>Who speaks, within a quotation that nobody closed: ", said Ana Ruiz", ", Ana Ruiz said".</summary>
    [GeneratedRegex(@",(?= (?:said|says|added) (?:the |an? )?\p{Lu}| (?:\p{Lu}[\w.'’-]* ){1,4}(?:said|says|added)\b)")]
    private static partial Regex SpeakerWithin { get; }

    public static ImmutableArray<Quotation> Match(string text, ImmutableArray<TextSpan> paragraphs)
    {
        var all = ImmutableArray.CreateBuilder<Quotation>();
        var open = -1;
        for (var p = 0; p < paragraphs.Length; p++)
        {
            var before = all.Count;
            var single = IsSingle(text, paragraphs[p], open >= 0 && IsSingleMark(text[all[open].Span.Start]));
            MatchParagraph(text, paragraphs[p], p, single, all);
            if (
                open >= 0
                && all.Count > before
                && all[before].Span.Start == paragraphs[p].Start
                && IsLike(text, all[before].Span.Start, all[open].Span.Start)
            )
                all[before] = all[before] with { Continues = open };
            open = all.Count > before && !all[^1].Closed && all[^1].Span.End == paragraphs[p].End ? all.Count - 1 : -1;
        }

        return all.ToImmutable();
    }

    private static bool IsLike(string text, int a, int b) =>
        Kind(text, a, MarkSize(text, a, text.Length)) == Kind(text, b, MarkSize(text, b, text.Length));

    private static void MatchParagraph(string text, TextSpan paragraph, int index, bool[]? single, ImmutableArray<Quotation>.Builder all)
    {
        var (start, before) = (-1, all.Count);
        var marks = new Marks(text, paragraph);
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            var c = text[i];
            var size = MarkSize(text, i, paragraph.End);
            var isSingle = size == 0 && single is not null && IsSingleMark(c) && single[i - paragraph.Start];
            if (size == 0 && !isSingle) continue;
            if (size == 0) size = 1;
            var open = start < 0 ? ' ' : text[start];
            var (opens, closes) = (marks.MayOpen(i, size, open), marks.MayClose(i, open));
            if (start < 0)
            {
                if (opens || (c is '"' && !closes)) start = i;
                else if (!closes && !isSingle && i == paragraph.Start) start = i;
                else if (all.Count == before && i - paragraph.Start is > 1 and < LongestUnopened && text[i - 1] is ',' or '?' or '!')
                    all.Add(new Quotation(TextSpan.Between(paragraph.Start, i + size), TextSpan.Between(paragraph.Start, i), index, true, -1));
            }
            else if (Kind(text, i, size) == Kind(text, start, MarkSize(text, start, paragraph.End)))
            {
                if (opens && !closes)
                {
                    // A second opening mark: the first was never closed and ends here.
                    Add(text, start, TrimEnd(text, start, i), 0, index, false, all);
                    start = i;
                }
                else
                {
                    Add(text, start, i + size, size, index, true, all);
                    start = -1;
                }
            }

            i += size - 1;
        }

        if (start < 0) return;
        var named = SpeakerWithin.Match(text, start, paragraph.End - start);
        Add(text, start, named.Success ? named.Index + 1 : paragraph.End, 0, index, false, all);
    }

    private static void Add(string text, int start, int end, int closing, int paragraph, bool closed, ImmutableArray<Quotation>.Builder all)
    {
        var opening = MarkSize(text, start, end) is var n && n > 0 ? n : 1;
        if (end - closing < start + opening) return;
        all.Add(new Quotation(TextSpan.Between(start, end), TextSpan.Between(start + opening, end - closing), paragraph, closed, -1));
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start + 1 && Tokenizer.IsSpace(text[end - 1])) end--;
        return end;
    }

    /// <summary>How many characters at <paramref name="i"/> are one double mark; 0 where none is.</summary>
    private static int MarkSize(string text, int i, int end) => text[i] switch
    {
        '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‹' or '›' or '＂' => 1,
        '`' or '\'' when i + 1 < end && text[i + 1] == text[i] => 2,
        _ => 0,
    };

    private static bool IsSingleMark(char c) => c is '\'' or '‘' or '’' or '‛' or '‚';

    /// <summary>Marks that can close each other; <paramref name="size"/> is 0 for a single mark.</summary>
    private static int Kind(string text, int i, int size) => text[i] switch
    {
        '«' or '»' => 2,
        '‹' or '›' => 3,
        _ => size < 2 && IsSingleMark(text[i]) ? 1 : 0,
    };

    /// <summary>Which single marks of the paragraph are quotation marks rather than apostrophes; null where none is.</summary>
    private static bool[]? IsSingle(string text, TextSpan paragraph, bool continued)
    {
        if (text.AsSpan(paragraph.Start, paragraph.Length).IndexOfAny('\'', '‘', '’') < 0) return null;
        bool[]? marks = null;
        var open = -1;
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (!IsSingleMark(text[i])) continue;
            if (SingleOpens(text, paragraph, i))
            {
                open = i;
            }
            else if (open >= 0 && SingleCloses(text, paragraph, open, i))
            {
                marks ??= new bool[paragraph.Length];
                marks[open - paragraph.Start] = marks[i - paragraph.Start] = true;
                open = -1;
            }
        }

        // Without a closing mark it counts only as a quotation that began in the paragraph before.
        if (open == paragraph.Start && (continued || text[open] == '‘')) (marks ??= new bool[paragraph.Length])[0] = true;
        return marks;
    }

    private static bool SingleOpens(string text, TextSpan paragraph, int i)
    {
        var before = i == paragraph.Start ? ' ' : text[i - 1];
        if (!(Tokenizer.IsSpace(before) || before is '(' or '[' or '"' or '“' or '—' or '–' or ':')) return false;
        if (text[i] == '’' || i + 1 >= paragraph.End || Tokenizer.IsSpace(text[i + 1])) return false;
        var piece = i;
        while (piece < paragraph.End && piece - i < 10 && !Tokenizer.IsSpace(text[piece])) piece++;
        return !PieceShapes.IsApostropheWord(text.AsSpan(i, piece - i));
    }

    private static bool SingleCloses(string text, TextSpan paragraph, int open, int i)
    {
        if (text[i] == '‘' && text[open] != '‚' || Tokenizer.IsSpace(text[i - 1])) return false;
        var after = i + 1 < paragraph.End ? text[i + 1] : ' ';
        if (char.IsLetterOrDigit(after)) return false;
        // "the ministers' plan": an s before, a small letter behind, and another closing mark still to come.
        var plural = text[i - 1] is 's' && i + 2 < paragraph.End && after == ' ' && char.IsLower(text[i + 2]);
        return !plural || !ClosesLater(text, paragraph, i + 1);
    }

    private static bool ClosesLater(string text, TextSpan paragraph, int from)
    {
        var limit = Math.Min(paragraph.End, from + 600);
        for (var i = from; i < limit; i++)
        {
            if (!IsSingleMark(text[i])) continue;
            if (SingleOpens(text, paragraph, i)) return false;
            if (text[i] != '‘' && text[i - 1] is '.' or ',' or '!' or '?' && (i + 1 >= paragraph.End || !char.IsLetterOrDigit(text[i + 1])))
                return true;
        }

        return false;
    }

    /// <summary>What the double and single marks of a paragraph may do, where <c>open</c> is the mark that is open before them.</summary>
    private readonly struct Marks(string text, TextSpan paragraph)
    {
        /// <summary>True where guillemets open with the tip inwards, »so«.</summary>
        private readonly bool isTurned = IsTurned(text, paragraph);

        public bool MayOpen(int i, int size, char open)
        {
            var c = Usual(text[i], open);
            if (c is '“' or '„' or '‟' or '«' or '‹' or '‘' or '‚' or '`') return true;
            if (c is '”' or '»' or '›' or '’') return false;
            var before = i == paragraph.Start ? ' ' : text[i - 1];
            var after = i + size < paragraph.End ? text[i + size] : ' ';
            return (Tokenizer.IsSpace(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '\'' or '‘' or ':' or '“' or '"')
                && !Tokenizer.IsSpace(after);
        }

        /// <summary>A closing mark clings to what stands before it.</summary>
        public bool MayClose(int i, char open)
        {
            var c = Usual(text[i], open);
            if (c is '”' or '»' or '›' or '’') return true;
            if (c is '“' or '„' or '«' or '‹' or '‘' or '‚') return false;
            return i > paragraph.Start && !Tokenizer.IsSpace(text[i - 1]) && text[i - 1] is not ('(' or '[' or '{');
        }

        /// <summary>The mark that does in English what this one does here: “ ends what „ began, » begins where guillemets are turned.</summary>
        private char Usual(char c, char open) => c switch
        {
            '“' when open == '„' => '”',
            '‘' when open == '‚' => '’',
            '«' or '»' when isTurned => c == '«' ? '»' : '«',
            '‹' or '›' when isTurned => c == '‹' ? '›' : '‹',
            _ => c,
        };

        private static bool IsTurned(string text, TextSpan paragraph)
        {
            var first = text.AsSpan(paragraph.Start, paragraph.Length).IndexOfAny("«»‹›");
            if (first < 0) return false;
            var i = paragraph.Start + first;
            return text[i] is '»' or '›'
                && (first == 0 || Tokenizer.IsSpace(text[i - 1]))
                && i + 1 < paragraph.End
                && !Tokenizer.IsSpace(text[i + 1]);
        }
    }
}

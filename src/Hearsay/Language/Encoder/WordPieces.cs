using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Language.Encoder;

/// <summary>
/// Cuts a word into the pieces that an uncased encoder knows. In: a word as the tokenizer cut it. Out: numbers of pieces, at least one.
/// Method: BERT's (Devlin et al. 2019; WordPiece, Wu et al. 2016): small letters without accents, cut at every mark and ideograph, then the longest
/// known piece from the left; a part with a stretch that no piece matches is "[UNK]" as a whole.
/// Limit: of a long word (an address) only the first pieces are looked at.
/// </summary>
internal sealed class WordPieces
{
    /// <summary>More pieces than this of one word are not looked at.</summary>
    public const int Most = 12;

    private const int LongestPart = 100;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> first, further;

    /// <param name="pieces">All pieces, by number; "[UNK]", "[CLS]" and "[SEP]" among them.</param>
    public WordPieces(ImmutableArray<string> pieces)
    {
        var (begin, goOn) = (new Dictionary<string, int>(pieces.Length, StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].StartsWith("##", StringComparison.Ordinal)) goOn[pieces[i][2..]] = i;
            else begin[pieces[i]] = i;
        }

        (first, further) = (begin.GetAlternateLookup<ReadOnlySpan<char>>(), goOn.GetAlternateLookup<ReadOnlySpan<char>>());
        (Unknown, Before, Behind) = (begin["[UNK]"], begin["[CLS]"], begin["[SEP]"]);
    }

    /// <summary>The number of "[UNK]".</summary>
    public int Unknown { get; }

    /// <summary>The number of the mark before a sentence, "[CLS]".</summary>
    public int Before { get; }

    /// <summary>The number of the mark behind a sentence, "[SEP]".</summary>
    public int Behind { get; }

    /// <summary>Appends the pieces of <paramref name="word"/>; how many there were.</summary>
    public int Cut(string word, List<int> to)
    {
        var before = to.Count;
        var plain = Folding.Of(word);
        for (var i = 0; i < plain.Length && to.Count - before < Most;)
        {
            var start = i;
            if (IsNothing(plain[i]))
            {
                i++;
                continue;
            }

            if (IsAlone(plain[i])) i++;
            else
                while (i < plain.Length && !IsNothing(plain[i]) && !IsAlone(plain[i])) i++;
            CutPart(plain.AsSpan(start, i - start), to);
        }

        if (to.Count - before > Most) to.RemoveRange(before + Most, to.Count - before - Most);
        if (to.Count == before) to.Add(Unknown);
        return to.Count - before;
    }

    private void CutPart(ReadOnlySpan<char> part, List<int> to)
    {
        var begin = to.Count;
        for (var at = 0; at < part.Length;)
        {
            var (lookup, length, piece) = (at == 0 ? first : further, part.Length - at, -1);
            while (length > 0 && !(part.Length <= LongestPart && lookup.TryGetValue(part.Slice(at, length), out piece))) length--;
            if (length == 0)
            {
                to.RemoveRange(begin, to.Count - begin);
                to.Add(Unknown);
                return;
            }

            to.Add(piece);
            at += length;
        }
    }

    private static bool IsNothing(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFFFD'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.PrivateUse;

    /// <summary>Marks and ideographs are parts of their own.</summary>
    private static bool IsAlone(char c) => c is >= '!' and <= '/' or >= ':' and <= '@' or >= '[' and <= '`' or >= '{' and <= '~'
        or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF'
        || char.IsPunctuation(c);
}

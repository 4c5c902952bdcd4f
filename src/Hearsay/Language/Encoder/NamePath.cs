namespace Hearsay.Language.Encoder;

/// <summary>
/// The most probable names of a sentence where every word has a score for each class: outside, and for each kind of name its beginning, inside, end
/// and a name of one word. Classes follow each other only so that names are whole; the best path is found by Viterbi's algorithm.
/// </summary>
internal static class NamePath
{
    /// <summary>Outside, and four for each kind of name.</summary>
    public const int Classes = 17;

    private const int Begin = 0, Inside = 1, End = 2, Single = 3;

    /// <summary>The class of a word in a name of a kind.</summary>
    public static int ClassOf(NameType kind, bool first, bool last) => 1 + 4 * (int)kind + (first ? last ? Single : Begin : last ? End : Inside);

    /// <summary>
    /// Row i of <paramref name="scores"/> (<paramref name="stride"/> numbers apart) scores the classes of word i. Writes 0 outside, 1 + 2k for the
    /// first word of a name of kind k, 2 + 2k for its others.
    /// </summary>
    public static void Find(ReadOnlySpan<float> scores, int stride, int words, Span<byte> labels)
    {
        if (words == 0) return;
        var (sums, from) = (new float[words * Classes], new byte[words * Classes]);
        for (var i = 0; i < words; i++)
        {
            for (var c = 0; c < Classes; c++)
            {
                var best = i == 0 ? (IsOpen(c) ? float.NegativeInfinity : 0) : float.NegativeInfinity;
                for (var before = 0; before < Classes && i > 0; before++)
                {
                    if (!MayFollow(before, c) || sums[(i - 1) * Classes + before] <= best) continue;
                    (best, from[i * Classes + c]) = (sums[(i - 1) * Classes + before], (byte)before);
                }

                sums[i * Classes + c] = best + scores[i * stride + c];
            }
        }

        var at = 0;
        for (var c = 1; c < Classes; c++)
        {
            if (!GoesOn(c) && sums[(words - 1) * Classes + c] > sums[(words - 1) * Classes + at]) at = c;
        }

        for (var i = words - 1; i >= 0; i--)
        {
            labels[i] = (byte)(at == 0 ? 0 : 1 + 2 * ((at - 1) / 4) + (IsOpen(at) ? 1 : 0));
            at = from[i * Classes + at];
        }
    }

    /// <summary>Whether the class needs a word of its name before it.</summary>
    private static bool IsOpen(int c) => c > 0 && (c - 1) % 4 is Inside or End;

    /// <summary>Whether the class needs a word of its name behind it.</summary>
    private static bool GoesOn(int c) => c > 0 && (c - 1) % 4 is Begin or Inside;

    private static bool MayFollow(int before, int c) =>
        GoesOn(before) ? IsOpen(c) && (c - 1) / 4 == (before - 1) / 4 : !IsOpen(c);
}

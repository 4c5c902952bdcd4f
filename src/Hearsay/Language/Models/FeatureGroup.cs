namespace Hearsay.Language.Models;

/// <summary>
/// The groups of the parser's features, by what they depend on, which their keys name: words by their places in the sentence (a place stands for the word and for those behind it), dependents as the state holds them.
/// Two states with one key have the same features in that group.
/// </summary>
internal static class FeatureGroup
{
    public const int Next = 0, Top = 1, Second = 2, TopNext = 3, SecondTop = 4, SecondTopNext = 5, ThirdSecondTopNext = 6, TopLeftNext = 7, TopRightNext = 8, TopNextLeft = 9, SecondTopLeft = 10, SecondRightTop = 11, Rest = 12;

    public const int Count = 13;

    /// <summary>The group and what its features depend on, as one number, never 0; <see cref="Rest"/> depends on all.</summary>
    public static ulong Key(int group, ParserState s)
    {
        ref readonly var s0 = ref s[0];
        ref readonly var s1 = ref s[1];
        ulong top = (uint)(s0.Word + 1), second = (uint)(s1.Word + 1), next = (uint)s.Next + 1;
        return (ulong)group << 60 | group switch
        {
            Next => next,
            Top => top,
            Second => second,
            TopNext => top << 10 | next,
            SecondTop => second << 10 | top,
            SecondTopNext => second << 20 | top << 10 | next,
            ThirdSecondTopNext => (ulong)(s.At(2) + 1) << 30 | second << 20 | top << 10 | next,
            TopLeftNext => s0.Left.Bits << 20 | top << 10 | next,
            TopRightNext => s0.Right.Bits << 20 | top << 10 | next,
            TopNextLeft => s.NextLeft.Bits << 20 | top << 10 | next,
            SecondTopLeft => s0.Left.Bits << 20 | second << 10 | top,
            SecondRightTop => s1.Right.Bits << 20 | second << 10 | top,
            _ => Whole(s),
        };
    }

    /// <summary>All that any feature depends on, as a hash of 60 bits: two states of one sentence that fall together by chance are not to be expected in the lifetime of the sun.</summary>
    private static ulong Whole(ParserState s)
    {
        ref readonly var s0 = ref s[0];
        ref readonly var s1 = ref s[1];
        var words = (ulong)(s.At(2) + 1) << 30 | (ulong)(uint)(s1.Word + 1) << 20 | (ulong)(uint)(s0.Word + 1) << 10 | (uint)(s.Next + 1);
        var h = Mix(words ^ (ulong)Math.Min(s.Depth, 4) << 60, s0.Left.Bits);
        h = Mix(h, s0.Right.Bits);
        h = Mix(h, s1.Left.Bits);
        h = Mix(h, s1.Right.Bits);
        return Mix(h, s.NextLeft.Bits) >> 4;
    }

    private static ulong Mix(ulong h, ulong value)
    {
        var high = Math.BigMul(h ^ value * 0xD6E8FEB86659FD93ul, 0x9E3779B97F4A7C15ul, out var low);
        return high ^ low;
    }
}

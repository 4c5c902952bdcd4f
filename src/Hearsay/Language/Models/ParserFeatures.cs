namespace Hearsay.Language.Models;

/// <summary>What the parser sees where it stands: the three words on top of the stack, the next three, and the dependents of the upper two and the next.</summary>
internal ref struct ParserView
{
    public ref readonly ParserWord S0, S1, S2, B0, B1, B2;

    /// <summary>The outermost dependents: of the top to the left and right (and the ones within), of the second, of the next word.</summary>
    public ref readonly ParserWord S0L, S0L2, S0R, S0R2, S1L, S1R, S1R2, B0L, B0L2;

    public Dependents S0Left, S0Right, S1Left, S1Right, B0Left;

    /// <summary>Distance of the top to the next word, of the second to the top.</summary>
    public uint Near, Far;

    public uint Depth;

    public static ParserView Of(ParserInput x, ParserState s)
    {
        ref readonly var s0 = ref s[0];
        ref readonly var s1 = ref s[1];
        var (next, left) = (s.Next, s.NextLeft);
        return new ParserView
        {
            S0 = ref x[s0.Word], S1 = ref x[s1.Word], S2 = ref x[s.At(2)], B0 = ref x[next], B1 = ref x[next + 1], B2 = ref x[next + 2],
            S0L = ref x[s0.Left.Last], S0L2 = ref x[s0.Left.LastButOne], S0R = ref x[s0.Right.Last], S0R2 = ref x[s0.Right.LastButOne],
            S1L = ref x[s1.Left.Last], S1R = ref x[s1.Right.Last], S1R2 = ref x[s1.Right.LastButOne], B0L = ref x[left.Last], B0L2 = ref x[left.LastButOne],
            S0Left = s0.Left, S0Right = s0.Right, S1Left = s1.Left, S1Right = s1.Right, B0Left = left,
            Near = Distance(s0.Word, next), Far = Distance(s1.Word, s0.Word), Depth = (uint)Math.Min(s.Depth, 4),
        };
    }

    /// <summary>Which of the words stand inside quotation marks.</summary>
    public readonly uint Marks => ((uint)S0.Quoted * 3 + S1.Quoted) * 3 + B0.Quoted;

    private static uint Distance(int from, int to)
    {
        if (from < 0) return 0;
        var d = to - from;
        return d <= 4 ? (uint)d : d <= 6 ? 5u : d <= 10 ? 6u : d <= 20 ? 7u : 8u;
    }
}

/// <summary>
/// What a move of the parser looks at (after Zhang and Nivre 2011, for the arc-hybrid system). The features come in groups by what they depend on (<see cref="FeatureGroup"/>), since most hypotheses of
/// a beam differ in little and the sums of the rest need not be made again. Each template has its own number, by which the trained weights know it: a new one takes the next free number,
/// and stands in the group whose members say all that it looks at. Words and dictionary forms are hashes; tags and parts of speech small numbers.
/// </summary>
internal static class ParserFeatures
{
    /// <summary>No move has more features.</summary>
    public const int Max = 160;

    /// <summary>All features of a move.</summary>
    public static void Look(ParserInput x, ParserState s, ref FeatureList f)
    {
        var view = ParserView.Of(x, s);
        for (var group = 0; group < FeatureGroup.Count; group++) Look(group, view, ref f);
    }

    /// <summary>The features of one group.</summary>
    public static void Look(int group, in ParserView x, ref FeatureList f)
    {
        switch (group)
        {
            case FeatureGroup.Next: Next(x, ref f); break;
            case FeatureGroup.Top: Top(x, ref f); break;
            case FeatureGroup.Second: Second(x, ref f); break;
            case FeatureGroup.TopNext: TopNext(x, ref f); break;
            case FeatureGroup.SecondTop: SecondTop(x, ref f); break;
            case FeatureGroup.SecondTopNext: SecondTopNext(x, ref f); break;
            case FeatureGroup.ThirdSecondTopNext: ThirdSecondTopNext(x, ref f); break;
            case FeatureGroup.TopLeftNext: TopLeftNext(x, ref f); break;
            case FeatureGroup.TopRightNext: TopRightNext(x, ref f); break;
            case FeatureGroup.TopNextLeft: TopNextLeft(x, ref f); break;
            case FeatureGroup.SecondTopLeft: SecondTopLeft(x, ref f); break;
            case FeatureGroup.SecondRightTop: SecondRightTop(x, ref f); break;
            default: Rest(x, ref f); break;
        }
    }

    private static void Next(in ParserView x, ref FeatureList f)
    {
        f.Put(1, 1);
        f.Put(10, x.B0.Word);
        f.Put(11, x.B0.Tag);
        f.Put(12, x.B0.Word, x.B0.Tag);
        f.Put(13, x.B1.Word);
        f.Put(14, x.B1.Tag);
        f.Put(15, x.B1.Word, x.B1.Tag);
        f.Put(16, x.B2.Word);
        f.Put(17, x.B2.Tag);
        f.Put(32, x.B0.Tag, x.B1.Tag);
        f.Put(33, x.B0.Word, x.B1.Tag);
        f.Put(34, x.B0.Tag, x.B1.Word);
        f.Put(35, x.B0.Word, x.B1.Word);
        f.Put(50, x.B0.Tag, x.B1.Tag, x.B2.Tag);
    }

    private static void Top(in ParserView x, ref FeatureList f)
    {
        f.Put(2, x.S0.Word);
        f.Put(3, x.S0.Tag);
        f.Put(4, x.S0.Word, x.S0.Tag);
    }

    private static void Second(in ParserView x, ref FeatureList f)
    {
        f.Put(5, x.S1.Word);
        f.Put(6, x.S1.Tag);
        f.Put(7, x.S1.Word, x.S1.Tag);
    }

    private static void TopNext(in ParserView x, ref FeatureList f)
    {
        f.Put(18, x.S0.Word, x.S0.Tag, x.B0.Word, x.B0.Tag);
        f.Put(19, x.S0.Word, x.S0.Tag, x.B0.Tag);
        f.Put(20, x.S0.Tag, x.B0.Word, x.B0.Tag);
        f.Put(21, x.S0.Word, x.B0.Word);
        f.Put(22, x.S0.Tag, x.B0.Tag);
        f.Put(36, x.S0.Word, x.B1.Tag);
        f.Put(37, x.S0.Tag, x.B1.Word);
        f.Put(38, x.S0.Tag, x.B0.Tag, x.B1.Tag);
        f.Put(41, x.S0.Tag, x.B0.Tag, x.B1.Tag, x.B2.Tag);
        f.Put(44, x.S0.Word, x.B0.Tag, x.B1.Tag);
        f.Put(45, x.S0.Tag, x.B0.Word, x.B1.Tag);
        f.Put(46, x.S0.Tag, x.B0.Tag, x.B1.Word);
        f.Put(90, x.S0.Word, x.Near);
        f.Put(91, x.S0.Tag, x.Near);
        f.Put(92, x.B0.Word, x.Near);
        f.Put(93, x.B0.Tag, x.Near);
        f.Put(94, x.S0.Tag, x.B0.Tag, x.Near);
        f.Put(95, x.S0.Word, x.B0.Word, x.Near);
        f.Put(115, x.S0.Lemma, x.B0.Lemma);
        f.Put(117, x.S0.Lemma, x.S0.Coarse, x.B0.Coarse);
        f.Put(119, x.S0.Coarse, x.B0.Lemma, x.B0.Coarse);
        f.Put(126, x.S0.Lemma, x.B0.Coarse, x.B1.Coarse);
        f.Put(128, x.S0.Coarse, x.B0.Coarse, x.B1.Coarse);
    }

    private static void SecondTop(in ParserView x, ref FeatureList f)
    {
        f.Put(23, x.S1.Word, x.S1.Tag, x.S0.Word, x.S0.Tag);
        f.Put(24, x.S1.Word, x.S1.Tag, x.S0.Tag);
        f.Put(25, x.S1.Tag, x.S0.Word, x.S0.Tag);
        f.Put(26, x.S1.Word, x.S0.Word);
        f.Put(27, x.S1.Tag, x.S0.Tag);
        f.Put(96, x.S1.Tag, x.S0.Tag, x.Far);
        f.Put(97, x.S1.Word, x.S0.Tag, x.Far);
        f.Put(98, x.S1.Tag, x.S0.Word, x.Far);
        f.Put(116, x.S1.Lemma, x.S0.Lemma);
        f.Put(118, x.S1.Lemma, x.S1.Coarse, x.S0.Coarse);
        f.Put(120, x.S1.Coarse, x.S0.Lemma, x.S0.Coarse);
    }

    private static void SecondTopNext(in ParserView x, ref FeatureList f)
    {
        var marks = x.Marks;
        f.Put(28, x.S1.Tag, x.B0.Tag);
        f.Put(29, x.S1.Word, x.B0.Tag);
        f.Put(30, x.S1.Tag, x.B0.Word);
        f.Put(31, x.S1.Word, x.B0.Word);
        f.Put(39, x.S1.Tag, x.S0.Tag, x.B0.Tag);
        f.Put(42, x.S1.Tag, x.S0.Tag, x.B0.Tag, x.B1.Tag);
        f.Put(47, x.S1.Word, x.S0.Tag, x.B0.Tag);
        f.Put(48, x.S1.Tag, x.S0.Word, x.B0.Tag);
        f.Put(49, x.S1.Tag, x.S0.Tag, x.B0.Word);
        f.Put(51, x.S1.Word, x.S0.Word, x.B0.Word);
        f.Put(110, x.S0.Tag, x.B0.Tag, marks);
        f.Put(111, x.S1.Tag, x.S0.Tag, marks);
        f.Put(112, x.S0.Tag, x.B0.Word, marks);
        f.Put(113, x.S1.Word, x.S0.Tag, marks);
        f.Put(127, x.S1.Lemma, x.S0.Coarse, x.B0.Coarse);
        f.Put(129, x.S1.Coarse, x.S0.Coarse, x.B0.Coarse);
        f.Put(131, x.S1.Coarse, x.S0.Coarse, x.B0.Coarse, x.B1.Coarse);
    }

    private static void ThirdSecondTopNext(in ParserView x, ref FeatureList f)
    {
        f.Put(8, x.S2.Word, x.S2.Tag);
        f.Put(9, x.S2.Tag);
        f.Put(40, x.S2.Tag, x.S1.Tag, x.S0.Tag);
        f.Put(43, x.S2.Tag, x.S1.Tag, x.S0.Tag, x.B0.Tag);
        f.Put(130, x.S2.Coarse, x.S1.Coarse, x.S0.Coarse, x.B0.Coarse);
        f.Put(136, x.S2.Coarse, x.S2.Lemma, x.S1.Coarse, x.S0.Coarse);
    }

    private static void TopLeftNext(in ParserView x, ref FeatureList f)
    {
        f.Put(52, x.S0.Tag, x.S0L.Tag, x.B0.Tag);
        f.Put(61, x.S0.Tag, x.S0L.Tag, x.S0L2.Tag, x.B0.Tag);
        f.Put(64, x.S0L.Word, x.S0.Tag);
        f.Put(77, x.S0L.Tag, x.S0.Word, x.B0.Tag);
        f.Put(84, x.S0.Word, x.S0Left.Count);
        f.Put(85, x.S0.Tag, x.S0Left.Count, x.B0.Tag);
        f.Put(99, x.S0.Tag, x.S0Left.Kinds, x.B0.Tag);
        f.Put(102, x.S0.Word, x.S0Left.Kinds);
    }

    private static void TopRightNext(in ParserView x, ref FeatureList f)
    {
        f.Put(53, x.S0.Tag, x.S0R.Tag, x.B0.Tag);
        f.Put(60, x.S0.Tag, x.S0R.Tag, x.S0R2.Tag, x.B0.Tag);
        f.Put(65, x.S0R.Word, x.S0.Tag);
        f.Put(75, x.S0R.Word, x.S0.Tag, x.B0.Word);
        f.Put(76, x.S0R.Tag, x.S0.Word, x.B0.Tag);
        f.Put(82, x.S0.Word, x.S0Right.Count);
        f.Put(83, x.S0.Tag, x.S0Right.Count, x.B0.Tag);
        f.Put(100, x.S0.Tag, x.S0Right.Kinds, x.B0.Tag);
        f.Put(101, x.S0.Word, x.S0Right.Kinds);
        f.Put(123, x.S0.Lemma, x.S0Right.Kinds, x.B0.Coarse);
    }

    private static void TopNextLeft(in ParserView x, ref FeatureList f)
    {
        f.Put(54, x.S0.Tag, x.B0.Tag, x.B0L.Tag);
        f.Put(63, x.S0.Tag, x.B0.Tag, x.B0L.Tag, x.B0L2.Tag);
        f.Put(66, x.B0L.Word, x.B0.Tag);
        f.Put(67, x.S0.Word, x.B0L.Word, x.B0.Tag);
        f.Put(68, x.S0.Tag, x.B0L.Word, x.B0.Tag);
        f.Put(79, x.B0L.Tag, x.B0.Word, x.S0.Tag);
        f.Put(88, x.B0.Tag, x.B0Left.Count, x.S0.Tag);
        f.Put(89, x.B0.Word, x.B0Left.Count);
        f.Put(103, x.B0.Tag, x.B0Left.Kinds, x.S0.Tag);
        f.Put(104, x.B0.Word, x.B0Left.Kinds);
        f.Put(125, x.B0.Lemma, x.B0Left.Kinds, x.S0.Coarse);
    }

    private static void SecondTopLeft(in ParserView x, ref FeatureList f)
    {
        f.Put(56, x.S1.Tag, x.S0.Tag, x.S0L.Tag);
        f.Put(69, x.S1.Word, x.S0L.Word);
        f.Put(70, x.S1.Tag, x.S0L.Word, x.S0.Tag);
        f.Put(71, x.S1.Word, x.S0L.Word, x.S0.Word);
        f.Put(72, x.S1.Tag, x.S0L.Word, x.S0.Word);
        f.Put(121, x.S1.Lemma, x.S0L.Lemma, x.S0.Coarse);
        f.Put(122, x.S1.Lemma, x.S0L.Lemma, x.S0.Lemma);
    }

    private static void SecondRightTop(in ParserView x, ref FeatureList f)
    {
        f.Put(55, x.S1.Tag, x.S0.Tag, x.S1R.Tag);
        f.Put(62, x.S1.Tag, x.S1R.Tag, x.S1R2.Tag, x.S0.Tag);
        f.Put(73, x.S1R.Word, x.S1.Tag, x.S0.Tag);
        f.Put(86, x.S1.Tag, x.S1Right.Count, x.S0.Tag);
        f.Put(87, x.S1.Word, x.S1Right.Count);
        f.Put(105, x.S1.Tag, x.S1Right.Kinds, x.S0.Tag);
        f.Put(106, x.S1.Word, x.S1Right.Kinds, x.S0.Tag);
        f.Put(135, x.S1.Lemma, x.S1R.Lemma, x.S0.Coarse);
    }

    private static void Rest(in ParserView x, ref FeatureList f)
    {
        f.Put(57, x.S1.Tag, x.S0.Tag, x.S1L.Tag);
        f.Put(58, x.S1.Tag, x.S0.Tag, x.S0R.Tag);
        f.Put(59, x.S1.Tag, x.S0.Tag, x.S0L.Tag, x.S0R.Tag);
        f.Put(74, x.S1R.Word, x.S0L.Word);
        f.Put(78, x.S0L.Word, x.S1L.Tag, x.S1.Tag, x.S0.Tag);
        f.Put(80, x.S1.Tag, x.S0.Tag, x.B0.Tag, x.S0R.Tag);
        f.Put(81, x.S1.Tag, x.S0.Tag, x.B0.Tag, x.S1R.Tag);
        f.Put(107, x.S1.Tag, x.S1Left.Kinds, x.S0.Tag, x.S0Left.Kinds);
        f.Put(108, x.S1.Tag, x.S0.Tag, x.S0Left.Kinds, x.S0Right.Kinds);
        f.Put(109, x.S0.Tag, x.S0Left.Kinds, x.B0.Tag, x.B0Left.Kinds);
        f.Put(114, x.Depth, x.S0.Tag, x.B0.Tag);
        f.Put(124, x.S1.Lemma, x.S1Right.Kinds, x.S0.Coarse, x.S0Left.Kinds);
        f.Put(132, x.S0.Coarse, x.S0L.Coarse, x.S0R.Coarse, x.B0.Coarse);
        f.Put(133, x.S1.Coarse, x.S1R.Coarse, x.S0.Coarse, x.S0L.Coarse);
        f.Put(134, x.S0.Coarse, x.B0.Coarse, x.B0L.Coarse, x.S0Left.Kinds);
    }
}

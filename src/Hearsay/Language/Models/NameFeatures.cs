namespace Hearsay.Language.Models;

/// <summary>The features by which a word is told to be part of a name.</summary>
internal static class NameFeatures
{
    public static void Look(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int i, ref FeatureList f)
    {
        ref var w = ref words[i];
        ref var p = ref words[i - 1];
        ref var n = ref words[i + 1];
        uint t = tags[i], tp = i > 0 ? tags[i - 1] + 1u : 0u, tn = i + 1 < words.Count ? tags[i + 1] + 1u : 0u;
        uint k = sight.Kind(i), kp = sight.Kind(i - 1), kn = sight.Kind(i + 1);
        f.Add(1);
        f.Add(w.Form);
        f.Add(w.Lower);
        f.Add(w.Shape, i == 0 ? 1u : 0u);
        f.Add(w.Suffix2, k);
        f.Add(w.Suffix3, k);
        f.Add(w.Suffix4, k);
        f.Add(w.Prefix2, k);
        f.Add(w.Prefix3, k);
        f.Add(w.TagSet, k, i == 0 ? 1u : 0u);
        f.Add(t, k);
        f.Add(t, tp, tn);
        f.Add(t, tn);
        f.Add(t, tp);
        f.Add(kp, k, kn);
        f.Add(k, kn, sight.Kind(i + 2));
        f.Add(k, kp, sight.Kind(i - 2));
        f.Add(p.Lower, k);
        f.Add(n.Lower, k);
        f.Add(p.Lower, w.Lower);
        f.Add(w.Lower, n.Lower);
        f.Add(words[i - 2].Lower, p.Lower);
        f.Add(n.Lower, words[i + 2].Lower);
        f.Add(words[i - 2].Lower, k);
        f.Add(words[i + 2].Lower, k);
        f.Add(p.Lower, n.Lower);
        f.Add(n.Suffix3, kn);
        f.Add(p.Suffix3, kp);
        Lists(sight, i, t, k, kp, kn, ref f);
        Run(words, tags, sight, i, ref f);
        f.Add(w.Class, k);
        f.Add(p.Class, k);
        f.Add(n.Class, k);
        f.Add(p.Class, w.Class);
        f.Add(w.Class, n.Class);
        f.Add(p.Class, n.Class, k);
    }

    /// <summary>Those features of <see cref="Look"/>, by their number, that hang neither on the word alone nor on a single bit.</summary>
    public static void LookAround(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int i, in NameRun run, ref FeatureList f)
    {
        ref var w = ref words[i];
        ref var p = ref words[i - 1];
        ref var n = ref words[i + 1];
        uint t = tags[i], tp = i > 0 ? tags[i - 1] + 1u : 0u, tn = i + 1 < words.Count ? tags[i + 1] + 1u : 0u;
        uint k = sight.Kind(i), kp = sight.Kind(i - 1), kn = sight.Kind(i + 1);
        f.Put(11, t, k);
        f.Put(12, t, tp, tn);
        f.Put(13, t, tn);
        f.Put(14, t, tp);
        f.Put(15, kp, k, kn);
        f.Put(16, k, kn, sight.Kind(i + 2));
        f.Put(17, k, kp, sight.Kind(i - 2));
        f.Put(18, p.Lower, k);
        f.Put(19, n.Lower, k);
        f.Put(20, p.Lower, w.Lower);
        f.Put(21, w.Lower, n.Lower);
        f.Put(22, words[i - 2].Lower, p.Lower);
        f.Put(23, n.Lower, words[i + 2].Lower);
        f.Put(24, words[i - 2].Lower, k);
        f.Put(25, words[i + 2].Lower, k);
        f.Put(26, p.Lower, n.Lower);
        f.Put(27, n.Suffix3, kn);
        f.Put(28, p.Suffix3, kp);
        var (all, allBefore, allAfter) = (Fold(sight.Known(i)), Fold(sight.Known(i - 1)), Fold(sight.Known(i + 1)));
        f.Put(35, all, t);
        f.Put(36, all, k, kp);
        f.Put(37, allBefore, all);
        f.Put(38, all, allAfter);
        f.Put(39, allBefore, all, allAfter);
        RunAround(words, tags, sight, i, run, ref f);
        f.Put(61, w.Class, k);
        f.Put(62, p.Class, k);
        f.Put(63, n.Class, k);
        f.Put(64, p.Class, w.Class);
        f.Put(65, w.Class, n.Class);
        f.Put(66, p.Class, n.Class, k);
    }

    private static void RunAround(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int i, in NameRun run, ref FeatureList f)
    {
        var (first, last, place) = (run.First, run.Last, run.Place(i));
        uint isFirst = i == first ? 1u : 0u, isLast = i == last ? 2u : 0u;
        var (before, behind) = (sight.First(i), sight.Last(i));
        f.Put(40, place);
        f.Put(45, words[last].Lower, isLast);
        f.Put(46, words[first].Lower, isFirst);
        f.Put(47, words[first - 1].Lower, isFirst);
        f.Put(48, words[last + 1].Lower, isLast);
        f.Put(49, words[first - 1].Lower, words[last + 1].Lower);
        f.Put(50, words[first - 2].Lower, words[first - 1].Lower, isFirst);
        f.Put(51, words[last + 1].Lower, words[Math.Min(last + 2, words.Count + 1)].Lower, isLast);
        f.Put(52, words[last].Suffix3, isLast);
        f.Put(55, place, first > 0 ? tags[first - 1] + 1u : 0u, last + 1 < words.Count ? tags[last + 1] + 1u : 0u);
        f.Put(56, first == 0 ? 1u : 0u, last + 1 == words.Count ? 1u : 0u, sight.Kind(i));
        f.Put(57, words[behind].Lower, behind > last ? 1u : 0u);
        f.Put(58, words[before].Lower, before < first ? 1u : 0u);
    }

    private static void Lists(NameSight sight, int i, uint t, uint k, uint kp, uint kn, ref FeatureList f)
    {
        var (g, gp, gn) = (sight.Known(i), sight.Known(i - 1), sight.Known(i + 1));
        f.AddBits(g, k);
        f.AddBits(gp, k);
        f.AddBits(gn, k);
        f.AddBits(g, kp << 8 | kn);
        f.AddBits(sight.Known(i + 2), kn);
        f.AddBits(sight.Known(i - 2), kp);
        var (all, allBefore, allAfter) = (Fold(g), Fold(gp), Fold(gn));
        f.Add(all, t);
        f.Add(all, k, kp);
        f.Add(allBefore, all);
        f.Add(all, allAfter);
        f.Add(allBefore, all, allAfter);
    }

    /// <summary>The stretch of capitalised words that the word stands in: its ends, its length, what stands before and behind it.</summary>
    private static void Run(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int i, ref FeatureList f)
    {
        var run = NameRun.At(words, sight, i);
        var (first, last) = (run.First, run.Last);
        var place = run.Place(i);
        uint isFirst = i == first ? 1u : 0u, isLast = i == last ? 2u : 0u;
        f.Add(place);
        f.AddBits((ulong)sight.Stands(i), sight.Kind(i));
        f.AddBits((ulong)sight.Stands(i), 100 + place);
        f.AddBits((ulong)sight.Stands(first), isFirst);
        f.AddBits((ulong)sight.Stands(last), isLast);
        f.Add(words[last].Lower, isLast);
        f.Add(words[first].Lower, isFirst);
        f.Add(words[first - 1].Lower, isFirst);
        f.Add(words[last + 1].Lower, isLast);
        f.Add(words[first - 1].Lower, words[last + 1].Lower);
        f.Add(words[first - 2].Lower, words[first - 1].Lower, isFirst);
        f.Add(words[last + 1].Lower, words[Math.Min(last + 2, words.Count + 1)].Lower, isLast);
        f.Add(words[last].Suffix3, isLast);
        f.AddBits(sight.Known(last), isLast | 4);
        f.AddBits(sight.Known(first), isFirst | 4);
        f.Add(place, first > 0 ? tags[first - 1] + 1u : 0u, last + 1 < words.Count ? tags[last + 1] + 1u : 0u);
        f.Add(first == 0 ? 1u : 0u, last + 1 == words.Count ? 1u : 0u, sight.Kind(i));
        // What the run is joined to: "University of Tolland", "Bank for Trade".
        var behind = sight.Last(i);
        f.Add(words[behind].Lower, behind > last ? 1u : 0u);
        var before = sight.First(i);
        f.Add(words[before].Lower, before < first ? 1u : 0u);
        f.AddBits(before < first ? sight.Known(before) : 0, 1);
        f.AddBits(behind > last ? sight.Known(behind) : 0, 1);
    }

    private static uint Fold(ulong bits) => (uint)(bits ^ bits >> 32) * 31 + (uint)(bits >> 16) * 7;
}

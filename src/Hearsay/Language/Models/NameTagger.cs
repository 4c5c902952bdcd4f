namespace Hearsay.Language.Models;

/// <summary>
/// Finds names in a tagged sentence. Method: left to right, greedily, by an averaged perceptron over words, shapes, tags, lists of facts and the decisions before;
/// classes are "outside" and, for each kind of name, its first word and those that go on with it (IOB2).
/// </summary>
internal sealed class NameTagger(LinearModel model)
{
    public const int MaxFeatures = 72;

    /// <summary>Outside; then for person, organisation, place, other: first word, further word.</summary>
    public const int Classes = 9;

    public LinearModel Model { get; } = model;

    /// <summary>What each word was decided to be: 0 outside, 1 + 2k the first word of a name of kind k, 2 + 2k a further one; and, four for each word, what each kind scored there.</summary>
    public void Find(WordTable words, ReadOnlySpan<byte> tags, Span<byte> labels, Span<int> kindScores)
    {
        Span<int> scores = stackalloc int[Model.Stride];
        Span<uint> buffer = stackalloc uint[MaxFeatures];
        var known = words.Listed();
        for (var i = 0; i < words.Count; i++)
        {
            var features = new FeatureList(buffer);
            Look(words, tags, known, labels, i, ref features);
            Model.Score(features.Features, scores);
            labels[i] = (byte)Best(scores, i > 0 ? labels[i - 1] : 0);
            for (var kind = 0; kind < 4; kind++) kindScores[i * 4 + kind] = Math.Max(scores[1 + 2 * kind], labels[i] % 2 == 0 ? scores[2 + 2 * kind] : int.MinValue);
        }
    }

    /// <summary>The best class that may follow <paramref name="before"/>: a further word needs a name of its kind before it.</summary>
    public static int Best(ReadOnlySpan<int> scores, int before)
    {
        var best = 0;
        for (var c = 1; c < Classes; c++)
        {
            if (scores[c] > scores[best] && (c % 2 == 1 || (before > 0 && (before - 1) / 2 == (c - 1) / 2))) best = c;
        }

        return best;
    }

    public static void Look(WordTable words, ReadOnlySpan<byte> tags, ReadOnlySpan<ushort> known, ReadOnlySpan<byte> labels, int i, ref FeatureList f)
    {
        ref var w = ref words[i];
        ref var p = ref words[i - 1];
        ref var n = ref words[i + 1];
        ref var nn = ref words[i + 2];
        uint l1 = i > 0 ? labels[i - 1] + 1u : 0u, l2 = i > 1 ? labels[i - 2] + 1u : 0u;
        uint t = tags[i], tp = i > 0 ? tags[i - 1] + 1u : 0u, tn = i + 1 < words.Count ? tags[i + 1] + 1u : 0u, tnn = i + 2 < words.Count ? tags[i + 2] + 1u : 0u;
        uint g = known[i], gp = i > 0 ? known[i - 1] + 1u : 0u, gn = known[i + 1], gnn = known[i + 2];
        var first = i == 0 ? 1u : 0u;
        f.Add(1);
        f.Add(w.Form);
        f.Add(w.Lower);
        f.Add(w.Shape, first);
        f.Add(w.Suffix2, w.Shape);
        f.Add(w.Suffix3, w.Shape);
        f.Add(w.Suffix4, w.Shape);
        f.Add(w.Prefix2, w.Shape);
        f.Add(w.Prefix3, w.Shape);
        f.Add(w.TagSet, w.Shape, first);
        f.Add(t, w.Shape);
        f.Add(t, tp, tn);
        f.Add(t, tn, tnn);
        f.Add(g, t);
        f.Add(g, l1);
        f.Add(g, gn);
        f.Add(g, gn, gnn);
        f.Add(gp, g, l1);
        f.Add(g, w.Shape, n.Shape);
        f.Add(gn, w.Shape);
        f.Add(gn, n.Shape, l1);
        f.Add(gp, w.Shape, l1);
        f.Add(l1);
        f.Add(l1, l2);
        f.Add(l1, w.Shape, first);
        f.Add(l1, w.Form);
        f.Add(l1, t);
        f.Add(l1, p.Lower);
        f.Add(l1, p.Lower, w.Shape);
        f.Add(l1, n.Lower, w.Shape);
        f.Add(l1, t, tn);
        f.Add(l1, w.Suffix3, w.Shape);
        f.Add(p.Lower);
        f.Add(n.Lower);
        f.Add(p.Lower, w.Shape);
        f.Add(n.Lower, w.Shape);
        f.Add(words[i - 2].Lower, p.Lower);
        f.Add(n.Lower, nn.Lower);
        f.Add(words[i - 2].Lower, w.Shape);
        f.Add(nn.Lower, w.Shape);
        f.Add(p.Shape, w.Shape, n.Shape);
        f.Add(w.Shape, n.Shape, nn.Shape);
        f.Add(w.Form, n.Form);
        f.Add(p.Form, w.Form);
        f.Add(n.Suffix3, w.Shape, n.Shape);
        f.Add(n.Form, w.Shape, t);
        f.Add(p.Form, w.Shape, t);
        f.Add(p.Word, n.Word, w.Shape);
        f.Add(tp, w.Form);
        f.Add(tn, w.Form);
        f.Add(w.Prefix1, w.Shape, l1);
    }
}

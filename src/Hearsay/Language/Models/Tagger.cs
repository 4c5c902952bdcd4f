namespace Hearsay.Language.Models;

/// <summary>
/// Gives every word of a sentence a tag class: a universal part of speech with the treebank's finer tag ("VERB/VBD").
/// Method: left to right, greedily, by an averaged perceptron over the word, its ends and shape, its neighbours and the two tags before (Collins 2002);
/// words that nearly always had one tag in training are given that.
/// </summary>
internal sealed class Tagger(LinearModel model)
{
    /// <summary>No decision has more features.</summary>
    public const int MaxFeatures = 64;

    public LinearModel Model { get; } = model;

    /// <summary>Tags the sentence into <paramref name="tags"/>.</summary>
    public void Tag(WordTable words, Span<byte> tags)
    {
        Span<int> scores = stackalloc int[Model.Stride];
        Span<uint> buffer = stackalloc uint[MaxFeatures];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Sure > 0)
            {
                tags[i] = (byte)(words[i].Sure - 1);
                continue;
            }

            var features = new FeatureList(buffer);
            Look(words, tags, i, ref features);
            Model.Score(features.Features, scores);
            tags[i] = (byte)Model.Best(scores);
        }
    }

    /// <summary>What the decision on word <paramref name="i"/> looks at.</summary>
    public static void Look(WordTable words, ReadOnlySpan<byte> tags, int i, ref FeatureList f)
    {
        ref var w = ref words[i];
        ref var p = ref words[i - 1];
        ref var n = ref words[i + 1];
        var t1 = i > 0 ? tags[i - 1] + 1u : 0u;
        var t2 = i > 1 ? tags[i - 2] + 1u : 0u;
        var first = i == 0 ? 1u : 0u;
        f.Add(1);
        f.Add(w.Lower);
        f.Add(w.Form);
        f.Add(w.Suffix1);
        f.Add(w.Suffix2);
        f.Add(w.Suffix3);
        f.Add(w.Suffix4);
        f.Add(w.Prefix1);
        f.Add(w.Prefix2);
        f.Add(w.Prefix3);
        f.Add(w.Shape, first);
        f.Add(w.Shape, w.Suffix2, first);
        f.Add(w.Shape, w.Suffix3, first);
        f.Add(w.TagSet, w.Shape);
        f.Add(w.TagSet, n.TagSet);
        f.Add(t1);
        f.Add(t2);
        f.Add(t1, t2);
        f.Add(t1, w.Lower);
        f.Add(t1, w.TagSet);
        f.Add(t1, w.TagSet, n.TagSet);
        f.Add(t1, t2, w.TagSet);
        f.Add(t1, n.Word);
        f.Add(t1, w.Suffix3);
        f.Add(p.Lower);
        f.Add(words[i - 2].Lower);
        f.Add(n.Lower);
        f.Add(words[i + 2].Lower);
        f.Add(p.Lower, w.Lower);
        f.Add(w.Lower, n.Lower);
        f.Add(w.TagSet, n.Lower);
        f.Add(p.Lower, w.TagSet);
        f.Add(p.Lower, n.Lower);
        f.Add(n.TagSet, n.Shape);
        f.Add(n.TagSet, words[i + 2].TagSet);
        f.Add(w.TagSet, n.TagSet, words[i + 2].TagSet);
        f.Add(n.Suffix3);
        f.Add(n.Suffix2);
        f.Add(p.Suffix3);
        f.Add(p.Shape, w.Shape, n.Shape);
        f.Add(w.Suffix3, n.Word);
        f.Add(w.Suffix3, p.Word);
        f.Add(t1, t2, w.Lower);
        var listed = words.Listed();
        f.Add(listed[i], w.Shape, first);
        f.Add(listed[i], t1);
        f.Add(listed[i], listed[i + 1]);
        f.Add(listed[i], n.Shape, w.Shape);
    }
}

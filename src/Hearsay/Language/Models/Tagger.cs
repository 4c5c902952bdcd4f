using System.Numerics;

namespace Hearsay.Language.Models;

/// <summary>
/// Gives every word of a sentence a tag class: a universal part of speech with the treebank's finer tag ("VERB/VBD").
/// Method: left to right, greedily, by an averaged perceptron over the word, its ends and shape, its neighbours and the two tags before (Collins
/// 2002); words that nearly always had one tag in training are given that.
/// </summary>
internal sealed class Tagger(LinearModel model)
{
    /// <summary>No decision has more features.</summary>
    public const int MaxFeatures = 64;

    /// <summary>The places in which a word's weights are summed beforehand: itself inside a sentence, the one before, the one behind.</summary>
    private const int Inside = 0, Before = 1, Behind = 2, Places = 3;

    /// <summary>
    /// By the two tags before, of each of which there is one more than classes: the sums of what hangs on them where no list knows the word.
    /// </summary>
    private readonly short[]?[] tagScores = new short[]?[(model.Classes + 1) * (model.Classes + 1)];

    public LinearModel Model { get; } = model;

    /// <summary>Tags the sentence into <paramref name="tags"/>.</summary>
    public void Tag(WordTable words, Span<byte> tags)
    {
        if (words.Count > 0 && words.Known(0) is not null)
        {
            TagKnown(words, tags);
            return;
        }

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

    /// <summary>The sums of the weights of a word for each of its places; <see cref="Look"/> names the features, here by their number.</summary>
    public short[] ScoresOf(KnownWord word)
    {
        ref var w = ref word.Sight;
        var scores = new short[Places * Model.Stride];
        Span<uint> buffer = stackalloc uint[MaxFeatures];
        var own = new FeatureList(buffer);
        LookAt(word.Sight, 0, 0, 0, ref own);
        Model.Add(own.Features, Part(scores, Inside));
        Model.Add(One(buffer, 25, w.Lower), Part(scores, Before));
        Model.Add(One(buffer, 39, w.Suffix3), Part(scores, Before));
        var behind = new FeatureList(buffer);
        behind.Put(27, w.Lower);
        behind.Put(34, w.TagSet, w.Shape);
        behind.Put(37, w.Suffix3);
        behind.Put(38, w.Suffix2);
        Model.Add(behind.Features, Part(scores, Behind));
        return scores;
    }

    private void TagKnown(WordTable words, Span<byte> tags)
    {
        Span<short> scores = stackalloc short[Model.Stride];
        Span<uint> buffer = stackalloc uint[MaxFeatures];
        var listed = words.Listed();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Sure > 0)
            {
                tags[i] = (byte)(words[i].Sure - 1);
                continue;
            }

            var t1 = i > 0 ? tags[i - 1] + 1u : 0u;
            var t2 = i > 1 ? tags[i - 2] + 1u : 0u;
            var features = new FeatureList(buffer);
            LookAround(words, i, t1, t2, ref features);
            if (i > 0 && listed[i] == 0 && listed[i + 1] == 0)
            {
                Sum(words, i, tagScores[(t1 * (Model.Classes + 1)) + t2] ??= OfTags(t1, t2), scores);
            }
            else
            {
                LookAt(words[i], i == 0 ? 1u : 0u, listed[i], listed[i + 1], ref features);
                LookBack(t1, t2, listed[i], ref features);
                Sum(words, i, null, scores);
            }

            Model.Add(features.Features, scores);
            tags[i] = (byte)Model.Best(scores);
        }
    }

    /// <summary>
    /// What the words beside it, the word itself and the tags before say each for itself; the latter two only with <paramref name="tags"/>.
    /// </summary>
    private void Sum(WordTable words, int i, short[]? tags, Span<short> scores)
    {
        var stride = Model.Stride;
        var own = words.Known(i)!.TagScores.AsSpan(Inside * stride, stride);
        var previous = words.KnownOrEdge(i - 1).TagScores.AsSpan(Before * stride, stride);
        var next = words.KnownOrEdge(i + 1).TagScores.AsSpan(Behind * stride, stride);
        for (var c = 0; c < stride; c += Vector<short>.Count)
        {
            var sum = new Vector<short>(previous[c..]) + new Vector<short>(next[c..]);
            if (tags is not null) sum += new Vector<short>(own[c..]) + new Vector<short>(tags, c);
            sum.CopyTo(scores[c..]);
        }
    }

    /// <summary>The features of <see cref="Look"/> in which words and tags come together.</summary>
    private static void LookAround(WordTable words, int i, uint t1, uint t2, ref FeatureList f)
    {
        ref var w = ref words[i];
        ref var p = ref words[i - 1];
        ref var n = ref words[i + 1];
        var n2 = words[i + 2].TagSet;
        f.Put(15, w.TagSet, n.TagSet);
        f.Put(19, t1, w.Lower);
        f.Put(20, t1, w.TagSet);
        f.Put(21, t1, w.TagSet, n.TagSet);
        f.Put(22, t1, t2, w.TagSet);
        f.Put(23, t1, n.Word);
        f.Put(24, t1, w.Suffix3);
        f.Put(26, words[i - 2].Lower);
        f.Put(28, words[i + 2].Lower);
        f.Put(29, p.Lower, w.Lower);
        f.Put(30, w.Lower, n.Lower);
        f.Put(31, w.TagSet, n.Lower);
        f.Put(32, p.Lower, w.TagSet);
        f.Put(33, p.Lower, n.Lower);
        f.Put(35, n.TagSet, n2);
        f.Put(36, w.TagSet, n.TagSet, n2);
        f.Put(40, p.Shape, w.Shape, n.Shape);
        f.Put(41, w.Suffix3, n.Word);
        f.Put(42, w.Suffix3, p.Word);
        f.Put(43, t1, t2, w.Lower);
        f.Put(47, words.Listed()[i], n.Shape, w.Shape);
    }

    /// <summary>Those that hang on the word alone and on what lists say.</summary>
    private static void LookAt(in WordSight w, uint first, uint listed, uint nextListed, ref FeatureList f)
    {
        f.Put(1, 1);
        f.Put(2, w.Lower);
        f.Put(3, w.Form);
        f.Put(4, w.Suffix1);
        f.Put(5, w.Suffix2);
        f.Put(6, w.Suffix3);
        f.Put(7, w.Suffix4);
        f.Put(8, w.Prefix1);
        f.Put(9, w.Prefix2);
        f.Put(10, w.Prefix3);
        f.Put(11, w.Shape, first);
        f.Put(12, w.Shape, w.Suffix2, first);
        f.Put(13, w.Shape, w.Suffix3, first);
        f.Put(14, w.TagSet, w.Shape);
        f.Put(44, listed, w.Shape, first);
        f.Put(46, listed, nextListed);
    }

    /// <summary>Those that hang on the tags before and on what lists say.</summary>
    private static void LookBack(uint t1, uint t2, uint listed, ref FeatureList f)
    {
        f.Put(16, t1);
        f.Put(17, t2);
        f.Put(18, t1, t2);
        f.Put(45, listed, t1);
    }

    private short[] OfTags(uint t1, uint t2)
    {
        var scores = new short[Model.Stride];
        var features = new FeatureList(stackalloc uint[MaxFeatures]);
        LookBack(t1, t2, 0, ref features);
        Model.Add(features.Features, scores);
        return scores;
    }

    private static ReadOnlySpan<uint> One(Span<uint> buffer, uint template, uint value)
    {
        var list = new FeatureList(buffer);
        list.Put(template, value);
        return buffer[..1];
    }

    private Span<short> Part(short[] scores, int place) => scores.AsSpan(place * Model.Stride, Model.Stride);
}

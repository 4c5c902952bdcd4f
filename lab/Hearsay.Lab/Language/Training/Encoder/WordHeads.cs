using System.Numerics.Tensors;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// What is told from the top of the encoder: tags and names by a softmax for each word, arcs by the product of the dependent's query and the head's
/// key, relations by the sum of both words' parts (after Dozat and Manning 2017); the losses and their gradients.
/// </summary>
internal sealed class WordHeads(TrainedEncoder encoder, int worker)
{
    private const float TagWeight = 0.5f;
    private readonly EncoderSizes sizes = encoder.Sizes;
    private float[] tags = [], tree = [], treeBack = [], parts = [], slopes = [], partsBack = [], relations = [], names = [], nameSlopes = [];
    private float[] namesBack = [], nameScores = [], extra = [], arcs = [];
    private EncoderExample[] group = [];
    private WordPlaces words = new([]);

    /// <summary>Writes the gradient of the words' numbers; the summed loss.</summary>
    public double Learn(EncoderExample[] sentences, WordPlaces places, float[] tops, float[] topsBack)
    {
        Forward(sentences, places, tops);
        var (count, width) = (words.Count, sizes.Width);
        var loss = LearnTags() + LearnNames();
        encoder.Tags.Backward(worker, tops, tags, topsBack, count);
        encoder.NamesOut.Backward(worker, names, nameScores, namesBack, count);
        TensorPrimitives.Multiply(namesBack.AsSpan(0, count * sizes.Names), nameSlopes.AsSpan(0, count * sizes.Names), namesBack);
        NameEvidenceBack();
        encoder.NamesIn.Backward(worker, tops, namesBack, extra, count);
        TensorPrimitives.Add(topsBack.AsSpan(0, count * width), extra.AsSpan(0, count * width), topsBack);
        treeBack.AsSpan(0, count * sizes.Tree).Clear();
        loss += LearnArcs() + LearnRelations();
        encoder.Tree.Backward(worker, tops, treeBack, extra, count);
        TensorPrimitives.Add(topsBack.AsSpan(0, count * width), extra.AsSpan(0, count * width), topsBack);
        return loss;
    }

    /// <summary>The best tags, tree and names of each sentence.</summary>
    public EncoderResult[] Tell(EncoderExample[] sentences, WordPlaces places, float[] tops)
    {
        Forward(sentences, places, tops);
        var all = new EncoderResult[group.Length];
        var trees = new int[group.Length][];
        for (var s = 0; s < group.Length; s++)
        {
            var count = group[s].Words + 1;
            var scores = new float[count * count];
            for (var d = 1; d < count; d++) ScoreArcs(s, d, scores.AsSpan(d * count, count));
            SpanningTree.Find(scores, count, count - 1, trees[s] = new int[count - 1]);
        }

        ScoreRelations(s => trees[s]);
        for (var s = 0; s < group.Length; s++)
        {
            var (n, first) = (group[s].Words, words.Starts[s] + 1);
            byte Best(float[] scores, int w, int stride, int of) => (byte)TensorPrimitives.IndexOfMax<float>(scores.AsSpan((first + w) * stride, of));
            var found = new byte[n];
            NamePath.Find(nameScores.AsSpan(first * EncoderSizes.NameOutputs), EncoderSizes.NameOutputs, n, found);
            all[s] = new EncoderResult(
                [.. Enumerable.Range(0, n).Select(w => Best(tags, w, sizes.TagOutputs, sizes.Tags))],
                trees[s],
                [.. Enumerable.Range(0, n).Select(w => Best(relations, w, sizes.RelationOutputs, sizes.Relations))],
                found
            );
        }

        return all;
    }

    private void Forward(EncoderExample[] sentences, WordPlaces places, float[] tops)
    {
        (group, words) = (sentences, places);
        Reserve();
        encoder.Tags.Forward(tops, tags, words.Whole);
        encoder.Tree.Forward(tops, tree, words.Whole);
        encoder.NamesIn.Forward(tops, names, words.Whole);
        ForWords((s, w, place) =>
        {
            var own = names.AsSpan(place * sizes.Names, sizes.Names);
            TensorPrimitives.Add(own, encoder.NameCorpora.Values.AsSpan((int)group[s].Corpus * sizes.Names, sizes.Names), own);
            if (group[s].NameStarts.Length == 0) return;
            foreach (var row in group[s].NameRows.AsSpan(group[s].NameStarts[w]..group[s].NameStarts[w + 1]))
                TensorPrimitives.Add(own, encoder.NameEvidence.Values.AsSpan(row * sizes.Names, sizes.Names), own);
        });
        Bend(names, nameSlopes, words.Count * sizes.Names);
        encoder.NamesOut.Forward(names, nameScores, words.Whole);
    }

    private static void Bend(float[] numbers, float[] slopes, int count)
    {
        for (var i = 0; i < count; i++)
        {
            slopes[i] = numbers[i] > 0 ? 1 : NetworkShape.Slope;
            numbers[i] *= slopes[i];
        }
    }

    private double LearnTags()
    {
        var loss = 0.0;
        var outputs = sizes.TagOutputs;
        for (var s = 0; s < group.Length; s++) tags.AsSpan(words.Starts[s] * outputs, outputs).Clear();
        ForWords((s, w, place) =>
        {
            var row = tags.AsSpan(place * outputs, outputs);
            if (group[s].Heads is null)
            {
                row.Clear();
                return;
            }

            loss -= TagWeight * SoftMax(row[..sizes.Tags], group[s].Tags[w]);
            row[sizes.Tags..].Clear();
            TensorPrimitives.Multiply(row, TagWeight, row);
        });
        return loss;
    }

    private double LearnNames()
    {
        var loss = 0.0;
        var outputs = EncoderSizes.NameOutputs;
        for (var s = 0; s < group.Length; s++) nameScores.AsSpan(words.Starts[s] * outputs, outputs).Clear();
        ForWords((s, w, place) =>
        {
            var row = nameScores.AsSpan(place * outputs, outputs);
            if (group[s].Names is not { } allowed)
            {
                row.Clear();
                return;
            }

            var shares = row[..NamePath.Classes];
            TensorPrimitives.Subtract(shares, TensorPrimitives.Max<float>(shares), shares);
            TensorPrimitives.SoftMax(shares, shares);
            var right = 0f;
            for (var c = 0; c < NamePath.Classes; c++) right += (allowed[w] >> c & 1) * shares[c];
            right = Math.Max(right, 1e-20f);
            loss -= Math.Log(right);
            for (var c = 0; c < NamePath.Classes; c++)
            {
                if ((allowed[w] >> c & 1) != 0) shares[c] -= shares[c] / right;
            }

            row[NamePath.Classes..].Clear();
        });
        return loss;
    }

    private void NameEvidenceBack()
    {
        var (gradient, corpora) = (encoder.NameEvidence.Gradient(worker), encoder.NameCorpora.Gradient(worker));
        ForWords((s, w, place) =>
        {
            var own = namesBack.AsSpan(place * sizes.Names, sizes.Names);
            var corpus = corpora.AsSpan((int)group[s].Corpus * sizes.Names, sizes.Names);
            TensorPrimitives.Add(corpus, own, corpus);
            if (group[s].NameStarts.Length == 0) return;
            foreach (var row in group[s].NameRows.AsSpan(group[s].NameStarts[w]..group[s].NameStarts[w + 1]))
            {
                var to = gradient.AsSpan(row * sizes.Names, sizes.Names);
                TensorPrimitives.Add(to, own, to);
            }
        });
    }

    private void ScoreArcs(int s, int dependent, Span<float> scores)
    {
        var query = tree.AsSpan((words.Starts[s] + dependent) * sizes.Tree, sizes.Arc);
        for (var h = 0; h < scores.Length; h++)
        {
            scores[h] =
                h == dependent
                    ? -1e9f
                    : TensorPrimitives.Dot(query, tree.AsSpan((words.Starts[s] + h) * sizes.Tree + sizes.Arc, sizes.Arc))
                        + encoder.ArcDistances.Values[NetworkShape.ArcDistance(dependent, h)];
        }
    }

    private double LearnArcs()
    {
        var (loss, arc) = (0.0, sizes.Arc);
        var distances = encoder.ArcDistances.Gradient(worker);
        ForWords((s, w, place) =>
        {
            if (group[s].Heads is not { } heads) return;
            var scores = arcs.AsSpan(0, group[s].Words + 1);
            ScoreArcs(s, w + 1, scores);
            loss -= SoftMax(scores, heads[w]);
            var query = tree.AsSpan(place * sizes.Tree, arc);
            var queryBack = treeBack.AsSpan(place * sizes.Tree, arc);
            for (var h = 0; h < scores.Length; h++)
            {
                if (scores[h] is > -1e-6f and < 1e-6f) continue;
                var key = (words.Starts[s] + h) * sizes.Tree + arc;
                TensorPrimitives.MultiplyAdd(tree.AsSpan(key, arc), scores[h], queryBack, queryBack);
                TensorPrimitives.MultiplyAdd(query, scores[h], treeBack.AsSpan(key, arc), treeBack.AsSpan(key, arc));
                distances[NetworkShape.ArcDistance(w + 1, h)] += scores[h];
            }
        });
        return loss;
    }

    private void ScoreRelations(Func<int, int[]?> headsOf)
    {
        var size = sizes.Relation;
        parts.AsSpan(0, words.Whole * size).Clear();
        ForWords((s, w, place) =>
        {
            if (headsOf(s) is not { } heads) return;
            var sum = parts.AsSpan(place * size, size);
            var head = words.Starts[s] + heads[w] + 1;
            TensorPrimitives.Add(
                tree.AsSpan(place * sizes.Tree + 2 * sizes.Arc, size), tree.AsSpan(head * sizes.Tree + 2 * sizes.Arc + size, size), sum
            );
            TensorPrimitives.Add(sum, encoder.RelationDistances.Values.AsSpan(NetworkShape.RelationDistance(w, heads[w]) * size, size), sum);
        });
        Bend(parts, slopes, words.Count * size);
        encoder.Relations.Forward(parts, relations, words.Whole);
    }

    private double LearnRelations()
    {
        var (loss, size, outputs) = (0.0, sizes.Relation, sizes.RelationOutputs);
        var heads = group.Select(g => g.Heads?.Select(h => h - 1).ToArray()).ToArray();
        ScoreRelations(s => heads[s]);
        for (var s = 0; s < group.Length; s++) relations.AsSpan(words.Starts[s] * outputs, outputs).Clear();
        ForWords((s, w, place) =>
        {
            var row = relations.AsSpan(place * outputs, outputs);
            if (heads[s] is null)
            {
                row.Clear();
                return;
            }

            loss -= SoftMax(row[..sizes.Relations], group[s].Relations[w]);
            row[sizes.Relations..].Clear();
        });
        encoder.Relations.Backward(worker, parts, relations, partsBack, words.Count);
        TensorPrimitives.Multiply(partsBack.AsSpan(0, words.Count * size), slopes.AsSpan(0, words.Count * size), partsBack);
        var distances = encoder.RelationDistances.Gradient(worker);
        ForWords((s, w, place) =>
        {
            if (heads[s] is not { } tops) return;
            var own = partsBack.AsSpan(place * size, size);
            var dependent = treeBack.AsSpan(place * sizes.Tree + 2 * sizes.Arc, size);
            TensorPrimitives.Add(dependent, own, dependent);
            var head = treeBack.AsSpan((words.Starts[s] + tops[w] + 1) * sizes.Tree + 2 * sizes.Arc + size, size);
            TensorPrimitives.Add(head, own, head);
            var distance = distances.AsSpan(NetworkShape.RelationDistance(w, tops[w]) * size, size);
            TensorPrimitives.Add(distance, own, distance);
        });
        return loss;
    }

    /// <summary>Turns scores into the gradient of the loss, probability less one where right; the logarithm of the right one's probability.</summary>
    private static double SoftMax(Span<float> scores, int gold)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
        var log = Math.Log(Math.Max(scores[gold], 1e-20f));
        scores[gold] -= 1;
        return log;
    }

    /// <summary>Every sentence's number, each of its words and the word's place.</summary>
    private void ForWords(Action<int, int, int> action)
    {
        for (var s = 0; s < group.Length; s++)
        {
            for (var w = 0; w < group[s].Words; w++) action(s, w, words.Starts[s] + 1 + w);
        }
    }

    private void Reserve()
    {
        var longest = group.Max(g => g.Words) + 1;
        if (arcs.Length < longest) arcs = new float[longest * 2];
        if (tags.Length >= words.Whole * sizes.TagOutputs) return;
        var most = words.Whole * 5 / 4;
        (tags, relations, nameScores) = (
            new float[most * sizes.TagOutputs], new float[most * sizes.RelationOutputs], new float[most * EncoderSizes.NameOutputs]
        );
        (tree, treeBack, extra) = (new float[most * sizes.Tree], new float[most * sizes.Tree], new float[most * sizes.Width]);
        (parts, slopes, partsBack) = (new float[most * sizes.Relation], new float[most * sizes.Relation], new float[most * sizes.Relation]);
        (names, nameSlopes, namesBack) = (new float[most * sizes.Names], new float[most * sizes.Names], new float[most * sizes.Names]);
    }
}

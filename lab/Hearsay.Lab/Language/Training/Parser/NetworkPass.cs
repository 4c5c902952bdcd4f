using System.Numerics.Tensors;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Parser;

/// <summary>One worker's way through the network and back for a group of sentences: the loss, and its gradient by back-propagation.</summary>
internal sealed class NetworkPass(TrainedNetwork network, int worker, float leftOut, float wordsLeftOut)
{
    private const float TagWeight = 0.3f;
    private readonly NetworkShape shape = network.Shape;
    private readonly List<float[]> free = [];
    private readonly List<float[]> lent = [];
    private Random random = new(0);
    private TrainingSentence[] sentences = [];
    private int[] starts = [];
    private int places;

    /// <summary>
    /// Adds the gradient of the group's loss to the parameters'; the summed loss. <paramref name="seed"/> decides what is left out.
    /// </summary>
    public double Learn(TrainingSentence[] group, int seed)
    {
        random = new Random(seed);
        sentences = group;
        starts = new int[group.Length];
        places = 0;
        for (var i = 0; i < group.Length; i++)
        {
            starts[i] = places;
            places += group[i].Count + 1;
        }

        var words = Lend(places * shape.Embedding);
        var (rows, vectors) = Embed(words);
        var wordMask = Mask(words, shape.Embedding);
        var residual = Lend(places * shape.Width);
        MatrixProduct.Multiply(words, shape.Embedding, 1, network.Widening.Values, residual, places, shape.Embedding, shape.Width);
        var passes = new List<LayerPass>();
        var input = words;
        for (var l = 0; l < shape.Layers; l++)
        {
            var pass = Forward(l, input, l == 0 ? residual : input);
            passes.Add(pass);
            input = pass.Output;
        }

        var heads = Lend(places * shape.Heads);
        Spread(network.Heads.Offsets.Values, heads);
        MatrixProduct.Multiply(input, shape.Width, 1, network.Heads.Weights.Values, heads, places, shape.Width, shape.Heads, add: true);
        var headsBack = Lend(places * shape.Heads, clear: true);
        var loss = Arcs(heads, headsBack) + Relations(heads, headsBack);

        SumRows(headsBack, network.Heads.Offsets.Gradient(worker));
        var back = Back(input, headsBack, network.Heads.Weights, shape.Width, shape.Heads);
        loss += Tags(input, back);
        for (var l = shape.Layers - 1; l >= 0; l--) back = Backward(l, passes[l], back, l == 0 ? words : passes[l - 1].Output);
        for (var i = 0; i < back.Length && i < places * shape.Embedding; i++) back[i] *= wordMask[i];
        EmbedBack(rows, vectors, back);
        free.AddRange(lent);
        lent.Clear();
        return loss;
    }

    private sealed record LayerPass(float[] Gates, float[] Residual, float[] Cells, float[] Curved, float[] Output, float[] Mask);

    private float[] Lend(int size, bool clear = false)
    {
        var at = free.FindIndex(f => f.Length >= size && f.Length <= size * 2);
        var buffer = at >= 0 ? free[at] : new float[size];
        if (at >= 0) free.RemoveAt(at);
        lent.Add(buffer);
        if (clear && at >= 0) buffer.AsSpan(0, size).Clear();
        return buffer;
    }

    /// <summary>
    /// Leaves the same numbers of every word of a sentence out, and scales the others up (Gal and Ghahramani 2016); what each number was multiplied
    /// by.
    /// </summary>
    private float[] Mask(float[] numbers, int width)
    {
        var mask = Lend(places * width);
        for (var s = 0; s < sentences.Length; s++)
        {
            var first = mask.AsSpan(starts[s] * width, width);
            for (var i = 0; i < width; i++) first[i] = random.NextSingle() < leftOut ? 0 : 1 / (1 - leftOut);
            for (var t = 1; t <= sentences[s].Count; t++) first.CopyTo(mask.AsSpan((starts[s] + t) * width, width));
        }

        TensorPrimitives.Multiply(numbers.AsSpan(0, places * width), mask.AsSpan(0, places * width), numbers.AsSpan(0, places * width));
        return mask;
    }

    private (int[] Rows, float[] Vectors) Embed(float[] words)
    {
        var (size, vocabulary) = (shape.Embedding, network.Vocabulary);
        var rows = new int[places * WordRows.Groups];
        var vectors = Lend(places * network.VectorSize, clear: true);
        for (var s = 0; s < sentences.Length; s++)
        {
            network.Root.Values.CopyTo(words, starts[s] * size);
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var place = starts[s] + 1 + i;
                var own = rows.AsSpan(place * WordRows.Groups, WordRows.Groups);
                sentences[s].Rows.AsSpan(i * WordRows.Groups, WordRows.Groups).CopyTo(own);
                var word = own[0];
                // Rare words are often taken for unknown ones, so that the row of unknown words learns what these are like; now and then any word, or
                // its vector or tag, is not seen.
                own[0] =
                    random.NextDouble() < 0.25 / (vocabulary.Counts[word] + 0.25) || random.NextSingle() < wordsLeftOut
                        ? 0
                        : vocabulary.Trained[word];
                if (random.NextSingle() >= wordsLeftOut) vocabulary.Vectors[word].CopyTo(vectors, place * network.VectorSize);
                if (random.NextSingle() < wordsLeftOut) own[1] = 255;
                var to = words.AsSpan(place * size, size);
                to.Clear();
                for (var g = 0; g < WordRows.Groups; g++) TensorPrimitives.Add(to, network.Rows[g].Values.AsSpan(own[g] * size, size), to);
            }
        }

        // The root's vector is zero, and so is what it adds.
        MatrixProduct.Multiply(vectors, network.VectorSize, 1, network.FromVectors.Values, words, places, network.VectorSize, size, add: true);
        return (rows, vectors);
    }

    private void EmbedBack(int[] rows, float[] vectors, float[] back)
    {
        var size = shape.Embedding;
        MatrixProduct.Multiply(
            vectors, 1, network.VectorSize, back, network.FromVectors.Gradient(worker), network.VectorSize, places, size,
            add: true
        );
        for (var s = 0; s < sentences.Length; s++)
        {
            var root = network.Root.Gradient(worker).AsSpan();
            TensorPrimitives.Add(root, back.AsSpan(starts[s] * size, size), root);
            for (var place = starts[s] + 1; place <= starts[s] + sentences[s].Count; place++)
            {
                var own = back.AsSpan(place * size, size);
                for (var g = 0; g < WordRows.Groups; g++)
                {
                    var to = network.Rows[g].Row(worker, rows[place * WordRows.Groups + g]);
                    TensorPrimitives.Add(to, own, to);
                }
            }
        }
    }

    private LayerPass Forward(int l, float[] input, float[] residual)
    {
        var gates = Lend(places * shape.Gates);
        var (cells, curved, output) = (Lend(places * shape.Width), Lend(places * shape.Width), Lend(places * shape.Width));
        Spread(network.Layers[l].Offsets.Values, gates);
        MatrixProduct.Multiply(input, shape.Input(l), 1, network.Layers[l].Weights.Values, gates, places, shape.Input(l), shape.Gates, add: true);
        for (var s = 0; s < sentences.Length; s++)
        {
            var (count, at, w) = (sentences[s].Count + 1, starts[s] * shape.Width, (sentences[s].Count + 1) * shape.Width);
            NetworkLayer.Recur(
                gates.AsSpan(starts[s] * shape.Gates, count * shape.Gates), residual.AsSpan(at, w), cells.AsSpan(at, w), curved.AsSpan(at, w),
                output.AsSpan(at, w), count, shape.State
            );
        }

        return new LayerPass(gates, residual, cells, curved, output, Mask(output, shape.Width));
    }

    /// <summary>From the gradient of a layer's output to that of its input.</summary>
    private float[] Backward(int l, LayerPass pass, float[] back, float[] input)
    {
        var (d, width, gates) = (shape.State, shape.Width, shape.Gates);
        var gatesBack = Lend(places * gates);
        var residualBack = Lend(places * width);
        TensorPrimitives.Multiply(back.AsSpan(0, places * width), pass.Mask.AsSpan(0, places * width), back.AsSpan(0, places * width));
        var carried = new float[d];
        for (var s = 0; s < sentences.Length; s++)
        {
            var last = starts[s] + sentences[s].Count;
            for (var direction = 0; direction < 2; direction++)
            {
                Array.Clear(carried);
                for (var k = 0; k <= sentences[s].Count; k++)
                {
                    // Back through time: from where the recurrence ended to where it began.
                    var t = direction == 0 ? last - k : starts[s] + k;
                    var before = direction == 0 ? (t > starts[s] ? t - 1 : -1) : (t < last ? t + 1 : -1);
                    var (g, w) = (t * gates + direction * 3 * d, t * width + direction * d);
                    for (var i = 0; i < d; i++)
                    {
                        var (x, f, o) = (pass.Gates[g + i], pass.Gates[g + d + i], pass.Gates[g + 2 * d + i]);
                        var (curved, dy) = (pass.Curved[w + i], back[w + i]);
                        residualBack[w + i] = dy * (1 - o);
                        gatesBack[g + 2 * d + i] = dy * (curved - pass.Residual[w + i]) * o * (1 - o);
                        var dc = dy * o * (1 - curved * curved) + carried[i];
                        var cell = before < 0 ? 0 : pass.Cells[before * width + direction * d + i];
                        gatesBack[g + d + i] = dc * (cell - x) * f * (1 - f);
                        gatesBack[g + i] = dc * (1 - f);
                        carried[i] = dc * f;
                    }
                }
            }
        }

        SumRows(gatesBack, network.Layers[l].Offsets.Gradient(worker));
        var inputBack = Back(input, gatesBack, network.Layers[l].Weights, shape.Input(l), gates);
        if (l > 0)
        {
            TensorPrimitives.Add(inputBack.AsSpan(0, places * width), residualBack.AsSpan(0, places * width), inputBack.AsSpan(0, places * width));
            return inputBack;
        }

        var wide = Back(input, residualBack, network.Widening, shape.Embedding, width);
        TensorPrimitives.Add(
            inputBack.AsSpan(0, places * shape.Embedding),
            wide.AsSpan(0, places * shape.Embedding),
            inputBack.AsSpan(0, places * shape.Embedding)
        );
        return inputBack;
    }

    /// <summary>Back through a product: the gradient of the weights is added to, that of the input returned.</summary>
    private float[] Back(float[] input, float[] outputBack, Parameter weights, int rows, int columns)
    {
        MatrixProduct.Multiply(input, 1, rows, outputBack, weights.Gradient(worker), rows, places, columns, add: true);
        var turned = Lend(rows * columns);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++) turned[c * rows + r] = weights.Values[r * columns + c];
        }

        var back = Lend(places * rows);
        MatrixProduct.Multiply(outputBack, columns, 1, turned, back, places, columns, rows);
        return back;
    }

    private void SumRows(float[] numbers, float[] sums)
    {
        for (var t = 0; t < places; t++) TensorPrimitives.Add(sums, numbers.AsSpan(t * sums.Length, sums.Length), sums);
    }

    private void Spread(float[] row, float[] to)
    {
        for (var t = 0; t < places; t++) row.CopyTo(to, t * row.Length);
    }

    private double Arcs(float[] heads, float[] headsBack)
    {
        var (loss, arc, stride) = (0.0, shape.Arc, shape.Heads);
        var row = new float[sentences.Max(s => s.Count) + 1];
        var distances = network.ArcDistances.Gradient(worker);
        for (var s = 0; s < sentences.Length; s++)
        {
            var count = sentences[s].Count + 1;
            for (var dependent = 1; dependent < count; dependent++)
            {
                var scores = row.AsSpan(0, count);
                var query = heads.AsSpan((starts[s] + dependent) * stride, arc);
                for (var h = 0; h < count; h++)
                {
                    scores[h] =
                        h == dependent
                            ? -1e9f
                            : TensorPrimitives.Dot(query, heads.AsSpan((starts[s] + h) * stride + arc, arc))
                                + network.ArcDistances.Values[NetworkShape.ArcDistance(dependent, h)];
                }

                var gold = sentences[s].Heads[dependent - 1];
                loss -= SoftMax(scores, gold);
                var queryBack = headsBack.AsSpan((starts[s] + dependent) * stride, arc);
                for (var h = 0; h < count; h++)
                {
                    if (scores[h] is > -1e-7f and < 1e-7f) continue;
                    TensorPrimitives.MultiplyAdd(heads.AsSpan((starts[s] + h) * stride + arc, arc), scores[h], queryBack, queryBack);
                    var keyBack = headsBack.AsSpan((starts[s] + h) * stride + arc, arc);
                    TensorPrimitives.MultiplyAdd(query, scores[h], keyBack, keyBack);
                    distances[NetworkShape.ArcDistance(dependent, h)] += scores[h];
                }
            }
        }

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

    private double Relations(float[] heads, float[] headsBack)
    {
        var (size, outputs, first) = (shape.Relation, shape.Outputs, 2 * shape.Arc);
        var parts = Lend(places * size, clear: true);
        var slopes = Lend(places * size, clear: true);
        float[] kept = [.. Enumerable.Repeat(1f, size)];
        ForWords((place, head, distance, _) =>
        {
            for (var i = 0; i < size && place % 4 == 1; i++) kept[i] = random.NextSingle() < leftOut ? 0 : 1 / (1 - leftOut);

            for (var i = 0; i < size; i++)
            {
                var sum =
                    heads[place * shape.Heads + first + i]
                    + heads[head * shape.Heads + first + size + i]
                    + network.RelationDistances.Values[distance * size + i];
                slopes[place * size + i] = kept[i] * (sum > 0 ? 1 : NetworkShape.Slope);
                parts[place * size + i] = sum * slopes[place * size + i];
            }
        });
        var scores = Lend(places * outputs);
        Spread(network.Outputs.Offsets.Values, scores);
        MatrixProduct.Multiply(parts, size, 1, network.Outputs.Weights.Values, scores, places, size, outputs, add: true);
        var loss = 0.0;
        for (var s = 0; s < sentences.Length; s++) scores.AsSpan(starts[s] * outputs, outputs).Clear();
        ForWords((place, _, _, relation) =>
        {
            var row = scores.AsSpan(place * outputs, outputs);
            loss -= SoftMax(row[..shape.Relations], relation);
            row[shape.Relations..].Clear();
        });
        SumRows(scores, network.Outputs.Offsets.Gradient(worker));
        var back = Back(parts, scores, network.Outputs.Weights, size, outputs);
        ForWords((place, head, distance, _) =>
        {
            for (var i = 0; i < size; i++)
            {
                var own = back[place * size + i] * slopes[place * size + i];
                headsBack[place * shape.Heads + first + i] += own;
                headsBack[head * shape.Heads + first + size + i] += own;
                network.RelationDistances.Gradient(worker)[distance * size + i] += own;
            }
        });
        return loss;
    }

    /// <summary>Learns the tags from the last layer; adds to the gradient of its output.</summary>
    private double Tags(float[] input, float[] inputBack)
    {
        var outputs = shape.TagOutputs;
        var scores = Lend(places * outputs);
        Spread(network.Tags.Offsets.Values, scores);
        MatrixProduct.Multiply(input, shape.Width, 1, network.Tags.Weights.Values, scores, places, shape.Width, outputs, add: true);
        var loss = 0.0;
        for (var s = 0; s < sentences.Length; s++)
        {
            scores.AsSpan(starts[s] * outputs, outputs).Clear();
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var row = scores.AsSpan((starts[s] + 1 + i) * outputs, outputs);
                loss -= TagWeight * SoftMax(row[..shape.Tags], sentences[s].Tags[i]);
                row[shape.Tags..].Clear();
            }
        }

        TensorPrimitives.Multiply(scores.AsSpan(0, places * outputs), TagWeight, scores.AsSpan(0, places * outputs));
        SumRows(scores, network.Tags.Offsets.Gradient(worker));
        var back = Back(input, scores, network.Tags.Weights, shape.Width, outputs);
        TensorPrimitives.Add(
            inputBack.AsSpan(0, places * shape.Width),
            back.AsSpan(0, places * shape.Width),
            inputBack.AsSpan(0, places * shape.Width)
        );
        return loss;
    }

    /// <summary>Every word's place, the place of its head, their distance's place and the word's relation.</summary>
    private void ForWords(Action<int, int, int, int> action)
    {
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var head = sentences[s].Heads[i];
                action(starts[s] + 1 + i, starts[s] + head, NetworkShape.RelationDistance(i, head - 1), sentences[s].Relations[i]);
            }
        }
    }
}

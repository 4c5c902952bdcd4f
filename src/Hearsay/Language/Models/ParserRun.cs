using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// Computes with a <see cref="ParserNetwork"/>: sentences are added, then parsed together, so that the weights are read once for all of them. Its buffers are used again.
/// Every sentence's result is the same whatever is parsed with it.
/// </summary>
internal sealed class ParserRun(ParserNetwork network)
{
    private readonly NetworkShape shape = network.Shape;
    private readonly List<int> counts = [];
    private int places;
    private int room;
    private int[] rows = new int[64 * WordRows.Groups];
    private float[] words = [];
    private float[] layer = [];
    private float[] gates = [];
    private float[] cells = [];
    private float[] curved = [];
    private float[] residual = [];
    private float[] heads = [];
    private float[] keys = [];
    private float[] scores = [];
    private float[] parts = [];
    private float[] relations = [];
    private float[] tagScores = [];

    /// <summary>Forgets all sentences.</summary>
    public void Clear()
    {
        counts.Clear();
        places = 0;
    }

    /// <summary>Adds a sentence with the tags that the tagger gave it, word by word.</summary>
    public void Add(WordTable sentence, ReadOnlySpan<byte> tags)
    {
        if (rows.Length < (places + sentence.Count + 1) * WordRows.Groups) Array.Resize(ref rows, (places + sentence.Count + 1) * WordRows.Groups * 2);
        // The root comes first; its rows are not looked at.
        WordRows.Fill(sentence, tags, network.Vocabulary, rows.AsSpan((places + 1) * WordRows.Groups));
        counts.Add(sentence.Count);
        places += sentence.Count + 1;
    }

    /// <summary>
    /// Writes, sentence behind sentence, each word's head (counted from 0 within its sentence, -1 for the root), the number of its relation, and its tag as the whole sentence tells.
    /// </summary>
    public void Parse(Span<byte> tags, Span<int> headsOut, Span<byte> labels)
    {
        Reserve();
        Embed();
        Encode();
        var (start, word) = (0, 0);
        foreach (var count in counts)
        {
            var tree = headsOut.Slice(word, count);
            if (count > 0)
            {
                ScoreArcs(start, count + 1);
                SpanningTree.Find(scores, MatrixProduct.Padded(count + 1), count, tree);
            }

            AddParts(start, count, word, tree);
            start += count + 1;
            word += count;
        }

        NameRelations(word, labels);
        SetTags(tags);
    }

    /// <summary>For each word of a sentence whether it stands inside quotation marks.</summary>
    public bool[] Quoted(int sentence)
    {
        var first = counts.Take(sentence).Sum() + sentence + 1;
        return [.. Enumerable.Range(first, counts[sentence]).Select(place => rows[place * WordRows.Groups + WordRows.Groups - 1] > 0)];
    }

    private void Reserve()
    {
        var longest = MatrixProduct.Padded(counts.Max() + 1);
        if (scores.Length < longest * longest) (keys, scores) = (new float[shape.Arc * longest], new float[longest * longest]);
        if (room >= places) return;
        var most = room = Math.Max(places * 3 / 2, 64);
        (words, layer) = (new float[most * shape.Embedding], new float[most * shape.Width]);
        (gates, cells, curved, residual) = (new float[most * shape.Gates], new float[most * shape.Width], new float[most * shape.Width], new float[most * shape.Width]);
        (heads, parts, relations, tagScores) = (new float[most * shape.Heads], new float[most * shape.Relation], new float[most * shape.Outputs], new float[most * shape.TagOutputs]);
    }

    private void Embed()
    {
        var place = 0;
        foreach (var count in counts)
        {
            network.Root.CopyTo(words, place++ * shape.Embedding);
            for (var i = 0; i < count; i++) Embed(place++);
        }
    }

    private void Embed(int place)
    {
        var size = shape.Embedding;
        var to = words.AsSpan(place * size, size);
        to.Clear();
        for (var group = 0; group < WordRows.Groups; group++)
        {
            var row = network.Table.AsSpan(network.Starts[group] + rows[place * WordRows.Groups + group] * size, size);
            var scale = Vector256.Create(network.Scales[group]);
            for (var k = 0; k < size; k += 8)
            {
                var numbers = Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(row[k..]))).AsSByte()).ToVector256()));
                Vector256.FusedMultiplyAdd(numbers, scale, Vector256.Create<float>(to[k..])).CopyTo(to[k..]);
            }
        }
    }

    /// <summary>Runs all layers over the roots and the words.</summary>
    private void Encode()
    {
        MatrixProduct.Multiply(words, shape.Embedding, 1, network.Widening, residual, places, shape.Embedding, shape.Width);
        for (var l = 0; l < shape.Layers; l++)
        {
            var (input, size) = l == 0 ? (words, shape.Embedding) : (layer, shape.Width);
            if (l > 0) layer.AsSpan(0, places * shape.Width).CopyTo(residual);
            Spread(network.Layers[l].Offsets, gates, places);
            MatrixProduct.Multiply(input, size, 1, network.Layers[l].Weights, gates, places, size, shape.Gates, add: true);
            var start = 0;
            foreach (var count in counts)
            {
                var (at, length) = (start * shape.Width, (count + 1) * shape.Width);
                NetworkLayer.Recur(gates.AsSpan(start * shape.Gates, (count + 1) * shape.Gates), residual.AsSpan(at, length), cells.AsSpan(at, length), curved.AsSpan(at, length), layer.AsSpan(at, length), count + 1, shape.State);
                start += count + 1;
            }
        }

        Spread(network.Heads.Offsets, heads, places);
        MatrixProduct.Multiply(layer, shape.Width, 1, network.Heads.Weights, heads, places, shape.Width, shape.Heads, add: true);
    }

    private static void Spread(float[] row, float[] to, int places)
    {
        for (var i = 0; i < places; i++) row.CopyTo(to, i * row.Length);
    }

    private void ScoreArcs(int start, int size)
    {
        var stride = MatrixProduct.Padded(size);
        for (var i = 0; i < stride; i++)
        {
            for (var k = 0; k < shape.Arc; k++) keys[k * stride + i] = i < size ? heads[(start + i) * shape.Heads + shape.Arc + k] : 0;
        }

        for (var d = 0; d < size; d++)
        {
            for (var h = 0; h < size; h++) scores[d * stride + h] = network.ArcDistances[NetworkShape.ArcDistance(d, h)];
            scores.AsSpan(d * stride + size, stride - size).Clear();
        }

        MatrixProduct.Multiply(heads.AsSpan(start * shape.Heads), shape.Heads, 1, keys, scores, size, shape.Arc, stride, add: true);
    }

    /// <summary>Adds up, for every word of a sentence, its own part, its head's and their distance's, from which the relation is told.</summary>
    private void AddParts(int start, int count, int word, ReadOnlySpan<int> tree)
    {
        var size = shape.Relation;
        var slope = new Vector<float>(NetworkShape.Slope);
        for (var i = 0; i < count; i++)
        {
            var dependent = heads.AsSpan((start + i + 1) * shape.Heads + 2 * shape.Arc, size);
            var head = heads.AsSpan((start + tree[i] + 1) * shape.Heads + 2 * shape.Arc + size, size);
            var distance = network.RelationDistances.AsSpan(NetworkShape.RelationDistance(i, tree[i]) * size, size);
            var to = parts.AsSpan((word + i) * size, size);
            for (var k = 0; k < size; k += Vector<float>.Count)
            {
                var sum = new Vector<float>(dependent[k..]) + new Vector<float>(head[k..]) + new Vector<float>(distance[k..]);
                Vector.Max(sum, sum * slope).CopyTo(to[k..]);
            }
        }
    }

    private void NameRelations(int count, Span<byte> labels)
    {
        Spread(network.Outputs.Offsets, relations, count);
        MatrixProduct.Multiply(parts, shape.Relation, 1, network.Outputs.Weights, relations, count, shape.Relation, shape.Outputs, add: true);
        for (var i = 0; i < count; i++) labels[i] = (byte)TensorPrimitives.IndexOfMax<float>(relations.AsSpan(i * shape.Outputs, shape.Relations));
    }

    private void SetTags(Span<byte> tags)
    {
        Spread(network.Tags.Offsets, tagScores, places);
        MatrixProduct.Multiply(layer, shape.Width, 1, network.Tags.Weights, tagScores, places, shape.Width, shape.TagOutputs, add: true);
        var (place, word) = (0, 0);
        foreach (var count in counts)
        {
            place++;
            for (var i = 0; i < count; i++) tags[word++] = (byte)TensorPrimitives.IndexOfMax<float>(tagScores.AsSpan(place++ * shape.TagOutputs, shape.Tags));
        }
    }
}

using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// Computes with a <see cref="ParserNetwork"/>: sentences are added, then parsed together, so that the weights are read once for all of them. Its
/// buffers are used again. Every sentence's result is the same whatever is parsed with it.
/// </summary>
internal sealed class ParserRun(ParserNetwork network)
{
    private readonly NetworkShape shape = network.Shape;
    private readonly float[] none = new float[network.Shape.Width];
    private readonly List<int> counts = [];
    private int places;
    private int room;
    private int[] rows = new int[64 * WordRows.Groups];
    private float[] words = [];
    private float[] layer = [];
    private float[] gates = [];
    private float[] cells = [];
    private float[] curved = [];
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
        if (rows.Length < (places + sentence.Count + 1) * WordRows.Groups)
            Array.Resize(ref rows, (places + sentence.Count + 1) * WordRows.Groups * 2);
        // The root comes first; its rows are not looked at.
        WordRows.Fill(sentence, tags, network.Vocabulary, rows.AsSpan((places + 1) * WordRows.Groups));
        counts.Add(sentence.Count);
        places += sentence.Count + 1;
    }

    /// <summary>
    /// Writes, sentence behind sentence, each word's head (counted from 0 within its sentence, -1 for the root), the number of its relation, and its
    /// tag as the whole sentence tells.
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

    private void Reserve()
    {
        var longest = MatrixProduct.Padded(counts.Max() + 1);
        if (scores.Length < longest * longest) (keys, scores) = (new float[shape.Arc * longest], new float[longest * longest]);
        if (room >= Whole(places)) return;
        var most = room = Whole(Math.Max(places * 3 / 2, 64));
        (words, layer) = (new float[most * shape.Embedding], new float[most * shape.Width]);
        (gates, cells, curved) = (new float[most * shape.Gates], new float[most * shape.Width], new float[most * shape.Width]);
        (parts, relations, tagScores) = (new float[most * shape.Relation], new float[most * shape.Outputs], new float[most * shape.TagOutputs]);
        // The last sentence's rows are made whole too, from where it begins.
        heads = new float[(most + MatrixProduct.Rows) * shape.Heads];
    }

    /// <summary>So many rows that matrices are multiplied quickest; what the added ones give is not looked at.</summary>
    private static int Whole(int rows) => (rows + MatrixProduct.Rows - 1) / MatrixProduct.Rows * MatrixProduct.Rows;

    private void Embed()
    {
        var place = 0;
        foreach (var count in counts)
        {
            network.Root.CopyTo(words, place++ * shape.Embedding);
            for (var i = 0; i < count; i++) Embed(place++);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Embed(int place)
    {
        var size = shape.Embedding;
        ref var table = ref MemoryMarshal.GetArrayDataReference(network.Table);
        ref var to = ref MemoryMarshal.GetReference(words.AsSpan(place * size, size));
        Span<int> starts = stackalloc int[WordRows.Groups];
        for (var group = 0; group < WordRows.Groups; group++) starts[group] = network.Starts[group] + rows[place * WordRows.Groups + group] * size;
        for (var k = 0; k < size; k += 8)
        {
            var sum = Vector256<float>.Zero;
            for (var group = 0; group < WordRows.Groups; group++)
            {
                var bytes = Vector128
                    .CreateScalar(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref table, starts[group] + k))))
                    .AsSByte();
                var numbers = Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256()));
                sum = Vector256.FusedMultiplyAdd(numbers, Vector256.Create(network.Scales[group]), sum);
            }

            sum.StoreUnsafe(ref to, (nuint)k);
        }
    }

    /// <summary>Runs all layers over the roots and the words.</summary>
    private void Encode()
    {
        var count = Whole(places);
        MatrixProduct.Multiply(words, network.Matrices.Widening, none, layer, count, shape.Embedding);
        for (var l = 0; l < shape.Layers; l++)
        {
            MatrixProduct.Multiply(l == 0 ? words : layer, network.Matrices.Layers[l], network.Layers[l].Offsets, gates, count, shape.Input(l));
            var start = 0;
            foreach (var length in counts.Select(n => n + 1))
            {
                var (at, size) = (start * shape.Width, length * shape.Width);
                var own = layer.AsSpan(at, size);
                NetworkLayer.Recur(
                    gates.AsSpan(start * shape.Gates, length * shape.Gates), own, cells.AsSpan(at, size), curved.AsSpan(at, size), own, length,
                    shape.State
                );
                start += length;
            }
        }

        MatrixProduct.Multiply(layer, network.Matrices.Heads, network.Heads.Offsets, heads, count, shape.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

        MatrixProduct.Multiply(heads.AsSpan(start * shape.Heads), shape.Heads, 1, keys, scores, Whole(size), shape.Arc, stride, add: true);
    }

    /// <summary>Adds up, for every word of a sentence, its own part, its head's and their distance's, from which the relation is told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        MatrixProduct.Multiply(parts, network.Matrices.Outputs, network.Outputs.Offsets, relations, Whole(count), shape.Relation);
        for (var i = 0; i < count; i++) labels[i] = (byte)TensorPrimitives.IndexOfMax<float>(relations.AsSpan(i * shape.Outputs, shape.Relations));
    }

    private void SetTags(Span<byte> tags)
    {
        MatrixProduct.Multiply(layer, network.Matrices.Tags, network.Tags.Offsets, tagScores, Whole(places), shape.Width);
        var (place, word) = (0, 0);
        foreach (var count in counts)
        {
            place++;
            for (var i = 0; i < count; i++)
                tags[word++] = (byte)TensorPrimitives.IndexOfMax<float>(tagScores.AsSpan(place++ * shape.TagOutputs, shape.Tags));
        }
    }
}

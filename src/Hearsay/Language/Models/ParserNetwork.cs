using System.Runtime.InteropServices;

namespace Hearsay.Language.Models;

/// <summary>The weights of the parser's network; <see cref="ParserRun"/> computes with them.</summary>
internal sealed class ParserNetwork
{
    private readonly Lazy<(SortedHashes Vocabulary, int[] Starts)> places;

    private readonly Lazy<ParserMatrices> matrices;

    public ParserNetwork() => (places, matrices) = (new(FindPlaces), new(() => ParserMatrices.Of(this)));

    public required NetworkShape Shape { get; init; }

    /// <summary>The names of the relations, by number.</summary>
    public required string[] Relations { get; init; }

    /// <summary>The known words, in rising order of the hashes of their lower-case forms.</summary>
    public required uint[] Words { get; init; }

    /// <summary>
    /// The rows of every group of <see cref="WordRows"/>, one group behind the other, <see cref="NetworkShape.Embedding"/> numbers each, in units of
    /// <see cref="Scales"/>.
    /// </summary>
    public required sbyte[] Table { get; init; }

    /// <summary>The unit of each group.</summary>
    public required float[] Scales { get; init; }

    /// <summary>The place above every sentence.</summary>
    public required float[] Root { get; init; }

    /// <summary>For each layer the weights (input x gates) and the offsets of its gates.</summary>
    public required (float[] Weights, float[] Offsets)[] Layers { get; init; }

    /// <summary>Brings the words' numbers to the width of a layer.</summary>
    public required float[] Widening { get; init; }

    /// <summary>From the last layer to queries, keys, and both parts for relations; with offsets.</summary>
    public required (float[] Weights, float[] Offsets) Heads { get; init; }

    /// <summary>What a distance adds to the score of an arc (<see cref="NetworkShape.ArcDistance"/>).</summary>
    public required float[] ArcDistances { get; init; }

    /// <summary>
    /// What a distance adds before relations are told apart (<see cref="NetworkShape.RelationDistance"/>), <see cref="NetworkShape.Relation"/>
    /// numbers each.
    /// </summary>
    public required float[] RelationDistances { get; init; }

    /// <summary>From the parts for relations to the relations; with offsets.</summary>
    public required (float[] Weights, float[] Offsets) Outputs { get; init; }

    /// <summary>From the last layer to the tag classes; with offsets.</summary>
    public required (float[] Weights, float[] Offsets) Tags { get; init; }

    /// <summary>Where a known word's hash lies.</summary>
    public SortedHashes Vocabulary => places.Value.Vocabulary;

    /// <summary>Where each group of rows begins in <see cref="Table"/>.</summary>
    public int[] Starts => places.Value.Starts;

    /// <summary>The weights as they are multiplied with.</summary>
    public ParserMatrices Matrices => matrices.Value;

    public void Write(BinaryWriter writer)
    {
        foreach (var size in new[] { Shape.Embedding, Shape.State, Shape.Layers, Shape.Arc, Shape.Relation }) writer.Write((ushort)size);
        writer.Write((ushort)Shape.Tags);
        writer.Write((ushort)Relations.Length);
        foreach (var relation in Relations) writer.Write(relation);
        writer.Write(Words.Length);
        var last = 0u;
        foreach (var word in Words)
        {
            writer.Write7BitEncodedInt((int)(word - last));
            last = word;
        }

        foreach (var scale in Scales) writer.Write(scale);
        writer.Write(MemoryMarshal.AsBytes<sbyte>(Table));
        foreach (var numbers in Dense())
        {
            foreach (var number in numbers) writer.Write((Half)number);
        }
    }

    public static ParserNetwork Read(BinaryReader reader)
    {
        var sizes = Enumerable.Range(0, 6).Select(_ => (int)reader.ReadUInt16()).ToArray();
        var relations = Enumerable.Range(0, reader.ReadUInt16()).Select(_ => string.Intern(reader.ReadString())).ToArray();
        var shape = new NetworkShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], relations.Length, sizes[5]);
        var words = new uint[reader.ReadInt32()];
        var last = 0u;
        for (var i = 0; i < words.Length; i++) words[i] = last += (uint)reader.Read7BitEncodedInt();
        var scales = Enumerable.Range(0, WordRows.Groups).Select(_ => reader.ReadSingle()).ToArray();
        var table = new sbyte[WordRows.Sizes(words.Length).Sum() * shape.Embedding];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
        float[] Numbers(int count)
        {
            var halves = new Half[count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
            return [.. halves.Select(h => (float)h)];
        }

        return new ParserNetwork
        {
            Shape = shape,
            Relations = relations,
            Words = words,
            Table = table,
            Scales = scales,
            Root = Numbers(shape.Embedding),
            Layers = [.. Enumerable.Range(0, shape.Layers).Select(l => (Numbers(shape.Input(l) * shape.Gates), Numbers(shape.Gates)))],
            Widening = Numbers(shape.Embedding * shape.Width),
            Heads = (Numbers(shape.Width * shape.Heads), Numbers(shape.Heads)),
            ArcDistances = Numbers(2 * (NetworkShape.Farthest + 1)),
            RelationDistances = Numbers((2 * NetworkShape.FarthestRelation + 1) * shape.Relation),
            Outputs = (Numbers(shape.Relation * shape.Outputs), Numbers(shape.Outputs)),
            Tags = (Numbers(shape.Width * shape.TagOutputs), Numbers(shape.TagOutputs)),
        };
    }

    private (SortedHashes Vocabulary, int[] Starts) FindPlaces()
    {
        var (starts, start) = (new int[WordRows.Groups], 0);
        foreach (var (group, size) in WordRows.Sizes(Words.Length).Index())
        {
            starts[group] = start;
            start += size * Shape.Embedding;
        }

        return (new SortedHashes(Words), starts);
    }

    private IEnumerable<float[]> Dense() =>
        [
            Root,
            .. Layers.SelectMany(l => new[] { l.Weights, l.Offsets }),
            Widening, Heads.Weights, Heads.Offsets, ArcDistances, RelationDistances, Outputs.Weights, Outputs.Offsets, Tags.Weights, Tags.Offsets,
        ];
}

/// <summary>The matrices of a network in panels (<see cref="MatrixProduct.Panels"/>).</summary>
internal sealed record ParserMatrices(float[] Widening, float[][] Layers, float[] Heads, float[] Outputs, float[] Tags)
{
    public static ParserMatrices Of(ParserNetwork network)
    {
        var shape = network.Shape;
        return new ParserMatrices(
            MatrixProduct.Panels(network.Widening, shape.Embedding, shape.Width),
            [.. network.Layers.Select((layer, l) => MatrixProduct.Panels(layer.Weights, shape.Input(l), shape.Gates))],
            MatrixProduct.Panels(network.Heads.Weights, shape.Width, shape.Heads),
            MatrixProduct.Panels(network.Outputs.Weights, shape.Relation, shape.Outputs),
            MatrixProduct.Panels(network.Tags.Weights, shape.Width, shape.TagOutputs));
    }
}

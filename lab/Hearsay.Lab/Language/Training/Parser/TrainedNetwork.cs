using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Parser;

/// <summary>The parser's network while it is learned.</summary>
internal sealed class TrainedNetwork
{
    private readonly Vocabulary vocabulary;
    private readonly string[] relations;

    public TrainedNetwork(NetworkShape shape, Vocabulary vocabulary, string[] relations, int workers, int seed)
    {
        (Shape, this.vocabulary, this.relations) = (shape, vocabulary, relations);
        var random = new Random(seed);
        Parameter Dense(int rows, int columns) => new(rows, columns, MathF.Sqrt(6f / (rows + columns)), random, workers);
        Parameter Zeros(int columns) => new(1, columns, 0, random, workers);
        var sizes = WordRows.Sizes(vocabulary.Hashes.Length);
        sizes[0] = vocabulary.TrainedCount;
        Rows = [.. sizes.Select((size, g) => new Parameter(size, shape.Embedding, g == 1 ? 0.5f : 0.25f, random, workers, sparse: true))];
        VectorSize = vocabulary.Vectors[0].Length;
        FromVectors = Dense(VectorSize, shape.Embedding);
        Root = new Parameter(1, shape.Embedding, 0.25f, random, workers);
        Widening = Dense(shape.Embedding, shape.Width);
        Layers =
        [
            .. Enumerable
                .Range(0, shape.Layers)
                .Select(l => (new Parameter(shape.Input(l), shape.Gates, MathF.Sqrt(3f / shape.Input(l)), random, workers), Zeros(shape.Gates))),
        ];
        foreach (var (_, offsets) in Layers)
        {
            // A gate that forgets little at first lets what stands far away be seen from the start.
            offsets.Values.AsSpan(shape.State, shape.State).Fill(1);
            offsets.Values.AsSpan(4 * shape.State, shape.State).Fill(1);
        }

        Heads = (Dense(shape.Width, shape.Heads), Zeros(shape.Heads));
        ArcDistances = Zeros(2 * (NetworkShape.Farthest + 1));
        RelationDistances = Zeros((2 * NetworkShape.FarthestRelation + 1) * shape.Relation);
        Outputs = (Dense(shape.Relation, shape.Outputs), Zeros(shape.Outputs));
        Tags = (Dense(shape.Width, shape.TagOutputs), Zeros(shape.TagOutputs));
    }

    public NetworkShape Shape { get; }

    public Vocabulary Vocabulary => vocabulary;

    public int VectorSize { get; }

    public Parameter[] Rows { get; }

    public Parameter FromVectors { get; }

    public Parameter Root { get; }

    public Parameter Widening { get; }

    public (Parameter Weights, Parameter Offsets)[] Layers { get; }

    public (Parameter Weights, Parameter Offsets) Heads { get; }

    public Parameter ArcDistances { get; }

    public Parameter RelationDistances { get; }

    public (Parameter Weights, Parameter Offsets) Outputs { get; }

    public (Parameter Weights, Parameter Offsets) Tags { get; }

    public IEnumerable<Parameter> All() =>
        [
            .. Rows,
            FromVectors,
            Root,
            Widening,
            .. Layers.SelectMany(l => new[] { l.Weights, l.Offsets }),
            Heads.Weights, Heads.Offsets, ArcDistances, RelationDistances, Outputs.Weights, Outputs.Offsets, Tags.Weights, Tags.Offsets,
        ];

    /// <summary>
    /// The network as it ships, of the parameters' running means: a word's learned row and its given vector made one, every row in whole numbers of
    /// its group's unit.
    /// </summary>
    public ParserNetwork Finish()
    {
        var size = Shape.Embedding;
        var groups = Rows.Select((r, g) => g == 0 ? WordTable(size) : r.Mean).ToArray();
        var scales = groups.Select(g => Unit(g)).ToArray();
        return new ParserNetwork
        {
            Shape = Shape,
            Relations = relations,
            Words = vocabulary.Hashes,
            Table = [.. groups.SelectMany((numbers, g) => numbers.Select(n => (sbyte)Math.Clamp(MathF.Round(n / scales[g]), -127, 127)))],
            Scales = scales,
            Root = Root.Mean,
            Layers = [.. Layers.Select(l => (l.Weights.Mean, l.Offsets.Mean))],
            Widening = Widening.Mean,
            Heads = (Heads.Weights.Mean, Heads.Offsets.Mean),
            ArcDistances = ArcDistances.Mean,
            RelationDistances = RelationDistances.Mean,
            Outputs = (Outputs.Weights.Mean, Outputs.Offsets.Mean),
            Tags = (Tags.Weights.Mean, Tags.Offsets.Mean),
        };
    }

    private float[] WordTable(int size)
    {
        var table = new float[(vocabulary.Hashes.Length + 1) * size];
        for (var word = 0; word <= vocabulary.Hashes.Length; word++)
        {
            var to = table.AsSpan(word * size, size);
            Rows[0].Mean.AsSpan(vocabulary.Trained[word] * size, size).CopyTo(to);
            MatrixProduct.Multiply(vocabulary.Vectors[word], VectorSize, 1, FromVectors.Mean, to, 1, VectorSize, size, add: true);
        }

        return table;
    }

    /// <summary>A unit by which few numbers are cut off.</summary>
    private static float Unit(float[] numbers)
    {
        var sizes = numbers.Select(Math.Abs).Order().ToArray();
        return Math.Max(sizes[(int)((sizes.Length - 1) * 0.9998)], 1e-6f) / 127;
    }
}

using System.Numerics.Tensors;
using Hearsay.Lab.Language.Training.Parser;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>The part of the encoder that is learned: shapes of words, the layers above those that stay, and what is told from their top.</summary>
internal sealed class TrainedEncoder
{
    /// <summary>What is new learns so much faster than what comes trained.</summary>
    private const float NewPace = 10;

    /// <summary>Decay of what comes trained.</summary>
    public const float Decay = 0.01f;

    public TrainedEncoder(EncoderSizes sizes, TrainedLayer[] layers, int workers, int seed)
    {
        (Sizes, Layers) = (sizes, layers);
        var random = new Random(seed);
        Parameter New(int rows, int columns, float spread) => new(rows, columns, spread, random, workers) { Pace = NewPace };
        TrainedLinear Linear(int inputs, int outputs) =>
            new(New(inputs, outputs, MathF.Sqrt(6f / (inputs + outputs))), New(1, outputs, 0));
        Shapes = New(WordShape.Count, sizes.Width, 0);
        Tags = Linear(sizes.Width, sizes.TagOutputs);
        Tree = Linear(sizes.Width, sizes.Tree);
        ArcDistances = New(1, 2 * (NetworkShape.Farthest + 1), 0);
        RelationDistances = New(2 * NetworkShape.FarthestRelation + 1, sizes.Relation, 0);
        Relations = Linear(sizes.Relation, sizes.RelationOutputs);
        NamesIn = Linear(sizes.Width, sizes.Names);
        NameEvidence = New(NameRows.Count, sizes.Names, 0.05f);
        NameCorpora = New(Enum.GetValues<NameCorpus>().Length, sizes.Names, 0);
        NamesOut = Linear(sizes.Names, EncoderSizes.NameOutputs);
    }

    public EncoderSizes Sizes { get; }

    /// <summary>The layers above those that stay as they are.</summary>
    public TrainedLayer[] Layers { get; }

    public Parameter Shapes { get; }

    public TrainedLinear Tags { get; }

    /// <summary>To queries, keys, a dependent's and a head's part for relations.</summary>
    public TrainedLinear Tree { get; }

    public Parameter ArcDistances { get; }

    public Parameter RelationDistances { get; }

    public TrainedLinear Relations { get; }

    public TrainedLinear NamesIn { get; }

    public Parameter NameEvidence { get; }

    /// <summary>What the corpus that a sentence is from adds: they draw different lines between the kinds of names.</summary>
    public Parameter NameCorpora { get; }

    public TrainedLinear NamesOut { get; }

    /// <summary>All parameters by the names that they have in a file.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> Named()
    {
        yield return ("shapes", Shapes);
        foreach (var (i, layer) in Layers.Index())
        {
            foreach (var (name, parameter) in layer.Named()) yield return ($"syntax.{Sizes.Shared + i}.{name}", parameter);
        }

        yield return ("arc.distances", ArcDistances);
        yield return ("relation.distances", RelationDistances);
        yield return ("names.evidence", NameEvidence);
        yield return ("names.corpora", NameCorpora);
        foreach (var (name, linear) in Heads())
        {
            yield return (name, linear.Weights);
            yield return ($"{name}.offsets", linear.Offsets);
        }
    }

    /// <summary>
    /// Tells names from now on as one corpus marks them, whatever a sentence is from: the engine knows of no corpora. What is computed then adds nothing
    /// for a corpus, so that its row need not be kept.
    /// </summary>
    public void Follow(NameCorpus corpus)
    {
        var offsets = NamesIn.Offsets.Values;
        TensorPrimitives.Add(offsets, NameCorpora.Values.AsSpan((int)corpus * offsets.Length, offsets.Length), offsets);
        NameCorpora.Values.AsSpan().Clear();
    }

    /// <summary>Makes the weights ready to be multiplied with.</summary>
    public void Prepare(bool backward) => Parallel.ForEach(Linears(), l => l.Prepare(backward));

    /// <summary>Writes all values.</summary>
    public void Save(string path)
    {
        using (var writer = new BinaryWriter(File.Create(path + ".part")))
        {
            foreach (var (_, parameter) in Named()) writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(parameter.Values.AsSpan()));
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Takes the values that <see cref="Save"/> wrote.</summary>
    public void Load(string path)
    {
        using var file = File.OpenRead(path);
        foreach (var (_, parameter) in Named()) file.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(parameter.Values.AsSpan()));
    }

    private IEnumerable<(string Name, TrainedLinear Linear)> Heads() =>
        [("tags", Tags), ("heads", Tree), ("relations", Relations), ("names.in", NamesIn), ("names.out", NamesOut)];

    private IEnumerable<TrainedLinear> Linears() => [.. Layers.SelectMany(l => l.Linears), .. Heads().Select(h => h.Linear)];
}

using System.Numerics.Tensors;
using Hearsay.Language.Encoder;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// The part of the encoder that stays as it is: pieces, their places and the lowest layers, with the numbers as they are kept in the file, so that
/// what is learned above learns with them. What it gives for a sentence is computed once.
/// </summary>
internal sealed class FrozenLayers
{
    /// <summary>Pieces that are computed together.</summary>
    private const int Together = 512;
    private readonly Dictionary<string, EncoderTensor> tensors = new(StringComparer.Ordinal);
    private readonly EncoderSizes sizes;
    private readonly float[] pieces, positions, segment;
    private readonly TrainedLayer[] layers;
    private readonly LayerNorm norm;

    public FrozenLayers(MiniLm weights, EncoderSizes sizes)
    {
        this.sizes = sizes;
        var width = sizes.Width;
        Keep(EncoderTensor.ByRow("pieces", weights.Pieces.Length, width, weights["embeddings.word_embeddings.weight"]));
        Keep(EncoderTensor.ByRow(
            "positions", EncoderShape.Longest, width, weights["embeddings.position_embeddings.weight"].AsSpan(0, EncoderShape.Longest * width)
        ));
        Keep(EncoderTensor.Floats("segment", 1, width, weights["embeddings.token_type_embeddings.weight"].AsSpan(0, width)));
        Keep(EncoderTensor.Floats("embedding.norm.scale", 1, width, weights["embeddings.LayerNorm.weight"]));
        Keep(EncoderTensor.Floats("embedding.norm.offset", 1, width, weights["embeddings.LayerNorm.bias"]));
        var all = Enumerable.Range(0, sizes.Layers).Select(l => new TrainedLayer(weights, l, 0, 0)).ToArray();
        foreach (var (l, layer) in all.Index())
        {
            foreach (var (name, parameter) in layer.Named())
            {
                var tensor = Tensors.Of($"layer.{l}.{name}", parameter);
                Keep(tensor);
                tensor.ToFloats().CopyTo(parameter.Values, 0);
            }
        }

        layers = all[..sizes.Shared];
        foreach (var linear in layers.SelectMany(l => l.Linears)) linear.Prepare(backward: false);
        (pieces, positions, segment) = (tensors["pieces"].ToFloats(), tensors["positions"].ToFloats(), tensors["segment"].Numbers);
        norm = new LayerNorm(
            new Parser.Parameter(tensors["embedding.norm.scale"].Numbers, width, 0),
            new Parser.Parameter(tensors["embedding.norm.offset"].Numbers, width, 0)
        );
    }

    /// <summary>All that is kept, as the file has it.</summary>
    public IEnumerable<EncoderTensor> Kept => tensors.Values;

    /// <summary>Gives every sentence what its pieces are above the layers that stay as they are.</summary>
    public void Fill(IReadOnlyList<EncoderExample> sentences)
    {
        var groups = Groups(sentences, Together);
        Parallel.ForEach(
            groups,
            new ParallelOptions { MaxDegreeOfParallelism = EncoderTraining.Workers },
            () => layers.Select(l => new LayerPass(l, sizes, 0)).ToArray(),
            (group, _, passes) =>
            {
                Fill(group, passes);
                return passes;
            },
            _ => { }
        );
    }

    /// <summary>Sentences of like length together, at most so many pieces.</summary>
    public static List<EncoderExample[]> Groups(IEnumerable<EncoderExample> sentences, int together)
    {
        var groups = new List<EncoderExample[]>();
        var (group, size) = (new List<EncoderExample>(), 0);
        foreach (var sentence in sentences.OrderBy(s => s.Pieces.Length))
        {
            if (size + sentence.Pieces.Length > together && group.Count > 0)
            {
                groups.Add([.. group]);
                group.Clear();
                size = 0;
            }

            group.Add(sentence);
            size += sentence.Pieces.Length;
        }

        if (group.Count > 0) groups.Add([.. group]);
        return groups;
    }

    private void Fill(EncoderExample[] group, LayerPass[] passes)
    {
        var (rows, width) = (new PieceRows(group), sizes.Width);
        var (sums, normal, input) = (new float[rows.Whole * width], new float[rows.Whole * width], new float[rows.Whole * width]);
        for (var s = 0; s < group.Length; s++)
        {
            for (var i = 0; i < group[s].Pieces.Length; i++)
            {
                var to = sums.AsSpan((rows.Sentences[s].Start + i) * width, width);
                TensorPrimitives.Add(pieces.AsSpan(group[s].Pieces[i] * width, width), positions.AsSpan(i * width, width), to);
                TensorPrimitives.Add(to, segment, to);
            }
        }

        norm.Forward(sums, normal, new float[rows.Count], input, rows.Count);
        var top = input;
        foreach (var pass in passes)
        {
            pass.Forward(top, rows, null);
            top = pass.Output;
        }

        for (var s = 0; s < group.Length; s++)
        {
            var own = top.AsSpan(rows.Sentences[s].Start * width, rows.Sentences[s].Length * width);
            TensorPrimitives.ConvertToHalf(own, group[s].Lower = new Half[own.Length]);
        }
    }

    private void Keep(EncoderTensor tensor) => tensors.Add(tensor.Name, tensor);
}

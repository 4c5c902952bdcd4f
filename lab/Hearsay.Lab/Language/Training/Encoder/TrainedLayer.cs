using Hearsay.Lab.Language.Training.Parser;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>The parameters of a layer of the encoder.</summary>
internal sealed class TrainedLayer
{
    /// <summary>A layer of MiniLM.</summary>
    public TrainedLayer(MiniLm weights, int layer, int workers, float decay)
    {
        var name = $"encoder.layer.{layer}.";
        float[] query = weights.Matrix(layer, 0), key = weights.Matrix(layer, 1), value = weights.Matrix(layer, 2);
        float[] mixedOffsets =
        [
            .. weights[name + "attention.self.query.bias"], .. weights[name + "attention.self.key.bias"],
            .. weights[name + "attention.self.value.bias"],
        ];
        TrainedLinear Linear(float[] matrix, float[] offsets) =>
            new(new Parameter([.. matrix], offsets.Length, workers) { Decay = decay }, new Parameter([.. offsets], offsets.Length, workers));
        LayerNorm Norm(string part) =>
            new(
                new Parameter([.. weights[name + part + ".weight"]], weights[name + part + ".weight"].Length, workers),
                new Parameter([.. weights[name + part + ".bias"]], weights[name + part + ".bias"].Length, workers)
            );
        AttentionIn = Linear(Beside(query, key, value, weights[name + "attention.self.query.bias"].Length), mixedOffsets);
        AttentionOut = Linear(weights.Matrix(layer, 3), weights[name + "attention.output.dense.bias"]);
        AttentionNorm = Norm("attention.output.LayerNorm");
        Up = Linear(weights.Matrix(layer, 4), weights[name + "intermediate.dense.bias"]);
        Down = Linear(weights.Matrix(layer, 5), weights[name + "output.dense.bias"]);
        Norm2 = Norm("output.LayerNorm");
    }

    /// <summary>A layer with random numbers; for tests of the gradient.</summary>
    public TrainedLayer(EncoderSizes sizes, Random random, int workers)
    {
        TrainedLinear Linear(int inputs, int outputs) =>
            new(
                new Parameter(inputs, outputs, MathF.Sqrt(6f / (inputs + outputs)), random, workers),
                new Parameter(1, outputs, 0.1f, random, workers)
            );
        LayerNorm Norm()
        {
            var scale = new float[sizes.Width];
            for (var i = 0; i < scale.Length; i++) scale[i] = 0.5f + random.NextSingle();
            return new LayerNorm(new Parameter(scale, sizes.Width, workers), new Parameter(1, sizes.Width, 0.1f, random, workers));
        }

        (AttentionIn, AttentionOut, AttentionNorm) = (Linear(sizes.Width, 3 * sizes.Width), Linear(sizes.Width, sizes.Width), Norm());
        (Up, Down, Norm2) = (Linear(sizes.Width, sizes.Inner), Linear(sizes.Inner, sizes.Width), Norm());
    }

    /// <summary>To queries, keys and values.</summary>
    public TrainedLinear AttentionIn { get; }

    public TrainedLinear AttentionOut { get; }

    public LayerNorm AttentionNorm { get; }

    public TrainedLinear Up { get; }

    public TrainedLinear Down { get; }

    public LayerNorm Norm2 { get; }

    public IEnumerable<TrainedLinear> Linears => [AttentionIn, AttentionOut, Up, Down];

    /// <summary>All parameters by the names that they have in a file.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> Named() =>
        [
            ("attention.in", AttentionIn.Weights), ("attention.in.offsets", AttentionIn.Offsets),
            ("attention.out", AttentionOut.Weights), ("attention.out.offsets", AttentionOut.Offsets),
            ("attention.norm.scale", AttentionNorm.Scale), ("attention.norm.offset", AttentionNorm.Offset),
            ("up", Up.Weights), ("up.offsets", Up.Offsets),
            ("down", Down.Weights), ("down.offsets", Down.Offsets),
            ("norm.scale", Norm2.Scale), ("norm.offset", Norm2.Offset),
        ];

    /// <summary>Three matrices side by side.</summary>
    private static float[] Beside(float[] a, float[] b, float[] c, int width)
    {
        var all = new float[a.Length * 3];
        for (var r = 0; r < a.Length / width; r++)
        {
            a.AsSpan(r * width, width).CopyTo(all.AsSpan(r * 3 * width));
            b.AsSpan(r * width, width).CopyTo(all.AsSpan((r * 3 + 1) * width));
            c.AsSpan(r * width, width).CopyTo(all.AsSpan((r * 3 + 2) * width));
        }

        return all;
    }
}

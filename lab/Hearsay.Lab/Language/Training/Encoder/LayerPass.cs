using System.Numerics.Tensors;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// One worker's way through a layer of the encoder and back: attention, then two matrices with GELU between, after both what came in is added and the
/// sum normalised (Devlin et al. 2019).
/// </summary>
internal sealed class LayerPass(TrainedLayer layer, EncoderSizes sizes, int worker)
{
    private readonly Attention attention = new(sizes.Heads, sizes.Width / sizes.Heads);
    private float[] mixed = [], shares = [], context = [], sum = [], attended = [], inner = [], slopes = [];
    private float[] normal1 = [], normal2 = [], spreads1 = [], spreads2 = [], mask1 = [], mask2 = [];

    /// <summary>What comes out.</summary>
    public float[] Output { get; private set; } = [];

    /// <summary>Runs the layer over sentences that lie one behind the other. <paramref name="drop"/> leaves out; null for none.</summary>
    public void Forward(float[] input, PieceRows rows, Dropout? drop)
    {
        Reserve(rows);
        var (count, whole, width) = (rows.Count, rows.Whole, sizes.Width);
        layer.AttentionIn.Forward(input, mixed, whole);
        var at = 0;
        foreach (var (start, length) in rows.Sentences)
        {
            var size = attention.SharesOf(length);
            attention.Forward(Of(mixed, start, length, 3 * width), shares.AsSpan(at, size), Of(context, start, length, width), length);
            at += size;
        }

        layer.AttentionOut.Forward(context, sum, whole);
        drop?.Apply(sum, mask1, count * width);
        Add(sum, input, count * width);
        layer.AttentionNorm.Forward(sum, normal1, spreads1, attended, count);
        layer.Up.Forward(attended, inner, whole);
        Gelu.Forward(inner.AsSpan(0, whole * sizes.Inner), slopes);
        layer.Down.Forward(inner, sum, whole);
        drop?.Apply(sum, mask2, count * width);
        Add(sum, attended, count * width);
        layer.Norm2.Forward(sum, normal2, spreads2, Output, count);
    }

    /// <summary>From the gradient of what came out, which is overwritten by that of what came in.</summary>
    public void Backward(float[] input, float[] back, PieceRows rows, LayerScratch scratch)
    {
        scratch.Reserve(rows.Whole, sizes);
        var (count, whole, width) = (rows.Count, rows.Whole, sizes.Width);
        layer.Norm2.Backward(worker, normal2, spreads2, back, count);
        TensorPrimitives.Multiply(back.AsSpan(0, count * width), mask2.AsSpan(0, count * width), scratch.Masked);
        layer.Down.Backward(worker, inner, scratch.Masked, scratch.Inner, count);
        TensorPrimitives.Multiply(scratch.Inner.AsSpan(0, count * sizes.Inner), slopes.AsSpan(0, count * sizes.Inner), scratch.Inner);
        layer.Up.Backward(worker, attended, scratch.Inner, scratch.Width, count);
        Add(back, scratch.Width, count * width);
        layer.AttentionNorm.Backward(worker, normal1, spreads1, back, count);
        TensorPrimitives.Multiply(back.AsSpan(0, count * width), mask1.AsSpan(0, count * width), scratch.Masked);
        layer.AttentionOut.Backward(worker, context, scratch.Masked, scratch.Width, count);
        var at = 0;
        foreach (var (start, length) in rows.Sentences)
        {
            var size = attention.SharesOf(length);
            attention.Backward(
                Of(mixed, start, length, 3 * width), shares.AsSpan(at, size), Of(scratch.Width, start, length, width),
                Of(scratch.Mixed, start, length, 3 * width), length
            );
            at += size;
        }

        layer.AttentionIn.Backward(worker, input, scratch.Mixed, scratch.Width, count);
        Add(back, scratch.Width, count * width);
    }

    private static Span<float> Of(float[] numbers, int start, int length, int width) => numbers.AsSpan(start * width, length * width);

    private static void Add(float[] to, float[] what, int count) => TensorPrimitives.Add(to.AsSpan(0, count), what.AsSpan(0, count), to);

    private void Reserve(PieceRows rows)
    {
        var shared = rows.Sentences.Sum(s => attention.SharesOf(s.Length));
        if (shares.Length < shared) shares = new float[shared * 5 / 4];
        if (spreads1.Length >= rows.Whole) return;
        var most = rows.Whole * 5 / 4;
        var (width, wide) = (most * sizes.Width, most * sizes.Inner);
        (spreads1, spreads2) = (new float[most], new float[most]);
        (mixed, context, sum, attended) = (new float[3 * width], new float[width], new float[width], new float[width]);
        (inner, slopes, Output) = (new float[wide], new float[wide], new float[width]);
        (normal1, normal2, mask1, mask2) = (new float[width], new float[width], new float[width], new float[width]);
        mask1.AsSpan().Fill(1);
        mask2.AsSpan().Fill(1);
    }
}

/// <summary>Where the pieces of sentences lie that are computed together.</summary>
internal sealed class PieceRows
{
    public PieceRows(IReadOnlyList<EncoderExample> sentences)
    {
        Sentences = new (int, int)[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            Sentences[i] = (Count, sentences[i].Pieces.Length);
            Count += sentences[i].Pieces.Length;
        }
    }

    /// <summary>Where each begins and how long it is.</summary>
    public (int Start, int Length)[] Sentences { get; }

    /// <summary>How many pieces they have together.</summary>
    public int Count { get; }

    /// <summary>So many rows that matrices are multiplied quickest; what the added ones give is not looked at.</summary>
    public int Whole => WholeOf(Count);

    /// <summary>The same for any number of rows.</summary>
    public static int WholeOf(int count) => (count + 3) / 4 * 4;
}

/// <summary>Room for the gradients on the way back, shared by the layers.</summary>
internal sealed class LayerScratch
{
    public float[] Masked { get; private set; } = [];

    public float[] Inner { get; private set; } = [];

    public float[] Width { get; private set; } = [];

    public float[] Mixed { get; private set; } = [];

    public void Reserve(int rows, EncoderSizes sizes)
    {
        if (Masked.Length >= rows * sizes.Width) return;
        var most = rows * 5 / 4;
        (Masked, Inner, Width, Mixed) = (
            new float[most * sizes.Width], new float[most * sizes.Inner], new float[most * sizes.Width], new float[3 * most * sizes.Width]
        );
    }
}

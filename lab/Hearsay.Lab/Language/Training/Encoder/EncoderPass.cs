using System.Numerics.Tensors;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>What is told of a sentence.</summary>
internal sealed record EncoderResult(byte[] Tags, int[] Heads, byte[] Labels, byte[] Names);

/// <summary>
/// One worker's way for a group of sentences from the layers that stay as they are to trees, tags and names; and back: the gradient of the loss by
/// back-propagation.
/// </summary>
internal sealed class EncoderPass
{
    private readonly TrainedEncoder encoder;
    private readonly int worker;
    private readonly float leftOut;
    private readonly LayerPass[] layers;
    private readonly LayerScratch scratch = new();
    private readonly WordHeads heads;
    private float[] input = [], back = [], tops = [], topsBack = [], mask = [];

    public EncoderPass(TrainedEncoder encoder, int worker, float leftOut)
    {
        (this.encoder, this.worker, this.leftOut) = (encoder, worker, leftOut);
        layers = [.. encoder.Layers.Select(l => new LayerPass(l, encoder.Sizes, worker))];
        heads = new WordHeads(encoder, worker);
    }

    /// <summary>
    /// Adds the gradient of the group's loss to the parameters'; the summed loss. <paramref name="seed"/> decides what is left out.
    /// </summary>
    public double Learn(EncoderExample[] group, int seed)
    {
        if (group.Length == 0) return 0;
        var (rows, width) = (new PieceRows(group), encoder.Sizes.Width);
        var drop = leftOut > 0 ? new Dropout(seed, leftOut) : null;
        Forward(group, rows, drop);
        var words = new WordPlaces(group);
        if (drop is null) mask.AsSpan().Fill(1);
        else drop.Apply(tops, mask, words.Count * width);
        var loss = heads.Learn(group, words, tops, topsBack);
        TensorPrimitives.Multiply(topsBack.AsSpan(0, words.Count * width), mask.AsSpan(0, words.Count * width), topsBack);
        back.AsSpan(0, rows.Whole * width).Clear();
        for (var s = 0; s < group.Length; s++)
        {
            for (var w = 0; w <= group[s].Words; w++)
            {
                var piece = rows.Sentences[s].Start + (w == 0 ? 0 : group[s].Firsts[w - 1]);
                topsBack.AsSpan((words.Starts[s] + w) * width, width).CopyTo(back.AsSpan(piece * width));
            }
        }

        for (var l = layers.Length - 1; l >= 0; l--) layers[l].Backward(l == 0 ? input : layers[l - 1].Output, back, rows, scratch);
        ShapesBack(group, rows);
        return loss;
    }

    /// <summary>What the encoder says of each sentence of the group.</summary>
    public EncoderResult[] Tell(EncoderExample[] group)
    {
        var rows = new PieceRows(group);
        Forward(group, rows, null);
        return heads.Tell(group, new WordPlaces(group), tops);
    }

    private void Forward(EncoderExample[] group, PieceRows rows, Dropout? drop)
    {
        var width = encoder.Sizes.Width;
        Reserve(rows, group);
        for (var s = 0; s < group.Length; s++)
        {
            var own = input.AsSpan(rows.Sentences[s].Start * width, rows.Sentences[s].Length * width);
            TensorPrimitives.ConvertToSingle(group[s].Lower, own);
            ForPieces(group[s], (word, piece) =>
            {
                var to = input.AsSpan((rows.Sentences[s].Start + piece) * width, width);
                TensorPrimitives.Add(to, encoder.Shapes.Values.AsSpan(group[s].Shapes[word] * width, width), to);
            });
        }

        for (var l = 0; l < layers.Length; l++) layers[l].Forward(l == 0 ? input : layers[l - 1].Output, rows, drop);
        var top = layers.Length == 0 ? input : layers[^1].Output;
        var place = 0;
        for (var s = 0; s < group.Length; s++)
        {
            for (var w = 0; w <= group[s].Words; w++)
            {
                var piece = rows.Sentences[s].Start + (w == 0 ? 0 : group[s].Firsts[w - 1]);
                top.AsSpan(piece * width, width).CopyTo(tops.AsSpan(place++ * width));
            }
        }
    }

    private void ShapesBack(EncoderExample[] group, PieceRows rows)
    {
        var width = encoder.Sizes.Width;
        for (var s = 0; s < group.Length; s++)
        {
            ForPieces(group[s], (word, piece) =>
            {
                var to = encoder.Shapes.Gradient(worker).AsSpan(group[s].Shapes[word] * width, width);
                TensorPrimitives.Add(to, back.AsSpan((rows.Sentences[s].Start + piece) * width, width), to);
            });
        }
    }

    private static void ForPieces(EncoderExample sentence, Action<int, int> action)
    {
        for (var w = 0; w < sentence.Words; w++)
        {
            var end = w + 1 < sentence.Words ? sentence.Firsts[w + 1] : sentence.Pieces.Length - 1;
            for (var piece = sentence.Firsts[w]; piece < end; piece++) action(w, piece);
        }
    }

    private void Reserve(PieceRows rows, EncoderExample[] group)
    {
        var width = encoder.Sizes.Width;
        if (input.Length < rows.Whole * width) (input, back) = (new float[rows.Whole * width * 5 / 4], new float[rows.Whole * width * 5 / 4]);
        var words = PieceRows.WholeOf(group.Sum(g => g.Words + 1));
        if (tops.Length < words * width)
            (tops, topsBack, mask) = (new float[words * width * 5 / 4], new float[words * width * 5 / 4], new float[words * width * 5 / 4]);
    }
}

/// <summary>Where the words of sentences that are computed together lie, the root of each before its words.</summary>
internal sealed class WordPlaces
{
    public WordPlaces(IReadOnlyList<EncoderExample> sentences)
    {
        Starts = new int[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            Starts[i] = Count;
            Count += sentences[i].Words + 1;
        }
    }

    public int[] Starts { get; }

    public int Count { get; }

    public int Whole => PieceRows.WholeOf(Count);
}

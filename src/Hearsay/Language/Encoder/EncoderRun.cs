namespace Hearsay.Language.Encoder;

/// <summary>
/// Computes with an <see cref="EncoderModel"/>: sentences are added, then run together, so that the weights are read once for all of them; what one
/// gives does not depend on the others. In: words. Out: for each sentence a row for the mark before it and one for each word.
/// A sentence of more pieces than fit is read in windows, each begun in the middle of the one before; a word's row is from the window in which it
/// stands farther from the edge. Buffers are used again; a run is for one thread.
/// </summary>
internal sealed class EncoderRun(EncoderModel model, VectorWidth vectors)
{
    private readonly EncoderShape shape = model.Shape;
    private readonly Attention attention = new(model.Shape);
    private readonly List<int> pieces = [], shapes = [], first = [], starts = [], places = [], lengths = [];
    private float[] states = [], wide = [], narrow = [], units = [];
    private short[] numbers = [];

    public EncoderRun(EncoderModel model)
        : this(model, IntegerProduct.Widest) { }

    /// <summary>Pieces and marks that were added.</summary>
    public int Count => pieces.Count;

    /// <summary>Forgets all sentences.</summary>
    public void Clear()
    {
        pieces.Clear();
        shapes.Clear();
        starts.Clear();
        places.Clear();
        lengths.Clear();
    }

    /// <summary>Adds a sentence.</summary>
    public void Add(IReadOnlyList<string> words)
    {
        var (cut, all) = (new List<int>(words.Count * 2), first);
        all.Clear();
        foreach (var word in words)
        {
            all.Add(cut.Count);
            model.Pieces.Cut(word, cut);
        }

        all.Add(cut.Count);
        var shape = ShapesOf(words);
        var (from, taken) = (0, 0);
        Take(pieces.Count, 1);
        do
        {
            var to = from + 1;
            while (to < words.Count && all[to + 1] - all[from] <= EncoderShape.Longest - 2) to++;
            if (words.Count == 0) to = 0;
            var next = to >= words.Count ? to : Math.Max(from + 1, (from + to) / 2);
            AddWindow(cut, shape, from, to);
            // the next window's first words stand at its edge: those before the middle of what both hold are taken from this one
            for (var keep = to >= words.Count ? to : (next + to) / 2; taken < keep; taken++)
                Take(starts[^1] + 1 + all[taken] - all[from], all[taken + 1] - all[taken]);
            if (to >= words.Count) break;
            from = next;
        } while (true);
    }

    /// <summary>
    /// The states of the encoder as it was pretrained, behind so many layers (all where none is said): of a word the mean of its pieces'.
    /// </summary>
    public float[] Meaning(int? layers = null)
    {
        Embed();
        for (var l = 0; l < (layers ?? shape.Layers); l++) Through(model.MeaningLayer(l));
        var taken = Taken();
        for (var i = 0; i < places.Count; i++)
        {
            var mean = taken.AsSpan(i * shape.Width, shape.Width);
            for (var piece = 1; piece < lengths[i]; piece++) RowMath.Add(mean, Row(states, places[i] + piece));
            foreach (ref var number in mean) number /= lengths[i];
        }

        return taken;
    }

    /// <summary>The states of the path that was tuned on trees: of a word its first piece's.</summary>
    public float[] Syntax()
    {
        Embed();
        for (var l = 0; l < shape.Layers; l++)
        {
            if (l == shape.Shared) AddShapes();
            Through(model.SyntaxLayer(l));
        }

        return Taken();
    }

    /// <summary>Multiplies rows of floats, as many as fit, with a matrix; rows of <see cref="PackedMatrix.Width"/> come out.</summary>
    public float[] Multiply(ReadOnlySpan<float> rows, PackedMatrix matrix)
    {
        var count = rows.Length / matrix.Rows;
        var result = new float[IntegerProduct.Whole(count) * matrix.Width];
        Multiply(rows, count, matrix, result);
        return result;
    }

    private static int[] ShapesOf(IReadOnlyList<string> words)
    {
        var (shapes, begun) = (new int[words.Count], false);
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = WordShape.Of(words[i], !begun);
            begun |= WordShape.IsWord(words[i]);
        }

        return shapes;
    }

    private void AddWindow(List<int> cut, int[] shape, int from, int to)
    {
        starts.Add(pieces.Count);
        Put(model.Pieces.Before, -1);
        for (var word = from; word < to; word++)
        {
            for (var i = first[word]; i < first[word + 1]; i++) Put(cut[i], shape[word]);
        }

        Put(model.Pieces.Behind, -1);
    }

    private void Take(int place, int length)
    {
        places.Add(place);
        lengths.Add(length);
    }

    private void Put(int piece, int shapeOfWord)
    {
        pieces.Add(piece);
        shapes.Add(shapeOfWord);
    }

    private void Embed()
    {
        var whole = IntegerProduct.Whole(Count);
        if (units.Length < whole)
        {
            var most = IntegerProduct.Whole(whole * 5 / 4);
            (states, narrow, units) = (new float[most * shape.Width], new float[most * shape.Width], new float[most]);
            (wide, numbers) = (new float[most * shape.Inner], new short[most * shape.Inner]);
        }

        for (var s = 0; s < starts.Count; s++)
        {
            for (var i = starts[s]; i < End(s); i++) model.Embed(pieces[i], i - starts[s], Row(states, i));
        }
    }

    private int End(int window) => window + 1 < starts.Count ? starts[window + 1] : Count;

    private Span<float> Row(float[] rows, int i) => rows.AsSpan(i * shape.Width, shape.Width);

    private void AddShapes()
    {
        for (var i = 0; i < Count; i++)
        {
            if (shapes[i] >= 0) RowMath.Add(Row(states, i), model.WordShapeRow(shapes[i]));
        }
    }

    private void Through(EncoderLayer layer)
    {
        Multiply(states, Count, layer.In, wide);
        var step = 3 * shape.Width;
        for (var s = 0; s < starts.Count; s++)
            attention.Attend(wide.AsSpan(starts[s] * step), End(s) - starts[s], narrow.AsSpan(starts[s] * shape.Width));
        Multiply(narrow, Count, layer.Out, wide);
        AddAndNormalise(layer.Attended);
        Multiply(states, Count, layer.Up, wide);
        RowMath.Gelu(wide.AsSpan(0, Count * shape.Inner));
        Multiply(wide, Count, layer.Down, narrow);
        narrow.AsSpan(0, Count * shape.Width).CopyTo(wide);
        AddAndNormalise(layer.Norm);
    }

    private void AddAndNormalise(in EncoderNorm norm)
    {
        for (var i = 0; i < Count; i++)
        {
            RowMath.Add(Row(states, i), wide.AsSpan(i * shape.Width, shape.Width));
            RowMath.Normalise(Row(states, i), norm.Scale, norm.Offset);
        }
    }

    private void Multiply(ReadOnlySpan<float> rows, int count, PackedMatrix matrix, Span<float> to)
    {
        var (inner, whole) = (matrix.Rows, IntegerProduct.Whole(count));
        if (units.Length < whole) units = new float[whole];
        if (numbers.Length < whole * inner) numbers = new short[whole * inner];
        for (var i = 0; i < count; i++) units[i] = RowMath.Quantise(rows.Slice(i * inner, inner), numbers.AsSpan(i * inner, inner));
        IntegerProduct.Multiply(numbers, units, matrix, to, count, vectors);
    }

    private float[] Taken()
    {
        var taken = new float[places.Count * shape.Width];
        for (var i = 0; i < places.Count; i++) Row(states, places[i]).CopyTo(taken.AsSpan(i * shape.Width));
        return taken;
    }
}

namespace Hearsay.Language.Encoder;

/// <summary>
/// A vector of length 1 for each word of a text, by the encoder as it was pretrained: words that mean alike where they stand have vectors that point
/// alike. Sentence by sentence; what is read together makes no difference.
/// </summary>
internal sealed class WordVectors
{
    private const int Together = 128;
    private readonly float[] rows;

    private WordVectors(float[] rows, int width) => (this.rows, Width) = (rows, width);

    /// <summary>Numbers of a vector.</summary>
    public int Width { get; }

    /// <summary>The vectors of <paramref name="count"/> words from <paramref name="first"/> on, one behind the other.</summary>
    public ReadOnlySpan<float> Of(int first, int count) => rows.AsSpan(first * Width, count * Width);

    /// <summary>The vectors of a reading's tokens.</summary>
    public static WordVectors Of(Reading reading, EncoderModel encoder) =>
        Of([.. reading.Sentences.Select(s => Enumerable.Range(s.First, s.Count).Select(i => reading.Tokens[i].Form).ToArray())], encoder);

    /// <summary>The vectors of the words of these sentences, which follow each other.</summary>
    public static WordVectors Of(IReadOnlyList<string[]> sentences, EncoderModel encoder)
    {
        var (width, run) = (encoder.Shape.Width, new EncoderRun(encoder));
        var vectors = new WordVectors(new float[sentences.Sum(s => s.Length) * width], width);
        var (from, word) = (0, 0);
        for (var s = 0; s < sentences.Count; s++)
        {
            run.Add(sentences[s]);
            if (run.Count < Together && s + 1 < sentences.Count) continue;
            word = vectors.Take(run.Meaning(), sentences.Skip(from).Take(s + 1 - from), word);
            run.Clear();
            from = s + 1;
        }

        return vectors;
    }

    /// <summary>Takes the rows of these sentences, each behind the row of the mark before it; returns the index of the word behind them.</summary>
    private int Take(float[] states, IEnumerable<string[]> sentences, int word)
    {
        var place = 0;
        foreach (var sentence in sentences)
        {
            place++;
            for (var end = word + sentence.Length; word < end; word++, place++)
            {
                var to = rows.AsSpan(word * Width, Width);
                states.AsSpan(place * Width, Width).CopyTo(to);
                RowMath.Scale(to);
            }
        }

        return word;
    }
}

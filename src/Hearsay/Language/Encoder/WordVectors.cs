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
    public static WordVectors Of(Reading reading, EncoderModel encoder)
    {
        var (width, run) = (encoder.Shape.Width, new EncoderRun(encoder));
        var vectors = new WordVectors(new float[reading.Tokens.Length * width], width);
        var from = 0;
        for (var s = 0; s < reading.Sentences.Length; s++)
        {
            var sentence = reading.Sentences[s];
            run.Add([.. Enumerable.Range(sentence.First, sentence.Count).Select(i => reading.Tokens[i].Form)]);
            if (run.Count < Together && s + 1 < reading.Sentences.Length) continue;
            vectors.Take(run.Meaning(), reading.Sentences.AsSpan()[from..(s + 1)]);
            run.Clear();
            from = s + 1;
        }

        return vectors;
    }

    private void Take(float[] states, ReadOnlySpan<Sentence> sentences)
    {
        var place = 0;
        foreach (var sentence in sentences)
        {
            place++;
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++, place++)
            {
                var to = rows.AsSpan(i * Width, Width);
                states.AsSpan(place * Width, Width).CopyTo(to);
                RowMath.Scale(to);
            }
        }
    }
}

using System.CommandLine;
using Hearsay.Language;
using Hearsay.Language.Encoder;

namespace Hearsay.Lab.Language;

/// <summary>
/// `lab meaning-axes`: the directions in which the states of the pretrained encoder differ most, from the open-class words of EWT's training part (each
/// state brought to length 1), and writes them for <see cref="MeaningAxes"/>. No chance is in it: the same encoder and text give the same bytes.
/// </summary>
internal static class MeaningAxesCommand
{
    private const int Count = 192, Together = 128;

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Where the axes are written",
        DefaultValueFactory = _ => Path.Combine(LabData.Repository, "src", "Hearsay", "Language", "Data", "meaning-axes.bin"),
    };

    /// <summary>The command `meaning-axes`.</summary>
    public static Command Command()
    {
        var command = new Command("meaning-axes", "Finds the axes on which what words mean is kept.") { Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (LabData.Find("data/language/ud-ewt/en_ewt-ud-train.conllu", parsed) is not { } file) return 0;
        var encoder = EncoderModel.Shipped!;
        var (moments, words) = Moments(Conllu.Read(file), encoder);
        var (values, vectors) = Eigen.Of(moments);
        var width = encoder.Shape.Width;
        var columns = new float[width * Count];
        for (var axis = 0; axis < Count; axis++)
        {
            for (var i = 0; i < width; i++) columns[i * Count + axis] = (float)vectors[axis][i];
        }

        using (var to = File.Create(parsed.GetValue(Out)!)) new MeaningAxes(width, Count, columns).Write(to);
        Console.WriteLine($"{words} words; {Count} axes hold {values.Take(Count).Sum() / values.Sum():0.000} of the squares");
        return 0;
    }

    /// <summary>The sums of the products of every two numbers of a state, over the open-class words.</summary>
    private static (double[][] Moments, int Words) Moments(List<GoldSentence> sentences, EncoderModel encoder)
    {
        var (width, run, words, from) = (encoder.Shape.Width, new EncoderRun(encoder), 0, 0);
        double[][] moments = [.. Enumerable.Range(0, width).Select(_ => new double[width])];
        for (var s = 0; s < sentences.Count; s++)
        {
            run.Add([.. sentences[s].Words.Select(w => w.Form)]);
            if (run.Count < Together && s + 1 < sentences.Count) continue;
            var (states, place) = (run.Meaning(), 0);
            foreach (var sentence in sentences[from..(s + 1)])
            {
                place++;
                foreach (var word in sentence.Words)
                {
                    var state = states.AsSpan(place++ * width, width);
                    if (!Enum.TryParse<Upos>(word.Upos, ignoreCase: true, out var tag) || !WordMeanings.Has(tag)) continue;
                    words++;
                    RowMath.Scale(state);
                    for (var i = 0; i < width; i++) Add(moments[i], state[i], state);
                }
            }

            run.Clear();
            from = s + 1;
        }

        return (moments, words);
    }

    private static void Add(double[] row, float by, ReadOnlySpan<float> state)
    {
        for (var k = 0; k < row.Length; k++) row[k] += (double)by * state[k];
    }
}

using System.Reflection;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;
using Microsoft.ML.OnnxRuntime;
using static System.FormattableString;

namespace Hearsay.Benchmarks;

/// <summary>The run of the pretrained encoder alone, its untouched layers, beside ONNX Runtime on the weights that they were made from.</summary>
internal static class EncoderMeasures
{
    private const int Passes = 3;

    /// <summary>Both read the same pieces of the same sentences, those of like length together, and take turns; the best of several passes each.</summary>
    public static int Run()
    {
        var model = EncoderModel.Shipped!;
        var sentences = Articles.All.SelectMany(Sentences).OrderBy(s => s.Length).ToList();
        var words = sentences.Sum(s => s.Length);
        using var onnx = new OnnxEncoder(model.Pieces);
        var run = new EncoderRun(model);
        Action[] readers = [() => Ours(run, sentences), .. OnnxEncoder.Batches.Select(size => (Action)(() => onnx.Read(sentences, size)))];
        string[] names = ["Hearsay's run of MiniLM", .. OnnxEncoder.Batches.Select(size => $"ONNX Runtime's, {size} sentences together")];
        var best = new (double Processor, double Wall)[readers.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var (i, read) in readers.Index())
            {
                var (processor, wall) = DepthMeasures.Timed(read);
                best[i] = (Math.Max(best[i].Processor, words / processor), Math.Max(best[i].Wall, words / wall));
            }
        }

        foreach (var (name, rate) in names.Zip(best))
            DepthMeasures.Row(name, Invariant($"{rate.Processor:N0} tokens/s of processor time, {rate.Wall:N0} by the clock"));
        return 0;
    }

    private static void Ours(EncoderRun run, List<string[]> sentences)
    {
        const int Together = 128;
        foreach (var sentence in sentences)
        {
            run.Add(sentence);
            if (run.Count < Together) continue;
            run.Meaning();
            run.Clear();
        }

        if (run.Count > 0) run.Meaning();
        run.Clear();
    }

    private static IEnumerable<string[]> Sentences(Article article)
    {
        var reading = LanguageReader.ReadWithoutTrees(article);
        return reading.Sentences.Select(s => reading.Tokens.AsSpan(s.First, s.Count).ToArray().Select(t => t.Form).ToArray());
    }
}

/// <summary>MiniLM as its package carries it, run by ONNX Runtime on one thread: the alternative to <see cref="EncoderRun"/>.</summary>
internal sealed class OnnxEncoder : IDisposable
{
    /// <summary>So many sentences are read together, by turns.</summary>
    public static readonly int[] Batches = [1, 8, 32];

    private readonly WordPieces pieces;
    private readonly InferenceSession session;

    public OnnxEncoder(WordPieces pieces)
    {
        this.pieces = pieces;
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        session = new InferenceSession(Model(), options);
    }

    /// <summary>Reads all sentences; those read together are made as long as the longest of them.</summary>
    public void Read(IReadOnlyList<string[]> sentences, int together)
    {
        foreach (var batch in sentences.Chunk(together))
        {
            var cut = batch.Select(Cut).ToList();
            var longest = cut.Max(c => c.Count);
            long[] shape = [cut.Count, longest];
            long[] ids = new long[cut.Count * longest], mask = new long[ids.Length], kinds = new long[ids.Length];
            foreach (var (row, own) in cut.Index())
            {
                for (var i = 0; i < own.Count; i++) (ids[row * longest + i], mask[row * longest + i]) = (own[i], 1);
            }

            using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
            using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
            using var kindValue = OrtValue.CreateTensorValueFromMemory(kinds, shape);
            using var options = new RunOptions();
            using var results = session.Run(
                options, ["input_ids", "attention_mask", "token_type_ids"], [idValue, maskValue, kindValue], [session.OutputNames[0]]
            );
        }
    }

    public void Dispose() => session.Dispose();

    private List<int> Cut(string[] words)
    {
        List<int> cut = [pieces.Before];
        foreach (var word in words) pieces.Cut(word, cut);
        if (cut.Count > EncoderShape.Longest - 1) cut.RemoveRange(EncoderShape.Longest - 1, cut.Count - EncoderShape.Longest + 1);
        cut.Add(pieces.Behind);
        return cut;
    }

    private static byte[] Model()
    {
        var path = typeof(OnnxEncoder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "MiniLM").Value!;
        var assembly = Assembly.LoadFile(path);
        var name = assembly.GetManifestResourceNames().First(n => n.EndsWith(".model.onnx", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

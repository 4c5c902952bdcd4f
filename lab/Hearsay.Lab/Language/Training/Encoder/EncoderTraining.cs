using System.Diagnostics;
using System.Globalization;
using Hearsay.Lab.Language.Training.Parser;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>How the encoder is trained.</summary>
internal sealed record EncoderOptions(int Rounds, float Rate, int Seed)
{
    /// <summary>Left out on the way through the layers and above them.</summary>
    public float LeftOut { get; init; } = 0.1f;

    /// <summary>The folder where the values are put now and then; null for none.</summary>
    public string? Checkpoints { get; init; }

    /// <summary>Steps that were done before; the values of then are in the encoder.</summary>
    public int Done { get; init; }

    /// <summary>As the encoder that ships was trained.</summary>
    public static EncoderOptions Shipped { get; } = new(6, 2e-4f, 1);
}

/// <summary>
/// Learns the encoder's layers: batches of sentences of like length, in two fixed shares whose gradients are added in order, so that the result
/// hangs on no number of threads; AdamW, its rate rising at first and then falling to nothing.
/// </summary>
internal sealed class EncoderTraining(TrainedEncoder encoder, IReadOnlyList<EncoderExample> examples, EncoderOptions options)
{
    /// <summary>Shares of a batch.</summary>
    public const int Workers = 2;

    private const int BatchPieces = 1024;
    private const float Warm = 0.08f;
    private const float LongestGradient = 5f;
    private const int Between = 100;
    private readonly Parameter[] all = [.. encoder.Named().Select(p => p.Parameter)];
    private readonly EncoderPass[] passes = [.. Enumerable.Range(0, Workers).Select(w => new EncoderPass(encoder, w, options.LeftOut))];

    /// <summary>Goes over the data; <paramref name="afterRound"/> is told the round's number.</summary>
    public void Run(Action<int> afterRound)
    {
        foreach (var parameter in all) parameter.Forget();
        var perRound = Batches(0).Count;
        var (time, steps, clock) = (0, perRound * options.Rounds, Stopwatch.StartNew());
        for (var round = 0; round < options.Rounds; round++)
        {
            var (loss, words) = (0.0, 0);
            foreach (var batch in Batches(round))
            {
                if (++time <= options.Done) continue;
                loss += Step(batch, time, Rate(time, steps));
                words += batch.Sum(s => s.Words);
                if (time % Between != 0) continue;
                Said(clock, $"step {time} of {steps}, loss {loss / words:0.0000}");
                (loss, words) = (0, 0);
                Save(time);
            }

            if (time <= options.Done) continue;
            Save(time);
            encoder.Prepare(backward: false);
            afterRound(round + 1);
        }
    }

    /// <summary>What the encoder says of each sentence, in their order.</summary>
    public static EncoderResult[] Tell(TrainedEncoder encoder, IReadOnlyList<EncoderExample> sentences)
    {
        encoder.Prepare(backward: false);
        var numbers = sentences.Index().ToDictionary(s => s.Item.Firsts, s => s.Index);
        var all = new EncoderResult[sentences.Count];
        Parallel.ForEach(
            FrozenLayers.Groups(sentences, BatchPieces / Workers),
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            () => new EncoderPass(encoder, 0, 0),
            (group, _, pass) =>
            {
                foreach (var (result, sentence) in pass.Tell(group).Zip(group)) all[numbers[sentence.Firsts]] = result;
                return pass;
            },
            _ => { }
        );
        return all;
    }

    private void Save(int time)
    {
        if (options.Checkpoints is { } path) encoder.Save(Path.Combine(path, $"step-{time}.values"));
    }

    private double Step(EncoderExample[] batch, int time, float rate)
    {
        encoder.Prepare(backward: true);
        var losses = new double[Workers];
        var shares = Shares(batch);
        Parallel.For(
            0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers },
            w => losses[w] = passes[w].Learn(shares[w], options.Seed * 1000003 + time * Workers + w)
        );
        var words = batch.Sum(s => s.Words);
        var sums = new double[all.Length];
        Parallel.For(0, all.Length, p => sums[p] = all[p].Gather());
        var length = Math.Sqrt(sums.Sum()) / words;
        var scale = (float)(Math.Min(1, LongestGradient / length) / words);
        Parallel.For(0, all.Length, p => all[p].Step(rate, scale, time - options.Done));
        return losses.Sum();
    }

    private float Rate(int time, int steps)
    {
        var warm = Math.Max(1, Warm * steps);
        // Rounds differ by a batch or two
        var rate = options.Rate * Math.Max(0, Math.Min(time / warm, (steps - time) / (steps - warm)));
        // Moments that begin anew need a few steps
        return options.Done > 0 ? rate * Math.Min(1, (time - options.Done) / 30f) : rate;
    }

    /// <summary>Batches of sentences of like length, in random order.</summary>
    private List<EncoderExample[]> Batches(int round)
    {
        var random = new Random(options.Seed + round);
        var batches = new List<EncoderExample[]>();
        var (batch, size) = (new List<EncoderExample>(), 0);
        foreach (var sentence in examples.Select(s => (s, Key: s.Pieces.Length + random.NextDouble() * 8)).OrderBy(s => s.Key).Select(s => s.s))
        {
            if (size + sentence.Pieces.Length > BatchPieces && batch.Count > 0)
            {
                batches.Add([.. batch]);
                (batch, size) = ([], 0);
            }

            batch.Add(sentence);
            size += sentence.Pieces.Length;
        }

        batches.Add([.. batch]);
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batches));
        return batches;
    }

    /// <summary>The sentences dealt out so that all shares have about as many pieces.</summary>
    private static EncoderExample[][] Shares(EncoderExample[] batch)
    {
        var (shares, sizes) = (new List<EncoderExample>[Workers], new int[Workers]);
        for (var w = 0; w < Workers; w++) shares[w] = [];
        foreach (var sentence in batch.OrderByDescending(s => s.Pieces.Length))
        {
            var to = Array.IndexOf(sizes, sizes.Min());
            shares[to].Add(sentence);
            sizes[to] += sentence.Pieces.Length;
        }

        return [.. shares.Select(s => s.ToArray())];
    }

    private static void Said(Stopwatch clock, string what) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalSeconds, 6:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds, 6:0} s of processor time  {what}"
            )
        );
}

using System.Numerics;
using System.Numerics.Tensors;

namespace Hearsay.Lab.Language.Training.Parser;

/// <summary>
/// Numbers to be learned, in rows, with the steps that Adam (Kingma and Ba 2015) takes, and their running mean, which is what is kept.
/// The gradient of a sparse one is gathered and applied for the rows alone that were used.
/// </summary>
internal sealed class Parameter
{
    private const float Forget1 = 0.9f, Forget2 = 0.98f, Small = 1e-8f, MeanForget = 0.998f;
    private readonly float[] first;
    private readonly float[] second;
    private readonly float[][] gradients;
    private readonly bool[][]? used;
    private readonly int width;

    public Parameter(int rows, int width, float spread, Random random, int workers, bool sparse = false)
        : this(Spread(rows * width, spread, random), width, workers, sparse) { }

    public Parameter(float[] values, int width, int workers, bool sparse = false)
    {
        this.width = width;
        var rows = values.Length / width;
        Values = values;
        (first, second, Mean) = (new float[Values.Length], new float[Values.Length], [.. Values]);
        gradients = [.. Enumerable.Range(0, workers).Select(_ => new float[Values.Length])];
        if (sparse) used = [.. Enumerable.Range(0, workers).Select(_ => new bool[rows])];
    }

    public float[] Values { get; }

    /// <summary>Numbers of a row.</summary>
    public int Width => width;

    /// <summary>The running mean of the values.</summary>
    public float[] Mean { get; }

    /// <summary>By how much faster than the others it learns.</summary>
    public float Pace { get; init; } = 1;

    /// <summary>Decay of the values at each step, in units of the rate, apart from the gradient (Loshchilov and Hutter 2019).</summary>
    public float Decay { get; init; }

    /// <summary>What worker <paramref name="worker"/> gathers.</summary>
    public float[] Gradient(int worker) => gradients[worker];

    /// <summary>The gradient of one row of a sparse parameter, to be added to.</summary>
    public Span<float> Row(int worker, int row)
    {
        used![worker][row] = true;
        return gradients[worker].AsSpan(row * width, width);
    }

    /// <summary>Sums the workers' gradients into the first one's; the squared length of the sum.</summary>
    public double Gather()
    {
        var sum = 0.0;
        foreach (var (start, length) in Used())
        {
            var total = gradients[0].AsSpan(start, length);
            for (var w = 1; w < gradients.Length; w++)
            {
                var other = gradients[w].AsSpan(start, length);
                TensorPrimitives.Add(total, other, total);
                other.Clear();
            }

            sum += TensorPrimitives.SumOfSquares<float>(total);
        }

        return sum;
    }

    /// <summary>
    /// One step of Adam against the gathered gradient times <paramref name="scale"/>, which is then forgotten; <paramref name="time"/> counts from 1.
    /// </summary>
    public void Step(float rate, float scale, int time)
    {
        rate *= Pace;
        var kept = 1 - rate * Decay;
        var step = rate * MathF.Sqrt(1 - MathF.Pow(Forget2, time)) / (1 - MathF.Pow(Forget1, time));
        var lanes = Vector<float>.Count;
        foreach (var (start, length) in Used())
        {
            var gradient = gradients[0].AsSpan(start, length);
            var i = 0;
            for (; i + lanes <= length; i += lanes)
            {
                var g = new Vector<float>(gradient[i..]) * scale;
                var m = new Vector<float>(first, start + i);
                var v = new Vector<float>(second, start + i);
                m += (g - m) * (1 - Forget1);
                v += (g * g - v) * (1 - Forget2);
                m.CopyTo(first, start + i);
                v.CopyTo(second, start + i);
                (new Vector<float>(Values, start + i) * kept - m * step / (Vector.SquareRoot(v) + new Vector<float>(Small))).CopyTo(Values, start + i);
            }

            for (; i < length; i++)
            {
                var g = gradient[i] * scale;
                first[start + i] += (g - first[start + i]) * (1 - Forget1);
                second[start + i] += (g * g - second[start + i]) * (1 - Forget2);
                Values[start + i] = Values[start + i] * kept - first[start + i] * step / (MathF.Sqrt(second[start + i]) + Small);
            }

            gradient.Clear();
        }

        if (used is not null)
        {
            foreach (var flags in used) Array.Clear(flags);
        }
    }

    /// <summary>Forgets the steps that were taken, as if the values had been given.</summary>
    public void Forget()
    {
        Array.Clear(first);
        Array.Clear(second);
    }

    /// <summary>Moves the running mean; called every <paramref name="steps"/> steps.</summary>
    public void Average(int steps, int time)
    {
        // The early values count little: the mean is over what has been seen so far until that is long enough.
        var share = 1 - Math.Min(MathF.Pow(MeanForget, steps), time / (time + 10f * steps));
        var by = new Vector<float>(share);
        for (var i = 0; i + Vector<float>.Count <= Values.Length; i += Vector<float>.Count)
        {
            var mean = new Vector<float>(Mean, i);
            (mean + by * (new Vector<float>(Values, i) - mean)).CopyTo(Mean, i);
        }

        for (var i = Values.Length / Vector<float>.Count * Vector<float>.Count; i < Values.Length; i++) Mean[i] += share * (Values[i] - Mean[i]);
    }

    private static float[] Spread(int count, float spread, Random random)
    {
        var values = new float[count];
        for (var i = 0; i < values.Length && spread > 0; i++) values[i] = (float)(random.NextDouble() * 2 - 1) * spread;
        return values;
    }

    /// <summary>The stretches whose gradient may not be zero.</summary>
    private IEnumerable<(int Start, int Length)> Used()
    {
        if (used is null)
        {
            yield return (0, Values.Length);
            yield break;
        }

        for (var row = 0; row < used[0].Length; row++)
        {
            foreach (var flags in used)
            {
                if (!flags[row]) continue;
                yield return (row * width, width);
                break;
            }
        }
    }
}

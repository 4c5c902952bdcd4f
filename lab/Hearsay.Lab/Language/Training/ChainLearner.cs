using System.Runtime.Intrinsics;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>A stretch of words to learn from: for each its rows of weights, its look and the classes that may be right (a bit each).</summary>
internal sealed record Chain(int[][] Rows, byte[] Joints, ushort[] Allowed);

/// <summary>
/// Learns a chain of conditional decisions (Lafferty et al. 2001) where more than one class may be right (the probability of all allowed chains is
/// raised). Steps by FTRL-proximal (McMahan et al. 2013), whose L1 term leaves most weights at zero.
/// </summary>
internal sealed class ChainLearner(LinearModel model, float lasso, float ridge, int seed)
{
    private const int C = NameTagger.Classes;
    private const float Alpha = 0.1f, Beta = 1f;
    private const double LeftOut = 0.2;
    private readonly Random random = new(seed);
    private readonly float[] z = new float[model.Weights.Length];
    private readonly float[] n = new float[model.Weights.Length];

    /// <summary>The weights that follow from the two.</summary>
    private readonly float[] weights = new float[model.Weights.Length];
    private readonly int[] jointRows = [.. Enumerable.Range(0, NameTagger.Joints * C).Select(k => model.Row(NameTagger.Joint(k / C, k % C)))];
    private float[] own = new float[64 * C];

    /// <summary>One step over one chain; what it lost (minus the logarithm of the probability of being right).</summary>
    public double Learn(Chain chain)
    {
        chain = chain with { Rows = [.. chain.Rows.Select(Noised)] };
        var length = chain.Rows.Length;
        Sum(chain, 1);
        var all = Marginals(chain, constrained: false);
        var right = Marginals(chain, constrained: true);
        for (var i = 0; i < length; i++)
        {
            for (var c = 0; c < C; c++)
            {
                var gradient = all.Own[i * C + c] - right.Own[i * C + c];
                if (Math.Abs(gradient) < 1e-5f) continue;
                foreach (var row in chain.Rows[i]) Step(row + c, gradient);
            }

            for (var k = 0; k < C * C; k++)
            {
                var gradient = all.Steps[i * C * C + k] - right.Steps[i * C * C + k];
                if (Math.Abs(gradient) > 1e-5f) Step(jointRows[chain.Joints[i] * C + k / C] + k % C, gradient);
            }
        }

        return all.LogZ - right.LogZ;
    }

    /// <summary>What the signs of each word say of each class, times <paramref name="by"/>.</summary>
    private void Sum(Chain chain, float by)
    {
        var length = chain.Rows.Length;
        if (own.Length < length * C) own = new float[length * C * 2];
        for (var i = 0; i < length; i++)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var row in chain.Rows[i])
            {
                low += Vector256.Create<float>(weights.AsSpan(row, 8));
                high += Vector256.Create<float>(weights.AsSpan(row + 8, 8));
            }

            for (var c = 0; c < C; c++) own[i * C + c] = by * (c < 8 ? low[c] : high[c - 8]);
        }
    }

    /// <summary>Leaves out a part of what is known of a word, so that no single sign decides (Wang et al. 2013: feature noising).</summary>
    private int[] Noised(int[] rows) => [.. rows.Where(_ => random.NextDouble() >= LeftOut)];

    /// <summary>
    /// Writes the mean weights of <paramref name="learners"/>, who learned the same features, into the model, scaled to -127…127; those that round to
    /// zero are lost.
    /// </summary>
    public static void Finish(LinearModel model, IReadOnlyList<ChainLearner> learners)
    {
        float[] means = [.. Enumerable.Range(0, model.Weights.Length).Select(i => learners.Sum(l => l.Weight(i)) / learners.Count)];
        var sizes = means.Select(Math.Abs).Where(w => w > 0).Order().ToArray();
        var scale = 127.0 / sizes[(int)(sizes.Length * 0.9995)];
        for (var i = 0; i < means.Length; i++) model.Weights[i] = (short)Math.Round(Math.Clamp(means[i] * scale, -127, 127));
        Console.Error.WriteLine($"    {sizes.Length} weights, {model.Weights.Count(w => w != 0)} kept, scale {scale:0.###}");
    }

    private float Weight(int at) => weights[at];

    private void Step(int at, float gradient)
    {
        var before = n[at];
        n[at] += gradient * gradient;
        var sigma = (MathF.Sqrt(n[at]) - MathF.Sqrt(before)) / Alpha;
        z[at] += gradient - sigma * weights[at];
        weights[at] = WeightOf(z[at], n[at]);
    }

    private float WeightOf(float value, float square) =>
        value <= lasso && value >= -lasso ? 0 : -(value - Math.Sign(value) * lasso) / ((Beta + MathF.Sqrt(square)) / Alpha + ridge);

    /// <summary>How probable each class and each step is, over all chains or the allowed ones.</summary>
    private (double LogZ, float[] Own, float[] Steps) Marginals(Chain chain, bool constrained)
    {
        var length = chain.Rows.Length;
        var (forward, backward) = (new double[length * C], new double[length * C]);
        bool May(int i, int c) => !constrained || (chain.Allowed[i] >> c & 1) != 0;
        var joint = new float[NameTagger.Joints * C * C];
        for (var k = 0; k < jointRows.Length; k++)
        {
            for (var c = 0; c < C; c++) joint[k * C + c] = Weight(jointRows[k] + c);
        }

        Span<double> parts = stackalloc double[C];
        for (var i = 0; i < length; i++)
        {
            for (var c = 0; c < C; c++)
            {
                if (!May(i, c))
                {
                    forward[i * C + c] = double.NegativeInfinity;
                    continue;
                }

                for (var b = 0; b < C; b++)
                    parts[b] =
                        !NameTagger.MayFollow(b, c) || (i == 0 && b > 0)
                            ? double.NegativeInfinity
                            : (i == 0 ? 0 : forward[(i - 1) * C + b]) + joint[(chain.Joints[i] * C + b) * C + c];
                forward[i * C + c] = LogSum(parts) + own[i * C + c];
            }
        }

        for (var i = length - 2; i >= 0; i--)
        {
            for (var b = 0; b < C; b++)
            {
                for (var c = 0; c < C; c++)
                    parts[c] =
                        !NameTagger.MayFollow(b, c) || !May(i + 1, c)
                            ? double.NegativeInfinity
                            : backward[(i + 1) * C + c] + own[(i + 1) * C + c] + joint[(chain.Joints[i + 1] * C + b) * C + c];
                backward[i * C + b] = LogSum(parts);
            }
        }

        var total = LogSum(forward.AsSpan((length - 1) * C, C));
        var (single, steps) = (new float[length * C], new float[length * C * C]);
        for (var i = 0; i < length; i++)
        {
            for (var c = 0; c < C; c++)
            {
                if (!May(i, c)) continue;
                single[i * C + c] = (float)Math.Exp(forward[i * C + c] + backward[i * C + c] - total);
                for (var b = 0; b < C; b++)
                {
                    if (!NameTagger.MayFollow(b, c) || (i == 0 && b > 0)) continue;
                    var before = i == 0 ? 0 : forward[(i - 1) * C + b];
                    if (double.IsNegativeInfinity(before)) continue;
                    steps[(i * C + b) * C + c] = (float)
                        Math.Exp(before + joint[(chain.Joints[i] * C + b) * C + c] + own[i * C + c] + backward[i * C + c] - total);
                }
            }
        }

        return (total, single, steps);
    }

    private static double LogSum(ReadOnlySpan<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var v in values) most = Math.Max(most, v);
        if (double.IsNegativeInfinity(most)) return most;
        var sum = 0.0;
        foreach (var v in values) sum += Math.Exp(v - most);
        return most + Math.Log(sum);
    }
}

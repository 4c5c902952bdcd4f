using System.Collections.Immutable;
using Hearsay.Reconciliation.Importance;

namespace Hearsay.Lab.Importance;

/// <summary>
/// Fits a <see cref="LogisticModel"/>: standardised features, squares of the weights held down, Newton's method (iteratively reweighted least squares). The
/// same rows give the same weights.
/// </summary>
internal static class LogisticFit
{
    private const int Steps = 12;

    /// <summary>Half of this times the squares of the standardised weights is added to the log loss: few stories, many features.</summary>
    private const double Ridge = 100;

    public static LogisticModel Of(IReadOnlyList<double[]> rows, IReadOnlyList<bool> answers)
    {
        var width = rows[0].Length;
        var mean = Enumerable.Range(0, width).Select(f => rows.Average(r => r[f])).ToArray();
        var deviation = Enumerable.Range(0, width).Select(f => Math.Sqrt(rows.Average(r => (r[f] - mean[f]) * (r[f] - mean[f])))).Select(d => d < 1e-9 ? 1 : d).ToArray();
        // the last column is the offset's
        var x = rows.Select(r => r.Select((v, f) => (v - mean[f]) / deviation[f]).Append(1).ToArray()).ToArray();
        var weights = new double[width + 1];
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, curvature) = (new double[width + 1], new double[width + 1, width + 1]);
            for (var f = 0; f < width; f++) (gradient[f], curvature[f, f]) = (Ridge * weights[f], Ridge);
            for (var i = 0; i < x.Length; i++) Add(x[i], answers[i], weights, gradient, curvature);
            var change = Solved(curvature, gradient);
            for (var f = 0; f <= width; f++) weights[f] -= change[f];
        }

        var plain = Enumerable.Range(0, width).Select(f => Short(weights[f] / deviation[f])).ToImmutableArray();
        return new LogisticModel(Short(weights[width] - plain.Select((w, f) => w * mean[f]).Sum()), plain);
    }

    private static void Add(double[] x, bool answer, double[] weights, double[] gradient, double[,] curvature)
    {
        var p = 1 / (1 + Math.Exp(-x.Zip(weights, (a, b) => a * b).Sum()));
        var (first, second) = (p - (answer ? 1 : 0), p * (1 - p));
        for (var f = 0; f < x.Length; f++)
        {
            gradient[f] += first * x[f];
            for (var g = 0; g < x.Length; g++) curvature[f, g] += second * x[f] * x[g];
        }
    }

    /// <summary>The x of A x = b for a symmetric positive definite A (Gauss).</summary>
    private static double[] Solved(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < n; j++) a[i, j] -= factor * a[k, j];
                b[i] -= factor * b[k];
            }
        }

        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            x[i] = b[i];
            for (var j = i + 1; j < n; j++) x[i] -= a[i, j] * x[j];
            x[i] /= a[i, i];
        }

        return x;
    }

    /// <summary>Six digits: enough, and the file stays small.</summary>
    private static double Short(double value) => value == 0 ? 0 : double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}

namespace Hearsay.Lab.Sameness;

/// <summary>Logistic regression on standardised features, by gradient descent: what simple features give, beside the judge.</summary>
internal sealed class LogisticRegression
{
    private const int Steps = 300;
    private const double Rate = 1, Ridge = 1e-3;

    private readonly double[] means, deviations, weights;
    private double offset;

    /// <summary>Learns from rows of equal length and their answers.</summary>
    public LogisticRegression(IReadOnlyList<double[]> rows, IReadOnlyList<bool> answers)
    {
        var width = rows[0].Length;
        (means, deviations, weights) = (new double[width], new double[width], new double[width]);
        for (var f = 0; f < width; f++)
        {
            means[f] = rows.Average(r => r[f]);
            deviations[f] = Math.Sqrt(rows.Average(r => (r[f] - means[f]) * (r[f] - means[f]))) + 1e-9;
        }

        var all = rows.Select(Standardised).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var (slope, gradient) = (0.0, new double[width]);
            for (var i = 0; i < all.Length; i++)
            {
                var error = Of(all[i]) - (answers[i] ? 1 : 0);
                slope += error;
                for (var f = 0; f < width; f++) gradient[f] += error * all[i][f];
            }

            offset -= Rate * slope / all.Length;
            for (var f = 0; f < width; f++) weights[f] -= Rate * ((gradient[f] / all.Length) + (Ridge * weights[f]));
        }
    }

    /// <summary>The probability of a yes, from 0 to 1.</summary>
    public double Probability(double[] row) => Of(Standardised(row));

    private double Of(double[] row)
    {
        var sum = offset;
        for (var f = 0; f < row.Length; f++) sum += weights[f] * row[f];
        return 1 / (1 + Math.Exp(-sum));
    }

    private double[] Standardised(double[] row) => [.. row.Select((v, f) => (v - means[f]) / deviations[f])];
}

using Hearsay.Language.Models;

namespace Hearsay.Language.Encoder;

/// <summary>
/// The words of a sentence with their vectors and weights, to be aligned with another's: every word goes with the other's word that means most alike
/// (after Zhang et al. 2020, BERTScore). The same two sentences give the same number on every machine.
/// </summary>
internal sealed class AlignedWords
{
    private readonly float[] rows, columns, weights;
    private readonly int width, padded;

    /// <param name="vectors">Vectors of length 1, one behind the other.</param>
    /// <param name="weights">How much each word weighs, 0 or more: rare words more than common ones, marks nothing.</param>
    public AlignedWords(ReadOnlySpan<float> vectors, ReadOnlySpan<float> weights)
    {
        (rows, this.weights) = (vectors.ToArray(), weights.ToArray());
        (width, padded) = (weights.Length == 0 ? 0 : vectors.Length / weights.Length, MatrixProduct.Padded(weights.Length));
        columns = new float[width * padded];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var k = 0; k < width; k++) columns[k * padded + i] = rows[i * width + k];
        }
    }

    /// <summary>
    /// How much of what this sentence says stands in the other: the weighted mean of its words' largest cosines, from -1 to 1; 0 where one of the two
    /// has no words that weigh.
    /// </summary>
    public float CoveredBy(AlignedWords other)
    {
        if (width == 0 || other.width == 0) return 0;
        var cosines = new float[weights.Length * other.padded];
        MatrixProduct.Multiply(rows, width, 1, other.columns, cosines, weights.Length, width, other.padded);
        var (sum, weight) = (0f, 0f);
        for (var i = 0; i < weights.Length; i++)
        {
            var most = -1f;
            for (var k = 0; k < other.weights.Length; k++) most = Math.Max(most, cosines[i * other.padded + k]);
            sum += weights[i] * most;
            weight += weights[i];
        }

        return weight > 0 ? sum / weight : 0;
    }

    /// <summary>The larger of both coverages: a short sentence that stands in a long one says nothing else.</summary>
    public static float Likeness(AlignedWords a, AlignedWords b) => Math.Max(a.CoveredBy(b), b.CoveredBy(a));
}

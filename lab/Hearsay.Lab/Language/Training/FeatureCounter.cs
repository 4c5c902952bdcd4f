using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// Chooses the features of a model: those that the data show at least so often. Rarer ones teach a model nothing but its own training data.
/// </summary>
internal sealed class FeatureCounter(int least)
{
    private const int Bits = 27;
    private readonly byte[] counts = new byte[1 << Bits];

    /// <summary>The features met often enough so far.</summary>
    public FeatureTable Table { get; } = new();

    public void See(ReadOnlySpan<uint> features)
    {
        foreach (var feature in features)
        {
            ref var count = ref counts[feature >> (32 - Bits)];
            if (count < least && ++count == least) Table.Add(feature);
            else if (count >= least) Table.Add(feature);
        }
    }
}

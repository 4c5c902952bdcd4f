using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Importance;

/// <summary>A probability from features: one weight each and an offset (logistic regression). A line of a data file: the offset, then the weights.</summary>
internal sealed record LogisticModel(double Offset, ImmutableArray<double> Weights)
{
    /// <summary>From 0 to 1, rounded so that processors agree on it.</summary>
    /// <param name="features">As many as there are weights.</param>
    public double Probability(ReadOnlySpan<double> features)
    {
        var sum = Offset;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * features[i];
        return Math.Round(1 / (1 + Math.Exp(-sum)), 6);
    }

    /// <summary>Reads a line of numbers.</summary>
    /// <exception cref="FormatException">A word is no number.</exception>
    public static LogisticModel Read(string line)
    {
        var numbers = line.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToImmutableArray();
        return new LogisticModel(numbers[0], numbers[1..]);
    }

    public string Write() => string.Join(' ', Weights.Prepend(Offset).Select(w => w.ToString("R", CultureInfo.InvariantCulture)));
}

/// <summary>
/// The learned answer to "what belongs at the top of a briefing, what on its page?": whether a sentence makes one of the points that an editor would put
/// first, whether it makes two of them, and whether it makes any that belongs on a page. Trained by `lab importance` on stories whose points were weighed.
/// </summary>
internal sealed record ImportanceJudge(LogisticModel Leading, LogisticModel LeadingTwice, LogisticModel Weighty)
{
    /// <summary>What a second point of the lead counts: less than one, since an account is judged by its first.</summary>
    private const double Second = 0.5;

    private static readonly Lazy<ImportanceJudge> Loaded = new(() => Read(DataFile.Lines("Reconciliation/Data/importance.txt")));

    /// <summary>The judge that ships.</summary>
    public static ImportanceJudge Shipped => Loaded.Value;

    /// <summary>How many points of the lead the sentence is likely to make, a second one counting half.</summary>
    public double Lead(ReadOnlySpan<double> features) => Leading.Probability(features) + (Second * LeadingTwice.Probability(features));

    /// <summary>How likely it makes a point that belongs on a page, from 0 to 1.</summary>
    public double Weight(ReadOnlySpan<double> features) => Weighty.Probability(features);

    /// <summary>Reads a judge as <see cref="Write"/> wrote it.</summary>
    public static ImportanceJudge Read(IEnumerable<string> lines) =>
        lines.Select(LogisticModel.Read).ToArray() is [var leading, var twice, var weighty]
            ? new ImportanceJudge(leading, twice, weighty)
            : throw new FormatException("three lines of weights are needed");

    /// <summary>The lines of the data file.</summary>
    public IEnumerable<string> Write() => [Leading.Write(), LeadingTwice.Write(), Weighty.Write()];
}

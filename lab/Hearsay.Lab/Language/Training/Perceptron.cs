using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// Trains a <see cref="LinearModel"/> by the averaged perceptron (Freund and Schapire 1999; Collins 2002): whole-numbered weights while training,
/// their mean over all steps at the end, scaled to -127…127 so that a weight fits a byte.
/// </summary>
internal sealed class Perceptron(LinearModel model)
{
    private readonly float[] totals = new float[model.Weights.Length];
    private long step = 1;

    public LinearModel Model { get; } = model;

    /// <summary>Counts a decision, so that the mean is one over decisions.</summary>
    public void Step() => step++;

    /// <summary>Moves the weights of <paramref name="features"/> towards <paramref name="good"/> and away from <paramref name="bad"/>.</summary>
    public void Update(ReadOnlySpan<uint> features, int good, int bad)
    {
        foreach (var feature in features)
        {
            var row = Model.Row(feature);
            if (row < 0) continue;
            Add(row + good, 1);
            Add(row + bad, -1);
        }
    }

    /// <summary>Replaces the weights by their scaled means; those under <paramref name="smallest"/> become zero.</summary>
    public void Finish(double smallest = 1.5)
    {
        var means = new float[totals.Length];
        for (var i = 0; i < means.Length; i++) means[i] = (float)(Model.Weights[i] - totals[i] / (double)step);
        var sizes = means.Where(m => m != 0).Select(Math.Abs).Order().ToArray();
        if (sizes.Length == 0) return;
        var scale = 127.0 / sizes[(int)(sizes.Length * 0.9998)];
        var kept = 0;
        for (var i = 0; i < means.Length; i++)
        {
            var w = Math.Clamp(means[i] * scale, -127, 127);
            Model.Weights[i] = Math.Abs(w) < smallest ? (short)0 : (short)Math.Round(w);
            if (Model.Weights[i] != 0) kept++;
        }

        Console.Error.WriteLine($"    {sizes.Length} weights, {kept} kept, scale {scale:0.###}");
    }

    private void Add(int at, int by)
    {
        Model.Weights[at] = (short)Math.Clamp(Model.Weights[at] + by, short.MinValue, short.MaxValue);
        totals[at] += (float)(by * (double)step);
    }
}

using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.WordVectors;

/// <summary>Divides words into classes by their vectors: spherical k-means, the first centres spread over the more frequent half.</summary>
internal static class WordClassing
{
    private const int Classes = 200;
    private const int Rounds = 12;

    /// <summary>The class of each word, from 1; the words come by falling frequency.</summary>
    public static WordClasses Of(IReadOnlyList<(string Word, float[] Vector)> words)
    {
        var points = words.Select(w => w.Vector.ToArray()).ToArray();
        foreach (var point in points) Points.Scale(point, 1 / Math.Max(Points.Length(point), 1e-6f));
        var centres = Enumerable
            .Range(0, Classes)
            .Select(c => points[(int)(Math.Pow((c + 0.5) / Classes, 2) * points.Length * 0.5)].ToArray())
            .ToArray();
        var own = new int[points.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, points.Length, i => own[i] = Enumerable.Range(0, Classes).MaxBy(c => Points.Product(points[i], centres[c])));
            foreach (var centre in centres) Array.Clear(centre);
            // Frequent words weigh more.
            for (var i = 0; i < points.Length; i++) Points.Add(centres[own[i]], points[i], MathF.Pow(i + 10, -0.3f));
            foreach (var centre in centres) Points.Scale(centre, 1 / Math.Max(Points.Length(centre), 1e-6f));
        }

        var sorted = words
            .Select((w, i) => (Hash: WordSight.LowerHash(w.Word), Class: (byte)(own[i] + 1)))
            .DistinctBy(w => w.Hash)
            .OrderBy(w => w.Hash)
            .ToArray();
        return new WordClasses([.. sorted.Select(s => s.Hash)], [.. sorted.Select(s => s.Class)]);
    }
}

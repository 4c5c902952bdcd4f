using System.Numerics;
using System.Runtime.InteropServices;

namespace Hearsay.Language.Models;

/// <summary>
/// A linear model over hashed features: every known feature has a row of weights, one a class; a class scores the sum of its weights over the
/// features' rows. While it is trained the rows are dense; as shipped, models of many classes keep only the weights that are not zero.
/// </summary>
internal sealed class LinearModel
{
    private readonly FeatureTable table;
    private readonly short[] weights;
    private readonly SparseRows? sparse;

    /// <summary>An untrained model: every weight 0.</summary>
    public LinearModel(int classCount, FeatureTable features)
    {
        (Classes, table) = (classCount, features);
        Stride = StrideOf(classCount);
        weights = new short[(long)Stride * features.Count];
    }

    private LinearModel(int classCount, uint[] keys, int[] starts, byte[] classes, sbyte[] values)
    {
        (Classes, Stride, weights, table) = (classCount, StrideOf(classCount), [], new FeatureTable());
        sparse = new SparseRows(keys, starts, classes, values, Stride);
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>Places that the scores need: the classes, rounded up for vectors.</summary>
    public int Stride { get; }

    /// <summary>The dense weights of a model in training, row by row.</summary>
    public short[] Weights => weights;

    /// <summary>The first weight of the feature's row; -1 where the feature is not known.</summary>
    public int Row(uint feature) => table.Row(feature) is var row and >= 0 ? row * Stride : -1;

    /// <summary>Sums the rows of <paramref name="features"/> into <paramref name="scores"/>, which has <see cref="Stride"/> places.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..Stride].Clear();
        if (sparse is not null) sparse.Score(features, scores);
        else ScoreDense(features, scores);
    }

    /// <summary>
    /// Adds the rows of <paramref name="features"/> to <paramref name="scores"/>, which has <see cref="Stride"/> places; for models of more than four
    /// classes.
    /// </summary>
    public void AddTo(ReadOnlySpan<uint> features, Span<int> scores)
    {
        if (sparse is not null) sparse.Score(features, scores);
        else ScoreDense(features, scores);
    }

    /// <summary>
    /// Adds the rows of <paramref name="features"/> to <paramref name="scores"/>, which has <see cref="Stride"/> places; for models of more than four
    /// classes, of whose rows less than 250 go into one sum.
    /// </summary>
    public void Add(ReadOnlySpan<uint> features, Span<short> scores)
    {
        if (sparse is not null)
        {
            sparse.Score(features, scores);
            return;
        }

        foreach (var feature in features)
        {
            if (Row(feature) is not (var at and >= 0)) continue;
            for (var c = 0; c < Classes; c++) scores[c] += weights[at + c];
        }
    }

    /// <summary>The class with the highest score; the lower number where two are equal. What stands behind the classes is overwritten.</summary>
    public int Best(Span<short> scores)
    {
        scores[Classes..].Fill(short.MinValue);
        var best = Vector.LoadUnsafe(ref scores[0]);
        for (var i = Vector<short>.Count; i < Stride; i += Vector<short>.Count) best = Vector.Max(best, Vector.LoadUnsafe(ref scores[i]));
        var highest = best[0];
        for (var i = 1; i < Vector<short>.Count; i++) highest = Math.Max(highest, best[i]);
        return scores.IndexOf(highest);
    }

    /// <summary>The class with the highest score; the lower number where two are equal.</summary>
    public int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < Classes; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }

    private void ScoreDense(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var lanes = Vector<short>.Count;
        foreach (var feature in features)
        {
            var at = Row(feature);
            if (at < 0) continue;
            var row = weights.AsSpan(at, Stride);
            for (var i = 0; i < row.Length; i += lanes)
            {
                Vector.Widen(new Vector<short>(row[i..]), out var low, out var high);
                (new Vector<int>(scores[i..]) + low).CopyTo(scores[i..]);
                (new Vector<int>(scores[(i + lanes / 2)..]) + high).CopyTo(scores[(i + lanes / 2)..]);
            }
        }
    }

    /// <summary>A multiple of 16, which every vector divides.</summary>
    private static int StrideOf(int classCount) => (classCount + 15) / 16 * 16;

    /// <summary>Writes a trained model, whose weights lie from -127 to 127: rows in the order of their keys, those of zeros left out.</summary>
    public void Write(BinaryWriter writer)
    {
        using var gaps = new MemoryStream();
        using var counts = new MemoryStream();
        using var kinds = new MemoryStream();
        using var sizes = new MemoryStream();
        var last = 0u;
        var rows = 0;
        foreach (var (key, row) in table.Entries())
        {
            var own = weights.AsSpan(row * Stride, Classes);
            if (own.IndexOfAnyExcept((short)0) < 0) continue;
            for (var gap = key - last; ; gap >>= 7)
            {
                gaps.WriteByte((byte)(gap & 0x7F | (gap > 0x7F ? 0x80u : 0u)));
                if (gap <= 0x7F) break;
            }

            last = key;
            rows++;
            counts.WriteByte((byte)own.ToArray().Count(w => w != 0));
            for (var c = 0; c < own.Length; c++)
            {
                if (own[c] == 0) continue;
                kinds.WriteByte((byte)c);
                sizes.WriteByte((byte)(sbyte)own[c]);
            }
        }

        writer.Write(Classes);
        writer.Write(rows);
        foreach (var stream in new[] { gaps, counts, kinds, sizes })
        {
            writer.Write((int)stream.Length);
            writer.Write(stream.ToArray());
        }
    }

    /// <summary>Reads a model as <see cref="Write"/> wrote it.</summary>
    public static LinearModel Read(BinaryReader reader)
    {
        var classCount = reader.ReadInt32();
        var keys = new uint[reader.ReadInt32()];
        var gaps = reader.ReadBytes(reader.ReadInt32());
        var counts = reader.ReadBytes(reader.ReadInt32());
        var kinds = reader.ReadBytes(reader.ReadInt32());
        var sizes = reader.ReadBytes(reader.ReadInt32());
        var starts = new int[keys.Length + 1];
        var (at, key) = (0, 0u);
        for (var i = 0; i < keys.Length; i++)
        {
            var gap = 0u;
            for (var shift = 0; ; shift += 7)
            {
                var b = gaps[at++];
                gap |= (b & 0x7Fu) << shift;
                if (b < 0x80) break;
            }

            keys[i] = key += gap;
            starts[i + 1] = starts[i] + counts[i];
        }

        return new LinearModel(classCount, keys, starts, kinds, MemoryMarshal.Cast<byte, sbyte>(sizes).ToArray());
    }
}

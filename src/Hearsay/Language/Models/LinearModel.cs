using System.Numerics;
using System.Runtime.InteropServices;

namespace Hearsay.Language.Models;

/// <summary>
/// A linear model with hashed features: every feature is a row number, every row holds a weight a class, a class scores the sum of its weights over the rows.
/// Two features may share a row; the training sees the same collisions, so that they cost little (Weinberger et al. 2009).
/// </summary>
internal sealed class LinearModel
{
    private readonly int shift;

    public LinearModel(int classes, int bits)
    {
        (Classes, Bits) = (classes, bits);
        Stride = classes <= 4 ? 4 : (classes + 7) / 8 * 8;
        Weights = new short[(long)Stride << bits];
        shift = 32 - bits;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>The logarithm of the number of rows.</summary>
    public int Bits { get; }

    /// <summary>Weights of a row; a multiple of 4, so that rows can be summed by vectors.</summary>
    public int Stride { get; }

    /// <summary>Row by row.</summary>
    public short[] Weights { get; }

    /// <summary>The first weight of the row that <paramref name="feature"/> falls on.</summary>
    public int Row(uint feature) => (int)(feature >> shift) * Stride;

    /// <summary>Sums the rows of <paramref name="features"/> into <paramref name="scores"/>, which has <see cref="Stride"/> places.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        if (Stride == 4)
        {
            int a = 0, b = 0, c = 0, d = 0;
            foreach (var feature in features)
            {
                var row = Weights.AsSpan(Row(feature), 4);
                a += row[0];
                b += row[1];
                c += row[2];
                d += row[3];
            }

            (scores[0], scores[1], scores[2], scores[3]) = (a, b, c, d);
            return;
        }

        scores[..Stride].Clear();
        var lanes = Vector<int>.Count;
        foreach (var feature in features)
        {
            var row = Weights.AsSpan(Row(feature), Stride);
            if (Stride % (2 * lanes) == 0)
            {
                for (var i = 0; i < row.Length; i += 2 * lanes)
                {
                    Vector.Widen(new Vector<short>(row[i..]), out var low, out var high);
                    (new Vector<int>(scores[i..]) + low).CopyTo(scores[i..]);
                    (new Vector<int>(scores[(i + lanes)..]) + high).CopyTo(scores[(i + lanes)..]);
                }
            }
            else
            {
                for (var i = 0; i < row.Length; i++) scores[i] += row[i];
            }
        }
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

    public void Write(BinaryWriter writer)
    {
        writer.Write(Classes);
        writer.Write(Bits);
        using var gaps = new MemoryStream();
        using var values = new MemoryStream();
        var last = -1;
        for (var i = 0; i < Weights.Length; i++)
        {
            if (Weights[i] == 0) continue;
            for (var gap = i - last - 1; ; gap -= 255)
            {
                gaps.WriteByte((byte)Math.Min(gap, 255));
                if (gap < 255) break;
            }

            values.WriteByte((byte)(sbyte)Weights[i]);
            last = i;
        }

        writer.Write((int)gaps.Length);
        writer.Write(gaps.ToArray());
        writer.Write((int)values.Length);
        writer.Write(values.ToArray());
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var model = new LinearModel(reader.ReadInt32(), reader.ReadInt32());
        var gaps = reader.ReadBytes(reader.ReadInt32());
        var values = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(reader.ReadInt32()));
        var weights = model.Weights;
        var g = 0;
        var at = -1;
        foreach (var value in values)
        {
            while (gaps[g] == 255) (at, g) = (at + 255, g + 1);
            at += gaps[g++] + 1;
            weights[at] = value;
        }

        return model;
    }
}

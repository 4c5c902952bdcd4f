using System.Runtime.CompilerServices;

namespace Hearsay.Language.Models;

/// <summary>The rows of a shipped model of up to three classes: three signed bytes of weights a row, on the line of its key. Scores are those of <see cref="FeatureTable"/> with dense rows.</summary>
internal sealed class PackedRows
{
    private const int Slots = 12;
    private const int Usual = 9;
    private const int Weights = 2 * Slots;
    private const int MostFeatures = 256;
    private readonly KeyLines lines;

    /// <summary>Packs rows whose keys rise; the weights of row n are those from <paramref name="starts"/>[n] to the next start.</summary>
    public PackedRows(ReadOnlySpan<uint> keys, ReadOnlySpan<int> starts, ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> values)
    {
        var places = new int[keys.Length];
        lines = new KeyLines(keys, Slots, Usual, places);
        for (var row = 0; row < places.Length; row++)
        {
            for (var i = starts[row]; i < starts[row + 1]; i++) lines.At(Address(places[row]) + classes[i]) = (byte)values[i];
        }
    }

    /// <summary>Sums parts of the features, each up to its end, into four scores a part, the last of them 0; at most 256 features.</summary>
    public void Sum(ReadOnlySpan<uint> features, ReadOnlySpan<int> ends, Span<int> sums)
    {
        Span<int> homes = stackalloc int[MostFeatures];
        Span<byte> touched = stackalloc byte[MostFeatures];
        // All lines are touched before any is looked at, so that the waits for memory overlap.
        for (var i = 0; i < features.Length; i++)
        {
            homes[i] = lines.Home(features[i]);
            touched[i] = lines.At(homes[i]);
        }

        var at = 0;
        for (var part = 0; part < ends.Length; part++)
        {
            int a = 0, b = 0, c = 0;
            for (; at < ends[part]; at++)
            {
                var place = lines.Find(features[at], homes[at]);
                if (place < 0) continue;
                var weights = Unsafe.ReadUnaligned<uint>(ref lines.At(Address(place)));
                a += (sbyte)weights;
                b += (sbyte)(weights >> 8);
                c += (sbyte)(weights >> 16);
            }

            (sums[part * 4], sums[part * 4 + 1], sums[part * 4 + 2], sums[part * 4 + 3]) = (a, b, c, 0);
        }
    }

    /// <summary>Where the weights of the row at <paramref name="place"/> begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Address(int place) => (place & -KeyLines.Size) + Weights + 3 * (place & (KeyLines.Size - 1));
}

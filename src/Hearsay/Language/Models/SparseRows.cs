using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hearsay.Language.Models;

/// <summary>
/// The rows of a shipped model of many classes: only the weights that are not zero, each beside its class. The line of a row's key says where its weights are:
/// 15 offsets (the row's end is the next one's start) and the place from which they count.
/// </summary>
internal sealed class SparseRows
{
    private const int Slots = 14;
    private const int Usual = 11;
    private const int Offsets = 2 * Slots;
    private const int Base = Offsets + 2 * (Slots + 1);
    private readonly KeyLines lines;
    private readonly ushort[] entries;

    /// <summary>Takes rows whose keys rise; the weights of row n are those from <paramref name="starts"/>[n] to the next start.</summary>
    public SparseRows(ReadOnlySpan<uint> keys, ReadOnlySpan<int> starts, ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> values)
    {
        entries = new ushort[values.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = (ushort)(classes[i] << 8 | (byte)values[i]);
        var places = new int[keys.Length];
        lines = new KeyLines(keys, Slots, Usual, places);
        for (var row = 0; row < places.Length; row++)
        {
            var (line, slot) = (places[row] & -KeyLines.Size, places[row] & (KeyLines.Size - 1));
            if (slot == 0) Unsafe.WriteUnaligned(ref lines.At(line + Base), starts[row]);
            var first = Unsafe.ReadUnaligned<int>(ref lines.At(line + Base));
            Unsafe.WriteUnaligned(ref lines.At(line + Offsets + 2 * slot), checked((ushort)(starts[row] - first)));
            Unsafe.WriteUnaligned(ref lines.At(line + Offsets + 2 * slot + 2), checked((ushort)(starts[row + 1] - first)));
        }
    }

    /// <summary>Adds the rows of the features to the scores.</summary>
    public void Score<T>(ReadOnlySpan<uint> features, Span<T> scores)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<int> places = stackalloc int[features.Length];
        Span<byte> touched = stackalloc byte[features.Length];
        // All lines are touched before any is looked at, and so are the rows, so that the waits for memory overlap.
        for (var i = 0; i < features.Length; i++)
        {
            places[i] = lines.Home(features[i]);
            touched[i] = lines.At(places[i]);
        }

        var known = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var place = lines.Find(features[i], places[i]);
            if (place >= 0) places[known++] = place;
        }

        Span<(int Start, int End)> rows = stackalloc (int, int)[known];
        for (var i = 0; i < known; i++)
        {
            var (line, slot) = (places[i] & -KeyLines.Size, places[i] & (KeyLines.Size - 1));
            var first = Unsafe.ReadUnaligned<int>(ref lines.At(line + Base));
            var ends = Unsafe.ReadUnaligned<uint>(ref lines.At(line + Offsets + 2 * slot));
            rows[i] = (first + (ushort)ends, first + (int)(ends >> 16));
            touched[i] = (byte)entries[rows[i].Start];
        }

        foreach (var (start, end) in rows[..known])
        {
            foreach (var weight in entries.AsSpan(start, end - start)) scores[weight >> 8] += T.CreateTruncating((sbyte)weight);
        }
    }
}

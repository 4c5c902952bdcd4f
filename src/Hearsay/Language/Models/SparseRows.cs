using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// The rows of a shipped model of many classes. A row of few weights keeps those that are not zero, each beside its class; one of many keeps them
/// all, a byte each, to be added sixteen at a time. The line of a row's key says where it is: 15 offsets (the row's end is the next one's start) and
/// the place from which they count. A row's length tells its kind.
/// </summary>
internal sealed class SparseRows
{
    private const int Slots = 14;
    private const int Usual = 11;
    private const int Offsets = 2 * Slots;
    private const int Base = Offsets + 2 * (Slots + 1);
    private const int Lanes = 16;
    private readonly KeyLines lines;
    private readonly ushort[] entries;
    private readonly int stride;

    /// <summary>
    /// Takes rows whose keys rise; the weights of row n are those from <paramref name="starts"/>[n] to the next start. <paramref name="stride"/> are
    /// the places of a row that keeps all, a multiple of 16.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SparseRows(ReadOnlySpan<uint> keys, ReadOnlySpan<int> starts, ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> values, int stride)
    {
        this.stride = stride;
        // Optimised at once, since it runs but once, over all rows. From so many weights on, adding all is quicker than finding their places
        var many = stride > Lanes ? 10 : 4;
        var at = new int[keys.Length + 1];
        for (var row = 0; row < keys.Length; row++) at[row + 1] = at[row] + (starts[row + 1] - starts[row] is var n && n < many ? n : Whole);
        entries = new ushort[at[^1]];
        var places = new int[keys.Length];
        lines = new KeyLines(keys, Slots, Usual, places);
        for (var row = 0; row < places.Length; row++)
        {
            var (from, whole) = (starts[row], at[row + 1] - at[row] == Whole);
            for (var i = from; i < starts[row + 1]; i++)
            {
                if (whole) Unsafe.Add(ref Unsafe.As<ushort, sbyte>(ref entries[at[row]]), classes[i]) = values[i];
                else entries[at[row] + i - from] = (ushort)(classes[i] << 8 | (byte)values[i]);
            }

            var (line, slot) = (places[row] & -KeyLines.Size, places[row] & (KeyLines.Size - 1));
            if (slot == 0) Unsafe.WriteUnaligned(ref lines.At(line + Base), at[row]);
            var first = Unsafe.ReadUnaligned<int>(ref lines.At(line + Base));
            Unsafe.WriteUnaligned(ref lines.At(line + Offsets + 2 * slot), checked((ushort)(at[row] - first)));
            Unsafe.WriteUnaligned(ref lines.At(line + Offsets + 2 * slot + 2), checked((ushort)(at[row + 1] - first)));
        }
    }

    /// <summary>The length of a row that keeps all weights.</summary>
    private int Whole => stride / 2;

    /// <summary>Adds the rows of the features to the scores, which are of 16 or 32 bits.</summary>
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
            touched[i] = (byte)(entries[rows[i].Start] + entries[rows[i].End - 1]);
        }

        foreach (var (start, end) in rows)
        {
            if (end - start == Whole) AddWhole(ref Unsafe.As<ushort, sbyte>(ref entries[start]), scores[..stride]);
            else foreach (var weight in entries.AsSpan(start, end - start)) scores[weight >> 8] += T.CreateTruncating((sbyte)weight);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWhole<T>(ref sbyte row, Span<T> scores)
        where T : unmanaged, IBinaryInteger<T>
    {
        ref var to = ref MemoryMarshal.GetReference(scores);
        for (nuint c = 0; c < (uint)scores.Length; c += Lanes)
        {
            var own = Vector256.WidenLower(Vector128.LoadUnsafe(ref row, c).ToVector256Unsafe());
            if (typeof(T) == typeof(short))
            {
                (Vector256.LoadUnsafe(ref Unsafe.As<T, short>(ref to), c) + own).StoreUnsafe(ref Unsafe.As<T, short>(ref to), c);
            }
            else
            {
                var (low, high) = Vector256.Widen(own);
                (Vector256.LoadUnsafe(ref Unsafe.As<T, int>(ref to), c) + low).StoreUnsafe(ref Unsafe.As<T, int>(ref to), c);
                (Vector256.LoadUnsafe(ref Unsafe.As<T, int>(ref to), c + Lanes / 2) + high).StoreUnsafe(ref Unsafe.As<T, int>(ref to), c + Lanes / 2);
            }
        }
    }
}

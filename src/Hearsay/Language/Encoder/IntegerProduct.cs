using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Language.Encoder;

/// <summary>How many bits the integers are added up in at once.</summary>
internal enum VectorWidth
{
    One = 0, Bits128 = 128, Bits256 = 256, Bits512 = 512,
}

/// <summary>
/// Rows of 16-bit integers times a matrix of bytes, summed in 32-bit integers and brought back to floats by the units of the row and the column.
/// Sums of integers are exact in any order, and what follows is one multiplication and one addition for each number: so the bits of a row's result
/// depend neither on the other rows nor on the vectors of the machine.
/// Limit: a row's numbers are within ±<see cref="Most"/>, of which 2048 times 127 do not overflow.
/// </summary>
internal static class IntegerProduct
{
    /// <summary>The largest number of a row.</summary>
    public const int Most = 8191;

    /// <summary>Rows of a block.</summary>
    public const int Rows = 4;

    /// <summary>Columns of a block: four panels.</summary>
    public const int Columns = 4 * PackedMatrix.Panel;

    /// <summary>What this machine does at once.</summary>
    public static VectorWidth Widest { get; } =
        Avx512BW.IsSupported ? VectorWidth.Bits512
        : Avx2.IsSupported ? VectorWidth.Bits256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits128
        : VectorWidth.One;

    /// <summary>So many rows that they are whole blocks.</summary>
    public static int Whole(int rows) => (rows + Rows - 1) / Rows * Rows;

    /// <summary>
    /// Writes <paramref name="count"/> rows of <see cref="PackedMatrix.Width"/> numbers. All spans are of whole blocks of rows; what the filling
    /// rows give means nothing.
    /// </summary>
    /// <param name="numbers">The rows, each in its unit.</param>
    /// <param name="units">The unit of each row.</param>
    /// <param name="matrix">What they are multiplied with.</param>
    /// <param name="to">Where the rows go.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="width">Not above <see cref="Widest"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ReadOnlySpan<short> numbers,
        ReadOnlySpan<float> units,
        PackedMatrix matrix,
        Span<float> to,
        int count,
        VectorWidth width
    )
    {
        var (inner, wide, whole) = (matrix.Rows, matrix.Width, Whole(count));
        if (numbers.Length < whole * inner || units.Length < whole || to.Length < whole * wide)
            throw new ArgumentException("too few rows", nameof(to));
        ref var weights = ref MemoryMarshal.GetArrayDataReference(matrix.Panels);
        ref var rows = ref MemoryMarshal.GetReference(numbers);
        Span<int> sums = stackalloc int[Rows * Columns];
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var column = 0; column < wide; column += Columns)
        {
            for (var row = 0; row < whole; row += Rows)
            {
                ref var x = ref Unsafe.Add(ref rows, row * inner);
                ref var w = ref Unsafe.Add(ref weights, column * inner);
                switch (width)
                {
                    case VectorWidth.Bits512: Sum512(ref x, ref w, inner, ref sum); break;
                    case VectorWidth.Bits256: Sum256(ref x, ref w, inner, ref sum); break;
                    case VectorWidth.Bits128: Sum128(ref x, ref w, inner, ref sum); break;
                    default: SumOne(ref x, ref w, inner, sums); break;
                }

                for (var r = 0; r < Rows; r++)
                    Bring(sums.Slice(r * Columns, Columns), units[row + r], matrix, column, to.Slice((row + r) * wide + column, Columns));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Bring(ReadOnlySpan<int> sums, float unit, PackedMatrix matrix, int column, Span<float> to)
    {
        var own = Vector256.Create(unit);
        var units = matrix.Units.AsSpan(column, Columns);
        var offsets = matrix.Offsets.AsSpan(column, Columns);
        for (var c = 0; c < Columns; c += Vector256<float>.Count)
        {
            var both = own * Vector256.Create<float>(units[c..]);
            (Vector256.ConvertToSingle(Vector256.Create(sums[c..])) * both + Vector256.Create<float>(offsets[c..])).CopyTo(to[c..]);
        }
    }

    private static void SumOne(ref short x, ref sbyte w, int inner, Span<int> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            var (row, column, sum) = (i / Columns, i % Columns, 0);
            ref var panel = ref Unsafe.Add(ref w, column / PackedMatrix.Panel * inner * PackedMatrix.Panel + column % PackedMatrix.Panel * 2);
            for (var k = 0; k < inner; k++)
                sum += Unsafe.Add(ref x, row * inner + k) * Unsafe.Add(ref panel, k / 2 * 2 * PackedMatrix.Panel + k % 2);
            sums[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum128(ref short x, ref sbyte w, int inner, ref int sums)
    {
        for (var part = 0; part < Rows * Columns / 8; part++)
        {
            var (row, eight) = (part / (Columns / 8), part % (Columns / 8));
            ref var own = ref Unsafe.Add(ref x, row * inner);
            ref var panel = ref Unsafe.Add(ref w, eight / 2 * inner * PackedMatrix.Panel + eight % 2 * 16);
            var (a, b) = (Vector128<int>.Zero, Vector128<int>.Zero);
            for (var k = 0; k < inner; k += 2)
            {
                var pair = Vector128.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref own, k)))).AsInt16();
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref panel, (nuint)(k * PackedMatrix.Panel)));
                a += Pairs(low, pair);
                b += Pairs(high, pair);
            }

            a.StoreUnsafe(ref sums, (nuint)(row * Columns + eight * 8));
            b.StoreUnsafe(ref sums, (nuint)(row * Columns + eight * 8 + 4));
        }
    }

    /// <summary>The sums of two neighbours' products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Pairs(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(a, b);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.AddPairwise(AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), AdvSimd.MultiplyWideningUpper(a, b));
        var (x, y) = (a.AsInt32(), b.AsInt32());
        return (x << 16 >> 16) * (y << 16 >> 16) + (x >> 16) * (y >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum256(ref short x, ref sbyte w, int inner, ref int sums)
    {
        for (var p = 0; p < Columns / PackedMatrix.Panel; p++)
        {
            ref var panel = ref Unsafe.Add(ref w, p * inner * PackedMatrix.Panel);
            var (a0, a1, b0, b1) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
            var (c0, c1, d0, d1) = (a0, a0, a0, a0);
            for (var k = 0; k < inner; k += 2)
            {
                var low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref panel, (nuint)(k * PackedMatrix.Panel)));
                var high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref panel, (nuint)(k * PackedMatrix.Panel + 16)));
                var (a, b, c, d) = (Pair256(ref x, k), Pair256(ref x, inner + k), Pair256(ref x, 2 * inner + k), Pair256(ref x, 3 * inner + k));
                (a0, a1) = (Add(a0, low, a), Add(a1, high, a));
                (b0, b1) = (Add(b0, low, b), Add(b1, high, b));
                (c0, c1) = (Add(c0, low, c), Add(c1, high, c));
                (d0, d1) = (Add(d0, low, d), Add(d1, high, d));
            }

            Store(a0, a1, ref sums, 0, p);
            Store(b0, b1, ref sums, 1, p);
            Store(c0, c1, ref sums, 2, p);
            Store(d0, d1, ref sums, 3, p);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<short> a, Vector256<short> b) =>
        AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, a, b) : sum + Avx2.MultiplyAddAdjacent(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, ref int sums, int row, int panel)
    {
        low.StoreUnsafe(ref sums, (nuint)(row * Columns + panel * PackedMatrix.Panel));
        high.StoreUnsafe(ref sums, (nuint)(row * Columns + panel * PackedMatrix.Panel + 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair256(ref short x, int at) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref x, at)))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum512(ref short x, ref sbyte w, int inner, ref int sums)
    {
        var size = (nuint)(inner * PackedMatrix.Panel);
        var (a0, a1, a2, a3) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
        var (b0, b1, b2, b3) = (a0, a0, a0, a0);
        var (c0, c1, c2, c3) = (a0, a0, a0, a0);
        var (d0, d1, d2, d3) = (a0, a0, a0, a0);
        for (var k = 0; k < inner; k += 2)
        {
            var at = (nuint)(k * PackedMatrix.Panel);
            var w0 = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref w, at));
            var w1 = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref w, at + size));
            var w2 = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref w, at + 2 * size));
            var w3 = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref w, at + 3 * size));
            var pair = Pair512(ref x, k);
            (a0, a1) = (a0 + Avx512BW.MultiplyAddAdjacent(w0, pair), a1 + Avx512BW.MultiplyAddAdjacent(w1, pair));
            (a2, a3) = (a2 + Avx512BW.MultiplyAddAdjacent(w2, pair), a3 + Avx512BW.MultiplyAddAdjacent(w3, pair));
            pair = Pair512(ref x, inner + k);
            (b0, b1) = (b0 + Avx512BW.MultiplyAddAdjacent(w0, pair), b1 + Avx512BW.MultiplyAddAdjacent(w1, pair));
            (b2, b3) = (b2 + Avx512BW.MultiplyAddAdjacent(w2, pair), b3 + Avx512BW.MultiplyAddAdjacent(w3, pair));
            pair = Pair512(ref x, 2 * inner + k);
            (c0, c1) = (c0 + Avx512BW.MultiplyAddAdjacent(w0, pair), c1 + Avx512BW.MultiplyAddAdjacent(w1, pair));
            (c2, c3) = (c2 + Avx512BW.MultiplyAddAdjacent(w2, pair), c3 + Avx512BW.MultiplyAddAdjacent(w3, pair));
            pair = Pair512(ref x, 3 * inner + k);
            (d0, d1) = (d0 + Avx512BW.MultiplyAddAdjacent(w0, pair), d1 + Avx512BW.MultiplyAddAdjacent(w1, pair));
            (d2, d3) = (d2 + Avx512BW.MultiplyAddAdjacent(w2, pair), d3 + Avx512BW.MultiplyAddAdjacent(w3, pair));
        }

        Store(a0, a1, a2, a3, ref sums, 0);
        Store(b0, b1, b2, b3, ref sums, 1);
        Store(c0, c1, c2, c3, ref sums, 2);
        Store(d0, d1, d2, d3, ref sums, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair512(ref short x, int at) =>
        Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref x, at)))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> a, Vector512<int> b, Vector512<int> c, Vector512<int> d, ref int sums, int row)
    {
        var at = (nuint)(row * Columns);
        a.StoreUnsafe(ref sums, at);
        b.StoreUnsafe(ref sums, at + 16);
        c.StoreUnsafe(ref sums, at + 32);
        d.StoreUnsafe(ref sums, at + 48);
    }
}

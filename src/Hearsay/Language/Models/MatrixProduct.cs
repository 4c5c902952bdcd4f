using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// Products of matrices of single-precision numbers, row by row in memory. Every element is one chain of fused multiply-adds in the order of the
/// inner index, so that the result is the same to the bit whatever the width of the machine's vectors. The loops are optimised at once: a program that
/// reads a few reports would be done before they were compiled for the last time.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Columns are a multiple of this.</summary>
    public const int Lanes = 16;

    /// <summary>Columns that are computed together where there are enough.</summary>
    private const int Panel = 4 * Lanes;

    /// <summary>Rows are computed quickest so many at a time.</summary>
    public const int Rows = 4;

    /// <summary>Whole numbers of lanes that hold <paramref name="n"/>.</summary>
    public static int Padded(int n) => (n + Lanes - 1) / Lanes * Lanes;

    /// <summary>
    /// c = a b, or c += a b with <paramref name="add"/>. Element (r, k) of a stands at r * <paramref name="rowStep"/> + k *
    /// <paramref name="innerStep"/>, so that a may lie transposed; b has <paramref name="inner"/> rows, c <paramref name="rows"/> rows, of
    /// <paramref name="columns"/> numbers each, a multiple of <see cref="Lanes"/>.
    /// </summary>
    public static void Multiply(
        ReadOnlySpan<float> a,
        int rowStep,
        int innerStep,
        ReadOnlySpan<float> b,
        Span<float> c,
        int rows,
        int inner,
        int columns,
        bool add = false
    )
    {
        if (columns % Lanes != 0) throw new ArgumentException($"{columns} columns are no multiple of {Lanes}", nameof(columns));
        if (rows > 0 && inner > 0 && (a.Length <= (rows - 1) * rowStep + (inner - 1) * innerStep || b.Length < inner * columns))
            throw new ArgumentException("a matrix is too short");
        if (c.Length < rows * columns) throw new ArgumentException("the result is too short", nameof(c));
        if (!add) c[..(rows * columns)].Clear();
        Sum(a, b, c, c, rows, new Shape(rowStep, innerStep, inner, columns, columns));
    }

    /// <summary>
    /// c = a b + <paramref name="offsets"/>, which are added to every row and are as many as b and c have columns; b laid out by
    /// <see cref="Panels"/>.
    /// </summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> offsets, Span<float> c, int rows, int inner)
    {
        var columns = offsets.Length;
        if (columns % Lanes != 0) throw new ArgumentException($"{columns} columns are no multiple of {Lanes}", nameof(offsets));
        if (a.Length < rows * inner || b.Length < inner * columns) throw new ArgumentException("a matrix is too short");
        if (c.Length < rows * columns) throw new ArgumentException("the result is too short", nameof(c));
        Sum(a, b, offsets, c, rows, new Shape(inner, 1, inner, columns, 0, InPanels: true));
    }

    /// <summary>
    /// The matrix with the columns that are computed together side by side in memory, panel behind panel, each row by row: what is read one after the
    /// other lies one after the other, which is what caches and the table of pages are made for.
    /// </summary>
    public static float[] Panels(ReadOnlySpan<float> b, int inner, int columns)
    {
        var panels = new float[inner * columns];
        var (to, width) = (0, 0);
        for (var column = 0; column < columns; column += width)
        {
            width = PanelWidth(column, columns);
            for (var k = 0; k < inner; k++, to += width) b.Slice(k * columns + column, width).CopyTo(panels.AsSpan(to));
        }

        return panels;
    }

    /// <summary>A full panel, or, where no full one is left, one of the narrowest.</summary>
    private static int PanelWidth(int column, int columns) => column + Panel <= columns ? Panel : Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> start, Span<float> c, int rows, in Shape shape)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var from = ref MemoryMarshal.GetReference(start);
        ref var to = ref MemoryMarshal.GetReference(c);
        int width;
        for (var column = 0; column < shape.Columns; column += width)
        {
            width = PanelWidth(column, shape.Columns);
            var part = shape with { RightStep = shape.InPanels ? width : shape.Columns };
            ref var b0 = ref Unsafe.Add(ref right, shape.InPanels ? column * shape.Inner : column);
            nint row = 0;
            for (; row + Rows <= rows; row += Rows)
            {
                ref var a0 = ref Unsafe.Add(ref left, row * shape.RowStep);
                ref var s0 = ref Unsafe.Add(ref from, row * shape.StartStep + column);
                ref var c0 = ref Unsafe.Add(ref to, row * shape.Columns + column);
                if (width == Panel && Vector512.IsHardwareAccelerated)
                {
                    Wide(ref a0, ref b0, ref s0, ref c0, in part);
                }
                else
                {
                    for (var lane = 0; lane < width; lane += Lanes)
                        Narrow(ref a0, ref Unsafe.Add(ref b0, lane), ref Unsafe.Add(ref s0, lane), ref Unsafe.Add(ref c0, lane), in part);
                }
            }

            for (; row < rows; row++)
            {
                ref var a0 = ref Unsafe.Add(ref left, row * shape.RowStep);
                ref var s0 = ref Unsafe.Add(ref from, row * shape.StartStep + column);
                ref var c0 = ref Unsafe.Add(ref to, row * shape.Columns + column);
                for (var lane = 0; lane < width; lane += Lanes)
                    Single(ref a0, ref Unsafe.Add(ref b0, lane), ref Unsafe.Add(ref s0, lane), ref Unsafe.Add(ref c0, lane), in part);
            }
        }
    }

    /// <summary>
    /// How far apart neighbours lie: in a, in what is added to (<paramref name="StartStep"/>, between rows), and in b (<paramref name="RightStep"/>,
    /// between rows).
    /// </summary>
    private readonly record struct Shape(
        nint RowStep,
        nint InnerStep,
        int Inner,
        int Columns,
        nint StartStep,
        bool InPanels = false,
        nint RightStep = 0
    );

    /// <summary>Four rows by four vectors of sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide(ref float a, ref float b, ref float start, ref float c, in Shape shape)
    {
        ref var start1 = ref Unsafe.Add(ref start, shape.StartStep);
        ref var start2 = ref Unsafe.Add(ref start1, shape.StartStep);
        ref var start3 = ref Unsafe.Add(ref start2, shape.StartStep);
        var (s00, s01, s02, s03) = (
            Vector512.LoadUnsafe(ref start), Vector512.LoadUnsafe(ref start, 16), Vector512.LoadUnsafe(ref start, 32),
            Vector512.LoadUnsafe(ref start, 48)
        );
        var (s10, s11, s12, s13) = (
            Vector512.LoadUnsafe(ref start1), Vector512.LoadUnsafe(ref start1, 16), Vector512.LoadUnsafe(ref start1, 32),
            Vector512.LoadUnsafe(ref start1, 48)
        );
        var (s20, s21, s22, s23) = (
            Vector512.LoadUnsafe(ref start2), Vector512.LoadUnsafe(ref start2, 16), Vector512.LoadUnsafe(ref start2, 32),
            Vector512.LoadUnsafe(ref start2, 48)
        );
        var (s30, s31, s32, s33) = (
            Vector512.LoadUnsafe(ref start3), Vector512.LoadUnsafe(ref start3, 16), Vector512.LoadUnsafe(ref start3, 32),
            Vector512.LoadUnsafe(ref start3, 48)
        );
        ref var a1 = ref Unsafe.Add(ref a, shape.RowStep);
        ref var a2 = ref Unsafe.Add(ref a1, shape.RowStep);
        ref var a3 = ref Unsafe.Add(ref a2, shape.RowStep);
        var (at, bt, inner, step, columns) = ((nint)0, (nuint)0, shape.Inner, shape.InnerStep, (nuint)shape.RightStep);
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b, bt);
            var b1 = Vector512.LoadUnsafe(ref b, bt + 16);
            var b2 = Vector512.LoadUnsafe(ref b, bt + 32);
            var b3 = Vector512.LoadUnsafe(ref b, bt + 48);
            var x = Vector512.Create(Unsafe.Add(ref a, at));
            s00 = Vector512.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(x, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
            s03 = Vector512.FusedMultiplyAdd(x, b3, s03);
            x = Vector512.Create(Unsafe.Add(ref a1, at));
            s10 = Vector512.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(x, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
            s13 = Vector512.FusedMultiplyAdd(x, b3, s13);
            x = Vector512.Create(Unsafe.Add(ref a2, at));
            s20 = Vector512.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(x, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
            s23 = Vector512.FusedMultiplyAdd(x, b3, s23);
            x = Vector512.Create(Unsafe.Add(ref a3, at));
            s30 = Vector512.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(x, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
            s33 = Vector512.FusedMultiplyAdd(x, b3, s33);
            at += step;
            bt += columns;
        }

        Store(ref c, s00, s01, s02, s03);
        Store(ref Unsafe.Add(ref c, shape.Columns), s10, s11, s12, s13);
        Store(ref Unsafe.Add(ref c, 2 * shape.Columns), s20, s21, s22, s23);
        Store(ref Unsafe.Add(ref c, 3 * shape.Columns), s30, s31, s32, s33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float to, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        a.StoreUnsafe(ref to);
        b.StoreUnsafe(ref to, 16);
        c.StoreUnsafe(ref to, 32);
        d.StoreUnsafe(ref to, 48);
    }

    /// <summary>Four rows by two vectors of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ref float a, ref float b, ref float start, ref float c, in Shape shape)
    {
        ref var c1 = ref Unsafe.Add(ref c, shape.Columns);
        ref var c2 = ref Unsafe.Add(ref c1, shape.Columns);
        ref var c3 = ref Unsafe.Add(ref c2, shape.Columns);
        ref var start1 = ref Unsafe.Add(ref start, shape.StartStep);
        ref var start2 = ref Unsafe.Add(ref start1, shape.StartStep);
        ref var start3 = ref Unsafe.Add(ref start2, shape.StartStep);
        var (s00, s01, s10, s11) = (
            Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, 8), Vector256.LoadUnsafe(ref start1), Vector256.LoadUnsafe(ref start1, 8)
        );
        var (s20, s21, s30, s31) = (
            Vector256.LoadUnsafe(ref start2), Vector256.LoadUnsafe(ref start2, 8), Vector256.LoadUnsafe(ref start3),
            Vector256.LoadUnsafe(ref start3, 8)
        );
        ref var a1 = ref Unsafe.Add(ref a, shape.RowStep);
        ref var a2 = ref Unsafe.Add(ref a1, shape.RowStep);
        ref var a3 = ref Unsafe.Add(ref a2, shape.RowStep);
        var (at, bt) = ((nint)0, (nuint)0);
        for (var k = 0; k < shape.Inner; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b, bt);
            var b1 = Vector256.LoadUnsafe(ref b, bt + 8);
            var x = Vector256.Create(Unsafe.Add(ref a, at));
            s00 = Vector256.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(x, b1, s01);
            x = Vector256.Create(Unsafe.Add(ref a1, at));
            s10 = Vector256.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(x, b1, s11);
            x = Vector256.Create(Unsafe.Add(ref a2, at));
            s20 = Vector256.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(x, b1, s21);
            x = Vector256.Create(Unsafe.Add(ref a3, at));
            s30 = Vector256.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(x, b1, s31);
            at += shape.InnerStep;
            bt += (nuint)shape.RightStep;
        }

        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, 8);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, 8);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, 8);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, 8);
    }

    /// <summary>One row by two vectors of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(ref float a, ref float b, ref float start, ref float c, in Shape shape)
    {
        var (s0, s1) = (Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, 8));
        var (at, bt) = ((nint)0, (nuint)0);
        for (var k = 0; k < shape.Inner; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, at));
            s0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, bt), s0);
            s1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, bt + 8), s1);
            at += shape.InnerStep;
            bt += (nuint)shape.RightStep;
        }

        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c, 8);
    }
}

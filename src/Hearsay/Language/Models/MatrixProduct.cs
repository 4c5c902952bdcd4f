using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// Products of matrices of single-precision numbers, row by row in memory. Every element is one chain of fused multiply-adds in the order of the inner index,
/// so that the result is the same to the bit whatever the width of the machine's vectors.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Columns are a multiple of this.</summary>
    public const int Lanes = 16;

    /// <summary>Whole numbers of lanes that hold <paramref name="n"/>.</summary>
    public static int Padded(int n) => (n + Lanes - 1) / Lanes * Lanes;

    /// <summary>
    /// c = a b, or c += a b with <paramref name="add"/>. Element (r, k) of a stands at r * <paramref name="rowStep"/> + k * <paramref name="innerStep"/>, so that a may lie transposed;
    /// b has <paramref name="inner"/> rows, c <paramref name="rows"/> rows, of <paramref name="columns"/> numbers each, a multiple of <see cref="Lanes"/>.
    /// </summary>
    public static void Multiply(ReadOnlySpan<float> a, int rowStep, int innerStep, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns, bool add = false)
    {
        if (columns % Lanes != 0) throw new ArgumentException($"{columns} columns are no multiple of {Lanes}", nameof(columns));
        if (rows == 0) return;
        if (inner > 0 && (a.Length <= (rows - 1) * rowStep + (inner - 1) * innerStep || b.Length < inner * columns)) throw new ArgumentException("a matrix is too short");
        if (c.Length < rows * columns) throw new ArgumentException("the result is too short", nameof(c));
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var to = ref MemoryMarshal.GetReference(c);
        var shape = new Shape(rowStep, innerStep, inner, columns, add);
        var column = 0;
        for (; column + 4 * Lanes <= columns; column += 4 * Lanes)
        {
            var row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                ref var a0 = ref Unsafe.Add(ref left, row * rowStep);
                ref var b0 = ref Unsafe.Add(ref right, column);
                ref var c0 = ref Unsafe.Add(ref to, row * columns + column);
                if (Vector512.IsHardwareAccelerated)
                {
                    Wide(ref a0, ref b0, ref c0, in shape);
                }
                else
                {
                    for (var part = 0; part < 4; part++) Narrow(ref a0, ref Unsafe.Add(ref b0, part * Lanes), ref Unsafe.Add(ref c0, part * Lanes), in shape);
                }
            }

            for (; row < rows; row++)
            {
                for (var part = 0; part < 4; part++) Single(ref Unsafe.Add(ref left, row * rowStep), ref Unsafe.Add(ref right, column + part * Lanes), ref Unsafe.Add(ref to, row * columns + column + part * Lanes), in shape);
            }
        }

        for (; column < columns; column += Lanes)
        {
            var row = 0;
            for (; row + 4 <= rows; row += 4) Narrow(ref Unsafe.Add(ref left, row * rowStep), ref Unsafe.Add(ref right, column), ref Unsafe.Add(ref to, row * columns + column), in shape);
            for (; row < rows; row++) Single(ref Unsafe.Add(ref left, row * rowStep), ref Unsafe.Add(ref right, column), ref Unsafe.Add(ref to, row * columns + column), in shape);
        }
    }

    private readonly record struct Shape(nint RowStep, nint InnerStep, int Inner, nint Columns, bool Add);

    /// <summary>Four rows by four vectors of sixteen.</summary>
    private static void Wide(ref float a, ref float b, ref float c, in Shape shape)
    {
        Vector512<float> s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33;
        ref var c1 = ref Unsafe.Add(ref c, shape.Columns);
        ref var c2 = ref Unsafe.Add(ref c1, shape.Columns);
        ref var c3 = ref Unsafe.Add(ref c2, shape.Columns);
        if (shape.Add)
        {
            (s00, s01, s02, s03) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, 16), Vector512.LoadUnsafe(ref c, 32), Vector512.LoadUnsafe(ref c, 48));
            (s10, s11, s12, s13) = (Vector512.LoadUnsafe(ref c1), Vector512.LoadUnsafe(ref c1, 16), Vector512.LoadUnsafe(ref c1, 32), Vector512.LoadUnsafe(ref c1, 48));
            (s20, s21, s22, s23) = (Vector512.LoadUnsafe(ref c2), Vector512.LoadUnsafe(ref c2, 16), Vector512.LoadUnsafe(ref c2, 32), Vector512.LoadUnsafe(ref c2, 48));
            (s30, s31, s32, s33) = (Vector512.LoadUnsafe(ref c3), Vector512.LoadUnsafe(ref c3, 16), Vector512.LoadUnsafe(ref c3, 32), Vector512.LoadUnsafe(ref c3, 48));
        }
        else
        {
            s00 = s01 = s02 = s03 = s10 = s11 = s12 = s13 = s20 = s21 = s22 = s23 = s30 = s31 = s32 = s33 = Vector512<float>.Zero;
        }

        ref var a1 = ref Unsafe.Add(ref a, shape.RowStep);
        ref var a2 = ref Unsafe.Add(ref a1, shape.RowStep);
        ref var a3 = ref Unsafe.Add(ref a2, shape.RowStep);
        var (at, bt, inner, step, columns) = ((nint)0, (nuint)0, shape.Inner, shape.InnerStep, (nuint)shape.Columns);
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
        Store(ref c1, s10, s11, s12, s13);
        Store(ref c2, s20, s21, s22, s23);
        Store(ref c3, s30, s31, s32, s33);
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
    private static void Narrow(ref float a, ref float b, ref float c, in Shape shape)
    {
        Vector256<float> s00, s01, s10, s11, s20, s21, s30, s31;
        ref var c1 = ref Unsafe.Add(ref c, shape.Columns);
        ref var c2 = ref Unsafe.Add(ref c1, shape.Columns);
        ref var c3 = ref Unsafe.Add(ref c2, shape.Columns);
        s00 = s01 = s10 = s11 = s20 = s21 = s30 = s31 = Vector256<float>.Zero;
        if (shape.Add)
        {
            (s00, s01, s10, s11) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8), Vector256.LoadUnsafe(ref c1), Vector256.LoadUnsafe(ref c1, 8));
            (s20, s21, s30, s31) = (Vector256.LoadUnsafe(ref c2), Vector256.LoadUnsafe(ref c2, 8), Vector256.LoadUnsafe(ref c3), Vector256.LoadUnsafe(ref c3, 8));
        }

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
            bt += (nuint)shape.Columns;
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
    private static void Single(ref float a, ref float b, ref float c, in Shape shape)
    {
        var (s0, s1) = shape.Add ? (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8)) : (Vector256<float>.Zero, Vector256<float>.Zero);
        var (at, bt) = ((nint)0, (nuint)0);
        for (var k = 0; k < shape.Inner; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, at));
            s0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, bt), s0);
            s1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, bt + 8), s1);
            at += shape.InnerStep;
            bt += (nuint)shape.Columns;
        }

        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c, 8);
    }
}

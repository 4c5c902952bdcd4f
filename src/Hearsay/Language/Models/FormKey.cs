using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// The characters of a word as two numbers, by which words are compared without a look at their strings. Up to seven characters, and up to sixteen of
/// ASCII, are wholly in them (<see cref="IsWhole"/>); of other words they hold a hash, and equal ones have still to be compared.
/// </summary>
internal readonly record struct FormKey(ulong Low, ulong High, int Length)
{
    private const int Few = 4, Half = 8, Most = 16;

    public bool IsWhole => Length < Half || High != ulong.MaxValue;

    public uint Hash =>
        (uint)(
            ((Low * 0x9E3779B97F4A7C15ul) ^ (BitOperations.RotateLeft(High, 29) * 0xD6E8FEB86659FD93ul) ^ (uint)Length) * 0xCC9E2D51A3B195F1ul >> 32
        );

    public static FormKey Of(ReadOnlySpan<char> form)
    {
        var length = form.Length;
        ref var first = ref MemoryMarshal.GetReference(form);
        if (length < Few)
            return new FormKey(first | (ulong)Unsafe.Add(ref first, length / 2) << 16 | (ulong)Unsafe.Add(ref first, length - 1) << 32, 0, length);
        if (length < Half) return new FormKey(Four(ref first), Four(ref Unsafe.Add(ref first, length - Few)), length);
        if (length <= Most)
        {
            // The first eight and the last eight
            var (low, high) = (Eight(ref first), Eight(ref Unsafe.Add(ref first, length - Half)));
            if (((low | high) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero)
            {
                var both = Vector128.Narrow(low, high).AsUInt64();
                return new FormKey(both[0], both[1], length);
            }
        }

        return new FormKey(FeatureList.Hash(form), ulong.MaxValue, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ref char at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Eight(ref char at) => Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref at));
}

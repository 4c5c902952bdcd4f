using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// The keys of a shipped model's rows, laid out so that a look-up touches one line of memory: lines of 64 bytes in the order of the keys, each with
/// up to 15 keys and, behind them, what their owner keeps for them. A key is the first 28 bits of a feature's hash (a feature that the training never
/// met falls on a known one once in some hundred times); its line follows from its size, so that 16 bits tell it from its neighbours. Keys that a
/// full line could not take stand in the next one.
/// </summary>
internal sealed class KeyLines
{
    /// <summary>Bytes of a line, the last of which belongs to this class: how many keys there are, and whether they go on in the next line.</summary>
    public const int Size = 64;

    private const int KeyBits = 28;
    private const int Fewest = 1 << 14;
    private const byte Spills = 0x80;
    private readonly byte[] data;
    private readonly int origin;
    private readonly uint lines;

    /// <summary>
    /// Lays out <paramref name="keys"/>, which rise, <paramref name="usual"/> of them to a line of at most <paramref name="slots"/>;
    /// <paramref name="places"/> gets each key's place (see <see cref="Find"/>).
    /// </summary>
    public KeyLines(ReadOnlySpan<uint> keys, int slots, int usual, Span<int> places)
    {
        lines = (uint)Math.Max(Fewest, keys.Length / usual + 1);
        // Some lines more than keys can spill into, and room to begin on a line of the machine's.
        data = GC.AllocateArray<byte>(((int)lines + keys.Length / slots / 8 + 64) * Size, pinned: true);
        origin = (int)((Size - (Marshal.UnsafeAddrOfPinnedArrayElement(data, 0) & (Size - 1))) & (Size - 1));
        var (line, used) = (0, 0);
        for (var row = 0; row < keys.Length; row++)
        {
            var home = Home(keys[row] << (32 - KeyBits)) / Size;
            if (home > line) (line, used) = (home, 0);
            if (used == slots)
            {
                At(line * Size + Size - 1) |= Spills;
                (line, used) = (line + 1, 0);
                // Keys that 16 bits cannot tell apart must not meet.
                if ((ulong)(line - home + 1) << KeyBits > (ulong)lines << 16) throw new InvalidDataException("the keys of the model lie too close");
            }

            places[row] = line * Size + used;
            Unsafe.WriteUnaligned(ref At(line * Size + 2 * used++), (ushort)keys[row]);
            At(line * Size + Size - 1)++;
        }
    }

    /// <summary>Where the line of a feature begins; its keys may go on in the next lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Home(uint feature) => (int)((ulong)(feature >> (32 - KeyBits)) * lines >> KeyBits) * Size;

    /// <summary>The place of a feature's key: where its line begins, plus its number in the line; -1 where it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint feature, int home)
    {
        var wanted = Vector256.Create((ushort)(feature >> (32 - KeyBits)));
        for (var line = home; ; line += Size)
        {
            var last = At(line + Size - 1);
            var equal =
                Vector256.Equals(Unsafe.ReadUnaligned<Vector256<ushort>>(ref At(line)), wanted).AsByte().ExtractMostSignificantBits()
                & ((1u << (2 * (last & ~Spills))) - 1);
            if (equal != 0) return line + BitOperations.TrailingZeroCount(equal) / 2;
            if (last < Spills) return -1;
        }
    }

    /// <summary>The byte at <paramref name="offset"/> from the first line's beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int offset) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), origin + offset);
}

using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Statements.Times;

/// <summary>
/// Cuts a text into the tokens that the time rules look at: runs of letters, runs of digits, single marks, ends of lines; and notes where rules
/// begin.
/// Method: 64 characters at a time are turned into bits (letters, digits, white space), in which a token begins where a run does. The arrays are
/// rented.
/// </summary>
internal sealed class TimeLexer : IDisposable
{
    private const int Block = 64;
    private readonly string text;
    private readonly TimeLexicon lexicon = TimeLexicon.Shared;
    private int[] starts;
    private int[] lineEnds;
    private int startCount;
    private int lineEndCount;

    private TimeLexer(string text)
    {
        this.text = text;
        Tokens = ArrayPool<TimeToken>.Shared.Rent(text.Length / 4 + Block + 1);
        starts = ArrayPool<int>.Shared.Rent(text.Length / 32 + Block + 1);
        lineEnds = ArrayPool<int>.Shared.Rent(text.Length / 64 + Block + 1);
    }

    /// <summary>The tokens in order; <see cref="Count"/> of them.</summary>
    public TimeToken[] Tokens { get; private set; }

    public int Count { get; private set; }

    /// <summary>The tokens at which a rule may begin: words of the list and numbers.</summary>
    public ReadOnlySpan<int> Candidates => starts.AsSpan(0, startCount);

    /// <summary>The tokens that are ends of lines.</summary>
    public ReadOnlySpan<int> LineEnds => lineEnds.AsSpan(0, lineEndCount);

    /// <summary>All tokens of a text. One pass.</summary>
    public static TimeLexer Read(string text)
    {
        var lexer = new TimeLexer(text);
        Span<char> rest = stackalloc char[Block];
        var before = new Kinds { White = 1ul << (Block - 1) };
        for (var at = 0; at < text.Length; at += Block)
        {
            var block = text.AsSpan(at);
            if (block.Length < Block)
            {
                rest.Fill(' ');
                block.CopyTo(rest);
            }

            var kinds = Kinds.Of(block.Length < Block ? rest : block);
            lexer.Cut(at, kinds, before);
            before = kinds;
        }

        return lexer;
    }

    public void Dispose()
    {
        ArrayPool<TimeToken>.Shared.Return(Tokens);
        ArrayPool<int>.Shared.Return(starts);
        ArrayPool<int>.Shared.Return(lineEnds);
    }

    private void Cut(int at, in Kinds kinds, in Kinds before)
    {
        MakeRoom();
        var tokens = Tokens.AsSpan(Count, Block);
        var count = 0;
        var spaced = kinds.White << 1 | before.White >> (Block - 1);
        var begins =
            (kinds.Letters & ~(kinds.Letters << 1 | before.Letters >> (Block - 1)))
            | (kinds.Digits & ~(kinds.Digits << 1 | before.Digits >> (Block - 1)))
            | kinds.Others;
        for (; begins != 0; begins &= begins - 1)
        {
            var i = BitOperations.TrailingZeroCount(begins);
            var apart = (spaced >> i & 1) != 0;
            if ((kinds.Letters >> i & 1) != 0)
            {
                var length = BitOperations.TrailingZeroCount(~(kinds.Letters >> i));
                if (i + length >= Block) length = EndOfLetters(at + Block) - at - i;
                tokens[count] = WordAt(at + i, length, apart, Count + count);
            }
            else if ((kinds.Digits >> i & 1) != 0)
            {
                var end = EndOfDigits(at + i, out var value);
                tokens[count] = new TimeToken(at + i, end, value, TokenKind.Number, WordClass.None, apart, false);
                starts[startCount++] = Count + count;
            }
            else if (text[at + i] == '\n')
            {
                tokens[count] = new TimeToken(at + i, at + i + 1, 0, TokenKind.Break, WordClass.None, true, false);
                lineEnds[lineEndCount++] = Count + count;
            }
            else
            {
                tokens[count] = new TimeToken(at + i, at + i + 1, 0, TokenKind.Mark, WordClass.None, apart, false);
            }

            count++;
        }

        Count += count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TimeToken WordAt(int start, int length, bool apart, int index)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), start);
        if (lexicon.Find(ref first, length) is { } word)
        {
            starts[startCount++] = index;
            return new TimeToken(start, start + length, word.Value, TokenKind.Word, word.Class, apart, word.OpensHoliday);
        }

        // "Q3" begins at the only letter that is no word
        if (length == 1 && first is 'Q' or 'q') starts[startCount++] = index;
        return new TimeToken(start, start + length, 0, TokenKind.Word, WordClass.None, apart, false);
    }

    private void MakeRoom()
    {
        if (Tokens.Length - Count < Block) Tokens = Grown(Tokens, Count);
        if (starts.Length - startCount < Block) starts = Grown(starts, startCount);
        if (lineEnds.Length - lineEndCount < Block) lineEnds = Grown(lineEnds, lineEndCount);
    }

    private static T[] Grown<T>(T[] full, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(full.Length * 2);
        full.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }

    private int EndOfLetters(int i)
    {
        while (i < text.Length && (char.IsAsciiLetter(text[i]) || (text[i] > 127 && char.IsLetter(text[i])))) i++;
        return i;
    }

    private int EndOfDigits(int i, out int value)
    {
        var start = i;
        value = 0;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            value = i - start < 9 ? (value * 10) + (text[i] - '0') : -1;
        }

        return i;
    }

    /// <summary>What each of 64 characters is, a bit each, the lowest for the first; <see cref="Others"/> are marks and ends of lines.</summary>
    private struct Kinds
    {
        public ulong Letters, Digits, White, Others;

        public static Kinds Of(ReadOnlySpan<char> block)
        {
            ref var at = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(block));
            var low = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref at, 16));
            var high = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref at, 32), Vector256.LoadUnsafe(ref at, 48));
            var kinds = new Kinds
            {
                Letters = Join(Between(low | Vector256.Create((byte)0x20), 'a', 'z'), Between(high | Vector256.Create((byte)0x20), 'a', 'z')),
                Digits = Join(Between(low, '0', '9'), Between(high, '0', '9')),
                White = Join(Between(low, '\0', ' '), Between(high, '\0', ' ')),
            };
            var ends = Join(Vector256.Equals(low, Vector256.Create((byte)'\n')), Vector256.Equals(high, Vector256.Create((byte)'\n')));
            for (var strange = Join(low, high); strange != 0; strange &= strange - 1)
            {
                var (c, bit) = (block[BitOperations.TrailingZeroCount(strange)], strange & (0 - strange));
                if (char.IsLetter(c)) kinds.Letters |= bit;
                else if (char.IsWhiteSpace(c)) kinds.White |= bit;
            }

            kinds.Others = ~(kinds.Letters | kinds.Digits | kinds.White) | ends;
            return kinds;
        }

        private static Vector256<byte> Between(Vector256<byte> v, char from, char to) =>
            Vector256.LessThanOrEqual(v - Vector256.Create((byte)from), Vector256.Create((byte)(to - from)));

        private static ulong Join(Vector256<byte> low, Vector256<byte> high) =>
            low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << 32;
    }
}

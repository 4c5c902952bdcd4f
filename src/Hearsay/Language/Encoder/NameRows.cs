using System.Numerics;
using Hearsay.Language.Models;

namespace Hearsay.Language.Encoder;

/// <summary>
/// What the lists of names and the report's other sentences say of a word, as numbers of rows that are summed: one for each bit that is set, for the
/// word itself, its neighbours and both ends of the capitalised words it stands among.
/// </summary>
internal static class NameRows
{
    /// <summary>How many rows there are.</summary>
    public const int Count = 5 * Lists + 3 * Standings + Kinds;

    /// <summary>No word has more rows than this.</summary>
    public const int Most = Count;

    private const int Lists = 32;
    private const int Standings = 16;
    private const int Kinds = 8;

    /// <summary>Writes the rows of word <paramref name="i"/> in rising order; how many.</summary>
    public static int Fill(WordTable words, NameSight sight, int i, Span<int> rows)
    {
        var (run, n, at) = (NameRun.At(words, sight, i), 0, 0);
        ReadOnlySpan<ulong> lists = [sight.Known(i), sight.Known(i - 1), sight.Known(i + 1), sight.Known(run.First), sight.Known(run.Last)];
        foreach (var bits in lists) Add((uint)bits, Lists, ref at, rows, ref n);
        ReadOnlySpan<Standing> stands = [sight.Stands(i), sight.Stands(run.First), sight.Stands(run.Last)];
        foreach (var bits in stands) Add((uint)bits, Standings, ref at, rows, ref n);
        rows[n++] = at + sight.Kind(i);
        return n;
    }

    private static void Add(uint bits, int room, ref int at, Span<int> rows, ref int n)
    {
        for (; bits != 0; bits &= bits - 1) rows[n++] = at + BitOperations.TrailingZeroCount(bits);
        at += room;
    }
}

namespace Hearsay.Language.Models;

/// <summary>The parser's moves in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).</summary>
internal static class Move
{
    /// <summary>The next word goes onto the stack.</summary>
    public const int Shift = 0;

    /// <summary>The top of the stack hangs on the next word and is done.</summary>
    public const int Left = 1;

    /// <summary>The top of the stack hangs on the one below it and is done.</summary>
    public const int Right = 2;
}

/// <summary>
/// Where the parser stands: a stack, the next word, and the arcs so far. Word <see cref="Count"/> is the artificial root, at the end of the sentence.
/// All of it lies in one array, so that a copy is one block.
/// </summary>
internal sealed class ParserState
{
    private const int Fields = 8;
    private int[] data = [];

    /// <summary>Words in the sentence, without the root.</summary>
    public int Count { get; private set; }

    /// <summary>Words on the stack.</summary>
    public int Depth { get; private set; }

    /// <summary>The next word; <see cref="Count"/> is the root.</summary>
    public int Next { get; private set; }

    public Span<int> Heads => data.AsSpan(0, Count + 1);

    private Span<int> Left1 => data.AsSpan((Count + 1) * 1, Count + 1);

    private Span<int> Left2 => data.AsSpan((Count + 1) * 2, Count + 1);

    private Span<int> Right1 => data.AsSpan((Count + 1) * 3, Count + 1);

    private Span<int> Right2 => data.AsSpan((Count + 1) * 4, Count + 1);

    /// <summary>How many dependents a word has: those to the left in the low 16 bits, those to the right in the high ones.</summary>
    private Span<int> Valency => data.AsSpan((Count + 1) * 5, Count + 1);

    /// <summary>The kinds of dependents a word has: to the left in the low 16 bits, to the right in the high ones.</summary>
    private Span<int> Kinds => data.AsSpan((Count + 1) * 6, Count + 1);

    private Span<int> Stack => data.AsSpan((Count + 1) * 7, Count + 1);

    public void Reset(int count)
    {
        (Count, Depth, Next) = (count, 0, 0);
        if (data.Length < (count + 1) * Fields) data = new int[Math.Max(256, (count + 1) * Fields * 2)];
        data.AsSpan(0, (count + 1) * 5).Fill(-1);
        data.AsSpan((count + 1) * 5, (count + 1) * 3).Clear();
    }

    public void CopyFrom(ParserState other)
    {
        (Count, Depth, Next) = (other.Count, other.Depth, other.Next);
        var length = (Count + 1) * Fields;
        if (data.Length < length) data = new int[other.data.Length];
        other.data.AsSpan(0, length).CopyTo(data);
    }

    public bool IsDone => Depth == 0 && Next == Count;

    /// <summary>The word at <paramref name="depth"/> of the stack, 0 on top; -1 where there is none.</summary>
    public int At(int depth) => depth < Depth ? Stack[Depth - 1 - depth] : -1;

    public int FirstLeft(int word) => word < 0 ? -1 : Left1[word];

    public int SecondLeft(int word) => word < 0 ? -1 : Left2[word];

    public int LastRight(int word) => word < 0 ? -1 : Right1[word];

    public int SecondRight(int word) => word < 0 ? -1 : Right2[word];

    public uint LeftValency(int word) => word < 0 ? 0u : (uint)Math.Min(Valency[word] & 0xFFFF, 6);

    public uint RightValency(int word) => word < 0 ? 0u : (uint)Math.Min(Valency[word] >> 16, 6);

    public uint LeftKinds(int word) => word < 0 ? 0u : (uint)Kinds[word] & 0xFFFF;

    public uint RightKinds(int word) => word < 0 ? 0u : (uint)Kinds[word] >> 16;

    public bool May(int move) => move switch
    {
        Move.Shift => Next < Count,
        Move.Left => Depth > 0 && (Next < Count || Depth == 1),
        _ => Depth > 1,
    };

    public void Make(int move, ReadOnlySpan<byte> kinds)
    {
        if (move == Move.Shift)
        {
            Stack[Depth++] = Next++;
            return;
        }

        var child = Stack[--Depth];
        if (move == Move.Left)
        {
            Heads[child] = Next;
            (Left2[Next], Left1[Next]) = (Left1[Next], child);
            Valency[Next]++;
            Kinds[Next] |= 1 << Kind(child, kinds);
        }
        else
        {
            var head = Stack[Depth - 1];
            Heads[child] = head;
            (Right2[head], Right1[head]) = (Right1[head], child);
            Valency[head] += 1 << 16;
            Kinds[head] |= (1 << Kind(child, kinds)) << 16;
        }
    }

    /// <summary>The kind of a dependent: 0 to 6 by its part of speech, 8 more where a preposition or conjunction hangs on it from the left.</summary>
    private int Kind(int word, ReadOnlySpan<byte> kinds)
    {
        var kind = kinds[word];
        return (Kinds[word] & (1 << 6)) != 0 && kind is 1 or 2 or 3 ? kind + 8 : kind;
    }
}

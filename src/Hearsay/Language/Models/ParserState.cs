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

/// <summary>The dependents that a word has on one side, as far as the parser remembers them, in one number, so that equal ones are told at once.</summary>
internal readonly record struct Dependents(ulong Bits)
{
    private const int WordBits = 10;
    private const int Mask = (1 << WordBits) - 1;

    /// <summary>Words are numbered below this.</summary>
    public const int MaxWords = Mask - 1;

    /// <summary>The one attached last, which is the outermost; -1 where there is none.</summary>
    public int Last => (int)(Bits & Mask) - 1;

    /// <summary>The one attached before the last; -1 where there is none.</summary>
    public int LastButOne => (int)(Bits >> WordBits & Mask) - 1;

    /// <summary>How many there are; more than 6 count as 6.</summary>
    public uint Count => (uint)(Bits >> (2 * WordBits)) & 7;

    /// <summary>The kinds of them, a bit each.</summary>
    public uint Kinds => (uint)(Bits >> (2 * WordBits + 3)) & 0xFFFF;

    public Dependents With(int word, int kind) =>
        new((uint)(word + 1) | (Bits & Mask) << WordBits | (ulong)Math.Min(Count + 1, 6) << (2 * WordBits) | (ulong)(Kinds | 1u << kind) << (2 * WordBits + 3));
}

/// <summary>A word on the stack with its dependents so far; word -1 where the stack has none.</summary>
internal record struct StackWord(int Word, Dependents Left, Dependents Right);

/// <summary>
/// Where the parser stands: a stack, the next word, and the dependents of both. Word <see cref="Count"/> is the artificial root, at the end of the sentence.
/// Words that are done are forgotten (the moves tell their heads), so that a copy is the stack alone.
/// </summary>
internal sealed class ParserState
{
    /// <summary>Empty places under the stack, so that the third word can always be asked for.</summary>
    private const int Ground = 3;
    private StackWord[] stack = new StackWord[64];

    /// <summary>Words in the sentence, without the root.</summary>
    public int Count { get; private set; }

    /// <summary>Words on the stack.</summary>
    public int Depth { get; private set; }

    /// <summary>The next word; <see cref="Count"/> is the root.</summary>
    public int Next { get; private set; }

    /// <summary>What hangs on the next word from the left.</summary>
    public Dependents NextLeft { get; private set; }

    public bool IsDone => Depth == 0 && Next == Count;

    /// <summary>The word at <paramref name="depth"/> of the stack, 0 on top; up to two below the lowest there is none.</summary>
    public ref readonly StackWord this[int depth] => ref stack[Depth - 1 - depth + Ground];

    /// <summary>The number of the word at <paramref name="depth"/>; -1 where there is none.</summary>
    public int At(int depth) => stack[Depth - 1 - depth + Ground].Word;

    public void Reset(int count)
    {
        if (count > Dependents.MaxWords) throw new ArgumentOutOfRangeException(nameof(count), "a sentence so long cannot be parsed");
        (Count, Depth, Next, NextLeft) = (count, 0, 0, default);
        stack.AsSpan(0, Ground).Fill(new StackWord(-1, default, default));
    }

    public void CopyFrom(ParserState other)
    {
        (Count, Depth, Next, NextLeft) = (other.Count, other.Depth, other.Next, other.NextLeft);
        var length = Depth + Ground;
        if (stack.Length <= length) stack = new StackWord[other.stack.Length];
        other.stack.AsSpan(0, length).CopyTo(stack);
    }

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
            if (Depth + Ground == stack.Length) Array.Resize(ref stack, stack.Length * 2);
            stack[Depth++ + Ground] = new StackWord(Next++, NextLeft, default);
            NextLeft = default;
            return;
        }

        ref readonly var child = ref stack[--Depth + Ground];
        var kind = Kind(child, kinds);
        if (move == Move.Left)
        {
            NextLeft = NextLeft.With(child.Word, kind);
        }
        else
        {
            ref var head = ref stack[Depth - 1 + Ground];
            head.Right = head.Right.With(child.Word, kind);
        }
    }

    /// <summary>The kind of a dependent: 0 to 6 by its part of speech, 8 more where a preposition or conjunction hangs on it from the left.</summary>
    private static int Kind(in StackWord word, ReadOnlySpan<byte> kinds)
    {
        var kind = kinds[word.Word];
        return (word.Left.Kinds & (1 << 6)) != 0 && kind is 1 or 2 or 3 ? kind + 8 : kind;
    }
}

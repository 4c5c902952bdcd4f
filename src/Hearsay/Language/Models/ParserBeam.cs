namespace Hearsay.Language.Models;

/// <summary>
/// The hypotheses of a beam search, step by step: which move led from which hypothesis, at what score. At most <paramref name="width"/> live on, and none that scores more than <paramref name="slack"/> under the best.
/// Reused from sentence to sentence.
/// </summary>
internal sealed class ParserBeam(LinearModel model, int width, int slack = int.MaxValue / 2)
{
    private const int MoveBits = 2;
    private readonly MoveScores moves = new(model);
    private ParserInput input = new();
    private ParserState[] states = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
    private ParserState[] spare = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
    private readonly (int Score, int From, int Move)[] candidates = new (int, int, int)[width * 3];
    private readonly int[] totals = new int[width];
    private int candidateCount;

    /// <summary>For each step and place in the beam: where it came from and by which move.</summary>
    private ushort[] history = new ushort[256];
    private byte[] sequence = new byte[256];
    private int[] stack = new int[128];

    /// <summary>How many hypotheses are alive.</summary>
    public int Alive { get; private set; }

    /// <summary>Steps made so far.</summary>
    public int Steps { get; private set; }

    public ParserState this[int i] => states[i];

    /// <summary>The sum of the scores of the moves that led to hypothesis <paramref name="i"/>, the best first.</summary>
    public int Total(int i) => totals[i];

    /// <summary>Begins a sentence: one hypothesis, nothing done.</summary>
    public void Start(ParserInput sentence)
    {
        input = sentence;
        var words = sentence.Count;
        moves.Start(sentence);
        states[0].Reset(words);
        (Alive, Steps, totals[0]) = (1, 0, 0);
        if (history.Length < words * 2 * width) history = new ushort[words * 4 * width];
        if (sequence.Length < words * 2) (sequence, stack) = (new byte[words * 4], new int[words * 2]);
    }

    /// <summary>The scores of the moves from <paramref name="state"/>, of this sentence.</summary>
    public void Score(ParserState state, Span<int> scores) => moves.Score(state, scores);

    /// <summary>Makes one step with every hypothesis.</summary>
    public void Step()
    {
        Span<int> scores = stackalloc int[3];
        for (var i = 0; i < Alive; i++)
        {
            var state = states[i];
            moves.Score(state, scores);
            for (var move = 0; move < 3; move++)
            {
                if (state.May(move)) Offer(totals[i] + scores[move], i, move);
            }
        }

        Advance(input.Kinds);
    }

    /// <summary>Offers a move for the next step: kept in the order of the scores, equal ones in the order of their offering.</summary>
    private void Offer(int score, int from, int move)
    {
        var at = candidateCount;
        if (at == width)
        {
            if (candidates[at - 1].Score >= score) return;
            at--;
        }
        else
        {
            candidateCount++;
        }

        for (; at > 0 && candidates[at - 1].Score < score; at--) candidates[at] = candidates[at - 1];
        candidates[at] = (score, from, move);
    }

    private void Advance(ReadOnlySpan<byte> kinds)
    {
        while (candidateCount > 1 && candidates[candidateCount - 1].Score < candidates[0].Score - slack) candidateCount--;
        for (var i = 0; i < candidateCount; i++)
        {
            var (score, from, move) = candidates[i];
            spare[i].CopyFrom(states[from]);
            spare[i].Make(move, kinds);
            totals[i] = score;
            history[Steps * width + i] = (ushort)(from << MoveBits | move);
        }

        (states, spare) = (spare, states);
        (Alive, candidateCount) = (candidateCount, 0);
        Steps++;
    }

    /// <summary>Writes the moves that led to hypothesis <paramref name="i"/> after <paramref name="steps"/> steps.</summary>
    public void Moves(int steps, int i, Span<byte> written)
    {
        for (var step = steps - 1; step >= 0; step--)
        {
            var entry = history[step * width + i];
            written[step] = (byte)(entry & ((1 << MoveBits) - 1));
            i = entry >> MoveBits;
        }
    }

    /// <summary>Writes the heads of the best hypothesis, -1 for the root.</summary>
    public void Heads(Span<int> heads)
    {
        Moves(Steps, 0, sequence);
        var (depth, next) = (0, 0);
        foreach (var move in sequence.AsSpan(0, Steps))
        {
            if (move == Move.Shift) stack[depth++] = next++;
            else heads[stack[--depth]] = move == Move.Right ? stack[depth - 1] : next == input.Count ? -1 : next;
        }
    }
}

namespace Hearsay.Language.Models;

/// <summary>The hypotheses of a beam search, step by step: which move led from which hypothesis, at what score. Reused from sentence to sentence.</summary>
internal sealed class ParserBeam(int width)
{
    private ParserState[] states = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
    private ParserState[] spare = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
    private readonly (int Score, int From, int Move)[] candidates = new (int, int, int)[width * 3];
    private readonly int[] totals = new int[width];
    private int candidateCount;

    /// <summary>For each step and place in the beam: where it came from and by which move.</summary>
    private (int From, int Move)[] history = new (int, int)[256];

    /// <summary>How many hypotheses are alive.</summary>
    public int Alive { get; private set; }

    /// <summary>Steps made so far.</summary>
    public int Steps { get; private set; }

    /// <summary>How far under the best a hypothesis may score and live on.</summary>
    public int Slack { get; set; } = int.MaxValue / 2;

    public ParserState this[int i] => states[i];

    public int Score(int i) => totals[i];

    public void Start(int words)
    {
        states[0].Reset(words);
        (Alive, Steps, totals[0]) = (1, 0, 0);
        if (history.Length < words * 2 * width + width) history = new (int, int)[words * 4 * width + width];
    }

    /// <summary>Offers the move of hypothesis <paramref name="from"/> for the next step.</summary>
    public void Offer(int from, int move, int score) => candidates[candidateCount++] = (totals[from] + score, from, move);

    /// <summary>Keeps the best of what was offered; equal scores in the order of their offering.</summary>
    public void Advance(ReadOnlySpan<byte> kinds)
    {
        var offered = candidates.AsSpan(0, candidateCount);
        // An insertion sort: stable, and there are at most three times the width.
        for (var i = 1; i < offered.Length; i++)
        {
            var moved = offered[i];
            var at = i;
            for (; at > 0 && offered[at - 1].Score < moved.Score; at--) offered[at] = offered[at - 1];
            offered[at] = moved;
        }

        var keep = Math.Min(offered.Length, states.Length);
        while (keep > 1 && offered[keep - 1].Score < offered[0].Score - Slack) keep--;
        for (var i = 0; i < keep; i++)
        {
            spare[i].CopyFrom(states[offered[i].From]);
            spare[i].Make(offered[i].Move, kinds);
            history[Steps * states.Length + i] = (offered[i].From, offered[i].Move);
        }

        for (var i = 0; i < keep; i++) totals[i] = offered[i].Score;
        (states, spare) = (spare, states);
        (Alive, candidateCount) = (keep, 0);
        Steps++;
    }

    /// <summary>Writes the moves that led to hypothesis <paramref name="i"/> after <paramref name="steps"/> steps.</summary>
    public void Moves(int steps, int i, Span<byte> moves)
    {
        for (var step = steps - 1; step >= 0; step--)
        {
            var (from, move) = history[step * states.Length + i];
            moves[step] = (byte)move;
            i = from;
        }
    }
}

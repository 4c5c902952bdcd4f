namespace Hearsay.Language.Models;

/// <summary>
/// Builds the dependency tree of a tagged sentence: heads only; <see cref="RelationLabeler"/> names the relations.
/// Method: arc-hybrid moves, chosen greedily by an averaged perceptron that was trained with a dynamic oracle (Goldberg and Nivre 2012, 2013).
/// Limits: trees are projective.
/// </summary>
internal sealed class DependencyParser(LinearModel model)
{
    public LinearModel Model { get; } = model;

    /// <summary>Writes each word's head into <paramref name="heads"/>, -1 for the root.</summary>
    public void Parse(ParserInput input, ParserState state, Span<int> heads)
    {
        Span<int> scores = stackalloc int[4];
        Span<uint> buffer = stackalloc uint[ParserFeatures.Max];
        state.Reset(input.Count);
        while (!state.IsDone) state.Make(Choose(input, state, buffer, scores), input.Kinds);
        state.Heads[..input.Count].CopyTo(heads);
        for (var i = 0; i < input.Count; i++)
        {
            if (heads[i] == input.Count) heads[i] = -1;
        }
    }

    /// <summary>The best move that is allowed.</summary>
    public int Choose(ParserInput input, ParserState state, Span<uint> buffer, Span<int> scores)
    {
        var only = OnlyMove(state);
        if (only >= 0) return only;
        var features = new FeatureList(buffer);
        ParserFeatures.Look(input, state, ref features);
        Model.Score(features.Features, scores);
        var best = -1;
        for (var move = 0; move < 3; move++)
        {
            if (state.May(move) && (best < 0 || scores[move] > scores[best])) best = move;
        }

        return best;
    }

    /// <summary>The move where only one is allowed; -1 else.</summary>
    public static int OnlyMove(ParserState state)
    {
        bool shift = state.May(Move.Shift), left = state.May(Move.Left), right = state.May(Move.Right);
        return shift && !left && !right ? Move.Shift : left && !shift && !right ? Move.Left : right && !shift && !left ? Move.Right : -1;
    }
}

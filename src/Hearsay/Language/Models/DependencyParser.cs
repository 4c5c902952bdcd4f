namespace Hearsay.Language.Models;

/// <summary>
/// Builds the dependency tree of a tagged sentence: heads only; <see cref="RelationLabeler"/> names the relations.
/// Method: arc-hybrid moves, the best sequence searched with a small beam, scored by a perceptron that was trained on whole sequences (Zhang and Clark 2008; updates at the largest violation, Huang, Fayong and Guo 2012).
/// Limits: trees are projective.
/// </summary>
internal sealed class DependencyParser(LinearModel model)
{
    /// <summary>Hypotheses kept while parsing.</summary>
    public const int Width = 8;

    public LinearModel Model { get; } = model;

    /// <summary>Writes each word's head into <paramref name="heads"/>, -1 for the root.</summary>
    public void Parse(ParserInput input, ParserBeam beam, Span<int> heads)
    {
        Span<int> scores = stackalloc int[4];
        Span<uint> buffer = stackalloc uint[ParserFeatures.Max];
        beam.Start(input.Count);
        while (!beam[0].IsDone) Step(input, beam, buffer, scores);
        beam[0].Heads[..input.Count].CopyTo(heads);
        for (var i = 0; i < input.Count; i++)
        {
            if (heads[i] == input.Count) heads[i] = -1;
        }
    }

    /// <summary>Makes one step with every hypothesis.</summary>
    public void Step(ParserInput input, ParserBeam beam, Span<uint> buffer, Span<int> scores)
    {
        for (var i = 0; i < beam.Alive; i++)
        {
            var state = beam[i];
            Score(input, state, buffer, scores);
            for (var move = 0; move < 3; move++)
            {
                if (state.May(move)) beam.Offer(i, move, scores[move]);
            }
        }

        beam.Advance(input.Kinds);
    }

    /// <summary>The scores of the three moves.</summary>
    public void Score(ParserInput input, ParserState state, Span<uint> buffer, Span<int> scores)
    {
        var features = new FeatureList(buffer);
        ParserFeatures.Look(input, state, ref features);
        Model.Score(features.Features, scores);
    }
}

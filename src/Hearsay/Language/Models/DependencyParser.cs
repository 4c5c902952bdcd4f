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

    /// <summary>How far under the best a hypothesis may score and live on.</summary>
    public const int Slack = 1500;

    public LinearModel Model { get; } = model;

    /// <summary>Writes each word's head into <paramref name="heads"/>, -1 for the root.</summary>
    public static void Parse(ParserInput input, ParserBeam beam, Span<int> heads)
    {
        beam.Start(input);
        while (!beam[0].IsDone) beam.Step();
        beam.Heads(heads);
    }
}

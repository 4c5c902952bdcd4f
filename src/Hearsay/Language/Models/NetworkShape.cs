namespace Hearsay.Language.Models;

/// <summary>
/// The sizes of the parser's network: numbers that stand for a word, state of a layer in each direction, layers, numbers by which words are matched
/// with their heads and with relations, relations, tag classes.
/// </summary>
internal sealed record NetworkShape(int Embedding, int State, int Layers, int Arc, int Relation, int Relations, int Tags)
{
    /// <summary>Distances between a word and its head are told apart up to this.</summary>
    public const int Farthest = 32;

    /// <summary>Distances for relations: beyond this many words on either side they are one.</summary>
    public const int FarthestRelation = 12;

    /// <summary>How much of what is negative comes through before relations are told apart.</summary>
    public const float Slope = 0.1f;

    /// <summary>Numbers that a layer gives for a word: both directions.</summary>
    public int Width => 2 * State;

    /// <summary>What a layer computes for a word before its recurrence: candidate, forget gate and output gate in each direction.</summary>
    public int Gates => 6 * State;

    /// <summary>Relations, padded.</summary>
    public int Outputs => MatrixProduct.Padded(Relations);

    /// <summary>Tag classes, padded.</summary>
    public int TagOutputs => MatrixProduct.Padded(Tags);

    /// <summary>What the last layer's numbers are turned into: a query and a key for arcs, a dependent's and a head's part for relations.</summary>
    public int Heads => 2 * Arc + 2 * Relation;

    /// <summary>The numbers that come into a layer.</summary>
    public int Input(int layer) => layer == 0 ? Embedding : Width;

    /// <summary>The place of a distance for arcs: heads before the word, then heads behind it.</summary>
    public static int ArcDistance(int word, int head) =>
        head < word ? Math.Min(word - head, Farthest) : Farthest + 1 + Math.Min(head - word, Farthest);

    /// <summary>The place of a distance for relations.</summary>
    public static int RelationDistance(int word, int head) => Math.Clamp(head - word, -FarthestRelation, FarthestRelation) + FarthestRelation;
}

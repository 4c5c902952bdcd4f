using Hearsay.Language.Models;

namespace Hearsay.Language.Encoder;

/// <summary>What turns the states of the syntax path into tags, trees and names; <see cref="SyntaxRun"/> computes with it.</summary>
internal sealed class SyntaxHeads
{
    /// <summary>From a state to the tag classes.</summary>
    public required PackedMatrix Tags { get; init; }

    /// <summary>From a state to query, key, a dependent's and a head's part for relations, side by side.</summary>
    public required PackedMatrix Arcs { get; init; }

    /// <summary>From the parts for relations to the relations.</summary>
    public required PackedMatrix Relations { get; init; }

    /// <summary>What a distance adds to the score of an arc (<see cref="NetworkShape.ArcDistance"/>).</summary>
    public required float[] ArcDistances { get; init; }

    /// <summary>What a distance adds to the parts for relations (<see cref="NetworkShape.RelationDistance"/>).</summary>
    public required float[] RelationDistances { get; init; }

    /// <summary>From a state to what names are told from.</summary>
    public required PackedMatrix NamesIn { get; init; }

    /// <summary>What each piece of evidence adds to it (<see cref="NameRows"/>).</summary>
    public required float[] Evidence { get; init; }

    /// <summary>To the classes of names (<see cref="NamePath"/>).</summary>
    public required PackedMatrix NamesOut { get; init; }

    /// <summary>The number that a tag of the file has in the models of the quick path, which know its forms.</summary>
    public required byte[] TagNumbers { get; init; }

    /// <summary>The number that a relation of the file has there.</summary>
    public required byte[] RelationNumbers { get; init; }

    /// <summary>Numbers by which a word and its head are matched for their relation.</summary>
    public int Relation => Relations.Rows;

    /// <summary>Numbers by which words are matched with their heads.</summary>
    public int Arc => (Arcs.Columns - 2 * Relation) / 2;

    /// <exception cref="InvalidDataException">A tensor is missing, or a tag or relation is not one of the models'.</exception>
    public static SyntaxHeads Read(EncoderFile file, LanguageModel model)
    {
        string[] tags = [.. Enumerable.Range(0, model.Tags.Count).Select(t => $"{model.Tags.Upos((byte)t)}/{model.Tags.Xpos((byte)t)}")];
        return new SyntaxHeads
        {
            Tags = PackedMatrix.Read(file, "tags"),
            Arcs = PackedMatrix.Read(file, "heads"),
            Relations = PackedMatrix.Read(file, "relations"),
            ArcDistances = file.Tensor("arc.distances").Numbers,
            RelationDistances = file.Tensor("relation.distances").Numbers,
            NamesIn = PackedMatrix.Read(file, "names.in"),
            Evidence = file.Tensor("names.evidence").Numbers,
            NamesOut = PackedMatrix.Read(file, "names.out"),
            TagNumbers = Numbers(file.Tags, tags),
            RelationNumbers = Numbers(file.Relations, model.Parser!.Relations),
        };
    }

    private static byte[] Numbers(IEnumerable<string> names, string[] known) =>
    [
        .. names.Select(name =>
            Array.FindIndex(known, k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) is var at and >= 0
                ? (byte)at
                : throw new InvalidDataException($"The encoder's {name} is not known to the language models: they belong to different trainings.")
        ),
    ];
}

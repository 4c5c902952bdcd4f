using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// The sizes of an encoder: numbers for a piece, numbers inside a layer, heads of attention, layers, how many of them are shared and stay as they
/// are; tag classes and relations that its top tells apart.
/// </summary>
internal sealed record EncoderSizes(int Width, int Inner, int Heads, int Layers, int Shared, int Tags, int Relations)
{
    /// <summary>Numbers by which words are matched with their heads.</summary>
    public int Arc { get; init; } = 256;

    /// <summary>Numbers by which relations are told apart.</summary>
    public int Relation { get; init; } = 128;

    /// <summary>Numbers by which names are told.</summary>
    public int Names { get; init; } = 128;

    /// <summary>Queries, keys, and both parts for relations.</summary>
    public int Tree => 2 * (Arc + Relation);

    /// <summary>Tag classes, padded.</summary>
    public int TagOutputs => MatrixProduct.Padded(Tags);

    /// <summary>Relations, padded.</summary>
    public int RelationOutputs => MatrixProduct.Padded(Relations);

    /// <summary>Name classes, padded.</summary>
    public static int NameOutputs => MatrixProduct.Padded(NamePath.Classes);

    /// <summary>MiniLM.</summary>
    public static EncoderSizes MiniLm(int shared, int tags, int relations) => new(384, 1536, 12, 6, shared, tags, relations);
}

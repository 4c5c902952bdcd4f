namespace Hearsay.Language.Encoder;

/// <summary>
/// The sizes of an encoder: layers of a path, how many of the lowest both paths share, numbers for a piece, heads of attention, numbers
/// inside a layer's second half.
/// </summary>
internal sealed record EncoderShape(int Layers, int Shared, int Width, int Heads, int Inner)
{
    /// <summary>Pieces that are read at once, with the two marks around them.</summary>
    public const int Longest = 256;

    /// <summary>MiniLM's sizes (Wang et al. 2020; six layers) with so many shared layers.</summary>
    public static EncoderShape MiniLm(int shared) => new(6, shared, 384, 12, 1536);

    /// <summary>Numbers of one head of attention.</summary>
    public int Head => Width / Heads;

    /// <summary>What the names of a layer's tensors begin with in the syntax path.</summary>
    public string SyntaxLayer(int layer) => $"{(layer < Shared ? "layer" : "syntax")}.{layer}";
}

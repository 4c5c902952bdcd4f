namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// A sentence to learn from. <paramref name="Pieces"/> begin with the mark of a sentence's beginning and end with that of its end;
/// <paramref name="Firsts"/> says where each word's first piece stands.
/// </summary>
internal sealed record EncoderExample(int[] Pieces, int[] Firsts, int[] Shapes)
{
    public int Words => Firsts.Length;

    /// <summary>The place of each word's head, 0 for the root; null where no tree is known.</summary>
    public int[]? Heads { get; init; }

    public int[] Relations { get; init; } = [];

    public int[] Tags { get; init; } = [];

    /// <summary>For each word a bit for every class of names that may be right; null where names are not marked.</summary>
    public uint[]? Names { get; init; }

    /// <summary>The corpus whose lines between the kinds of names are followed.</summary>
    public NameCorpus Corpus { get; init; }

    /// <summary>The rows of evidence on names of all words, one word's behind the other's.</summary>
    public short[] NameRows { get; init; } = [];

    /// <summary>Where each word's rows begin, and where the last one's end.</summary>
    public int[] NameStarts { get; init; } = [];

    /// <summary>What the layers that stay as they are give for the pieces.</summary>
    public Half[] Lower { get; set; } = [];
}

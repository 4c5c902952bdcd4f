namespace Hearsay.Language;

/// <summary>How thoroughly a text is read.</summary>
public enum ReadingDepth : byte
{
    /// <summary>By the small models: for grouping, search and volume.</summary>
    Quick,

    /// <summary>By the pretrained encoder: for what is briefed, read or shown.</summary>
    Deep,
}

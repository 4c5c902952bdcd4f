using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// A page's tree laid out flat: the paragraphs in their order, the boxes that they lie in (a parent before its children), and the marks from which
/// metadata is read.
/// </summary>
internal sealed class PageOutline
{
    /// <summary>The paragraphs of the whole page.</summary>
    public List<Leaf> Leaves { get; } = [];

    /// <summary>The elements that hold paragraphs; the first one is the root.</summary>
    public List<Box> Boxes { get; } = [];

    /// <summary>What the page's elements say of the page.</summary>
    public PageMarks Marks { get; } = new();
}

/// <summary>
/// A paragraph with what its mark-up says of it: <paramref name="Box"/> is the place of the innermost element in <see cref="PageOutline.Boxes"/>,
/// <paramref name="Linked"/> how many of its letters lead elsewhere,
/// <paramref name="Time"/> the moment that a time element in it bears, empty where the element bears none, null where there is no such element.
/// </summary>
internal readonly record struct Leaf(string Text, BlockRole Role, int Box, int Linked, int Letters, bool InFigure, bool InTable, string? Time)
{
    /// <summary>How many words it has.</summary>
    public int Words { get; } = FurnitureSorter.Words(Text);

    /// <summary>True where it ends as a sentence does.</summary>
    public bool Finished { get; } = CleanText.EndsWithMark(Text);

    /// <summary>The share of its letters that lead elsewhere, 0 to 1.</summary>
    public double LinkShare => Letters == 0 ? 0 : (double)Linked / Letters;

    /// <summary>True where it reads as a report's own sentences, whatever stands around it.</summary>
    public bool IsProse => Role != BlockRole.Heading && !InFigure && LinkShare < 0.5 && (Finished ? Words >= 6 : Words >= 20);
}

/// <summary>An element that holds paragraphs <see cref="First"/> to <see cref="End"/> (exclusive).</summary>
internal sealed class Box
{
    /// <summary>The element's name.</summary>
    public required string Tag { get; init; }

    /// <summary>The place of the box around it; -1 for the root.</summary>
    public required int Parent { get; init; }

    /// <summary>The place of its first paragraph.</summary>
    public required int First { get; init; }

    /// <summary>The place behind its last paragraph.</summary>
    public int End { get; set; }

    /// <summary>What kind of furniture its names say that it holds; null where they say nothing.</summary>
    public DroppedKind? Kind { get; set; }

    /// <summary>True where it is never the report, however much prose is in it.</summary>
    public bool IsFirm { get; init; }

    /// <summary>True where its names say that it holds the report's text.</summary>
    public bool IsBody { get; init; }

    /// <summary>True where a heading of the first level or the main part of the page lies in it.</summary>
    public bool HoldsHeadline { get; set; }
}

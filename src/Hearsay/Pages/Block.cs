using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// One paragraph of a page on its way to be sorted: <paramref name="Kind"/> is null while it is taken for the report's own text.
/// <paramref name="Role"/> is what the mark-up of a page says it is, where there is any; <paramref name="Post"/> counts the posts of a live blog from
/// 1, 0 outside of them.
/// </summary>
internal readonly record struct Block(string Text, DroppedKind? Kind = null, BlockRole Role = BlockRole.Paragraph, int Post = 0)
{
    /// <summary>True while nothing speaks against it being the report's own text.</summary>
    public bool IsBody => Kind is null;
}

/// <summary>What the mark-up of a page says of a paragraph.</summary>
internal enum BlockRole
{
    /// <summary>A paragraph, or text without mark-up.</summary>
    Paragraph,

    /// <summary>A heading within the text.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A paragraph of a block quotation.</summary>
    Quotation,
}

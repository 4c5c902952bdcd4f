using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// What stands outside the box that holds the report and tells of it: from the headline down to the box the standfirst, byline and date; behind the
/// box corrections, and lines that say the rest is for subscribers. All of it is furniture, each with its kind.
/// </summary>
internal static class AroundArticle
{
    private const int MostBefore = 40;
    private const int MostBehind = 60;
    private const int LongestStandfirst = 80;

    /// <summary>The lines between the last heading of the first level before the box and the box.</summary>
    public static IEnumerable<Block> Before(PageOutline outline, int box)
    {
        var first = outline.Boxes[box].First;
        var headline = -1;
        for (var i = Math.Max(0, first - MostBefore); i < first; i++)
        {
            if (outline.Leaves[i].Role == BlockRole.Heading && outline.Marks.Headings.Contains(outline.Leaves[i].Text)) headline = i;
        }
        for (var i = headline; headline >= 0 && i < first; i++)
        {
            var leaf = outline.Leaves[i];
            yield return new Block(leaf.Text, i == headline ? DroppedKind.Headline : KindOf(outline, leaf), leaf.Role);
        }
    }

    /// <summary>
    /// What elements with and over the report say; those of the rest of the page where there are none. Never what other reports, menus and offers say
    /// that stand beside it.
    /// </summary>
    public static IEnumerable<string> Marks(PageOutline outline, int box, List<PlacedMark> marks)
    {
        var own = marks.FindAll(m => !IsBeside(outline, m.Box));
        var near = own.FindAll(m => m.Leaf >= outline.Boxes[box].First - MostBefore && m.Leaf < outline.Boxes[box].End);
        return (near.Count > 0 ? near : own).Select(m => m.Text);
    }

    private static bool IsBeside(PageOutline outline, int box)
    {
        for (var b = box; b >= 0; b = outline.Boxes[b].Parent)
        {
            if (
                outline.Boxes[b] is { IsFirm: true }
                    or { Kind: DroppedKind.Crossref or DroppedKind.Promo or DroppedKind.Advert or DroppedKind.Newsletter }
                    or { Kind: DroppedKind.Section, Tag: not "footer" }
            )
                return true;
        }
        return false;
    }

    /// <summary>The corrections and the subscribers' lines behind the box.</summary>
    public static IEnumerable<Block> Behind(PageOutline outline, int box)
    {
        var end = outline.Boxes[box].End;
        for (var i = end; i < Math.Min(outline.Leaves.Count, end + MostBehind); i++)
        {
            var leaf = outline.Leaves[i];
            if (leaf.LinkShare > 0.5) continue;
            if (Corrections.Is(leaf.Text)) yield return new Block(leaf.Text, DroppedKind.Other, leaf.Role);
            else if (PartialText.IsForSubscribers(leaf.Text)) yield return new Block(leaf.Text, DroppedKind.Subscribe, leaf.Role);
        }
    }

    private static DroppedKind KindOf(PageOutline outline, Leaf leaf)
    {
        if (leaf.InFigure) return DroppedKind.Caption;
        DroppedKind? named = null;
        for (var b = leaf.Box; b >= 0; b = outline.Boxes[b].Parent) named = outline.Boxes[b].Kind ?? named;
        if (named is not (null or DroppedKind.Other)) return named.Value;
        if ((FurnitureLine.KindOf(leaf.Text) ?? named) is { } kind) return kind;
        return leaf.LinkShare < 0.5 && leaf.Words is >= 6 and <= LongestStandfirst ? DroppedKind.Headline : DroppedKind.Other;
    }
}

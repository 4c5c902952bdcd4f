using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// An outline in, the box that holds the report out. Every paragraph has a score: prose its words, a link or a loose line less than nothing; the box
/// whose paragraphs sum up to most holds the report. What lies in boxes named as furniture counts nothing.
/// </summary>
internal static class ArticleFinder
{
    private const int EnoughProse = 120;
    private const int MostWords = 80;
    private const int LongParagraph = 20;
    private const int FewestParagraphs = 3;
    private const int LongestTitle = 30;
    private const int LongestTeaser = 70;
    private const int MostInCard = 6;
    private const int FewestCards = 3;
    private const int FewestInIndex = 4;
    private const int EnoughForIndex = 40;

    /// <summary>The place of the box in <see cref="PageOutline.Boxes"/>; <paramref name="posts"/> are those of a live blog, which look like teasers.</summary>
    public static int Find(PageOutline outline, IReadOnlyCollection<Box> posts)
    {
        var furniture = Furniture(outline, posts);
        var sums = new double[outline.Leaves.Count + 1];
        for (var i = 0; i < outline.Leaves.Count; i++) sums[i + 1] = sums[i] + (furniture[outline.Leaves[i].Box] ? 0 : Score(outline.Leaves[i]));
        var best = 0;
        var most = 0.0;
        for (var b = 0; b < outline.Boxes.Count; b++)
        {
            var box = outline.Boxes[b];
            var sum = sums[box.End] - sums[box.First];
            if (furniture[b] || sum < most || sum == 0) continue;
            (best, most) = (b, sum);
        }
        return best;
    }

    /// <summary>True where the page shows teasers of other pages and hardly any text of its own, as the front pages of sections do.</summary>
    public static bool IsIndex(PageOutline outline)
    {
        var cards = Cards(outline, []);
        if (cards.Count(c => c) < FewestInIndex) return false;
        var inCard = new bool[outline.Boxes.Count];
        for (var b = 1; b < outline.Boxes.Count; b++) inCard[b] = cards[b] || inCard[outline.Boxes[b].Parent];
        return outline.Leaves.Where(l => !inCard[l.Box] && l.IsProse).Sum(l => l.Words) < EnoughForIndex;
    }

    /// <summary>
    /// Of each box, whether it or one around it is furniture. A name that says so is not believed of a box that holds the headline or that is written
    /// in long paragraphs throughout; nor, where there is hardly any prose elsewhere, of one that holds most of it.
    /// </summary>
    private static bool[] Furniture(PageOutline outline, IReadOnlyCollection<Box> posts)
    {
        var prose = new int[outline.Leaves.Count + 1];
        for (var i = 0; i < outline.Leaves.Count; i++) prose[i + 1] = prose[i] + (outline.Leaves[i].IsProse ? outline.Leaves[i].Words : 0);
        var cards = Cards(outline, posts);
        var furniture = new bool[outline.Boxes.Count];
        for (var b = 0; b < outline.Boxes.Count; b++)
        {
            var box = outline.Boxes[b];
            if (box.HoldsHeadline) box.Kind = null;
            else if (cards[b]) box.Kind ??= DroppedKind.Crossref;
            else if (
                box.Kind
                    is DroppedKind.Advert
                        or DroppedKind.Promo
                        or DroppedKind.Share
                        or DroppedKind.Section
                        or DroppedKind.Video
                        or DroppedKind.Headline
                        or DroppedKind.Other
                && !box.IsFirm
                && IsSolid(outline, box)
            )
                box.Kind = null;
            furniture[b] = box.Kind is not null || (box.Parent >= 0 && furniture[box.Parent]);
        }
        var free = outline.Leaves.Sum(l => l.IsProse && !furniture[l.Box] ? l.Words : 0);
        if (free >= EnoughProse) return furniture;
        for (var b = 0; b < outline.Boxes.Count; b++)
        {
            var box = outline.Boxes[b];
            if (!box.IsFirm && (prose[box.End] - prose[box.First]) * 2 > prose[^1]) box.Kind = null;
            furniture[b] = box.Kind is not null || (box.Parent >= 0 && furniture[box.Parent]);
        }
        return furniture;
    }

    /// <summary>
    /// True where a box holds paragraphs of text and hardly anything else: makers of pages wrap the report in boxes that they name for what comes
    /// between its paragraphs.
    /// </summary>
    private static bool IsSolid(PageOutline outline, Box box)
    {
        int paragraphs = 0, prose = 0, words = 0;
        for (var i = box.First; i < box.End; i++)
        {
            var leaf = outline.Leaves[i];
            words += leaf.Words;
            if (!leaf.IsProse || leaf.LinkShare > 0.3) continue;
            prose += leaf.Words;
            if (leaf.Words >= LongParagraph) paragraphs++;
        }
        return paragraphs >= FewestParagraphs && prose > 0.85 * words;
    }

    /// <summary>
    /// Boxes that each hold the linked title of another page and little else, three and more of them in one box: teasers of other reports.
    /// </summary>
    private static bool[] Cards(PageOutline outline, IReadOnlyCollection<Box> posts)
    {
        HashSet<Box> kept = [.. posts];
        var titles = new int[outline.Leaves.Count + 1];
        var others = new int[outline.Leaves.Count + 1];
        for (var i = 0; i < outline.Leaves.Count; i++)
        {
            var leaf = outline.Leaves[i];
            var title = leaf.LinkShare > 0.7 && leaf.Words is >= 3 and <= LongestTitle;
            titles[i + 1] = titles[i] + (title ? 1 : 0);
            others[i + 1] = others[i] + (title ? 0 : leaf.Words);
        }
        var cards = new bool[outline.Boxes.Count];
        var inParent = new int[outline.Boxes.Count];
        for (var b = 1; b < outline.Boxes.Count; b++)
        {
            var box = outline.Boxes[b];
            cards[b] =
                !kept.Contains(box)
                && box.End - box.First <= MostInCard
                && titles[box.End] > titles[box.First]
                && others[box.End] - others[box.First] <= LongestTeaser;
            if (cards[b]) inParent[box.Parent]++;
        }
        for (var b = 1; b < outline.Boxes.Count; b++) cards[b] &= inParent[outline.Boxes[b].Parent] >= FewestCards;
        return cards;
    }

    private static double Score(Leaf leaf)
    {
        if (leaf.InFigure || leaf.Role == BlockRole.Heading) return 0;
        var words = Math.Min(leaf.Words, MostWords);
        if (leaf.IsProse) return words * (1 - leaf.LinkShare);
        if (leaf.LinkShare > 0.5) return -Math.Min(words, 12) - 2;
        return leaf.Role == BlockRole.Item ? 0 : -2;
    }
}

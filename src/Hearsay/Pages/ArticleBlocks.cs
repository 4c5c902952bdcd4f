using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// The box that holds the report in, its paragraphs out, each with its kind where the tree alone tells that it is furniture: it lies in a box of
/// furniture or in a figure, it is a link and nothing else, it repeats the headline, it stands over the headline, it is the standfirst, or it heads a
/// box of furniture.
/// </summary>
internal static class ArticleBlocks
{
    private const double MostlyLink = 0.7;
    private const int ShortestStandfirst = 30;

    /// <summary>The paragraphs of the box in the order of the page.</summary>
    public static ImmutableArray<Block> Of(PageOutline outline, int box, PageContent content)
    {
        var (first, end) = (outline.Boxes[box].First, outline.Boxes[box].End);
        var leaves = outline.Leaves.GetRange(first, end - first);
        var kinds = Kinds(outline, box, leaves);
        for (var i = 0; i < leaves.Count; i++) kinds[i] ??= KindOf(leaves, i);
        MarkHead(leaves, kinds, content, outline.Marks);
        MarkHeadings(leaves, kinds);
        // a page of nothing but links and captions is given as it stands
        if (kinds.All(k => k is not null)) return [.. leaves.Select(leaf => new Block(leaf.Text, null, leaf.Role))];
        return [.. leaves.Select((leaf, i) => new Block(leaf.Text, kinds[i], leaf.Role))];
    }

    private static DroppedKind?[] Kinds(PageOutline outline, int root, List<Leaf> leaves)
    {
        var boxes = new DroppedKind?[outline.Boxes.Count];
        for (var b = root + 1; b < outline.Boxes.Count && outline.Boxes[b].First < outline.Boxes[root].End; b++)
            boxes[b] = boxes[outline.Boxes[b].Parent] ?? outline.Boxes[b].Kind;
        var kinds = leaves.Select(leaf => boxes[leaf.Box]).ToArray();
        // names of standfirsts are names of headings within the text too
        var text = Enumerable.Range(0, leaves.Count).FirstOrDefault(i => kinds[i] is null && leaves[i].IsProse, leaves.Count);
        for (var i = text; i < kinds.Length; i++) kinds[i] = kinds[i] == DroppedKind.Headline ? null : kinds[i];
        return kinds;
    }

    private static DroppedKind? KindOf(List<Leaf> leaves, int i)
    {
        var leaf = leaves[i];
        if (leaf.InFigure) return DroppedKind.Caption;
        if (leaf.LinkShare <= MostlyLink) return null;
        var next = i + 1 < leaves.Count ? leaves[i + 1] : default;
        if (leaf.Role == BlockRole.Heading) return next is { IsProse: true } ? null : DroppedKind.Crossref;
        // a whole sentence that is a link belongs to the text where paragraphs stand beside it
        var amidst =
            leaf is { Finished: true, Words: >= 8, Role: BlockRole.Paragraph }
            && (Beside(leaf, i > 0 ? leaves[i - 1] : default) + Beside(leaf, next)) >= 2;
        return amidst ? null : DroppedKind.Crossref;
    }

    /// <summary>How much a paragraph beside another speaks for it: 2 in the same box, 1 in another one.</summary>
    private static int Beside(Leaf leaf, Leaf beside) => beside.Text is null || !beside.IsProse ? 0 : beside.Box == leaf.Box ? 2 : 1;

    /// <summary>What stands over the headline, the headline itself wherever it is repeated, and the standfirst.</summary>
    private static void MarkHead(List<Leaf> leaves, DroppedKind?[] kinds, PageContent content, PageMarks marks)
    {
        HashSet<string> titles = [.. marks.Headings.Append(content.Title ?? "").Select(Letters).Where(t => t.Length > 0)];
        var headline = -1;
        for (var i = 0; i < leaves.Count; i++)
        {
            if (kinds[i] is not null || leaves[i].IsProse && leaves[i].Role != BlockRole.Heading || !titles.Contains(Letters(leaves[i].Text)))
                continue;
            kinds[i] = DroppedKind.Headline;
            if (headline < 0) headline = i;
        }
        var before = Math.Max(headline, 0);
        if (!leaves.Take(before).Any(l => l.IsProse))
        {
            for (var i = 0; i < before; i++) kinds[i] ??= DroppedKind.Section;
        }
        MarkStandfirst(leaves, kinds, Letters(content.Standfirst ?? ""));
    }

    /// <summary>The first paragraph is the standfirst where metadata gives the same words and it does not lie in one box with the next.</summary>
    private static void MarkStandfirst(List<Leaf> leaves, DroppedKind?[] kinds, string described)
    {
        if (described.Length < ShortestStandfirst) return;
        var first = Enumerable.Range(0, leaves.Count).FirstOrDefault(i => kinds[i] is null && (leaves[i].IsProse || leaves[i].Words >= 6), -1);
        if (first < 0) return;
        var next = Enumerable.Range(first + 1, leaves.Count - first - 1).FirstOrDefault(i => kinds[i] is null && leaves[i].IsProse, -1);
        var letters = Letters(leaves[first].Text);
        if (next < 0 || leaves[next].Box == leaves[first].Box || letters.Length < ShortestStandfirst) return;
        if (letters.StartsWith(described, StringComparison.Ordinal) || described.StartsWith(letters, StringComparison.Ordinal))
            kinds[first] = DroppedKind.Headline;
    }

    /// <summary>
    /// A heading that furniture follows belongs to it, unless text of its own box comes next; so does a heading that nothing follows.
    /// </summary>
    private static void MarkHeadings(List<Leaf> leaves, DroppedKind?[] kinds)
    {
        var text = -1;
        for (var i = leaves.Count - 1; i >= 0; i--)
        {
            if (kinds[i] is not null) continue;
            if (leaves[i].Role != BlockRole.Heading)
            {
                text = i;
                continue;
            }
            var follows = i + 1 < leaves.Count ? kinds[i + 1] : DroppedKind.Other;
            if (text < 0) kinds[i] = DroppedKind.Section;
            else if (follows is not (null or DroppedKind.Caption or DroppedKind.Advert or DroppedKind.Video) && leaves[text].Box != leaves[i].Box)
                kinds[i] = follows;
        }
    }

    private static string Letters(string line) => string.Concat(line.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// Menus, lists of other headlines, tags and names of authors come out of a page as runs of short lines without a final mark. On a page whose text is
/// written in finished paragraphs, three and more such lines in a row are taken for one of these, and so is whatever of their kind follows the last
/// paragraph. A run behind a colon is the text's own list and stays.
/// </summary>
internal static class LineRuns
{
    private const int Shortest = 3;
    private const int LongestLine = 25;
    private const int FewestParagraphs = 4;

    /// <summary>Marks the runs in place.</summary>
    public static void Mark(List<Block> blocks)
    {
        var solid = Enumerable.Range(0, blocks.Count).Where(i => IsSolid(blocks[i])).ToList();
        if (
            solid.Count < FewestParagraphs
            || solid.Sum(i => FurnitureSorter.Words(blocks[i].Text)) * 2 < blocks.Where(b => b.IsBody).Sum(b => FurnitureSorter.Words(b.Text))
        )
            return;
        for (var i = solid[0] + 1; i < solid[^1]; i++)
        {
            var end = i;
            while (end < solid[^1] && (!blocks[end].IsBody || IsLoose(blocks[end]))) end++;
            if (Count(blocks, i, end) >= Shortest && !OpensList(blocks, i)) Drop(blocks, i, end);
            i = Math.Max(i, end);
        }
        var left = Count(blocks, solid[^1] + 1, blocks.Count);
        if (BehindLabel(blocks, solid[^1] + 1))
        {
            for (var i = solid[^1] + 1; i < blocks.Count; i++)
                blocks[i] = blocks[i].IsBody ? blocks[i] with { Kind = DroppedKind.Crossref } : blocks[i];
            return;
        }
        if (left == 0 || OpensList(blocks, solid[^1] + 1)) return;
        if (left > 1 || blocks.Skip(solid[^1] + 1).Any(b => b.IsBody && FurnitureSorter.Words(b.Text) < 7)) Drop(blocks, solid[^1] + 1, blocks.Count);
    }

    private static bool IsSolid(Block block) =>
        block.IsBody && (block.Role != BlockRole.Paragraph || (CleanText.EndsWithMark(block.Text) && FurnitureSorter.Words(block.Text) >= 8));

    private static bool IsLoose(Block block) =>
        block is { IsBody: true, Role: BlockRole.Paragraph }
        && !CleanText.EndsWithMark(block.Text)
        && FurnitureSorter.Words(block.Text) <= LongestLine
        && (char.IsUpper(block.Text[0]) || char.IsDigit(block.Text[0])) && !block.Text.AsSpan().ContainsAny("\"“”\uFFFD。");

    private static int Count(List<Block> blocks, int start, int end) =>
        Enumerable.Range(start, Math.Max(0, end - start)).Count(i => IsLoose(blocks[i]));

    private static bool OpensList(List<Block> blocks, int start)
    {
        while (start > 0 && !blocks[start - 1].IsBody) start--;
        return start > 0 && blocks[start - 1].Text[^1] is ':' or ';' or ',';
    }

    /// <summary>True where a label such as "Read more:" stands between the last paragraph and the lines left, none of which is a sentence.</summary>
    private static bool BehindLabel(List<Block> blocks, int start)
    {
        var label = start < blocks.Count ? blocks.FindIndex(start, b => b.Kind == DroppedKind.Crossref && FurnitureSorter.Words(b.Text) <= 4) : -1;
        return label >= 0
            && blocks.Skip(start).Take(label - start).All(b => !b.IsBody)
            && blocks.Skip(label).Where(b => b.IsBody).All(b => !CleanText.EndsWithMark(b.Text) && FurnitureSorter.Words(b.Text) <= LongestLine);
    }

    private static void Drop(List<Block> blocks, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsLoose(blocks[i])) blocks[i] = blocks[i] with { Kind = DroppedKind.Crossref };
        }
    }
}

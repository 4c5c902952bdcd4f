using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>A page's paragraphs, each with its kind or none, and the headline and the outlet's name where the page shows them.</summary>
internal sealed record SortedPage(string? Headline, string? Outlet, ImmutableArray<Block> Blocks);

/// <summary>
/// Paragraphs in, the same paragraphs out, furniture marked with its kind; nothing is added, reordered or lost.
/// Method: furniture glued to text is cut off; each line is judged by its words and form (<see cref="FurnitureLine"/>); then by where it stands:
/// what precedes the first dateline, the headline and what hangs on it (<see cref="PageHead"/>), biographies and credits at the end
/// (<see cref="PageTail"/>), headings and buttons beside boxes, and sentences without a final mark among sentences that have one, which is how
/// captions come out of a page.
/// Known limits: a caption or standfirst written as a full sentence, far from other furniture, stays; so does an advertisement written as news.
/// </summary>
internal static class FurnitureSorter
{
    private const int ShortTitle = 8;
    private const int LongestPitch = 30;

    /// <summary>
    /// Sorts a page. <paramref name="title"/> is the headline and <paramref name="authors"/> are the authors where they are known from elsewhere.
    /// </summary>
    public static SortedPage Sort(IEnumerable<Block> blocks, string? title, ImmutableArray<string> authors)
    {
        var sorted = blocks
            .SelectMany(
                GluedFurniture.Split,
                (whole, b) =>
                    b.IsBody && b.Role != BlockRole.Quotation && b.Text.Length != whole.Text.Length
                        ? b with
                        {
                            Kind = FurnitureLine.KindOf(b.Text),
                        }
                        : b
            )
            .ToList();
        var outlet = Masthead.Mark(sorted, title);
        var headline = PageHead.Mark(sorted, title);
        ImmutableArray<string> people =
        [
            .. authors
                .Concat(sorted.Where(b => b.Kind == DroppedKind.Other && BylineReader.IsByline(b.Text)).Select(b => b.Text))
                .SelectMany(a => BylineReader.Read(a).People),
        ];
        PictureSeries.Mark(sorted);
        UnfinishedLines.Mark(sorted);
        Corrections.Mark(sorted);
        PageTail.Mark(sorted, people);
        MarkNeighbours(sorted);
        LineRuns.Mark(sorted);
        PageTail.Mark(sorted, people);
        return new SortedPage(headline, outlet, [.. sorted]);
    }

    /// <summary>A short title right before a box, and a button right behind it, belong to the box.</summary>
    private static void MarkNeighbours(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is not (DroppedKind.Newsletter or DroppedKind.Promo or DroppedKind.Subscribe) || blocks[i].Text.Length < 40) continue;
            if (i > 0 && IsShortTitle(blocks[i - 1]) && i > 1) blocks[i - 1] = blocks[i - 1] with { Kind = blocks[i].Kind };
        }
        for (var i = 1; i + 1 < blocks.Count; i++)
        {
            // between the title of a sign-up box and its button
            if (blocks[i].IsBody && Words(blocks[i].Text) <= LongestPitch && IsSignUp(blocks[i - 1]) && IsSignUp(blocks[i + 1]))
                blocks[i] = blocks[i] with { Kind = blocks[i - 1].Kind };
        }
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (
                blocks[i].Kind == DroppedKind.Caption
                && blocks[i + 1] is { IsBody: true } next
                && !CleanText.EndsWithMark(next.Text)
                && PictureText.Describes(next.Text)
            )
                blocks[i + 1] = next with { Kind = DroppedKind.Caption };
        }
    }

    private static bool IsSignUp(Block block) => block.Kind is DroppedKind.Newsletter or DroppedKind.Subscribe && Words(block.Text) <= ShortTitle;

    private static bool IsShortTitle(Block block) =>
        block is { IsBody: true, Role: BlockRole.Paragraph or BlockRole.Heading }
        && !CleanText.EndsWithMark(block.Text)
        && Words(block.Text) <= ShortTitle
        && DatelineReader.Match(block.Text, first: false) is null;

    /// <summary>How many words a line has, by its spaces; a script that is written without them has about one in two letters.</summary>
    internal static int Words(string line) => line.Length == 0 ? 0 : Math.Max(line.AsSpan().Count(' ') + 1, UnspacedScript.Words(line));
}

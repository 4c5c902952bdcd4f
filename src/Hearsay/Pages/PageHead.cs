using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// The head of a page: section labels, headline, standfirst and key points, byline, and whatever stands before the first dateline.
/// The headline is the first line without a final mark before the first finished paragraph, or the line that repeats a title known from elsewhere.
/// </summary>
internal static partial class PageHead
{
    private const int LongestHeadline = 30;
    private const int LongestHead = 6;
    private const int MostKeyPoints = 4;

    /// <summary>Marks the head's lines in place and returns the headline: the title given, else the line found, else null.</summary>
    public static string? Mark(List<Block> blocks, string? title)
    {
        var known = string.IsNullOrWhiteSpace(title) ? null : CleanText.Line(title);
        var found = MarkTitle(blocks, known) ?? (known is null ? MarkFirstLine(blocks) : null);
        MarkBeforeDateline(blocks);
        if (found is not null || known is not null) MarkStandfirst(blocks);
        MarkAltText(blocks);
        return known ?? found;
    }

    private static string? MarkTitle(List<Block> blocks, string? title)
    {
        if (title is null) return null;
        var wanted = Letters(title);
        for (var i = 0; i < Math.Min(blocks.Count, LongestHead); i++)
        {
            if (Letters(blocks[i].Text) != wanted || wanted.Length == 0) continue;
            blocks[i] = blocks[i] with { Kind = DroppedKind.Headline };
            MarkSections(blocks, i);
            return title;
        }
        return null;
    }

    /// <summary>True where a line behind the given one, and before the text, may be the headline.</summary>
    public static bool HasHeadlineAfter(List<Block> blocks, int at)
    {
        var finished = FirstFinished(blocks);
        return finished > at
            && Enumerable
                .Range(at + 1, finished - at - 1)
                .Any(i => blocks[i].IsBody && FurnitureSorter.Words(blocks[i].Text) >= 3 && LooksLikeHeadline(blocks[i].Text));
    }

    private static int FirstFinished(List<Block> blocks) =>
        blocks.FindIndex(b =>
            (b.IsBody && FurnitureSorter.Words(b.Text) > 12 && CleanText.EndsWithMark(b.Text) && !LooksLikeHeadline(b.Text))
            || DatelineReader.Match(b.Text, first: true) is not null
        );

    private static string? MarkFirstLine(List<Block> blocks)
    {
        var finished = FirstFinished(blocks);
        if (finished < 0) return null;
        var candidates = Enumerable.Range(0, finished).Where(i => blocks[i].IsBody && LooksLikeHeadline(blocks[i].Text)).ToList();
        if (candidates.Count == 0) return null;
        var at = candidates.FirstOrDefault(i => FurnitureSorter.Words(blocks[i].Text) > 3, candidates[^1]);
        if (FurnitureSorter.Words(blocks[at].Text) < 3) return null;
        blocks[at] = blocks[at] with { Kind = DroppedKind.Headline };
        MarkSections(blocks, at);
        return blocks[at].Text;
    }

    private static bool LooksLikeHeadline(string line)
    {
        var words = FurnitureSorter.Words(line);
        if (words > LongestHeadline || line[0] is '(' or '•' or '-' || char.IsLower(line[0])) return false;
        return !CleanText.EndsWithMark(line) || (line[^1] is '?' or '!' && words <= 16 && RoughSentences.Of(line).Length == 1);
    }

    /// <summary>Short lines over the headline name the section.</summary>
    private static void MarkSections(List<Block> blocks, int headline)
    {
        for (var i = 0; i < headline; i++)
        {
            if (blocks[i].IsBody && FurnitureSorter.Words(blocks[i].Text) <= 4 && !CleanText.EndsWithMark(blocks[i].Text))
                blocks[i] = blocks[i] with { Kind = DroppedKind.Section };
        }
    }

    /// <summary>Agency reports begin with their dateline: what stands before it is the outlet's, or a picture's.</summary>
    private static void MarkBeforeDateline(List<Block> blocks)
    {
        var at = blocks.FindIndex(b => b.IsBody && b.Role != BlockRole.Heading && DatelineReader.Match(b.Text, first: true) is not null);
        if (at <= 0) return;
        var before = blocks.Take(at).Where(b => b.IsBody).ToList();
        if (before.Count > LongestHead - 2 || before.Any(b => MayBeText(b.Text)) || before.Count(b => CleanText.EndsWithMark(b.Text)) > 2) return;
        for (var i = 0; i < at; i++)
        {
            if (!blocks[i].IsBody) continue;
            var kind =
                CleanText.EndsWithMark(blocks[i].Text) || PictureText.Describes(blocks[i].Text) ? DroppedKind.Caption
                : FurnitureSorter.Words(blocks[i].Text) <= 3 ? DroppedKind.Section
                : DroppedKind.Headline;
            blocks[i] = blocks[i] with { Kind = kind };
        }
    }

    /// <summary>
    /// A paragraph that is long, quotes or has somebody say something is text even before a dateline: the page then holds more than one report.
    /// </summary>
    private static bool MayBeText(string line) =>
        CleanText.EndsWithMark(line) && (FurnitureSorter.Words(line) > 45 || line.AsSpan().ContainsAny("\"“”") || Saying().IsMatch(line));

    [GeneratedRegex(@"\b(?:said|says|told|announced|according to|reported|warned)\b")]
    private static partial Regex Saying();

    /// <summary>Lines without a final mark between headline and text: standfirst, key points, the kind of page.</summary>
    private static void MarkStandfirst(List<Block> blocks)
    {
        var finished = blocks.FindIndex(b => b.IsBody && (CleanText.EndsWithMark(b.Text) || DatelineReader.Match(b.Text, first: true) is not null));
        var left = MostKeyPoints;
        for (var i = 0; i < finished; i++)
        {
            if (
                blocks[i] is { IsBody: true, Post: 0 }
                && blocks[i].Role != BlockRole.Quotation
                && !char.IsLower(blocks[i].Text[0])
                && FurnitureSorter.Words(blocks[i].Text) is var words and <= LongestHeadline + 5
                && (words <= 5 || left-- > 0)
            )
                blocks[i] = blocks[i] with { Kind = FurnitureSorter.Words(blocks[i].Text) <= 3 ? DroppedKind.Section : DroppedKind.Headline };
        }
    }

    /// <summary>A line that describes a picture, right before the first caption and before any text.</summary>
    private static void MarkAltText(List<Block> blocks)
    {
        var caption = blocks.FindIndex(b => b.Kind == DroppedKind.Caption);
        if (caption <= 0 || blocks.Take(caption).Count(b => b.IsBody) != 1) return;
        var at = blocks.FindIndex(b => b.IsBody);
        if (
            at == caption - 1
            && FurnitureSorter.Words(blocks[at].Text) <= 30
            && RoughSentences.Of(blocks[at].Text).Length == 1
            && PictureText.Describes(blocks[at].Text)
        )
            blocks[at] = blocks[at] with { Kind = DroppedKind.Caption };
    }

    private static string Letters(string line) => string.Concat(line.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

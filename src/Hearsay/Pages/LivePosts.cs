using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// The heading and the time of one post of a live blog, as far as the page gives them; its place in <see cref="PageContent.Posts"/>, counted from 1,
/// is <see cref="Block.Post"/> of its paragraphs.
/// </summary>
internal readonly record struct PostHead(string? Headline, string? Time);

/// <summary>A post as the linked data gives it, its text as it stands there.</summary>
internal readonly record struct LinkedPost(PostHead Head, string? Body);

/// <summary>
/// A live blog's outline in, its posts out. A page is a live blog where its linked data, its headline or its address says so; its posts are three and
/// more boxes within one box, each of which shows a time among its first paragraphs and holds text. Known limit: a time of day without a date gives
/// no moment, unless the linked data has the post under the same headline.
/// </summary>
internal static partial class LivePosts
{
    private const int FewestPosts = 3;
    private const int MostBeforeTime = 3;
    private const int LongestStamp = 10;

    /// <summary>True where the page says that it is a live blog.</summary>
    public static bool IsLive(PageOutline outline, PageContent content, LinkedData linked) =>
        linked.IsLive
        || Label().IsMatch(content.Title ?? "")
        || outline.Marks.Headings.Exists(h => Label().IsMatch(h))
        || Address().IsMatch(content.Url ?? "");

    /// <summary>
    /// Sets the posts of the blocks (which are the paragraphs <paramref name="first"/> and on of the outline) and marks the lines with their times;
    /// no posts where there are too few.
    /// </summary>
    public static (ImmutableArray<Block> Blocks, ImmutableArray<PostHead> Posts) Of(
        PageOutline outline,
        int first,
        ImmutableArray<Block> blocks,
        LinkedData linked
    )
    {
        var boxes = Boxes(outline, first, first + blocks.Length);
        if (boxes.Count < FewestPosts) return (blocks, []);
        var marked = blocks.ToBuilder();
        var posts = ImmutableArray.CreateBuilder<PostHead>();
        foreach (var box in boxes)
        {
            var stamp = Stamp(outline, box);
            var heading = outline.Leaves.FindIndex(box.First, box.End - box.First, l => l.Role == BlockRole.Heading);
            var headline = heading < 0 ? null : outline.Leaves[heading].Text;
            posts.Add(new PostHead(headline, Time(outline.Leaves[stamp], headline, linked)));
            for (var i = box.First; i < box.End; i++)
            {
                var kind =
                    i == heading ? null
                    : i == stamp && outline.Leaves[i].Words <= LongestStamp ? DroppedKind.DateLine
                    : marked[i - first].Kind;
                marked[i - first] = marked[i - first] with { Post = posts.Count, Kind = kind };
            }
        }
        return (marked.ToImmutable(), posts.ToImmutable());
    }

    /// <summary>
    /// The posts of the linked data, where the blocks hold hardly any of their text: the page then shows them by a script.
    /// </summary>
    public static (ImmutableArray<Block> Blocks, ImmutableArray<PostHead> Posts) Stated(ImmutableArray<Block> blocks, LinkedData linked)
    {
        ImmutableArray<LinkedPost> posts = [.. linked.Posts.Where(p => p.Body is not null)];
        if (!StatedBody.IsMissing(blocks, string.Join('\n', posts.Select(p => p.Body)))) return (blocks, []);
        return (
            [.. posts.SelectMany((post, i) => Stated(post).Select(b => b with { Post = i + 1 }))],
            [.. posts.Select(p => p.Head with { Time = p.Head.Time is { } time ? DateStatement.Value(time) : null })]
        );
    }

    private static IEnumerable<Block> Stated(LinkedPost post)
    {
        var text = StatedBody.Paragraphs(post.Body!);
        return post.Head.Headline is { } headline ? text.Prepend(new Block(headline, null, BlockRole.Heading)) : text;
    }

    /// <summary>The boxes of the posts: of all boxes that may be posts, those of the parent that has most of them.</summary>
    public static List<Box> Boxes(PageOutline outline, int first, int end)
    {
        var candidates = outline
            .Boxes.Where(b => b.First >= first && b.End <= end && b.Parent >= 0 && Stamp(outline, b) >= 0 && HasProse(outline, b))
            .ToList();
        var parent = candidates.GroupBy(b => b.Parent).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return parent is null ? [] : [.. parent];
    }

    private static bool HasProse(PageOutline outline, Box box)
    {
        for (var i = box.First; i < box.End; i++)
        {
            if (outline.Leaves[i].IsProse) return true;
        }
        return false;
    }

    private static int Stamp(PageOutline outline, Box box)
    {
        for (var i = box.First; i < Math.Min(box.End, box.First + MostBeforeTime); i++)
        {
            if (outline.Leaves[i].Time is not null || (outline.Leaves[i].Words <= LongestStamp && Clock().IsMatch(outline.Leaves[i].Text))) return i;
        }
        return -1;
    }

    private static string? Time(Leaf stamp, string? headline, LinkedData linked)
    {
        if (stamp.Time is { Length: > 0 } time && DateStatement.Value(time) is { } value) return value;
        if (DateStatement.Value(stamp.Text) is { } stated) return stated;
        return headline is null
            ? null
            : linked
                .Posts.Select(p => p.Head)
                .Where(p => p.Time is not null && string.Equals(p.Headline, headline, StringComparison.OrdinalIgnoreCase))
                .Select(p => DateStatement.Value(p.Time!))
                .FirstOrDefault();
    }

    [GeneratedRegex(
        @"\b(?:LIVE|Live)\b(?: ?[:|–—-]| [Uu]pdates| [Bb]log| [Cc]overage|$)|\b(?:[Ll]ive updates|[Ll]ive blog|[Aa]s it happened|- updates$)|^LIVE\b"
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"/live(?:blog)?[/-]|-live(?:blog)?-|/live-")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:(?:Posted|Published|Updated) )?(?:at )?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)|^\d{1,2} ?(?:m|mins?|minutes?|h|hrs?|hours?)\.? ago\b")]
    private static partial Regex Clock();
}

using System.Net;

namespace Hearsay.Sources.Feeds;

/// <summary>
/// Mark-up in, a tree of elements out. An end tag closes the nearest open element of its name and all in it, one that fits none is passed over; an
/// item that begins within an item ends that one, and a field of an item ends a field that can only hold text. Elements deeper than 100, or beyond
/// 400,000, are taken as text.
/// </summary>
internal sealed class MarkupTree
{
    private const int Deepest = 100;
    private const int MostNodes = 400_000;

    private static readonly HashSet<string> Items = new(["item", "entry", "url", "sitemap"], StringComparer.Ordinal);

    private static readonly HashSet<string> Leaves = new(
        [
            "title", "link", "guid", "id", "pubdate", "published", "updated", "modified", "issued", "created", "category", "comments", "language",
            "ttl", "lastbuilddate", "loc", "lastmod", "dc:date", "dc:creator", "dc:title", "news:title", "news:publication_date",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Fields = new(
        [
            .. Leaves,
            "item", "entry", "description", "author", "enclosure", "source", "content", "summary", "image", "content:encoded", "generator",
            "copyright", "managingeditor", "media:content", "media:thumbnail", "media:group",
        ],
        StringComparer.Ordinal);

    // fields that no HTML has: they end a text that is left open
    private static readonly HashSet<string> Plain = new(
        [
            "pubdate", "guid", "enclosure", "content:encoded", "dc:date", "dc:creator", "published", "updated", "comments", "media:content",
            "media:thumbnail",
        ],
        StringComparer.Ordinal
    );

    private readonly string source;
    private readonly MarkupNode root;
    private readonly FeedNamespaces namespaces = new();
    private MarkupNode current;
    private int count;

    private MarkupTree(string source)
    {
        this.source = source;
        current = root = new MarkupNode(source, "", null);
    }

    /// <summary>Reads the text into a tree; the root has no name.</summary>
    public static MarkupNode Read(string text)
    {
        var tree = new MarkupTree(text);
        var scanner = new MarkupScanner(text);
        for (MarkupToken token; (token = scanner.Next()) != MarkupToken.End;)
        {
            if (token == MarkupToken.Open) tree.Open(scanner);
            else if (token == MarkupToken.Close) tree.Close(tree.namespaces.NameOf(scanner.Name), scanner.Start);
            else if (!scanner.Content.IsWhiteSpace())
                tree.current.Append(token == MarkupToken.Literal ? scanner.Content.ToString() : WebUtility.HtmlDecode(scanner.Content.ToString()));
            else if (tree.current.Text.Length > 0) tree.current.Append(" ");
        }
        for (var node = tree.current; node is not null; node = node.Parent) node.ContentEnd = text.Length;
        return tree.root;
    }

    private void Open(MarkupScanner scanner)
    {
        var name = namespaces.Declare(scanner.Name, scanner.Attributes, isRoot: count == 0);
        if (Items.Contains(name) && Around(name) is { } open) End(open, scanner.Start);
        if (Fields.Contains(name) && Leaves.Contains(current.Name)) End(current, scanner.Start);
        if (Plain.Contains(name) && (Around("description") ?? Around("summary")) is { } text) End(text, scanner.Start);
        if (++count > MostNodes || current.Depth >= Deepest) return;
        var node = new MarkupNode(source, name, current)
        {
            Attributes = scanner.Attributes,
            ContentStart = scanner.Position,
            ContentEnd = scanner.Position,
        };
        current.Children.Add(node);
        if (!scanner.IsClosed) current = node;
    }

    private void Close(string name, int at)
    {
        if (Around(name) is { } open) End(open, at);
    }

    private MarkupNode? Around(string name)
    {
        for (var node = current; node.Parent is not null; node = node.Parent)
        {
            if (node.Name == name) return node;
        }
        return null;
    }

    private void End(MarkupNode open, int at)
    {
        for (; current != open; current = current.Parent!) current.ContentEnd = at;
        open.ContentEnd = at;
        current = open.Parent!;
    }
}

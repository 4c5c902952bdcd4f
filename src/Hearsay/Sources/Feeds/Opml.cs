using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace Hearsay.Sources.Feeds;

/// <summary>A feed of a list: its address, and the folders that it lies in, the outermost first.</summary>
public sealed record OpmlFeed(Uri Address, string? Title, Uri? Site, ImmutableArray<string> Folders)
{
    /// <summary>The folders as one line ("News/Local"); null where there are none.</summary>
    public string? Group => Folders.IsEmpty ? null : string.Join('/', Folders.Select(f => f.Replace('/', '∕')));

    /// <summary>The folders of a line that <see cref="Group"/> gave.</summary>
    public static ImmutableArray<string> FoldersOf(string? group) =>
        group is null
            ? []
            : [.. group.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(f => f.Replace('∕', '/'))];
}

/// <summary>
/// Lists of feeds in OPML 1.0 and 2.0, in and out. Reading is as lenient as that of feeds; an outline without an address is a folder. What is written
/// comes back as it was: folders in the order of their first feed, feeds in the order given within each.
/// </summary>
public static class Opml
{
    /// <summary>
    /// Reads a list; the reason where it is none. Outlines whose address is not of the web are counted in <paramref name="passed"/>.
    /// </summary>
    public static (ImmutableArray<OpmlFeed> Feeds, string? Reason) Read(byte[] bytes, out int passed)
    {
        passed = 0;
        if (bytes.Length > PageSource.MaxBytes) return ([], "too large, the limit is 20 MB");
        var (text, reason) = TextDecoder.Decode(bytes, isHtml: true);
        if (text is null) return ([], reason);
        var tree = MarkupTree.Read(text);
        var body = Descend(tree, "opml")?.First("body") ?? Descend(tree, "body");
        if (body is null) return ([], "it is no list of feeds (OPML)");
        var feeds = new List<OpmlFeed>();
        Collect(body, [], feeds, ref passed);
        return ([.. feeds.DistinctBy(f => f.Address)], null);
    }

    /// <summary>Writes a list, in UTF-8.</summary>
    public static byte[] Write(string title, IEnumerable<OpmlFeed> feeds)
    {
        using var stream = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                stream,
                new XmlWriterSettings
                {
                    Indent = true,
                    NewLineChars = "\n",
                    Encoding = new UTF8Encoding(false),
                    CheckCharacters = false,
                }
            )
        )
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Clean(title));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            Folder(xml, [.. feeds], 0);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Folder(XmlWriter xml, List<OpmlFeed> feeds, int depth)
    {
        foreach (var group in feeds.GroupBy(f => f.Folders.Length > depth ? f.Folders[depth] : null))
        {
            if (group.Key is { } folder)
            {
                xml.WriteStartElement("outline");
                xml.WriteAttributeString("text", Clean(folder));
                Folder(xml, [.. group], depth + 1);
                xml.WriteEndElement();
                continue;
            }
            foreach (var feed in group) Outline(xml, feed);
        }
    }

    private static void Outline(XmlWriter xml, OpmlFeed feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", Clean(feed.Title ?? feed.Address.AbsoluteUri));
        if (feed.Title is not null) xml.WriteAttributeString("title", Clean(feed.Title));
        xml.WriteAttributeString("xmlUrl", feed.Address.AbsoluteUri);
        if (feed.Site is not null) xml.WriteAttributeString("htmlUrl", feed.Site.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Collect(MarkupNode node, ImmutableArray<string> folders, List<OpmlFeed> feeds, ref int passed)
    {
        foreach (var outline in node.All("outline"))
        {
            var title = outline["title"] ?? outline["text"];
            var address = outline["xmlurl"] ?? (outline["type"] is "rss" or "atom" or "json" ? outline["url"] : null);
            if (address is null)
            {
                Collect(outline, outline.Children.Count > 0 && title is not null ? folders.Add(title) : folders, feeds, ref passed);
                continue;
            }
            var named = outline["title"] is not null || outline["text"] is { } text && text != address ? title : null;
            if (WebAddress.Read(address) is { } found) feeds.Add(new OpmlFeed(found, named, WebAddress.Read(outline["htmlurl"]), folders));
            else passed++;
            Collect(outline, folders, feeds, ref passed);
        }
    }

    private static MarkupNode? Descend(MarkupNode node, string name) =>
        node.First(name) ?? node.Children.Select(c => c.Depth < 4 ? Descend(c, name) : null).FirstOrDefault(c => c is not null);

    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c)));
}

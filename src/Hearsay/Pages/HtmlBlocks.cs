using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>An element in, its paragraphs out, in the order of the tree. Headings, list items, block quotations and captions keep their role; scripts, forms and pictures are left out.</summary>
internal static class HtmlBlocks
{
    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rt", "center-inline", "img",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Skipped = new[] { "script", "style", "noscript", "template", "form", "button", "select", "input", "textarea", "svg", "iframe", "object", "video", "audio", "nav", "head", "picture", "canvas" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The paragraphs of the element. Works without recursion, so that a deep tree costs no stack.</summary>
    public static ImmutableArray<Block> Of(IElement root)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var text = new StringBuilder();
        INode? node = root.FirstChild;
        var breaks = 0;
        while (node is not null && node != root)
        {
            if (node is IText words) Append(text, words.Data, ref breaks);
            else if (node is IElement element)
            {
                if (element.LocalName == "br") Break(blocks, text, element, ref breaks);
                else if (Skipped.Contains(element.LocalName))
                {
                    node = After(node, root, blocks, text);
                    continue;
                }
                else if (!Inline.Contains(element.LocalName)) Flush(blocks, text, element.ParentElement);
            }
            node = node.FirstChild ?? After(node, root, blocks, text);
        }
        Flush(blocks, text, root);
        return blocks.ToImmutable();
    }

    private static void Append(StringBuilder text, string words, ref int breaks)
    {
        if (!string.IsNullOrWhiteSpace(words)) breaks = 0;
        text.Append(words);
    }

    /// <summary>Two line breaks in a row end a paragraph, one is a space.</summary>
    private static void Break(ImmutableArray<Block>.Builder blocks, StringBuilder text, IElement element, ref int breaks)
    {
        if (++breaks >= 2) Flush(blocks, text, element.ParentElement);
        else text.Append(' ');
    }

    private static INode? After(INode node, IElement root, ImmutableArray<Block>.Builder blocks, StringBuilder text)
    {
        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            if (at is IElement element && !Inline.Contains(element.LocalName) && element.LocalName != "br") Flush(blocks, text, element);
            if (at.NextSibling is { } next) return next;
        }
        return null;
    }

    private static void Flush(ImmutableArray<Block>.Builder blocks, StringBuilder text, IElement? owner)
    {
        var line = CleanText.Line(text.ToString());
        text.Clear();
        if (line.Length == 0) return;
        var (role, kind) = RoleOf(owner);
        blocks.Add(new Block(line, kind, role));
    }

    private static (BlockRole Role, DroppedKind? Kind) RoleOf(IElement? element)
    {
        var role = BlockRole.Paragraph;
        for (var (at, up) = (element, 0); at is not null && up < 12; at = at.ParentElement, up++)
        {
            if (at.LocalName is "figcaption" or "figure") return (role, DroppedKind.Caption);
            if (role != BlockRole.Paragraph) continue;
            role = at.LocalName switch
            {
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockRole.Heading,
                "li" or "dd" or "dt" => BlockRole.Item,
                "blockquote" => BlockRole.Quotation,
                _ => role,
            };
        }
        return (role, null);
    }
}

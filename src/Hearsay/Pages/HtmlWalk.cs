using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// A page's tree in, its outline out, in one pass over the tree without recursion. Scripts, forms, pictures and what is not shown are left out; an
/// inline element goes on in its paragraph, any other begins a new one, and so do two line breaks in a row.
/// </summary>
internal sealed class HtmlWalk
{
    private const int LongestId = 32;

    private enum Flow
    {
        Block,
        Inline,
        Skipped,
    }

    private static readonly FrozenDictionary<string, Flow> Flows = new (Flow Flow, string Tags)[]
    {
        (
            Flow.Inline,
            "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr ruby rt img meta link"
        ),
        (
            Flow.Skipped,
            "script style noscript template form button select input textarea svg iframe object video audio nav picture canvas math embed map dialog menu source track"
        ),
    }.SelectMany(x => x.Tags.Split(' '), (x, tag) => (tag, x.Flow)).ToFrozenDictionary(x => x.tag, x => x.Flow, StringComparer.Ordinal);

    private readonly PageOutline outline = new();
    private readonly Dictionary<string, BoxName> names = new(StringComparer.Ordinal);
    private readonly bool unseen;
    private readonly StringBuilder text = new();
    private readonly List<Frame> frames = [];
    private int linked;
    private int breaks;
    private bool edge;
    private string? time;

    private readonly record struct Frame(INode Node, int Next, int Box, BlockRole Role, bool Link, bool Figure, bool Table, bool Block, bool Silent);

    /// <summary>
    /// Lays out the tree under an element; <paramref name="unseen"/> takes in what readers do not see, for pages that show their text only once a
    /// script has run.
    /// </summary>
    public static PageOutline Of(IElement root, bool unseen = false) => new HtmlWalk(unseen).Walk(root);

    private HtmlWalk(bool unseen) => this.unseen = unseen;

    private PageOutline Walk(IElement root)
    {
        outline.Boxes.Add(new Box { Tag = root.LocalName, Parent = -1, First = 0 });
        frames.Add(new Frame(root, 0, 0, BlockRole.Paragraph, false, false, false, true, false));
        while (frames.Count > 0)
        {
            var frame = frames[^1];
            if (frame.Next >= frame.Node.ChildNodes.Length)
            {
                Leave(frame);
                continue;
            }
            frames[^1] = frame with { Next = frame.Next + 1 };
            var child = frame.Node.ChildNodes[frame.Next];
            if (child is IText words) Append(words.Data, frame);
            else if (child is IElement element) Enter(element, frame);
        }
        return outline;
    }

    private void Append(string words, Frame frame)
    {
        if (frame.Silent) return;
        if (words.AsSpan().IsWhiteSpace())
        {
            if (text.Length > 0) text.Append(' ');
            return;
        }
        breaks = 0;
        if (edge && text.Length > 0 && AreTwo(text[^1], words)) text.Append(' ');
        edge = false;
        text.Append(words);
        if (frame.Link) linked += Letters(words);
    }

    /// <summary>
    /// True where the text of one element ends as a word does and that of the next begins with another, which readers see apart by style alone:
    /// "13 March" and "At least", not "Mac" and "OS", nor a first letter set large.
    /// </summary>
    private static bool AreTwo(char last, string words) =>
        (char.IsLower(last) || char.IsAsciiDigit(last) || last is '.' or '!' or '?' or '”')
        && words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1]);

    private void Enter(IElement element, Frame frame)
    {
        var tag = element.LocalName;
        var said = ElementMarks.Of(element);
        PageMarksReader.Read(element, tag, said, outline, frame.Box);
        if (tag == "br" && !frame.Silent)
        {
            if (++breaks >= 2) Flush(frame);
            else text.Append(' ');
            return;
        }
        var flow = Flows.GetValueOrDefault(tag);
        if (flow == Flow.Skipped) return;
        var name = Read(said.Class);
        if (frame.Silent || (!unseen && (said.IsHidden || name.Unseen) && tag is not ("html" or "body")))
        {
            frames.Add(frame with { Node = element, Next = 0, Block = false, Silent = true });
            return;
        }
        if (tag == "time") time ??= said.Time ?? "";
        // captions come as spans too
        if (flow == Flow.Inline && (tag != "span" || name.Kind != DroppedKind.Caption))
        {
            edge |= tag is not ("sub" or "sup");
            frames.Add(frame with { Node = element, Next = 0, Block = false, Link = frame.Link || tag == "a" });
            return;
        }
        Flush(frame);
        if (tag is "h1" or "main") MarkAround(frame.Box);
        var box = Named(said, name, tag, frame.Box, bare: tag is "p" or "tr" or "td" or "h1" or "h2" or "h3" or "h4" or "blockquote");
        frames.Add(
            new Frame(
                element, 0, box, frame.Table && tag is "td" or "th" ? BlockRole.Item : RoleOf(tag, frame.Role), frame.Link,
                frame.Figure || tag is "figure" or "figcaption",
                tag == "table" ? IsOfFigures(element) : frame.Table,
                true,
                false
            )
        );
    }

    /// <summary>True for a table with headings and two rows under or beside them; one that only lays out a page has none.</summary>
    private static bool IsOfFigures(IElement table) =>
        table.QuerySelector("th") is not null
        && table.QuerySelectorAll("tr").Count(row => row.Children.Length > 1 && row.Children.Any(cell => cell.LocalName == "td")) > 1;

    /// <summary>The box of an element; a paragraph without a name that says something has none of its own.</summary>
    private int Named(in ElementMarks said, BoxName name, string tag, int parent, bool bare)
    {
        // a long id is often made of the words of the headline
        if (name.IsSilent && said.Id is { Length: <= LongestId } id) name = Read(id);
        if (name.IsSilent && !bare) name = Read(said.Role);
        if (bare && name.Kind is null) return parent;
        var isBody = name.IsBody || said.Property == "articleBody";
        DroppedKind? kind = tag switch
        {
            "html" or "body" or "main" or "article" => null,
            "aside" => name.Kind ?? DroppedKind.Crossref,
            "footer" => name.Kind ?? DroppedKind.Section,
            _ => isBody ? null : name.Kind,
        };
        outline.Boxes.Add(new Box { Tag = tag, Parent = parent, First = outline.Leaves.Count, Kind = kind, IsFirm = name.Firm, IsBody = isBody });
        return outline.Boxes.Count - 1;
    }

    /// <summary>A heading of the first level and the main part of a page do not lie in furniture.</summary>
    private void MarkAround(int box)
    {
        for (var at = box; at >= 0 && !outline.Boxes[at].HoldsHeadline; at = outline.Boxes[at].Parent) outline.Boxes[at].HoldsHeadline = true;
    }

    private BoxName Read(string? name)
    {
        if (string.IsNullOrEmpty(name)) return default;
        if (!names.TryGetValue(name, out var read)) names[name] = read = BoxNames.Read(name);
        return read;
    }

    private void Leave(Frame frame)
    {
        if (frame.Block) Flush(frame);
        else edge |= frame.Node is not IElement { LocalName: "sub" or "sup" };
        frames.RemoveAt(frames.Count - 1);
        if (frames.Count == 0 || frames[^1].Box != frame.Box) outline.Boxes[frame.Box].End = outline.Leaves.Count;
    }

    private void Flush(Frame frame)
    {
        breaks = 0;
        if (text.Length == 0) return;
        var line = CleanText.Joined(text);
        text.Clear();
        edge = false;
        if (line.Length > 0) outline.Leaves.Add(new Leaf(line, frame.Role, frame.Box, linked, Letters(line), frame.Figure, frame.Table, time));
        (linked, time) = (0, null);
    }

    private static BlockRole RoleOf(string tag, BlockRole around) => tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockRole.Heading,
        "li" or "dd" or "dt" => around == BlockRole.Quotation ? around : BlockRole.Item,
        "blockquote" => BlockRole.Quotation,
        _ => around,
    };

    private static int Letters(ReadOnlySpan<char> words)
    {
        var count = 0;
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c)) count++;
        }
        return count;
    }
}

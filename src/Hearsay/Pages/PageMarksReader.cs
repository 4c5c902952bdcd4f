using System.Text;
using AngleSharp.Dom;

namespace Hearsay.Pages;

/// <summary>
/// One element in, what it says of the page kept. It is asked of every element that the walk meets, so it looks at names first and at attributes only
/// where they may be.
/// </summary>
internal static class PageMarksReader
{
    private const int LongestName = 80;
    private const int LongestText = 2000;
    private const int MostNodes = 200;
    private const int MostAuthors = 64;

    /// <summary>Keeps what the element says, which stands in the box given.</summary>
    public static void Read(IElement element, string tag, in ElementMarks said, PageOutline outline, int box)
    {
        var marks = outline.Marks;
        switch (tag)
        {
            case "meta":
                if (said.Content is { Length: > 0 } content) Meta(element, content, marks);
                return;
            case "link":
                return;
            case "title":
                marks.Title ??= TextOf(element);
                return;
            case "h1":
                if (CleanText.Line(TextOf(element)) is { Length: > 0 } heading) marks.Headings.Add(heading);
                return;
            case "time":
                if (element.GetAttribute("datetime") is { Length: > 0 } time) marks.Times.Add(new PlacedMark(time, box, outline.Leaves.Count));
                break;
        }
        Property(element, said, outline, box);
    }

    private static void Meta(IElement element, string content, PageMarks marks)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } name) marks.Add(name.Trim(), content);
        }
    }

    /// <summary>The text of an element, which a page may make as long and as deep as it likes: no more of it than any headline or name has.</summary>
    private static string TextOf(IElement element, string between = "")
    {
        var text = new StringBuilder();
        var left = MostNodes;
        Gather(element, text, between, ref left);
        return text.ToString();
    }

    private static void Gather(INode node, StringBuilder text, string between, ref int left)
    {
        foreach (var child in node.ChildNodes)
        {
            if (--left < 0 || text.Length > LongestText) return;
            if (child is IText words) text.Append(words.Data).Append(between);
            else if (child is IElement { LocalName: not ("script" or "style" or "svg") }) Gather(child, text, between, ref left);
        }
    }

    private static void Property(IElement element, in ElementMarks said, PageOutline outline, int box)
    {
        var property = said.Property;
        if (property is "author" || "author".Equals(said.Rel, StringComparison.OrdinalIgnoreCase) || said.Class is { } name && IsAuthor(name))
        {
            if (outline.Marks.Authors.Count < MostAuthors && CleanText.Line(TextOf(element, " ")) is { Length: > 1 and < LongestName } author)
                outline.Marks.Authors.Add(new PlacedMark(author, box, outline.Leaves.Count));
        }
        else if (property is not null && said.Value is { Length: > 0 } content)
        {
            outline.Marks.Add(property, content);
        }
    }

    private static bool IsAuthor(string name) =>
        name.Contains("byline", StringComparison.OrdinalIgnoreCase)
        || (
            name.Contains("name", StringComparison.Ordinal)
            && (name.Contains("author-name", StringComparison.Ordinal) || name.Contains("author__name", StringComparison.Ordinal))
        );
}

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
    private const int MostAuthors = 6;

    /// <summary>Keeps what the element says.</summary>
    public static void Read(IElement element, string tag, in ElementMarks said, PageMarks marks)
    {
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
                if (element.GetAttribute("datetime") is { Length: > 0 } time) marks.Times.Add(time);
                break;
        }
        Property(element, said, marks);
    }

    private static void Meta(IElement element, string content, PageMarks marks)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } name) marks.Add(name.Trim(), content);
        }
    }

    /// <summary>The text of an element, which a page may make as long and as deep as it likes: no more of it than any headline or name has.</summary>
    private static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        var left = MostNodes;
        Gather(element, text, ref left);
        return text.ToString();
    }

    private static void Gather(INode node, StringBuilder text, ref int left)
    {
        foreach (var child in node.ChildNodes)
        {
            if (--left < 0 || text.Length > LongestText) return;
            if (child is IText words) text.Append(words.Data);
            else if (child is IElement { LocalName: not ("script" or "style" or "svg") }) Gather(child, text, ref left);
        }
    }

    private static void Property(IElement element, in ElementMarks said, PageMarks marks)
    {
        var property = said.Property;
        if (property is "author" || "author".Equals(said.Rel, StringComparison.OrdinalIgnoreCase) || said.Class is { } name && IsAuthor(name))
        {
            if (marks.Authors.Count < MostAuthors && CleanText.Line(TextOf(element)) is { Length: > 1 and < LongestName } author)
                marks.Authors.Add(author);
        }
        else if (property is not null && said.Value is { Length: > 0 } content)
        {
            marks.Add(property, content);
        }
    }

    private static bool IsAuthor(string name) =>
        name.Contains("name", StringComparison.Ordinal)
        && (
            name.Contains("byline__name", StringComparison.Ordinal)
            || name.Contains("byline-name", StringComparison.Ordinal)
            || name.Contains("author-name", StringComparison.Ordinal)
            || name.Contains("author__name", StringComparison.Ordinal)
        );
}

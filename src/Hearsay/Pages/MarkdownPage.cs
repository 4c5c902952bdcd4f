using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>Markdown in, paragraphs out: marks of headings, emphasis, links, pictures, quotations and rules are taken away, the words stay.</summary>
internal static partial class MarkdownPage
{
    /// <summary>Reads a Markdown text; the first heading of the first level is the title.</summary>
    public static PageContent Read(string markdown)
    {
        var lines = CleanText.Lines(markdown);
        var title = lines.Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => Plain(l[2..])).FirstOrDefault();
        return new PageContent { Title = title, Blocks = [.. Paragraphs.Of(string.Join('\n', lines.Select(Plain))).Select(p => new Block(p))] };
    }

    private static string Plain(string line)
    {
        if (Rule().IsMatch(line)) return "";
        var bare = Opening().Replace(line.Length > 20_000 ? line[..20_000] : line, "");
        bare = Link().Replace(Picture().Replace(bare, "$1"), "$1");
        return Emphasis().Replace(bare, "$2") + (line.Length > 20_000 ? line[20_000..] : "");
    }

    [GeneratedRegex(@"^(?:[-*_] ?){3,}$|^={3,}$|^```")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:#{1,6} |> ?)+|^[-*+] (?=\S)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"!\[([^\[\]]{0,300})\]\([^()\s]{0,500}(?: ""[^""]{0,200}"")?\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[([^\[\]]{1,300})\]\([^()\s]{0,500}(?: ""[^""]{0,200}"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(\*\*|__|\*|(?<![\w])_|`)(?=\S)([^*_`]{1,500}?)(?<=\S)\1(?!\w)")]
    private static partial Regex Emphasis();
}

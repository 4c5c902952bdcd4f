using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>Markdown in, paragraphs out: marks of headings, emphasis, links, pictures, quotations and rules are taken away, the words stay.</summary>
internal static partial class MarkdownPage
{
    /// <summary>Reads a Markdown text; the first heading of the first level is the title.</summary>
    public static PageContent Read(string markdown)
    {
        var lines = CleanText.Lines(markdown);
        var title = lines.Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => Plain(l[2..])).FirstOrDefault();
        return new PageContent { Title = title, Blocks = [.. Blocks(lines)] };
    }

    /// <summary>A line that is nothing but a picture gives the words that stand for it as a caption.</summary>
    private static IEnumerable<Block> Blocks(List<string> lines)
    {
        var from = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            var picture = i < lines.Count ? LonePicture().Match(lines[i]) : null;
            if (picture is { Success: false }) continue;
            foreach (var paragraph in Paragraphs.Of(string.Join('\n', lines[from..i].Select(Plain)))) yield return new Block(paragraph);
            if (picture?.Groups[1].Value.Trim() is { Length: > 0 } words) yield return new Block(words, DroppedKind.Caption);
            from = i + 1;
        }
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

    [GeneratedRegex(@"^!\[([^\[\]]{0,300})\]\([^()]{0,500}\)$")]
    private static partial Regex LonePicture();

    [GeneratedRegex(@"\[([^\[\]]{1,300})\]\([^()\s]{0,500}(?: ""[^""]{0,200}"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(\*\*|__|\*|(?<![\w])_|`)(?=\S)([^*_`]{1,500}?)(?<=\S)\1(?!\w)")]
    private static partial Regex Emphasis();
}

using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>
/// The text that a page's linked data gives (articleBody) as a check on what was found in its tree: where hardly any of it is found there, the page
/// is put together by scripts or the wrong box was picked, and the stated text is taken. It mostly lacks paragraphs, headings and lists, and on many
/// pages its end, so the tree's own text is preferred wherever it is there.
/// </summary>
internal static partial class StatedBody
{
    private const int Shortest = 300;
    private const int Samples = 8;
    private const int SampleLength = 40;
    private const int Longest = 1_000_000;

    /// <summary>The blocks of the tree, or those of the stated text.</summary>
    public static ImmutableArray<Block> Check(ImmutableArray<Block> blocks, string? stated) =>
        stated is not null && IsMissing(blocks, stated) ? [.. Paragraphs(stated)] : blocks;

    /// <summary>True where hardly any of the stated text stands in the blocks, and there is enough of it to tell.</summary>
    public static bool IsMissing(ImmutableArray<Block> blocks, string stated)
    {
        if (stated.Length is < Shortest or > Longest) return false;
        var wanted = Letters(Plain(stated));
        if (wanted.Length < Shortest) return false;
        var shown = Letters(string.Concat(blocks.Where(b => b.IsBody).Select(b => b.Text)));
        var step = (wanted.Length - SampleLength) / (Samples - 1);
        var found = Enumerable.Range(0, Samples).Count(i => shown.Contains(wanted.Substring(i * step, SampleLength), StringComparison.Ordinal));
        return found * 3 < Samples && shown.Length <= wanted.Length * 2;
    }

    /// <summary>The paragraphs of a stated text.</summary>
    public static IEnumerable<Block> Paragraphs(string stated) => Pages.Paragraphs.Of(Plain(stated)).Select(p => new Block(p));

    private static string Plain(string stated) => Tag().Replace(Break().Replace(WebUtility.HtmlDecode(stated), "\n"), " ");

    private static string Letters(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, (to, from) =>
    {
        var at = 0;
        foreach (var c in from)
        {
            if (char.IsLetterOrDigit(c)) to[at++] = char.ToLowerInvariant(c);
        }
    });

    [GeneratedRegex(@"</?(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,300}>")]
    private static partial Regex Tag();
}

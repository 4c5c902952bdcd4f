using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// Captions without a credit: where nearly every paragraph ends with a mark, single sentences without one are what pictures left behind when a page
/// was copied. One such line alone may be text that lost its full stop, so it needs a second sign: it stands beside other furniture of pictures, it
/// says again what the text says, or there are three and more of its kind on the page. Lists, quotations and the last line of all (the page may have
/// been cut off there) are left alone.
/// </summary>
internal static class UnfinishedLines
{
    private const int Fewest = 3;
    private const double SaidAgain = 0.75;

    /// <summary>Marks the captions in place.</summary>
    public static void Mark(List<Block> blocks)
    {
        var body = blocks.Where(b => b.IsBody && b.Role == BlockRole.Paragraph && FurnitureSorter.Words(b.Text) >= 8).ToList();
        var finished = body.Count(b => CleanText.EndsWithMark(b.Text));
        if (finished < 3 || finished * 10 < body.Count * 5) return;
        var first = blocks.FindIndex(b => b.IsBody && CleanText.EndsWithMark(b.Text));
        var last = blocks.FindLastIndex(b => b.IsBody);
        var lines = Enumerable.Range(0, blocks.Count).Where(i => i > first && i < last && IsCandidate(blocks, i)).ToList();
        var many = lines.Count >= Fewest;
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in many || lines.Count == 0 ? [] : blocks.Where(b => b.IsBody).SelectMany(b => Words(b.Text)))
            said[word] = said.GetValueOrDefault(word) + 1;
        foreach (var i in lines)
        {
            if (many || BesidePicture(blocks, i) || SaysAgain(blocks[i], said)) blocks[i] = blocks[i] with { Kind = DroppedKind.Caption };
        }
    }

    private static bool IsCandidate(List<Block> blocks, int i)
    {
        var line = blocks[i].Text;
        return blocks[i] is { IsBody: true, Role: BlockRole.Paragraph }
            && FurnitureSorter.Words(line) is >= 7 and <= 45
            && char.IsUpper(line[0])
            && (char.IsLetterOrDigit(line[^1]) || line[^1] == ')')
            && !line.EndsWith(" and", StringComparison.Ordinal)
            && !line.EndsWith(" or", StringComparison.Ordinal)
            && !line.AsSpan().ContainsAny("\"“”\uFFFD")
            && RoughSentences.Of(line).Length == 1
            && !char.IsLower(blocks[i + 1].Text[0])
            && DatelineReader.Match(line, first: false) is null;
    }

    private static bool BesidePicture(List<Block> blocks, int i) => IsPicture(blocks[i - 1]) || IsPicture(blocks[i + 1]);

    private static bool IsPicture(Block block) => block.Kind is DroppedKind.Caption or DroppedKind.Video;

    /// <summary>
    /// True where most of the line's words stand in other paragraphs too; <paramref name="said"/> has of each word how many paragraphs it stands in.
    /// </summary>
    private static bool SaysAgain(Block line, Dictionary<string, int> said)
    {
        var words = Words(line.Text);
        return words.Count >= 4 && words.Count(w => said.GetValueOrDefault(w) > 1) >= SaidAgain * words.Count;
    }

    private static HashSet<string> Words(string line) =>
        [.. LineTokens.Of(line, 400).Where(t => t.Length > 3)];
}

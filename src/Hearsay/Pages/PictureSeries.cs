using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// Galleries come out of a page as a series of captions written as whole paragraphs. They are told by what they share: a number out of one and the
/// same total ("3/12 ..."), or the gallery's title, with which each of three and more paragraphs in a row opens before its own title begins with a
/// capital.
/// </summary>
internal static partial class PictureSeries
{
    private const int Fewest = 3;
    private const int ShortestTitle = 3;
    private const int LongestTitle = 12;

    // words that a title does not end with: what opens with a capital behind them belongs to the same sentence
    private static readonly FrozenSet<string> Unfinished = new[]
    {
        "of", "in", "on", "at", "to", "for", "from", "by", "with", "about", "over", "under", "into", "against", "between", "near", "after", "before",
        "during", "since", "until", "like", "as", "than", "that", "and", "or", "but",
        "the", "a", "an", "his", "her", "its", "their", "is", "was", "are", "were", "said", "says", "told", "tells", "asked", "called", "named",
        "when", "while", "if",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Marks the captions in place.</summary>
    public static void Mark(List<Block> blocks)
    {
        MarkNumbered(blocks);
        MarkTitled(blocks);
    }

    private static void MarkNumbered(List<Block> blocks)
    {
        var numbered = Enumerable
            .Range(0, blocks.Count)
            .Where(i => blocks[i].IsBody)
            .Select(i => (At: i, Match: Number().Match(blocks[i].Text)))
            .Where(x => x.Match.Success)
            .Select(x =>
                (x.At, Of: x.Match.Groups[2].Value, Number: int.Parse(x.Match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            );
        foreach (var series in numbered.GroupBy(x => x.Of, StringComparer.Ordinal))
        {
            var captions = series.ToList();
            // a series counts up; dates and shares written the same way do not
            if (captions.Count < Fewest || captions.Zip(captions.Skip(1)).Any(p => p.Second.Number <= p.First.Number)) continue;
            foreach (var caption in captions) blocks[caption.At] = blocks[caption.At] with { Kind = DroppedKind.Caption };
        }
    }

    private static void MarkTitled(List<Block> blocks)
    {
        var body = Enumerable.Range(0, blocks.Count).Where(i => blocks[i] is { IsBody: true, Role: BlockRole.Paragraph }).ToList();
        if (!body.Zip(body.Skip(1)).Any(x => OpenAlike(blocks[x.First].Text, blocks[x.Second].Text))) return;
        var openings = body.Select(i => blocks[i].Text.Split(' ', LongestTitle + 2)).ToList();
        for (var start = 0; start < body.Count;)
        {
            var end = start + 1;
            var shared = LongestTitle + 1;
            while (end < body.Count && Shared(openings[start], openings[end]) is >= ShortestTitle and var run)
            {
                shared = Math.Min(shared, run);
                end++;
            }
            if (
                end - start >= Fewest
                && IsTitle(openings[start].AsSpan(0, shared))
                && openings[start..end].All(o => o.Length > shared && IsCapital(o[shared]))
            )
            {
                for (var i = start; i < end; i++) blocks[body[i]] = blocks[body[i]] with { Kind = DroppedKind.Caption };
            }
            start = end;
        }
    }

    private static bool OpenAlike(string a, string b) =>
        a.Length >= ShortestTitle && b.Length >= ShortestTitle && a.AsSpan(0, ShortestTitle).SequenceEqual(b.AsSpan(0, ShortestTitle));

    private static int Shared(string[] a, string[] b)
    {
        var most = Math.Min(Math.Min(a.Length, b.Length), LongestTitle + 1);
        var i = 0;
        while (i < most && string.Equals(a[i], b[i], StringComparison.Ordinal)) i++;
        return i;
    }

    /// <summary>
    /// A name alone may open several paragraphs of a text: a title has a word in lower case too, and its own end is not that of a sentence.
    /// </summary>
    private static bool IsTitle(ReadOnlySpan<string> words)
    {
        var lower = false;
        foreach (var word in words)
        {
            if (word.Length == 0 || word[0] is '"' or '“') return false;
            lower |= char.IsLower(word[0]) && word.Length > 3;
        }
        return char.IsUpper(words[0][0]) && lower && words[^1][^1] is not ('.' or ',' or ';' or ':') && !Unfinished.Contains(words[^1]);
    }

    private static bool IsCapital(string word) => word.Length > 0 && char.IsUpper(word[0]);

    [GeneratedRegex(@"^(\d{1,3})/(\d{1,3}) (?=[A-Z\d])")]
    private static partial Regex Number();
}

using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Model;
using Hearsay.Text;

namespace Hearsay.Storage;

/// <summary>
/// A stretch of two texts: the same in both (blanks aside), or what stood in the one and stands in the other. A span is empty where nothing stood or
/// stands.
/// </summary>
public readonly record struct TextChange(TextSpan Old, TextSpan New, bool IsSame);

/// <summary>
/// Two texts in, what changed between them out: stretches that cover both texts from start to end, in order.
/// Method: Myers' difference (DiffPlex), first by paragraphs, then by words within those that changed, so that a moved comma is a moved comma and a
/// new paragraph is one change.
/// Limits: a changed stretch of more than 6,000 words is given as one change; a paragraph that moved is taken out in one place and put in at another.
/// </summary>
public static class WordDiff
{
    private const int MostWords = 6000;

    /// <summary>The stretches; none where both texts are empty.</summary>
    public static ImmutableArray<TextChange> Of(string old, string now)
    {
        var changes = new List<TextChange>();
        foreach (var (a, b, same) in Blocks(old, now, Paragraphs(old), Paragraphs(now)))
        {
            if (same) Add(changes, a, b, isSame: true);
            else foreach (var (c, d, equal) in Blocks(old, now, Words(old, a), Words(now, b))) Add(changes, c, d, equal);
        }
        return [.. changes];
    }

    /// <summary>Stretches of units, equal and unequal in turn.</summary>
    private static IEnumerable<(TextSpan Old, TextSpan New, bool Same)> Blocks(string old, string now, List<TextSpan> a, List<TextSpan> b)
    {
        if (a.Count + b.Count > MostWords)
        {
            yield return (Cover(a, 0, a.Count), Cover(b, 0, b.Count), false);
            yield break;
        }
        var (x, y) = (0, 0);
        foreach (var block in Diff([.. a.Select(s => s.Of(old).TrimEnd())], [.. b.Select(s => s.Of(now).TrimEnd())]))
        {
            if (block.DeleteStartA > x) yield return (Cover(a, x, block.DeleteStartA), Cover(b, y, block.InsertStartB), true);
            (x, y) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
            yield return (Cover(a, block.DeleteStartA, x), Cover(b, block.InsertStartB, y), false);
        }
        if (x < a.Count) yield return (Cover(a, x, a.Count), Cover(b, y, b.Count), true);
    }

    private static IList<DiffBlock> Diff(string[] a, string[] b) =>
        Differ.Instance.CreateDiffs("a", "b", ignoreWhiteSpace: false, ignoreCase: false, new Pieces(a, b)).DiffBlocks;

    private static void Add(List<TextChange> to, TextSpan old, TextSpan now, bool isSame)
    {
        if (old.IsEmpty && now.IsEmpty) return;
        if (to.Count > 0 && to[^1].IsSame == isSame) to[^1] = new TextChange(Joined(to[^1].Old, old), Joined(to[^1].New, now), isSame);
        else to.Add(new TextChange(old, now, isSame));
    }

    private static TextSpan Joined(TextSpan a, TextSpan b) => a.IsEmpty ? b : b.IsEmpty ? a : TextSpan.Cover(a, b);

    private static TextSpan Cover(List<TextSpan> units, int from, int to) =>
        to > from
            ? TextSpan.Between(units[from].Start, units[to - 1].End)
            : new TextSpan(
                from < units.Count ? units[from].Start
                    : units.Count > 0 ? units[^1].End
                    : 0,
                0
            );

    /// <summary>Paragraphs with the line breaks behind them.</summary>
    private static List<TextSpan> Paragraphs(string text)
    {
        var units = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            while (end < text.Length && text[end] == '\n') end++;
            units.Add(TextSpan.Between(start, end));
            start = end;
        }
        return units;
    }

    /// <summary>Words, and what stands between them, each a unit of its own; a run of blanks goes with what stands before it.</summary>
    private static List<TextSpan> Words(string text, TextSpan within)
    {
        var units = new List<TextSpan>();
        for (var start = within.Start; start < within.End;)
        {
            var end = start + 1;
            if (IsWord(text[start])) while (end < within.End && (IsWord(text[end]) || (end + 1 < within.End && Joins(text, end)))) end++;
            while (end < within.End && char.IsWhiteSpace(text[end])) end++;
            units.Add(TextSpan.Between(start, end));
            start = end;
        }
        return units;
    }

    /// <summary>True of an apostrophe within a word, and of a mark within a number: "14,000" is changed as a whole.</summary>
    private static bool Joins(string text, int at) =>
        text[at] is '\'' or '’' ? IsWord(text[at + 1]) : text[at] is ',' or '.' or ':' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    /// <summary>Hands DiffPlex what is already cut.</summary>
    private sealed class Pieces(string[] a, string[] b) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text == "a" ? a : b;
    }
}

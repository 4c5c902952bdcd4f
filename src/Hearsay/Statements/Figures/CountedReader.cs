using System.Collections.Immutable;

namespace Hearsay.Statements.Figures;

/// <summary>
/// Quantity in, the thing it counts out. Without tags, the noun phrase is the run of words up to one that no noun phrase goes on with; its head is the last of them, or the last plural before a word that looks like a verb.
/// </summary>
internal static class CountedReader
{
    private const int Longest = 7;

    /// <summary>What the quantity counts; null where no noun follows.</summary>
    public static CountedThing? Read(LexemeList text, Quantity quantity)
    {
        var start = quantity.Per is null ? quantity.End : quantity.NumberEnd;
        if (text.Is(start, "of")) start = SkipDeterminers(text, start + 1);
        if (text.IsHyphen(start)) start++;
        if (text.Is(start, "more") || text.Is(start, "other") || text.Is(start, "additional")) start++;
        var end = start;
        var head = -1;
        while (end < start + Longest && text.IsWord(end) && text[end].Kind != LexemeKind.Break && !FunctionWords.Ends(text.Of(end)) && NumberReader.At(text, end) is null)
        {
            if (head >= 0 && LooksVerbal(text, end)) break;
            if (text.Of(end).EndsWith("s", StringComparison.Ordinal) || PersonNouns.Is(text.Of(end))) head = end;
            end++;
            if (text.IsHyphen(end)) end++;
        }
        if (end == start) return null;
        if (head < 0) head = LastWord(text, start, end);
        if (head < start) return null;
        var modifiers = Enumerable.Range(start, head - start).Where(text.IsWord).Select(n => text.Of(n).ToString().ToLowerInvariant()).ToImmutableArray();
        return new CountedThing(QuantityReader.Span(text, start, head + 1), NounForms.Singular(text.Of(head).ToString()), modifiers, PersonNouns.Is(text.Of(head)));
    }

    private static int SkipDeterminers(LexemeList text, int i)
    {
        while (text.Is(i, "the") || text.Is(i, "its") || text.Is(i, "their") || text.Is(i, "these") || text.Is(i, "those") || text.Is(i, "his") || text.Is(i, "her") || text.Is(i, "our") || text.Is(i, "a") || text.Is(i, "an") || text.Is(i, "all") || text.Is(i, "my") || text.Is(i, "your") || text.Is(i, "most") || text.Is(i, "more") || text.Is(i, "very")) i++;
        return i;
    }

    private static int LastWord(LexemeList text, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
            if (text.IsWord(i)) return i;
        return -1;
    }

    private static bool LooksVerbal(LexemeList text, int i) => text.Of(i).EndsWith("ed", StringComparison.Ordinal) || text.Of(i).EndsWith("ing", StringComparison.Ordinal) || text.Of(i).EndsWith("ly", StringComparison.Ordinal);
}

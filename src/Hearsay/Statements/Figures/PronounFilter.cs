using Hearsay.Language;
using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>Tells "one" the number from "one" the pronoun and the idioms that it stands in.</summary>
internal static class PronounFilter
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Before = Set(
        "no", "this", "that", "the", "which", "any", "every", "each", "some", "such", "another", "either", "neither", "other", "new", "big",
        "bigger", "good", "better", "bad", "great", "loved", "number", "day", "square", "for", "phase", "whatever");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> After = Set(
        "another", "thing", "moment", "hand", "point", "s", "day", "by", "fell", "to", "another's", "way", "morning", "night", "evening",
        "afternoon", "minute");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Harmed = Set(
        "dead", "killed", "injured", "wounded", "missing", "hurt", "arrested", "hospitalized", "hospitalised", "critical", "critically", "seriously",
        "fatally", "more", "other");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Harms = Set(
        "killing", "killed", "kills", "injuring", "injured", "injures", "wounding", "wounded", "wounds", "leaving", "arresting", "arrested",
        "hurting", "hurt", "detaining", "detained", "destroying", "destroyed", "damaging", "damaged", "shooting", "shot");

    /// <summary>True where the lexeme is "one" and no number.</summary>
    public static bool IsPronoun(LexemeList text, Measure measure)
    {
        var i = measure.Number.Start;
        if (measure.Number.End != i + 1 || !text.Is(i, "one")) return false;
        var next = i + 1;
        if (text.IsHyphen(next)) return text.Is(next + 1, "time") || text.Is(next + 1, "way") || text.Is(next + 1, "off")
            || text.Is(next + 1, "sided") || text.Is(next + 1, "on") || text.Is(next + 1, "size") || text.Is(next + 1, "stop")
            || text.Is(next + 1, "to");
        if (text.Is(next, "of") && !text.Is(i - 1, "no")) return false;
        if (text.Is(i - 1, "minus") || text.Is(i - 1, "negative")) return false;
        if (measure.End > next && (text.Is(i - 1, "that") || text.Is(i - 1, "for")) && !text.Is(next, "day")) return false;
        if (Before.Contains(text.Of(i - 1)) && !Counted(text, i)) return true;
        if (text.Is(next, "of") || Harmed.Contains(text.Of(next))) return false;
        if (measure.End > next && !text.Is(next, "day") && !text.Is(next, "night") && !text.Is(next, "second")
            && !text.Is(next, "minute")) return false;
        if (text.Is(next, "last") && text.IsWord(next + 1)) return false;
        if (After.Contains(text.Of(next))) return true;
        return (!text.IsWord(next) || FunctionWords.Ends(text.Of(next))) && !Harms.Contains(text.Of(i - 1));
    }

    /// <summary>"that one person" is a number still, "that one" is not.</summary>
    private static bool Counted(LexemeList text, int i) =>
        text.IsWord(i + 1) && !FunctionWords.Ends(text.Of(i + 1)) && (text.Is(i - 1, "that") || text.Is(i - 1, "for"))
        && PersonNouns.Counts(text.Of(i + 1));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

using System.Collections.Frozen;

namespace Hearsay.Reconciliation;

/// <summary>Words by which a report says that a figure has changed ("up from", "revised", "increase", "earlier estimates").</summary>
internal static class ChangeWords
{
    private static readonly FrozenSet<string> Changes =
        WordLists.Lines("change-words").ToFrozenSet(StringComparer.Ordinal);

    private const int Reach = 40;

    /// <summary>True where a word of change stands in the figure's sentence.</summary>
    public static bool Near(FigureProfile figure)
    {
        var (from, _, _, to) = figure.Report.WordsAround(figure.Figure.Span, Reach);
        return Any(figure.Report.Words.AsSpan()[from..to]);
    }

    /// <summary>True where a word of change stands in the sentence that both figures share.</summary>
    public static bool Between(FigureProfile a, FigureProfile b) => ReferenceEquals(a.Report, b.Report) && a.Sentence == b.Sentence && Near(a);

    private static bool Any(ReadOnlySpan<StoryWord> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Changes.Contains(words[i].Form) || (words[i].Form is "up" or "down" && i + 1 < words.Length && words[i + 1].Form is "from")) return true;
        }

        return false;
    }
}

/// <summary>Words that make one figure a part of another beside it ("40, including 12 children", "12 of the 40").</summary>
internal static class PartWords
{
    private static readonly FrozenSet<string> Parts = FrozenSet.Create(StringComparer.Ordinal, "including", "include", "includes", "included", "of", "among", "whom", "excluding", "plus", "another", "additional");

    /// <summary>True where such a word stands between two figures of one sentence.</summary>
    public static bool Between(FigureProfile a, FigureProfile b)
    {
        var (first, second) = a.Figure.Span.Start < b.Figure.Span.Start ? (a, b) : (b, a);
        if (first.Figure.Span.End >= second.Figure.Span.Start) return false;
        foreach (var word in a.Report.Within(Text.TextSpan.Between(first.Figure.Span.End, second.Figure.Span.Start)))
        {
            if (Parts.Contains(word.Form) && word.Form != "of") return true;
        }

        // "of" parts only where little else stands between: "12 of the 40", not "12 of the boats sank, up from 40"
        return a.Report.Within(Text.TextSpan.Between(first.Figure.Span.End, second.Figure.Span.Start)) is { Length: <= 3 } few && few.ToArray().Any(w => w.Form is "of");
    }
}

/// <summary>Nouns for people: "people" may be any of them, and two different ones are not each other.</summary>
internal static class PersonNouns
{
    private static readonly FrozenSet<string> Nouns = WordLists.Lines("person-nouns").SelectMany(l => l.Split(' ')).Select(Stems.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stem of "people".</summary>
    public static string Anyone { get; } = Stems.Of("people");

    /// <summary>True for adjectives used as nouns ("the wounded"), which have no plural.</summary>
    public static bool IsMass(string word) => word is "dead" or "injured" or "wounded" or "missing" or "homeless" or "displaced" or "unemployed";

    public static bool Contains(string stem) => Nouns.Contains(stem);
}

using System.Collections.Frozen;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>The words around a number that bound it ("at least", "or so"), from Data/figure-bounds.txt.</summary>
internal static class Bounds
{
    private sealed record Phrase(string[] Words, FigureQualifier Qualifier);

    private static readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> BeforeByLast = Load("before", last: true);
    private static readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> AfterByFirst = Load("after", last: false);

    /// <summary>
    /// The bound that ends just before lexeme <paramref name="i"/> and the lexeme it begins at. Several may stand in a row ("at least some"): what
    /// bounds goes before what blurs.
    /// </summary>
    public static (FigureQualifier Qualifier, int Start) Before(LexemeList text, int i)
    {
        var (qualifier, start) = (FigureQualifier.Exact, i);
        var at = i;
        for (var round = 0; round < 3; round++)
        {
            if (LongestBefore(text, at) is not { } phrase) break;
            at -= phrase.Words.Length;
            if (phrase.Qualifier == FigureQualifier.Exact) continue;
            if (qualifier is FigureQualifier.Exact or FigureQualifier.About) qualifier = phrase.Qualifier;
            start = at;
        }
        return (qualifier, start);
    }

    /// <summary>The bound that begins at lexeme <paramref name="i"/> and the lexeme after it.</summary>
    public static (FigureQualifier Qualifier, int End)? After(LexemeList text, int i)
    {
        if (text[i].Kind == LexemeKind.Break || !AfterByFirst.TryGetValue(text.Of(i), out var phrases)) return null;
        foreach (var phrase in phrases)
        {
            if (!Stands(text, i, phrase.Words)) continue;
            if (phrase.Words is ["-", ..] && !text.IsHyphen(i)) continue;
            if (phrase.Words is ["plus"] or ["odd"] or ["+"] && !(text[i].Glued || text.IsHyphen(i - 1)) && !text.Is(i, "+")) continue;
            return (phrase.Qualifier, i + phrase.Words.Length);
        }
        // "60-plus nations": the hyphen belongs to the bound
        return text.IsHyphen(i) && text.Is(i + 1, "plus") ? (FigureQualifier.AtLeast, i + 2) : null;
    }

    private static Phrase? LongestBefore(LexemeList text, int end)
    {
        if (end <= 0 || text[end - 1].Kind == LexemeKind.Break || !BeforeByLast.TryGetValue(text.Of(end - 1), out var phrases)) return null;
        foreach (var phrase in phrases)
            if (end >= phrase.Words.Length && Stands(text, end - phrase.Words.Length, phrase.Words)) return phrase;
        return null;
    }

    private static bool Stands(LexemeList text, int i, string[] words)
    {
        for (var n = 0; n < words.Length; n++)
            if (text[i + n].Kind is LexemeKind.Break || !text.Is(i + n, words[n])) return false;
        return true;
    }

    private static FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> Load(string side, bool last)
    {
        var phrases = new List<Phrase>();
        foreach (var line in DataFile.Lines("Statements/Data/figure-bounds.txt"))
        {
            if (line.Split(';', StringSplitOptions.TrimEntries) is not [var where, var name, var forms] || where != side) continue;
            var qualifier = Enum.Parse<FigureQualifier>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var form in forms.Split(',', StringSplitOptions.TrimEntries))
                phrases.Add(
                    new Phrase(
                        new LexemeList(form) is var cut ? [.. Enumerable.Range(0, cut.Count).Select(n => cut.Of(n).ToString())] : [],
                        qualifier
                    )
                );
        }
        return phrases.GroupBy(p => last ? p.Words[^1] : p.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

namespace Hearsay.Statements.Figures;

/// <summary>Counts that no number is given for: "dozens", "hundreds of thousands", "several hundred", "most", "a small number".</summary>
internal static class VagueCounts
{
    /// <summary>The vague count that begins at the lexeme; null where none does.</summary>
    public static NumberPhrase? At(LexemeList text, int i)
    {
        if (PluralScale(text, i) is { } plural) return plural;
        if (text.Is(i, "several")) return Several(text, i, i + 1);
        if (text.Is(i, "a") || text.Is(i, "the") || text.Is(i, "an")) return WithArticle(text, i);
        if (text.Is(i, "most") && text.Is(i + 1, "of") && !text.Is(i + 2, "all") && !IsTimeOrSpace(text, i + 2)) return Open(i, i + 1);
        if (text.Is(i, "some") && Quoted(text, i)) return Open(i, i + 1);
        return null;
    }

    /// <summary>"most of the way", "most of the day", "most of his life".</summary>
    private static bool IsTimeOrSpace(LexemeList text, int i)
    {
        var noun = text.IsWord(i) && (FunctionWords.Ends(text.Of(i)) || text.Is(i, "last")) ? i + 1 : i;
        return UnitTable.IsTime(text.Of(noun))
            || Array.Exists(
                [
                    "way", "time", "day", "night", "morning", "afternoon", "evening", "life", "summer", "winter", "spring", "autumn", "rest", "game",
                    "match", "film", "book", "career", "season", "period", "what", "it", "that", "this",
                ],
                word => text.Is(noun, word) || text.Is(i, word)
            );
    }

    private static NumberPhrase Open(int start, int end) => new(start, end, null, null, NumberForm.Vague, false);

    private static NumberPhrase? PluralScale(LexemeList text, int i)
    {
        var start = i;
        if (
            (text.Is(i, "tens") || text.Is(i, "hundreds") || text.Is(i, "dozens") || text.Is(i, "scores"))
            && text.Is(i + 1, "of")
            && NumberWords.Vague(text.Of(i + 2), out var outer)
            && outer > 20
        )
        {
            var factor = text.Is(i, "tens") ? 10 : text.Is(i, "hundreds") ? 100 : text.Is(i, "dozens") ? 12 : 20;
            return new NumberPhrase(start, i + 3, 2 * factor * outer, null, NumberForm.Vague, true);
        }
        if (!text.IsWord(i) || !NumberWords.Vague(text.Of(i), out var one)) return null;
        if (
            text.Is(i, "scores") && !text.Is(i + 1, "of")
            || (text.IsCapital(i) && !text.BeginsSentence(i))
            || text.IsDigits(i - 1)
            || text.Is(i - 1, "the") && !text.Is(i + 1, "of")
        )
            return null;
        return new NumberPhrase(start, i + 1, 2 * one, null, NumberForm.Vague, true);
    }

    /// <summary>"several" alone has no bounds, "several hundred" has at least two hundred.</summary>
    private static NumberPhrase Several(LexemeList text, int start, int i)
    {
        if (text.Is(i, "dozen")) return new NumberPhrase(start, i + 1, 24, null, NumberForm.Vague, true);
        if (text.Is(i, "hundred"))
            return NumberWords.Scale(text.Of(i + 1), out var outer)
                ? new NumberPhrase(start, i + 2, 200 * outer, null, NumberForm.Vague, true)
                : new NumberPhrase(start, i + 1, 200, null, NumberForm.Vague, true);
        if (text.IsWord(i) && text.Of(i).Length > 3 && NumberWords.Scale(text.Of(i), out var scale))
            return new NumberPhrase(start, i + 1, 2 * scale, null, NumberForm.Vague, true);
        return Open(start, i);
    }

    private static NumberPhrase? WithArticle(LexemeList text, int i)
    {
        var a = text.Is(i, "a") || text.Is(i, "an");
        if (a && text.Is(i + 1, "few")) return Several(text, i, i + 2);
        if (a && (text.Is(i + 1, "couple") || text.Is(i + 1, "pair"))) return Pair(text, i);
        if (a && text.Is(i + 1, "handful") && text.Is(i + 2, "of")) return Open(i, i + 2);
        var at = i + 1;
        if (
            text.Is(at, "vast")
            || text.Is(at, "overwhelming")
            || text.Is(at, "large")
            || text.Is(at, "small")
            || text.Is(at, "great")
            || text.Is(at, "slim")
            || text.Is(at, "clear")
            || text.Is(at, "significant")
            || text.Is(at, "tiny")
            || text.Is(at, "limited")
        )
            at++;
        if ((text.Is(at, "majority") || text.Is(at, "minority")) && (text.Is(at + 1, "of") || text.Is(i, "the")))
            return text.Is(at + 1, "leader") || text.Is(at + 1, "party") || text.IsCapital(at) || text.Is(at + 1, "whip") ? null : Open(i, at + 1);
        return a && at > i + 1 && text.Is(at, "number") && text.Is(at + 1, "of") ? Open(i, at + 1) : null;
    }

    /// <summary>"a pair of soldiers" are two; "a couple of" are two in a manner of speaking; "a couple hundred" are about as many.</summary>
    private static NumberPhrase? Pair(LexemeList text, int i)
    {
        var at = text.Is(i + 2, "of") ? i + 3 : i + 2;
        if (text.IsWord(at) && text.Of(at).Length > 3 && (text.Is(at, "hundred") || text.Is(at, "dozen") || NumberWords.Scale(text.Of(at), out _)))
        {
            var scale = text.Is(at, "hundred") ? 100 : text.Is(at, "dozen") ? 12 : NumberWords.Scale(text.Of(at), out var big) ? big : 1;
            return NumberPhrase.Of(i, at + 1, 2 * scale, NumberForm.Words, true);
        }
        return at == i + 3 ? NumberPhrase.Of(i, i + 2, 2, NumberForm.Words) : null;
    }

    private static bool Quoted(LexemeList text, int i) =>
        text[i - 1].Kind == LexemeKind.Mark
        && text.Of(i - 1)[0] is '"' or '“' or '‘' or '\''
        && text[i + 1].Kind == LexemeKind.Mark
        && text[i + 1].Glued
        && text.Of(i + 1)[0] is '"' or '”' or '’' or '\'';
}

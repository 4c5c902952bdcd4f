using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>
/// Tells the quantities that a reader would compare between reports from the rest. A figure answers "how many, how much, how long" of what the report
/// tells. Not figures: ages, "one of the ...", a small number that only points back ("the two sides", "both"), lengths of time that place an event
/// ("three days after", "in the past two weeks"), a length without more ("a mile").
/// </summary>
internal static class FigureFilter
{
    private const decimal LargestPointer = 12;

    /// <summary>True where a reader would compare the quantity.</summary>
    public static bool Comparable(LexemeList text, Quantity quantity)
    {
        if (quantity.Kind == QuantityKind.Age) return false;
        if (
            quantity.Form == NumberForm.Vague
            && quantity.Low is null
            && (
                quantity.Kind is QuantityKind.Duration or QuantityKind.Multiple
                || (text.Is(quantity.First, "a") && text.Is(quantity.First + 1, "few"))
            )
        )
            return false;
        if (quantity.Kind == QuantityKind.Duration) return !PlacesEvent(text, quantity);
        if (quantity.Kind is not (QuantityKind.Count or QuantityKind.Share)) return true;
        if (text.Is(quantity.NumberEnd, "of") && quantity.Low == 1 && quantity.Form == NumberForm.Words) return false;
        return !IsHour(text, quantity) && !PointsBack(text, quantity) && !IsCorrelative(text, quantity) && !AgeBound(text, quantity);
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Levels = DataFile
        .Lines("Statements/Data/figure-levels.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"called at 11", "between 7 and 9 last night", "open from 9 to 5": hours of the day, where nothing is counted.</summary>
    private static bool IsHour(LexemeList text, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Count || quantity.End != quantity.NumberEnd || !(IsClock(quantity.Low) && IsClock(quantity.High))) return false;
        var (before, behind) = (quantity.First - 1, quantity.NumberEnd);
        if (text.Is(before, "about") || text.Is(before, "around")) before--;
        if (PartOfDay(text, behind)) return true;
        if (text.Is(before, "at")) return !Levels.Contains(text.Of(before - 1)) && (!text.IsWord(behind) || text.Is(behind, "on") && text.IsCapital(behind + 1));
        // "from 9 to 5" goes back, as no range does
        return text.Is(before, "from") && text.Is(behind, "to") && text.Value(behind + 1) is { } end && IsClock(end) && end < quantity.Low && !text.IsWord(behind + 2)
            || text.Is(before, "to") && text.Is(before - 2, "from") && text.Value(before - 1) is { } start && IsClock(start) && start > quantity.Low && !text.IsWord(behind);
    }

    private static bool IsClock(decimal? value) => value is >= 1 and <= 24 && value == decimal.Truncate(value.Value);

    /// <summary>"last night", "this morning", "in the evening", "tonight".</summary>
    private static bool PartOfDay(LexemeList text, int i)
    {
        if (text.Is(i, "in") && text.Is(i + 1, "the")) i++;
        return text.Is(i, "tonight")
            || (text.Is(i, "last") || text.Is(i, "this") || text.Is(i, "the"))
                && (text.Is(i + 1, "night") || text.Is(i + 1, "morning") || text.Is(i + 1, "afternoon") || text.Is(i + 1, "evening"));
    }

    /// <summary>"the two sides": a small number in words behind a word that points.</summary>
    private static bool PointsBack(LexemeList text, Quantity quantity)
    {
        if (quantity.Form != NumberForm.Words || quantity.High is not <= LargestPointer || quantity.Qualifier != FigureQualifier.Exact) return false;
        var before = quantity.First - 1;
        return text.Is(before, "the")
            || text.Is(before, "these")
            || text.Is(before, "those")
            || text.Is(before, "all")
            || text.Is(before, "both")
            || text.Is(before, "other")
            || text.Is(before, "first")
            || text.Is(before, "last")
            || text.Is(before, "top")
            || text.Is(before, "other");
    }

    /// <summary>"One train stood, the other moved."</summary>
    private static bool IsCorrelative(LexemeList text, Quantity quantity)
    {
        if (quantity.Low != 1 || quantity.Form != NumberForm.Words || quantity.NumberEnd != quantity.First + 1) return false;
        for (var i = quantity.NumberEnd; i < quantity.NumberEnd + 25 && text[i].Kind != LexemeKind.Break; i++)
        {
            if (text.IsMark(i, '.') && !text[i + 1].Glued) return false;
            if (text.Is(i, "the") && (text.Is(i + 1, "other") || text.Is(i + 1, "second")) || text.Is(i, "another")) return true;
        }
        return false;
    }

    /// <summary>"under 18", "over 65": an age, where nothing is counted behind.</summary>
    private static bool AgeBound(LexemeList text, Quantity quantity) =>
        quantity.Kind == QuantityKind.Count
            && (
                AmongAges(text, quantity.First)
                || IsYouth(text, quantity)
                || (text.Is(quantity.First - 1, "turns") && !text.IsWord(quantity.NumberEnd) | text.IsCapital(quantity.NumberEnd))
            )
        || quantity.Kind == QuantityKind.Count
            && quantity.Span.Length < 12
            && (
                IsSubjectsAge(text, quantity)
                || text.Is(quantity.First - 1, "aged")
                || text.Is(quantity.First - 1, "age")
                || text.Is(quantity.First - 1, "ages")
            );

    /// <summary>"between the ages of 18 and 35": only numbers and what joins them stand between.</summary>
    private static bool AmongAges(LexemeList text, int i)
    {
        for (var at = i - 1; at >= 0 && i - at <= 5; at--)
        {
            if (text.Is(at, "ages") || text.Is(at, "aged") || (text.Is(at, "age") && at < i - 1)) return true;
            if (
                !(
                    text.IsDigits(at)
                    || text.Is(at, "of")
                    || text.Is(at, "and")
                    || text.Is(at, "to")
                    || text.Is(at, "between")
                    || text.Is(at, "from")
                    || text.Is(at, "under")
                    || text.Is(at, "over")
                )
            )
                return false;
        }
        return false;
    }

    /// <summary>
    /// "40 of them under 18", "anyone over 60": an age, where persons stand before the bound and nothing is counted behind the number.
    /// </summary>
    private static bool IsYouth(LexemeList text, Quantity quantity)
    {
        if (
            quantity.Low is not (null or < 110)
            || quantity.High is not (null or < 110)
            || !text.IsDigits(quantity.First)
            || quantity.NumberEnd != quantity.First + 1
        )
            return false;
        var bound = quantity.First - 1;
        if (!(text.Is(bound, "under") || text.Is(bound, "over") || text.Is(bound, "below") || text.Is(bound, "above"))) return false;
        if (text.IsWord(quantity.NumberEnd) && !FunctionWords.Ends(text.Of(quantity.NumberEnd))) return false;
        return text.IsWord(bound - 1)
            && (
                PersonNouns.Counts(text.Of(bound - 1))
                || text.Is(bound - 1, "them")
                || text.Is(bound - 1, "those")
                || text.Is(bound - 1, "anyone")
                || text.Is(bound - 1, "everyone")
                || text.Is(bound - 1, "all")
            );
    }

    /// <summary>"who was 42", "he is nine".</summary>
    private static bool IsSubjectsAge(LexemeList text, Quantity quantity)
    {
        var before = quantity.First - 1;
        if (text.Is(before, "just") || text.Is(before, "only")) before--;
        var be = text.Is(before, "was") || text.Is(before, "is") || text.Is(before, "turned") || text.Is(before, "turns");
        return be
            && quantity.Low is < 110
            && (text.Is(before - 1, "who") || text.Is(before - 1, "he") || text.Is(before - 1, "she") || text.IsCapital(before - 1))
            && (!text.IsWord(quantity.NumberEnd) || (FunctionWords.Ends(text.Of(quantity.NumberEnd)) && !text.Is(quantity.NumberEnd, "of")));
    }

    /// <summary>A length of time that says when, not how long.</summary>
    private static bool PlacesEvent(LexemeList text, Quantity quantity)
    {
        var hedged = quantity.Qualifier is not (FigureQualifier.Exact or FigureQualifier.Vague);
        if (text.Is(quantity.End, "ago")) return true;
        if (
            !hedged
            && (
                text.Is(quantity.End, "after")
                || text.Is(quantity.End, "before")
                || text.Is(quantity.End, "later")
                || text.Is(quantity.End, "earlier")
                || text.Is(quantity.End, "since")
                || text.Is(quantity.End, "from") && text.Is(quantity.End + 1, "now")
                || text.Is(quantity.End, "prior")
            )
        )
            return true;
        var before = quantity.First - 1;
        return text.Is(before, "past")
            || text.Is(before, "last")
            || text.Is(before, "next")
            || text.Is(before, "previous")
            || text.Is(before, "coming")
            || text.Is(before, "first")
            || text.Is(before, "final")
            || text.Is(before, "recent")
            || text.Is(before, "within")
            || text.Is(before, "following")
            || text.Is(before, "every");
    }
}

using Hearsay.Language;
using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>Numbers that are dates, years or times of day. The stage of times knows most of them; this holds where it has not looked.</summary>
internal static class DateFilter
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Set(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan", "Feb",
        "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeYear = Set(
        "in", "since", "by", "from", "until", "till", "during", "before", "after", "early", "late", "mid", "fiscal", "circa", "year", "of", "the",
        "spring", "summer", "autumn", "fall", "winter", "and", "to", "through", "between", "around");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Clocks = Set(
        "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "AM", "PM", "A.M.", "P.M.", "o'clock", "o’clock", "GMT", "UTC", "EST", "EDT", "ET", "PST", "PDT",
        "BST", "CET", "IST", "AD", "BC", "BCE", "CE", "A.D.", "B.C.", "noon", "midnight");

    /// <summary>The lexeme after the date or time of day that the number belongs to; null where it belongs to none.</summary>
    public static int? End(LexemeList text, Measure measure)
    {
        var (start, end) = (measure.Number.Start, measure.Number.End);
        if (!text.IsDigits(start) || end != start + 1) return Clocks.Contains(text.Of(end)) ? end + 1 : null;
        if (measure.Start != start || text.Value(start) is not { } value) return null;
        if (text.IsMark(end, ':') && text[end].Glued && text.IsDigits(end + 1) && text[end + 1].Glued) return Chain(text, start, ':', '.');
        if (text.IsMark(end, '/') && text[end].Glued && text.IsDigits(end + 1) && text[end + 1].Glued) return Chain(text, start, '/', '/');
        if (Clocks.Contains(text.Of(end))) return end + 1;
        if (IsMonth(text, start - 1) || (text.IsMark(start - 1, '.') && IsMonth(text, start - 2))) return DaysEnd(text, end, value);
        if (value <= 31 && (IsMonth(text, end) || (text.Is(end, "of") && IsMonth(text, end + 1)))) return end + 1;
        if (value <= 31 && value == decimal.Truncate(value) && DayRange(text, end) is { } range) return range;
        return IsYear(text, measure, value) ? YearEnd(text, end) : null;
    }

    /// <summary>True for the names of months and days of the week.</summary>
    public static bool NamesDay(string word) =>
        Months.Contains(word) || word is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    private static bool IsMonth(LexemeList text, int i) =>
        text.IsCapital(i) && Months.Contains(text.Of(i)) && !(text.Is(i, "May") && text.BeginsSentence(i) && !text.IsDigits(i + 1));

    /// <summary>"March 3", "March 3-5", "March 3 and 4", "March 3, 2024".</summary>
    private static int? DaysEnd(LexemeList text, int end, decimal value)
    {
        if (value != decimal.Truncate(value) || value > 2100) return null;
        while (text.IsDash(end) || text.IsMark(end, ',') || text.Is(end, "and") || text.Is(end, "to"))
        {
            if (text.Value(end + 1) is not { } next || next != decimal.Truncate(next)) break;
            if (next > 31 && next is < 1000 or > 2100) break;
            if (!text.IsDash(end) && next <= 31 && text.IsWord(end + 2) && !text.IsCapital(end + 2) && !FunctionWords.Ends(text.Of(end + 2))) break;
            end += 2;
        }
        return end;
    }

    /// <summary>"3-5 March", "3 and 4 March".</summary>
    private static int? DayRange(LexemeList text, int end) =>
        (text.IsDash(end) || text.Is(end, "and") || text.Is(end, "to") || text.Is(end, "or")) && text.Value(end + 1) is <= 31 && IsMonth(text, end + 2)
            ? end + 3
            : null;

    /// <summary>
    /// A number of four digits without a comma that nothing measures: a year between 1000 and 2100 after a word for a date, or between 1900 and 2099
    /// where no bound stands before it.
    /// </summary>
    private static bool IsYear(LexemeList text, Measure measure, decimal value)
    {
        var (start, end) = (measure.Number.Start, measure.Number.End);
        if (text[start].End - text[start].Start != 4 || value is < 1000 or > 2100 || measure.End != end) return false;
        if (text.IsHyphen(end) && text.IsDigits(end + 1)) return value is >= 1500 && text[end + 1].End - text[end + 1].Start is 2 or 4;
        var modern = value is >= 1900 and < 2100;
        var (bound, boundStart) = Bounds.Before(text, start);
        if (bound != FigureQualifier.Exact && !(bound == FigureQualifier.About && boundStart == start - 1 && (text.Is(boundStart, "around")
            || text.Is(boundStart, "circa") || text.Is(boundStart, "c.")))) return false;
        var follows = BeforeYear.Contains(text.Of(start - 1));
        return modern ? follows || !PersonNouns.Counts(text.Of(end)) : follows && (!text.IsWord(end) || FunctionWords.Ends(text.Of(end)));
    }

    private static int YearEnd(LexemeList text, int end) => text.IsDash(end) && text.IsDigits(end + 1) && text[end + 1].Glued ? end + 2 : end;

    private static int Chain(LexemeList text, int i, char one, char two)
    {
        while (text.IsDigits(i) && (text.IsMark(i + 1, one) || text.IsMark(i + 1, two)) && text[i + 1].Glued && text.IsDigits(i + 2)
            && text[i + 2].Glued) i += 2;
        return i + 1;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

namespace Hearsay.Statements.Times;

/// <summary>
/// The days and years that news leaves out, counted from the day of publication. Past unless the clause plans ("will", "due", "starting") or the past
/// is far off and the future near: on October 31 a bare "August" is the last one, "November 5" the coming one.
/// </summary>
internal static class NewsDates
{
    /// <summary>The year of a month, or of a day of a month, that names none.</summary>
    public static int MonthYear(TimeText t, DateOnly published, in TimeMatch m)
    {
        var (month, day, shift) = (m.Form.Month, m.Form.Day, m.Form.Shift);
        if (month == published.Month && (day == 0 || day == published.Day))
        {
            return shift == Shift.Last ? published.Year - 1 : shift == Shift.Next ? published.Year + 1 : published.Year;
        }

        if (shift == Shift.This)
        {
            return published.Year;
        }

        var later = month == published.Month ? day > published.Day : month > published.Month;
        var (past, next) = later ? (published.Year - 1, published.Year) : (published.Year, published.Year + 1);
        var ahead = ((month - published.Month + 12) % 12) + (month == published.Month && !later ? 12 : 0);
        var near = ahead <= (day > 0 ? 3 : 2);
        var cue = shift switch { Shift.Last => -1, Shift.Next => 1, _ when ahead <= 4
            && TenseCue.Starts(t, m.First) => 1, _ => TenseCue.Of(t, m.First, m.End) };
        return cue switch
        {
            > 0 => next,
            < 0 => near && day > 0 && ahead <= 1 ? next : past,
            _ => near ? next : past,
        };
    }

    /// <summary>
    /// True where the day, read as the publication reads it, lies within a month of it: a report's own days outweigh a year that it has told of before.
    /// </summary>
    public static bool IsNear(TimeText t, DateOnly published, in TimeMatch m) =>
        On(MonthYear(t, published, m), m.Form) is { } day && Math.Abs(day.DayNumber - published.DayNumber) <= 31;

    /// <summary>The day of a month and day in a year; null where it names no day, or the year has none such.</summary>
    public static DateOnly? On(int year, in TimeForm form) =>
        form.Day > 0 && year is > 0 and < 9999 && form.Day <= DateTime.DaysInMonth(year, form.Month) ? new DateOnly(year, form.Month, form.Day) : null;

    /// <summary>The year of a season, quarter or half; "last summer" is the last one that is over.</summary>
    public static int SeasonYear(TimeText t, DateOnly published, in TimeMatch m)
    {
        var code = m.Form.Code!;
        var start = code switch { "SP" => 3, "SU" => 6, "FA" => 9, "WI" => 12, "Q1" or "H1" => 1, "Q2" => 4, "Q3" or "H2" => 7, _ => 10 };
        var begun = start <= published.Month;
        var over = char.IsAsciiLetter(code[1]) && start + 3 <= published.Month;
        var soon = (code == "WI" && published.Month <= 2) || (start > published.Month && start - published.Month <= 2) || (start > published.Month
            && TenseCue.Of(t, m.First, m.End) > 0);
        return m.Form.Shift switch
        {
            Shift.This => published.Year,
            Shift.Next => begun ? published.Year + 1 : published.Year,
            Shift.Last => over ? published.Year : published.Year - 1,
            _ => begun || soon ? published.Year : published.Year - 1,
        };
    }

    /// <summary>
    /// The day of a weekday: the last one, the day itself included; the coming one where the clause plans; in a narrative the next one after its day.
    /// </summary>
    public static DateOnly Weekday(TimeText t, DateOnly day, in TimeMatch m, bool narrative)
    {
        var wanted = m.Form.Day;
        var today = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        var back = (today - wanted + 7) % 7;
        return m.Form.Shift switch
        {
            Shift.Last => day.AddDays(back == 0 ? -7 : -back),
            Shift.This => day.AddDays(wanted - today + (m.Form.Unit == TimeUnit.Week ? m.Form.Amount * 7 : 0)),
            Shift.Next => day.AddDays(wanted - today + 7),
            Shift.Coming => day.AddDays(7 - back + (7 * m.Form.Amount)),
            _ when narrative => day.AddDays(back == 0 ? 0 : 7 - back),
            _ => back != 0 && (TenseCue.Starts(t, m.First) || TenseCue.Of(t, m.First, m.End) > 0) ? day.AddDays(7 - back) : day.AddDays(-back),
        };
    }

    /// <summary>The weekend before the publication; its own on a Saturday or Sunday; the coming one where the clause plans.</summary>
    public static string Weekend(TimeText t, DateOnly day, in TimeMatch m)
    {
        var within = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var ahead = m.Form.Shift is Shift.This or Shift.Next || (m.Form.Shift == Shift.None && TenseCue.Of(t, m.First, m.End) > 0);
        var weeks = m.Form.Shift == Shift.Next ? 1 : ahead || (within && m.Form.Shift == Shift.None) ? 0 : -1;
        return TimexText.Week(day.AddDays(weeks * 7)) + "-WE";
    }

    /// <summary>
    /// The year of a holiday that names none: the coming one within two months unless the clause is in the past; within a fortnight even then, since
    /// nobody means the one of a year ago without a word for it.
    /// </summary>
    public static int HolidayYear(TimeText t, DateOnly published, in TimeMatch m)
    {
        var rule = m.Form.Code!;
        var own = Holidays.Day(rule, published.Year);
        var (past, next) = (own > published ? published.Year - 1 : published.Year, own >= published ? published.Year : published.Year + 1);
        var ahead = Holidays.Day(rule, next).DayNumber - published.DayNumber;
        return m.Form.Shift switch
        {
            Shift.This => published.Year,
            Shift.Last => own == published ? published.Year - 1 : past,
            Shift.Next => next,
            _ => TenseCue.Of(t, m.First, m.End) is var cue && (cue > 0 || ahead <= 14 || (cue == 0 && ahead <= 60)) ? next : past,
        };
    }
}

namespace Hearsay.Statements.Times;

/// <summary>
/// Turns what expressions say into values, in the order of the text. Two ways of reading, one rule to choose: a text is read as <i>news</i>, every
/// open date counted from the day of publication, unless that day is unknown or the text names at least five dates with years that lie more than a
/// year before it and fewer than a quarter as many weekdays and words like "today"; then it is read as a <i>narrative</i>, in which an open date
/// takes its year from the date before it. In news a paragraph that has named a day or month of an earlier year carries that year on to its end,
/// to what is planned aside.
/// </summary>
internal sealed partial class TimeResolver
{
    private readonly TimeText _text;
    private readonly DateOnly? _published;
    private readonly NarrativeAnchor _anchor = new();
    private readonly bool _narrative;
    private int _paragraph;
    private (DateOnly Day, int End)? _begun;

    public TimeResolver(TimeText text, DateOnly? published, ReadOnlySpan<TimeMatch> matches)
    {
        (_text, _published) = (text, published);
        var (stated, deictic) = (0, 0);
        var before = (published?.Year ?? 9999) - 1;
        foreach (ref readonly var m in matches)
        {
            var form = m.Form;
            if (form.Kind == FormKind.Calendar && form.Year < before && !text.Mark(m.End, ')'))
            {
                stated++;
            }
            else if (form.Kind == FormKind.Weekday || (form.Kind == FormKind.Shifted && !form.Narrative))
            {
                deictic++;
            }
        }

        _narrative = stated >= 5 && deictic * 4 < stated;
    }

    /// <summary>The values of all expressions, in their order.</summary>
    public string[] Resolve(ReadOnlySpan<TimeMatch> matches)
    {
        var values = new string[matches.Length];
        var days = new string?[matches.Length];
        var before = new string[matches.Length];
        var ends = _text.LineEnds;
        for (var k = 0; k < matches.Length; k++)
        {
            while (_paragraph < ends.Length && ends[_paragraph] < matches[k].First)
            {
                _paragraph++;
            }

            if (matches[k].Form.Kind == FormKind.Clock)
            {
                (values[k], before[k]) = ("", Reached());
                continue;
            }

            values[k] = YearsBack(matches, k) is { } year ? Value(matches[k] with { Form = matches[k].Form with { Year = year } }) : Value(matches[k]);
            days[k] = matches[k].Form.Type == TimeType.Date && values[k].Length >= 10 && values[k][^3] == '-'
                && char.IsAsciiDigit(values[k][^1]) ? values[k] : null;
        }

        for (var k = 0; k < matches.Length; k++)
        {
            if (matches[k].Form.Kind == FormKind.Clock)
            {
                values[k] = Clock(matches, k, days, before[k]);
            }
        }

        return values;
    }

    /// <summary>
    /// The year of a holiday beside "two years ago" or "two years after" in its sentence; null where there is no such neighbour.
    /// </summary>
    private int? YearsBack(ReadOnlySpan<TimeMatch> matches, int k)
    {
        if (_narrative || matches[k].Form is not { Kind: FormKind.Holiday, Year: null, Shift: Shift.None } || _published is not { } published) return null;
        if (k > 0 && SameSentence(matches[k - 1].End, matches[k].First) && Years(matches[k - 1]) is { } before) return published.Year - before;
        if (k + 1 < matches.Length && SameSentence(matches[k].End, matches[k + 1].First) && Years(matches[k + 1]) is { } after) return published.Year - after;
        return null;

        int? Years(in TimeMatch m) =>
            m.Form is { Kind: FormKind.Shifted, Unit: TimeUnit.Year, Amount: < 0, Narrative: false, From: null } ? -m.Form.Amount
            : _text.Is(m.End, "after") && m.Form is { Kind: FormKind.Literal, Code: ['P', >= '1' and <= '9', 'Y'] } ? m.Form.Code[1] - '0'
            : null;
    }

    private string Value(in TimeMatch m) => m.Form.Kind switch
    {
        FormKind.Literal => m.Form.Code!,
        FormKind.Calendar => Calendar(m),
        FormKind.PartOfYear => PartOfYear(m),
        FormKind.Weekday => Weekday(m) is { } day ? Begun(At(day, m.Form), day, m) : $"XXXX-WXX-{m.Form.Day}{m.Form.Clock}",
        FormKind.NthWeekday => NthWeekday(m.Form),
        FormKind.Weekend => Weekend(m),
        FormKind.Holiday => Holiday(m),
        _ => Shifted(m.Form),
    };

    /// <summary>"From Tuesday to Thursday": what ends a stretch of weekdays is counted from its beginning.</summary>
    private string Begun(string value, DateOnly day, in TimeMatch m)
    {
        _begun = (day, m.End);
        return value;
    }

    /// <summary>The day that the narrative has reached, as far as it is known; the day of publication where there is none yet.</summary>
    private string Reached() =>
        _anchor.Date is { } day ? TimexText.Date(day)
        : _anchor is { Year: not null, Month: > 0 } ? TimexText.Date(_anchor.Year, _anchor.Month, 0) + "-XX"
        : _anchor.Year is not null && _narrative ? TimexText.Year(_anchor.Year) + "-XX-XX"
        : _published is { } published && !_narrative ? TimexText.Date(published)
        : "XXXX-XX-XX";

    private string At(DateOnly day, TimeForm form)
    {
        _anchor.Set(day, _paragraph, _anchor.Stated && _anchor.Year == day.Year);
        return TimexText.Date(day, form.Clock);
    }

    private string Clock(ReadOnlySpan<TimeMatch> matches, int k, string?[] days, string reached)
    {
        var form = matches[k].Form;
        if (form.Shift != Shift.None)
        {
            return (_published is { } day ? TimexText.Date(day.AddDays(form.Shift == Shift.This ? 0 : (int)form.Shift)) : "XXXX-XX-XX") + form.Clock;
        }

        if (form.Amount != 0)
        {
            return (DateOnly.TryParseExact(reached, "yyyy-MM-dd", out var from) ? TimexText.Date(from.AddDays(form.Amount)) : reached) + form.Clock;
        }

        for (var distance = 1; distance <= 2; distance++)
        {
            if (k - distance >= 0 && days[k - distance] is { } earlier && SameSentence(matches[k - distance].End, matches[k].First))
            {
                return earlier + form.Clock;
            }

            if (k + distance < matches.Length && days[k + distance] is { } later && SameSentence(matches[k].End, matches[k + distance].First))
            {
                return later + form.Clock;
            }
        }

        var known = DateOnly.TryParseExact(reached, "yyyy-MM-dd", out var at);
        var month = !known && DateOnly.TryParseExact(reached.Replace("-XX", "-15", StringComparison.Ordinal), "yyyy-MM-dd", out at);
        var far = !_narrative && _published is { } p && ((known && Math.Abs(at.DayNumber - p.DayNumber) > 7) || (month
            && Math.Abs(at.DayNumber - p.DayNumber) > 60));
        return (far ? TimexText.Date(_published!.Value) : reached) + form.Clock;
    }

    private bool SameSentence(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_text.Ends(i) || to - from > 40)
            {
                return false;
            }
        }

        return true;
    }

    private string Calendar(in TimeMatch m)
    {
        var form = m.Form;
        if (form is { Year: null, Month: 0 })
        {
            // "on the 3rd" after the 6th of a month goes on from the day of publication, not back
            var (y, month, _) = Base(_narrative || _anchor.Day <= form.Day);
            form.Month = month;
            form.Year = y;
            if (y is > 0 and < 9999 && month > 0 && form.Day > DateTime.DaysInMonth(y.Value, month))
            {
                return $"{TimexText.Date(y, month, 0)}-XX";
            }

            return month == 0 ? $"XXXX-XX-{form.Day:D2}" : SetTo(y, month, form.Day) + form.Clock;
        }

        var year = form.Year ?? Years(m);
        if (form.Day > 0 && year is > 0 and < 9999 && form.Day > DateTime.DaysInMonth(year.Value, form.Month))
        {
            year = null;
        }

        if (form.Month > 0 || year != _anchor.Year)
        {
            Reach(m, year, form.Month, form.Day);
        }

        return TimexText.Date(year, form.Month, form.Day, form.Clock);
    }

    private string SetTo(int? year, int month, int day)
    {
        _anchor.Set(year, month, day, _paragraph, _anchor.Stated);
        return TimexText.Date(year, month, day);
    }

    /// <summary>
    /// Moves the narrative to a date. A year alone moves it only where the narrative can have gone there: at the head of a sentence or after another
    /// bare year; not in brackets, not decades ahead.
    /// </summary>
    private void Reach(in TimeMatch m, int? year, int month, int day)
    {
        var aside = month == 0 && _narrative && _anchor.Year is { } at && (year > at + 15 || (_text.Mark(m.End, ')') && year > at) || !(Early(m.First)
            || (year > at && year <= at + 3 && _anchor.Month == 0)));
        if (!aside)
        {
            _anchor.Set(year, month, day, _paragraph, m.Form.Year is not null || (_anchor.Stated && year == _anchor.Year));
        }
    }

    /// <summary>True among the first words of a sentence, where a year says when what follows happened.</summary>
    private bool Early(int first)
    {
        for (var i = first - 1; i >= first - 8; i--)
        {
            if (_text.Ends(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The year of a month, or of a day of a month, that names none.</summary>
    private int? Years(in TimeMatch m)
    {
        var (month, day) = (m.Form.Month, m.Form.Day);
        if (m.Form.YearOffset is { } offset)
        {
            return Base(m.Form.Narrative).Year + offset;
        }

        var shift = m.Form.Shift;
        if (_narrative || (shift == Shift.None && _anchor is { Stated: true, Year: not null } && _anchor.Paragraph == _paragraph && _anchor.Month > 0
            && _anchor.Year < _published?.Year && TenseCue.Of(_text, m.First, m.End) <= 0))
        {
            var carried = _anchor.Year is { } reached ? reached + (_anchor.Month - month >= 8 ? 1 : 0) : (int?)null;
            return _narrative || carried is null || Carries(m, carried.Value) ? carried : NewsDates.MonthYear(_text, _published!.Value, m);
        }

        return _published is { } published ? NewsDates.MonthYear(_text, published, m) : null;
    }

    /// <summary>
    /// Whether the year that a paragraph has told of goes on to a day without one: where a weekday stands with it, the day falls on it in that year;
    /// else the day follows the one before within a month, or it is no day around the publication.
    /// </summary>
    private bool Carries(in TimeMatch m, int year)
    {
        var day = NewsDates.On(year, m.Form);
        if (_text.Class(m.First) == WordClass.Weekday)
            return (day is { DayOfWeek: var named } && (named == DayOfWeek.Sunday ? 7 : (int)named) == _text[m.First].Value);
        return (_anchor.Date is { } last && day is { } then && then.DayNumber - last.DayNumber is >= 0 and <= 31)
            || !NewsDates.IsNear(_text, _published!.Value, m);
    }

    private string PartOfYear(in TimeMatch m)
    {
        var form = m.Form;
        var year = form.Year ?? (form.YearOffset is { } offset ? Base(form.Narrative).Year + offset : null);
        if (year is null && _narrative)
        {
            year = _anchor.Year + (form.Shift is Shift.Last or Shift.Next ? (int)form.Shift : form.Code == "WI" && _anchor.Month >= 9 ? 1 : 0);
        }
        else if (year is null && form.Shift == Shift.None && (_narrative || (_anchor.Stated && _anchor.Paragraph == _paragraph
            && _anchor.Year < _published?.Year)))
        {
            year = _anchor.Year;
        }
        else if (year is null && _published is { } p)
        {
            year = NewsDates.SeasonYear(_text, p, m);
        }

        if (form.Year is not null)
        {
            _anchor.Set(year, 0, 0, _paragraph, true);
        }

        return $"{TimexText.Year(year)}-{form.Code}";
    }

    private DateOnly? Weekday(in TimeMatch m)
    {
        if ((_narrative ? _anchor.Date : _published) is not { } day)
        {
            return null;
        }

        if (m.Form.Shift == Shift.None && _begun is { } begun && begun.End == m.First - 1 && _text.IsAny(m.First - 1, "to", "until", "till", "through"))
        {
            return NewsDates.Weekday(_text, begun.Day, m, narrative: true);
        }

        return NewsDates.Weekday(_text, day, m, _narrative);
    }

    private string NthWeekday(TimeForm form)
    {
        var month = Value(form.From![0]);
        if (!DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var first))
        {
            return $"{month}-WXX-{form.Day}{(form.Amount > 0 ? $"-{form.Amount}" : "")}";
        }

        var days = DateTime.DaysInMonth(first.Year, first.Month);
        var day = 1 + ((form.Day - (first.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)first.DayOfWeek) + 7) % 7);
        day = form.Amount > 0 ? day + (7 * (form.Amount - 1)) : day + (7 * ((days - day) / 7));
        return day <= days ? At(first.AddDays(day - 1), form) : month;
    }

    private string Weekend(in TimeMatch m)
    {
        if (_published is not { } day || _narrative)
        {
            return "XXXX-WXX-WE";
        }

        return NewsDates.Weekend(_text, day, m);
    }

    private string Holiday(in TimeMatch m)
    {
        var form = m.Form;
        var rule = form.Code!;
        int? year = form.Year;
        if (year is null && !_narrative && _published is { } p)
        {
            year = NewsDates.HolidayYear(_text, p, m);
        }
        else if (year is null && _narrative)
        {
            year = _anchor.Year;
        }

        if (year is > 1583)
        {
            return At(Holidays.Day(rule, year.Value), form);
        }

        return rule[2] == '-' ? $"{TimexText.Year(year)}-{rule}{form.Clock}" : $"{TimexText.Year(year)}-XX-XX{form.Clock}";
    }
}

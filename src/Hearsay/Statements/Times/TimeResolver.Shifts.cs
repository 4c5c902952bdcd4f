namespace Hearsay.Statements.Times;

/// <content>Dates so many units away: "last week", "two years ago", "the following day".</content>
internal sealed partial class TimeResolver
{
    private string Shifted(TimeForm form)
    {
        if (form.From is [var anchor])
        {
            var from = Value(anchor);
            return DateOnly.TryParseExact(from, "yyyy-MM-dd", out var day0)
                ? Moved(form with { Unit = form.Unit == TimeUnit.Week ? TimeUnit.Day : form.Unit, Amount = form.Unit == TimeUnit.Week
                    ? form.Amount * 7 : form.Amount }, day0.Year, day0.Month, day0.Day)
                : Moved(form, null, 0, 0);
        }

        if (_narrative && !form.Narrative && form.Unit <= TimeUnit.Month && (form.Amount != 0 || form.Unit == TimeUnit.Day))
        {
            return form is { Unit: TimeUnit.Day, Amount: 0, Clock: null } ? "PRESENT_REF" : Moved(form, null, 0, 0);
        }

        if (!_narrative && form is { Narrative: true, Unit: TimeUnit.Day } && _anchor.LastDay is { } last && last.Paragraph >= _paragraph - 3)
        {
            return Moved(form, last.Date.Year, last.Date.Month, last.Date.Day);
        }

        var (year, month, day) = form is { Narrative: true, Unit: TimeUnit.Day } && !_narrative
            && _anchor.Date is null ? Base(false) : Base(form.Narrative || _narrative);
        return Moved(form, year, month, day);
    }

    private (int? Year, int Month, int Day) Base(bool narrative)
    {
        var near = _narrative || (_anchor.Paragraph >= _paragraph - 3 && _anchor.Paragraph >= 0);
        if (narrative && near && _anchor.Year is not null)
        {
            return (_anchor.Year, _anchor.Month, _anchor.Day);
        }

        return _published is { } p && !_narrative ? (p.Year, p.Month, p.Day) : (null, 0, 0);
    }

    private string Moved(TimeForm form, int? year, int month, int day)
    {
        if (form.Unit >= TimeUnit.Quarter)
        {
            return Long(form, year, month);
        }

        if (form.Unit == TimeUnit.Month)
        {
            if (year is not { } y || month == 0)
            {
                return TimexText.Year(year) + "-XX";
            }

            var months = (y * 12) + month - 1 + form.Amount;
            (year, month) = (months / 12, (months % 12) + 1);
            if (year is < 1 or > 9999)
            {
                return "XXXX-XX";
            }

            if (form.Narrative && form.Amount > 0)
            {
                _anchor.Set(year, month, 0, _paragraph, _anchor.Stated);
            }

            return TimexText.Date(year, month, 0);
        }

        var known = year is > 1 and < 9000 && month > 0 && day > 0
            ? new DateOnly(year.Value, month, Math.Min(day, DateTime.DaysInMonth(year.Value, month))) : (DateOnly?)null;
        if (known is not { } date)
        {
            var rough = month > 0 && form.Unit == TimeUnit.Day ? $"{TimexText.Date(year, month, 0)}-XX"
                : TimexText.Year(year) + (form.Unit == TimeUnit.Week ? "-WXX" : "-XX-XX");
            return rough + form.Clock + (form.Unit < TimeUnit.Day ? "TXX" : "");
        }

        var days = (long)form.Amount * (form.Unit switch { TimeUnit.Week => 7, TimeUnit.Day => 1, _ => 0 });
        if (date.DayNumber + days is < 0 or > 3_600_000)
        {
            return "XXXX-XX-XX";
        }

        date = date.AddDays((int)days);
        if (form.Narrative && form.Unit == TimeUnit.Day)
        {
            _anchor.Set(date, _paragraph, _anchor.Stated);
        }

        return form.Unit switch
        {
            TimeUnit.Week => TimexText.Week(date),
            TimeUnit.Day => TimexText.Date(date, form.Clock),
            _ => TimexText.Date(date, "TXX"),
        };
    }

    private string Long(TimeForm form, int? year, int month)
    {
        if (form.Unit == TimeUnit.Quarter)
        {
            if (year is not { } y || month == 0)
            {
                return TimexText.Year(year) + "-QX";
            }

            var quarters = (y * 4) + ((month - 1) / 3) + form.Amount;
            return $"{TimexText.Year(quarters / 4)}-Q{(quarters % 4) + 1}";
        }

        if (year is null)
        {
            return "XXXX";
        }

        var moved = year.Value + form.Amount;
        if (moved == 0 || moved > 9999)
        {
            return "XXXX";
        }

        if (form.Narrative && form.Amount > 0)
        {
            _anchor.Set(moved, 0, 0, _paragraph, _anchor.Stated);
        }

        return form.Code + TimexText.Year(moved);
    }
}

namespace Hearsay.Statements.Times;

/// <summary>The date that the narrative has reached: year, month and day as far as the last date gave them.</summary>
internal sealed class NarrativeAnchor
{
    public int? Year { get; private set; }

    public int Month { get; private set; }

    public int Day { get; private set; }

    /// <summary>Paragraph of the date.</summary>
    public int Paragraph { get; private set; } = -1;

    /// <summary>True where the text itself named the year, or a date from which it was carried on.</summary>
    public bool Stated { get; private set; }

    /// <summary>The day as a date; null where it is not known to the day.</summary>
    public DateOnly? Date => Year is > 1 and < 9000 && Month > 0 && Day > 0
        && Day <= DateTime.DaysInMonth(Year.Value, Month) ? new DateOnly(Year.Value, Month, Day) : null;

    /// <summary>The last date known to the day, and its paragraph.</summary>
    public (DateOnly Date, int Paragraph)? LastDay { get; private set; }

    public void Set(int? year, int month, int day, int paragraph, bool stated)
    {
        (Year, Month, Day, Paragraph, Stated) = (year, month, day, paragraph, stated);
        if (Date is { } known)
        {
            LastDay = (known, paragraph);
        }
    }


    public void Set(DateOnly day, int paragraph, bool stated) => Set(day.Year, day.Month, day.Day, paragraph, stated);
}

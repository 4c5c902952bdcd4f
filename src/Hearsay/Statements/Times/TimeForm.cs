namespace Hearsay.Statements.Times;

/// <summary>How the value of an expression is found.</summary>
internal enum FormKind : byte
{
    /// <summary>Year, month, day as far as they are given.</summary>
    Calendar,

    /// <summary>A season, quarter or half (<see cref="TimeForm.Code"/>) of a year.</summary>
    PartOfYear,

    /// <summary>A weekday; <see cref="TimeForm.Day"/> 1 is Monday.</summary>
    Weekday,

    /// <summary>"last week", "this year", "tomorrow": the unit so many units away.</summary>
    Shifted,

    /// <summary>
    /// "the second Monday of May": weekday <see cref="TimeForm.Day"/>, the <see cref="TimeForm.Amount"/>-th (-1: the last) of the month in
    /// <see cref="TimeForm.From"/>.
    /// </summary>
    NthWeekday,

    /// <summary>"the weekend".</summary>
    Weekend,

    /// <summary>A time or part of a day whose day has to be found.</summary>
    Clock,

    /// <summary>A holiday by its rule (<see cref="TimeForm.Code"/>).</summary>
    Holiday,

    /// <summary>The value is written in <see cref="TimeForm.Code"/>.</summary>
    Literal,
}

/// <summary>What "last", "this" and "next" before a name of a time say; "coming" differs from "next" for weekdays alone.</summary>
internal enum Shift : sbyte
{
    Last = -1, None = 0, Next = 1, This = 2, Coming = 3,
}

/// <summary>Units of time, in the order of the word list.</summary>
internal enum TimeUnit : byte
{
    Second, Minute, Hour, Day, Week, Fortnight, Month, Quarter, Year, Decade, Century, Millennium,
}

/// <summary>What an expression says, before it is resolved against dates outside itself.</summary>
internal record struct TimeForm
{
    public FormKind Kind;

    /// <summary>The type of what comes out.</summary>
    public TimeType Type;

    /// <summary>Year; negative before Christ; null where it has to be found.</summary>
    public int? Year;

    /// <summary>
    /// "of that year", "of next year": years from the narrative's (<see cref="Narrative"/>) or the publication's; null where nothing like it is said.
    /// </summary>
    public int? YearOffset;

    /// <summary>1 to 12; 0 where none is given.</summary>
    public int Month;

    /// <summary>Day of the month or of the week; 0 where none is given.</summary>
    public int Day;

    /// <summary>Season, quarter, half, holiday rule or literal value.</summary>
    public string? Code;

    public Shift Shift;

    public TimeUnit Unit;

    /// <summary>So many units away.</summary>
    public int Amount;

    /// <summary>Counted from the date that the narrative has reached, not from the publication.</summary>
    public bool Narrative;

    /// <summary>
    /// The date that the amount is counted from, where the text names it ("two weeks before May 13"): a class, since a form cannot hold itself.
    /// </summary>
    public TimeMatch[]? From;

    /// <summary>What is appended to the day: "T14:05", "TMO".</summary>
    public string? Clock;
}

/// <summary>An expression found: tokens <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct TimeMatch(int First, int End, TimeForm Form);

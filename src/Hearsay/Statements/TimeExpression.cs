using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>The types of TIMEX3 (TimeML 1.2.1), with references ("now", "the coming days") as a type of their own.</summary>
public enum TimeType
{
    /// <summary>A day or something longer on the calendar: "2024-05-02", "2024-W18", "197".</summary>
    Date,

    /// <summary>A time or part of a day: "2024-05-02T14:05", "2024-05-02TMO".</summary>
    Time,

    /// <summary>A length of time: "PT86M", "P2Y", "PXD".</summary>
    Duration,

    /// <summary>Something that recurs: "P1W" of "weekly".</summary>
    Set,

    /// <summary>"PRESENT_REF", "PAST_REF", "FUTURE_REF".</summary>
    Reference,
}

/// <summary>
/// A date, time of day, duration or set, with its TIMEX3 value ("2024-05-02", "2024-W18", "PT86M", "FUTURE_REF"). What is not known of a value is X:
/// a weekday in a report without a publication date is "XXXX-WXX-4", a day of the year "XXXX-10-31". Times are as the text has them; zones are not
/// converted.
/// </summary>
public sealed record TimeExpression(TextSpan Span, string Value)
{
    /// <summary>Date, time, duration, set or reference.</summary>
    public TimeType Type { get; init; }
}

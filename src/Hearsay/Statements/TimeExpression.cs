using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>A date, time of day, duration or set, with its TIMEX3 value ("2024-05-02", "2024-W18", "PT86M", "FUTURE_REF").</summary>
public sealed record TimeExpression(TextSpan Span, string Value);

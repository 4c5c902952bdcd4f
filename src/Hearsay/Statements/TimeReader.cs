using System.Collections.Immutable;
using Hearsay.Language;

namespace Hearsay.Statements;

/// <summary>Reading in, expressions of time out.</summary>
internal static class TimeReader
{
    /// <summary>Every expression of date, time, duration or set in the text, in order.</summary>
    public static ImmutableArray<TimeExpression> Read(Reading reading) => [];
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hearsay.Language;
using Hearsay.Statements.Times;

namespace Hearsay.Statements;

/// <summary>Reading in, expressions of time out.</summary>
/// <remarks>
/// In: the article's text and its day of publication. Out: spans with TIMEX3 types and values, in the order of the text, without overlaps.
/// Method: one pass cuts the text into light tokens; at every word of a small list and at every number the rules of its class are tried (Times/),
/// which only look at neighbours; a second pass resolves what they found against the day of publication or, in a narrative, against the date before
/// it (<see cref="TimeResolver"/> states the rule). Spans leave out the preposition and take in what qualifies the time ("nearly three years", "early
/// on May 5"). Source of types and values: TimeML 1.2.1, TIDES 2003 for vague ones.
/// Known limits: English only; events as anchors ("two days after the vote") give the length alone; day and month in figures are read in American
/// order where both orders are possible.
/// </remarks>
internal static class TimeReader
{
    /// <summary>Every expression of date, time, duration or set in the text, in order.</summary>
    public static ImmutableArray<TimeExpression> Read(Reading reading) => Read(reading.Text, reading.Article.Published.Day);

    /// <summary>Every expression of time in a text published on a day (null where unknown; so is a day outside the years 1501 to 8999).</summary>
    public static ImmutableArray<TimeExpression> Read(string text, DateOnly? published)
    {
        using var tokens = new TimeText(text);
        var matches = CollectionsMarshal.AsSpan(TimeScanner.Scan(tokens));
        var values = new TimeResolver(tokens, published is { Year: > 1500 and < 9000 } ? published : null, matches).Resolve(matches);
        var times = ImmutableArray.CreateBuilder<TimeExpression>(matches.Length);
        for (var k = 0; k < matches.Length; k++)
        {
            times.Add(new TimeExpression(tokens.Span(matches[k].First, matches[k].End), values[k]) { Type = matches[k].Form.Type });
        }

        return times.MoveToImmutable();
    }
}

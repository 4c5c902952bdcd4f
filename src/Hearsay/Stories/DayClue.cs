using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Pages;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>A day that a report names in part: by its weekday or by month and day.</summary>
internal readonly partial record struct DayClue(TextSpan Span, DateMention Mention)
{
    /// <summary>How far back a day named without its year may lie.</summary>
    private const int DaysBack = 6;

    /// <summary>
    /// The days that a report names in its own voice and that do not lie, by its words, in an earlier week or in the future. The full dates are among
    /// them.
    /// </summary>
    public static ImmutableArray<DayClue> Of(Report report) =>
    [
        .. from clue in DateClues.Of(report.Article.Text)
           where !clue.IsPast && (clue.Mention.Weekday is not null || clue.Mention.Day is not null)
           where !report.Quotations.Any(q => q.Inner.Contains(clue.Span))
           where clue.IsReporting || !IsToCome(report.Article.Text, clue.Span)
           select new DayClue(clue.Span, clue.Mention),
    ];

    /// <summary>
    /// The day that is meant by a report of the event that <paramref name="day"/> belongs to: that day or one of the six before; null where none
    /// fits.
    /// </summary>
    public DateOnly? Near(DateOnly day)
    {
        for (var back = 0; back <= DaysBack; back++)
        {
            var candidate = day.AddDays(-back);
            if (Fits(candidate)) return candidate;
        }
        return null;
    }

    private bool Fits(DateOnly day) =>
        (Mention.Month is null || (Mention.Month == day.Month && Mention.Day == day.Day)) && (Mention.Year is null || Mention.Year == day.Year)
        && (Mention.Weekday is null || Mention.Weekday == day.DayOfWeek);

    // Words of the same sentence that put the day ahead of the report.
    private static bool IsToCome(string text, TextSpan span)
    {
        var start = Math.Max(0, span.Start - 100);
        var before = text[start..span.Start];
        var after = text[span.End..Math.Min(text.Length, span.End + 60)];
        var sentence = before[(before.LastIndexOfAny(['.', '!', '?', '\n']) + 1)..];
        var end = after.AsSpan().IndexOfAny('.', '\n');
        return Ahead().IsMatch(sentence) || Ahead().IsMatch(end < 0 ? after : after[..end]);
    }

    [GeneratedRegex(
        @"\b(?:will|would|shall|(?:scheduled|due|expected|planned|plans?|set|is|are) (?:to|for|on)|by|until|unless)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Ahead();
}

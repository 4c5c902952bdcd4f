using Hearsay.Clauses;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>
/// Tells the times that say when something happened or is to happen from those that only name something ("the 2016 election"), open a state ("since
/// May"), or stand with what is no event: a state, a habit, what did not happen, what somebody says in words of his own.
/// </summary>
internal static class EventTime
{
    /// <summary>A sentence of which more words than this share stand between quotation marks tells in somebody's words, not the report's.</summary>
    private const double MostQuoted = 0.5;

    /// <summary>True where the time of this date is that of an event; a report whose clauses are not known is judged by words alone.</summary>
    public static bool IsOfEvent(ReportText report, TimeExpression time, string date, TextSpan sentence)
    {
        var before = report.Within(TextSpan.Between(sentence.Start, Math.Max(sentence.Start, time.Span.Start)));
        if (before.Length > 0 && before[^1].Form is "since" or "and" or "to") return false;
        if (time.Type == TimeType.Time && !NamesDay(report, time)) return false;
        var clauses = report.Report.Clauses;
        if (clauses.IsEmpty) return true;
        if (report.TermsWithin(sentence).Count(t => t.Quoted) > MostQuoted * report.Within(sentence).Length) return false;
        var own = clauses.FirstOrDefault(c => c.Arguments.Any(a => a.Role == ArgumentRole.Time && IsAbout(a.Span, time.Span)));
        if (own is null && (date.Length == 4 || (date.Length == 10 && IsHoliday(report, time)))) return false;
        return (own ?? clauses.Where(c => c.Span.Contains(time.Span)).MinBy(c => c.Span.Length)) is not { } clause || IsEvent(clause, IsAhead(report, date));
    }

    private static bool IsEvent(Clause clause, bool ahead) =>
        !clause.IsNegated
        && clause.Kind != PredicateKind.Adjectival
        && clause.Lemma is not ("be" or "have")
        && (clause.Direction != Direction.Told || clause.Tense != (ahead ? Tense.Past : Tense.Present));

    /// <summary>True where the argument is the time with at most a preposition and an article.</summary>
    private static bool IsAbout(TextSpan argument, TextSpan time) => argument.Overlaps(time) && argument.Length < time.Length + 12;

    private static bool IsAhead(ReportText report, string date) =>
        report.Report.Article.Published.Day is { } day
        && string.CompareOrdinal(date, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)[..date.Length]) > 0;

    /// <summary>True for "last night", "early on Friday", "9 a.m. on May 5"; false for "9 a.m.", whose day was taken from elsewhere.</summary>
    private static bool NamesDay(ReportText report, TimeExpression time)
    {
        foreach (var word in report.Within(time.Span))
        {
            if (Thesaurus.Is(word.Form, WordSet.Weekday | WordSet.Month | WordSet.Day) || word.Form is "last" or "this" or "tonight") return true;
        }

        return false;
    }

    private static bool IsHoliday(ReportText report, TimeExpression time)
    {
        foreach (var word in report.Within(time.Span))
        {
            if (char.IsAsciiDigit(word.Form[0]) || Thesaurus.Is(word.Form, WordSet.Weekday | WordSet.Day)) return false;
        }

        return true;
    }
}

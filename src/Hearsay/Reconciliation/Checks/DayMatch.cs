using System.Globalization;
using Hearsay.Clauses;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Checks;

/// <summary>
/// The days that an asked sentence names beside those of a report's sentence, whatever they are called: "12 March" is "Wednesday" in a report of the
/// week. A day on which somebody only speaks is none of what is told.
/// </summary>
internal sealed class DayMatch
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public DayMatch(AskedWords asked, Stretch found)
    {
        var sentence = found.Report.Sentences[found.Sentence];
        var days = Days(found.Report, sentence).OrderBy(t => t.Type).ThenBy(t => t.Span).ToArray();
        foreach (var time in asked.Days)
        {
            var (own, isOfVerb) = Of(asked, time, found, days);
            There.Add((time.Span, own.Any(d => AreOne(time.Value, d.Value))));
            if (isOfVerb && own.FirstOrDefault(d => AreAsPrecise(time.Value, d.Value) && NamesDay(d.Span.Of(found.Report.Text))) is { } other)
                Differences.Add(new Difference(DifferenceKind.Day, time.Span.Of(asked.Text), other.Span.Of(found.Report.Text)));
        }

        // "20 March, a Thursday": where one of them is there, the other does not contradict
        if (There.Any(t => t.IsThere)) Differences.Clear();
    }

    /// <summary>The days of the asked sentence, and whether the other has them.</summary>
    public List<(TextSpan Span, bool IsThere)> There { get; } = [];

    public List<Difference> Differences { get; } = [];

    /// <summary>The days, months and years that a sentence names for what it tells, not for when somebody said so.</summary>
    public static IEnumerable<TimeExpression> Days(ReportText text, TextSpan sentence)
    {
        var clauses = text.Report.Clauses.Where(c => sentence.Overlaps(c.Span)).ToArray();
        TextSpan[] ofSpeech = clauses.Length < 2 ? [] : [.. clauses.Where(c => c.Complement is not null || c.Link == ClauseLink.Parenthesis).SelectMany(Times)];
        return text.Report.Times.Where(t => sentence.Contains(t.Span) && IsDay(t.Value) && !ofSpeech.Any(s => s.Overlaps(t.Span))
            && (t.Type == TimeType.Date || (t.Type == TimeType.Time && NamesDay(t.Span.Of(text.Text)))));
    }

    /// <summary>
    /// The days of the clause with the same verb as the one of the asked day, where it has any; else all that do not count from what another clause tells
    /// ("two days earlier").
    /// </summary>
    private static (TimeExpression[] Days, bool AreOfVerb) Of(AskedWords asked, TimeExpression time, Stretch found, TimeExpression[] days)
    {
        var verbs = asked.Report.Report.Clauses.Where(c => Times(c).Any(t => t.Overlaps(time.Span))).Select(c => c.Lemma).ToArray();
        var times = found.Report.Report.Clauses.Where(c => verbs.Contains(c.Lemma, StringComparer.Ordinal)).SelectMany(Times).ToArray();
        var own = days.Where(d => times.Any(t => t.Overlaps(d.Span))).ToArray();
        return own.Length > 0 ? (own, true) : ([.. days.Where(d => !IsCounted(d.Span.Of(found.Report.Text)))], false);
    }

    private static IEnumerable<TextSpan> Times(Clause clause) => clause.Arguments.Where(a => a.Role == ArgumentRole.Time).Select(a => a.Span);

    private static bool IsCounted(string words) => words.Split(' ')[^1] is "earlier" or "later" or "before" or "after";

    /// <summary>"Wednesday morning", "the night of 12 March", not "4 a.m.": a time of day alone is of the day that the text tells of.</summary>
    private static bool NamesDay(string words) =>
        words.Split(' ').Any(w => (w.Length > 2 && char.IsUpper(w[0]) && char.IsLower(w[1])) || (w.Length == Forms[2].Length && w.All(char.IsAsciiDigit)));

    private static bool IsDay(string value) => value.Length >= 4 && (char.IsAsciiDigit(value[0]) || IsOpen(value));

    /// <summary>True where both may be the same day: one holds the other, or is its weekday or day of the year.</summary>
    private static bool AreOne(string a, string b) => Holds(a, b) || Holds(b, a);

    private static bool Holds(string wide, string narrow)
    {
        var (outer, inner) = (Date(wide), Date(narrow));
        if (outer == inner || inner.StartsWith(outer, StringComparison.Ordinal)) return true;
        if (!DateTime.TryParseExact(inner, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        return outer == string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek)}")
            || (outer.StartsWith("XXXX-", StringComparison.Ordinal) && inner[4..].StartsWith(outer[4..], StringComparison.Ordinal));
    }

    /// <summary>True where both name a day, both a month or both a year: only then does another one contradict.</summary>
    private static bool AreAsPrecise(string a, string b) =>
        Precision(Date(a)) == Precision(Date(b)) && (!IsOpen(a) || !IsOpen(b) || IsWeekday(a) == IsWeekday(b));

    private static bool IsOpen(string value) => value.StartsWith("XXXX-", StringComparison.Ordinal);

    private static bool IsWeekday(string value) => value.StartsWith("XXXX-WXX-", StringComparison.Ordinal);

    private static int Precision(string date) =>
        IsWeekday(date) || date.Length == Forms[0].Length ? 3 : date.Length == Forms[1].Length ? 2 : date.Length == Forms[2].Length ? 1 : 0;

    /// <summary>A value without the time of day.</summary>
    private static string Date(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and var t ? value[..t] : value;
}

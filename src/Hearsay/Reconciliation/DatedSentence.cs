using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>A sentence with the date that a time in it gives; <paramref name="OnlySpeech"/> where the time only says when somebody spoke.</summary>
internal sealed partial record DatedSentence(ReportText Report, TextSpan Sentence, string Date, bool OnlySpeech)
{
    /// <summary>
    /// How many words may stand between a cue of speech and the time that belongs to it ("said on Monday", "said at a briefing on Monday").
    /// </summary>
    private const int CueReach = 5;

    /// <summary>A sentence that shares less of its words with the other reports tells of something else.</summary>
    private const double LeastShared = 0.34;

    /// <summary>All of a story, in the order of its reports and their text.</summary>
    public static ImmutableArray<DatedSentence> Of(StoryText story)
    {
        var times = story.Reports.SelectMany(r => r.Report.Times.OrderBy(t => t.Span).Select(t => (Report: r, Time: t))).ToArray();
        var ofStory = new Dictionary<(int Report, TextSpan Sentence), bool>();
        var days = times.Select(t => Day(t.Time.Value)).OfType<DateOnly>().ToHashSet();
        var daysOf = times.Where(t => Day(t.Time.Value) is not null).ToLookup(t => Day(t.Time.Value)!.Value, t => t.Report.Order);
        var named = times
            .Where(t => Year(t.Time.Value) is not null && !IsAgo(t.Report, t.Time))
            .Select(t => (t.Report, Sentence: t.Report.SentenceSpanAt(t.Time.Span.Start), Year: Year(t.Time.Value)!.Value))
            .ToArray();
        return
        [
            .. times.Select(t => (t.Report, t.Time, Sentence: t.Report.SentenceSpanAt(t.Time.Span.Start)))
                .Select(t =>
                    (
                        t.Report,
                        t.Time,
                        t.Sentence,
                        Date: IsAgo(t.Report, t.Time) ? Agreed(story, t.Report, t.Sentence, t.Time.Value, named)
                            : Following(t.Report, t.Time, daysOf) is { } next ? next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                            : DateOf(t.Time.Value, days)
                    )
                )
                .Where(t => t.Date is not null && !IsUnanchored(t.Report, t.Time) && !IsDateline(t.Report, t.Time, t.Sentence))
                .Where(t => EventTime.IsOfEvent(t.Report, t.Time, t.Date!, t.Sentence)).DistinctBy(t => (t.Report.Order, t.Sentence, t.Date))
                .Where(t => IsOfStory(t.Report, t.Sentence))
                .Select(t => new DatedSentence(t.Report, t.Sentence, t.Date!, IsSpeech(t.Report, t.Time, t.Sentence))),
        ];

        // asked once a sentence, however many times stand in it
        bool IsOfStory(ReportText report, TextSpan sentence)
        {
            if (!ofStory.TryGetValue((report.Order, sentence), out var yes))
                ofStory[(report.Order, sentence)] = yes = story.Shared(StoryText.StemsOf(report.Within(sentence))) >= LeastShared;
            return yes;
        }
    }

    /// <summary>The calendar date of a value, as far as it goes; null for durations, references and sets.</summary>
    private static string? DateOf(string value, HashSet<DateOnly> days)
    {
        if (
            WeekValue().Match(value) is { Success: true } week
            && int.Parse(week.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 53 and var number
        )
        {
            var year = int.Parse(week.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (year is < 1 or > 9998) return null;
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
            return Enumerable.Range(0, 7).Any(d => days.Contains(monday.AddDays(d)))
                ? null
                : monday.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }

        return DateValue().Match(value) is { Success: true } date ? date.Groups[1].Value : null;
    }

    /// <summary>
    /// The year that another report names for what it tells in nearly the same words, at most one away from what "N years ago" gives; else that.
    /// </summary>
    private static string? Agreed(
        StoryText story,
        ReportText report,
        TextSpan sentence,
        string value,
        (ReportText Report, TextSpan Sentence, int Year)[] named
    )
    {
        if (Year(value) is not { } year) return DateOf(value, []);
        var bag = new WordBag(story, report, sentence);
        var best = named
            .Where(n => Math.Abs(n.Year - year) <= 1)
            .Select(n => (n.Year, Likeness: WordBag.Likeness(bag, new WordBag(story, n.Report, n.Sentence))))
            .OrderByDescending(n => n.Likeness).ThenBy(n => n.Year).FirstOrDefault();
        return (best.Likeness >= 0.2 ? best.Year : year).ToString("0000", CultureInfo.InvariantCulture);
    }

    private static bool IsSpeech(ReportText report, TimeExpression time, TextSpan sentence)
    {
        if (report.Index.WithContentNear(time.Span).Any(a => a.Content.Any(c => c.Contains(time.Span)))) return false;
        return report
            .Index.WithCueNear(sentence)
            .Any(a => a.Cue is { } cue && sentence.Contains(cue) && WordsBetween(report, cue, time.Span) <= CueReach);
    }

    private static int WordsBetween(ReportText report, TextSpan a, TextSpan b) =>
        report.Within(TextSpan.Between(Math.Min(a.End, b.End), Math.Max(Math.Min(a.End, b.End), Math.Max(a.Start, b.Start)))).Length;

    private static bool IsAgo(ReportText report, TimeExpression time) =>
        YearValue().IsMatch(time.Value)
        && time.Span.End <= report.Text.Length
        && time.Span.Of(report.Text).EndsWith("ago", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// "Three days later" that leads beyond the report's own day: it was counted from that day for want of another, and what it tells is past.
    /// </summary>
    private static bool IsUnanchored(ReportText report, TimeExpression time) =>
        Day(time.Value) is { } day
        && report.Report.Article.Published.Day is { } published
        && day > published
        && time.Span.Of(report.Text) is var text
        && (text.EndsWith(" later", StringComparison.OrdinalIgnoreCase) || text.Contains(" after", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The day after publication where a weekday that was taken for the one six days before is that of an event which other reports tell of, on that
    /// day and none on the other: it was that day already where it happened. Else null.
    /// </summary>
    private static DateOnly? Following(ReportText report, TimeExpression time, ILookup<DateOnly, int> daysOf) =>
        Day(time.Value) is { } day
        && report.Report.Article.Published.Day is { } published
        && day == published.AddDays(-6)
        && (time.Type == TimeType.Time || !time.Span.Of(report.Text).Any(char.IsAsciiDigit))
        && daysOf[published.AddDays(1)].Any(r => r != report.Order)
        && daysOf[day].All(r => r == report.Order)
            ? published.AddDays(1)
            : null;

    /// <summary>"LONDON, Dec 29 (Agency) -": where and when it was written.</summary>
    private static bool IsDateline(ReportText report, TimeExpression time, TextSpan sentence) =>
        report.Within(TextSpan.Between(sentence.Start, time.Span.Start)) is var before
        && before.Length is > 0 and <= 3
        && before[0].Span.Of(report.Text).All(c => !char.IsLower(c))
        && report.Text.AsSpan(time.Span.End).TrimStart() is ['(' or '-' or '–' or '—', ..];

    private static int? Year(string value) => YearValue().IsMatch(value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(string value) =>
        value.Length >= 10
        && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    [GeneratedRegex(@"^([0-9]{4})-W([0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex WeekValue();

    [GeneratedRegex(@"^([0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?)(?:$|T|-XX|-[0-9X]{2}T)", RegexOptions.CultureInvariant)]
    private static partial Regex DateValue();

    [GeneratedRegex(@"^[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearValue();
}

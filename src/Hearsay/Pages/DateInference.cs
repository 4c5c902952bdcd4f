using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// A report's own words in, the day on which it was published out, where they fix it. Method: a whole date that the words give, or the weekday of the
/// reporting after it.
/// Anchors: a date with its year beside a verb of saying; a month and day there or in the first two paragraphs, whose year follows from a weekday
/// named with it, from a copyright line or the address, or from "nearly three years after March 2031"; the weekday and date under a picture that is not an old one,
/// together with the weekday of the reporting on it or up to two days later.
/// Known limit: a report that is published days after what it tells of, and says only when that was, is dated too early.
/// </summary>
internal static partial class DateInference
{
    private const int LongestDelay = 2;

    private readonly record struct Anchor(DateOnly Day, Citation? Citation, string? Words);

    private readonly record struct YearHints(int? Sure, int? Latest);

    /// <summary>
    /// The date with its evidence; null where the words do not fix one. <paramref name="year"/> is the one that the address gives, if it gives any.
    /// </summary>
    public static PublicationDate? Infer(string id, string text, ImmutableArray<Block> blocks, int? year)
    {
        var clues = DateClues.Of(text);
        var years = Years(clues, blocks, year);
        var said = clues
            .Where(c => c.IsReporting && c.Mention.Day is not null && (c.IsSaid || c.Mention.Year is null))
            .Select(c => Whole(c, id, text, years))
            .OfType<Anchor>()
            .ToList();
        if (said.Count > 0) return Date(said.MaxBy(a => a.Day), null);
        var weekdays = clues.Where(c => !c.IsPast && c.Mention is { Weekday: not null, Day: null }).ToImmutableArray();
        return Captions(blocks).OfType<Anchor>().OrderByDescending(a => a.Day).Select(a => After(a, id, weekdays)).FirstOrDefault(d => d is not null);
    }

    /// <summary>
    /// The day of the reporting, seen from a picture's: the last weekday that the text names, within two days of it, else the picture's own day where
    /// the text names its weekday.
    /// </summary>
    private static PublicationDate? After(Anchor picture, string id, ImmutableArray<DateClue> weekdays)
    {
        if (DateClues.ReportingWeekday(weekdays) is not { } weekday) return null;
        var later = ((int)weekday - (int)picture.Day.DayOfWeek + 7) % 7;
        if (later > LongestDelay && weekdays.All(c => c.Mention.Weekday != picture.Day.DayOfWeek)) return null;
        var day = picture.Day.AddDays(later > LongestDelay ? 0 : later);
        return Date(picture with { Day = day }, new Citation(id, weekdays.First(c => c.Mention.Weekday == day.DayOfWeek).Span));
    }

    private static PublicationDate Date(Anchor anchor, Citation? weekday) =>
        new(
            anchor.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateBasis.Inferred,
            [.. new[] { anchor.Citation, weekday }.OfType<Citation>().Distinct()],
            anchor.Words
        );

    private static Anchor? Whole(DateClue clue, string id, string text, YearHints years)
    {
        var mention = clue.Mention;
        var day = mention.Date ?? ByWeekday(mention, years) ?? BySpan(mention, text) ?? (years.Sure is { } year ? mention.In(year) : null);
        if (mention.Date is { } whole && mention.Weekday is { } weekday && whole.DayOfWeek != weekday) return null;
        return day is { } found ? new Anchor(found, new Citation(id, clue.Span), null) : null;
    }

    /// <summary>Of the years around the latest one that the page names, the only one in which the day falls on its weekday.</summary>
    private static DateOnly? ByWeekday(DateMention mention, YearHints years)
    {
        if (mention.Weekday is not { } weekday || (years.Sure ?? years.Latest) is not { } year) return null;
        var fitting = new[] { year - 1, year, year + 1 }.Select(mention.In).Where(d => d?.DayOfWeek == weekday).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>"nearly three years after ... in March 2031": the only year that puts the day within half a year of that.</summary>
    private static DateOnly? BySpan(DateMention mention, string text)
    {
        foreach (Match match in YearsAfter().Matches(text))
        {
            var bases = DateMentions
                .In(match.Groups["rest"].Value)
                .Where(m => m is { Year: not null, Month: not null })
                .Select(m => new DateOnly(m.Year!.Value, m.Month!.Value, 1))
                .ToList();
            if (bases.Count != 1 || Count(match.Groups["n"].Value) is not { } n) continue;
            var middle = bases[0]
                .AddYears(n)
                .AddMonths(
                    match.Groups["q"].Value switch
                    {
                        "nearly" or "almost" => -4,
                        "more than" or "over" => 5,
                        _ => 0,
                    }
                );
            var fitting = new[] { middle.Year - 1, middle.Year, middle.Year + 1 }
                .Select(mention.In)
                .Where(d => d is { } day && Math.Abs(day.DayNumber - middle.DayNumber) <= 150)
                .ToList();
            if (fitting.Count == 1) return fitting[0];
        }
        return null;
    }

    private static int? Count(string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : Array.IndexOf(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], words.ToLowerInvariant())
            is > 0
                and var at
            ? at
        : words is "a" or "an" ? 1
        : null;

    private static IEnumerable<Anchor?> Captions(ImmutableArray<Block> blocks) =>
        from block in blocks
        where block.Kind == DroppedKind.Caption && !Old().IsMatch(block.Text)
        from mention in DateMentions.In(block.Text)
        let day = mention.Date
        where day is not null && day.Value.DayOfWeek == mention.Weekday
        select (Anchor?)new Anchor(day.Value, null, mention.Span.Of(block.Text));

    /// <summary>The year of a copyright line or that captions name with a day, where it is one alone, else that of the address; and the latest that the text names.</summary>
    private static YearHints Years(ImmutableArray<DateClue> clues, ImmutableArray<Block> blocks, int? address)
    {
        var copyright = blocks
            .Where(b => b.Kind == DroppedKind.Other)
            .Select(b => Copyright().Match(b.Text))
            .Where(m => m.Success)
            .Select(m => int.Parse(m.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
        var sure = copyright.Concat(Captions(blocks).Select(c => c!.Value.Day.Year)).Distinct().ToList();
        return new YearHints(sure.Count == 1 ? sure[0] : address, clues.Max(c => c.Mention.Year));
    }

    [GeneratedRegex(@"\b(?:file(?: photo)?|archive|undated|dated)\b|^In this ", RegexOptions.IgnoreCase)]
    private static partial Regex Old();

    [GeneratedRegex(@"(?:©|\([cC]\)|[Cc]opyright)(?: ©)? ?((?:19|20)\d\d)\b")]
    private static partial Regex Copyright();

    [GeneratedRegex(
        @"\b(?:(?<q>nearly|almost|about|some|more than|over) )?(?<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? (?:after|since|into)\b(?<rest>[^.!?\n]{0,160})"
    )]
    private static partial Regex YearsAfter();
}

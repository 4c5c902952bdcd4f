using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.App.Web;

/// <summary>Reports by the hour or the day: the small drawing on the front page.</summary>
internal sealed record Activity(ImmutableArray<int> Counts, string Words, string Unit)
{
    private const int MostBars = 30, Hours = 24, Days = 14;

    /// <summary>From moments as ISO 8601; null where fewer than two are known or all are of one hour or day.</summary>
    public static Activity? Of(ImmutableArray<string> published)
    {
        if (published.IsDefaultOrEmpty) return null;
        var moments = published.Select(Read).OfType<DateTimeOffset>().Order().ToList();
        if (moments.Count < 2) return null;
        var byHour = published.All(p => p.Length > 10) && moments[^1] - moments[0] < TimeSpan.FromHours(MostBars);
        var step = byHour
            ? TimeSpan.FromHours(1)
            : TimeSpan.FromDays(Math.Max(1, Math.Ceiling(((moments[^1] - moments[0]).TotalDays + 1) / MostBars)));
        // at least a day or two weeks, so that one drawing can be held against another
        var start = byHour
            ? Hour(Earlier(moments[0], moments[^1].AddHours(1 - Hours)))
            : new DateTimeOffset(Earlier(moments[0], moments[^1].AddDays(1 - Days)).UtcDateTime.Date, TimeSpan.Zero);
        var counts = new int[(int)((moments[^1] - start) / step) + 1];
        foreach (var moment in moments) counts[(int)((moment - start) / step)]++;
        if (counts.Length < 2) return null;
        var unit = byHour ? "hour" : step.TotalDays > 1 ? $"{step.TotalDays:0} days" : "day";
        return new Activity(
            [.. counts],
            string.Create(
                CultureInfo.InvariantCulture,
                $"Reports by the {unit}, {Shown.Moment(moments[0])} to {Shown.Moment(moments[^1])}: {string.Join(", ", counts.SkipWhile(c => c == 0))}"
            ),
            $"by the {unit}"
        );
    }

    private static DateTimeOffset Hour(DateTimeOffset moment) => new(moment.UtcDateTime.Date.AddHours(moment.UtcDateTime.Hour), TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
}

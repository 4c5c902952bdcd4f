using System.Globalization;
using System.Text;
using Hearsay.App.Cli.Stored;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.App.Web;

/// <summary>Values as pages show them.</summary>
internal static class Shown
{
    /// <summary>
    /// Text of others without characters that a reader cannot see or that turn the writing direction around; joiners stay, which emoji and several
    /// scripts need.
    /// </summary>
    public static string Text(string? text)
    {
        if (text is null) return "";
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.EnumerateRunes().All(IsShown)) return text;
        var to = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsShown)) to.Append(rune.ToString());
        return to.ToString();
    }

    /// <summary>What was set of a report by hand, each in words with who set it and when; "a person" who gave no name.</summary>
    public static IEnumerable<(string What, string By, DateTimeOffset At)> Set(ReportSettings? settings)
    {
        if (settings is null) return [];
        var own = new[] { ("outlet", settings.Outlet), ("date", settings.Published), ("address", settings.Url) }
            .Concat(settings.Speakers.Select(s => ($"{s.Speaker} is", (Setting?)s.Set)))
            .Where(s => s.Item2 is not null)
            .Select(s => (What: $"{s.Item1} {s.Item2!.Value}", s.Item2.By, s.Item2.At));
        return own.Concat(settings.Figures.Select(f => (What: $"{f.Figure.Words} {(f.IsPinned ? "pinned" : "hidden")}", f.By, f.At)))
            .Select(s => s.By == SetCommand.Person ? s with { By = "a person" } : s);
    }

    /// <summary>"14 March 2025, 09:30 UTC"; without the time where that is midnight, as it is where only the day is known.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime is { TimeOfDay.Ticks: 0 } day
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"14 March 2025, 09:30 UTC", "14–16 March 2025": when reports were published, as ISO 8601; null where that is not known.</summary>
    public static string? Published(IEnumerable<string> moments)
    {
        var known = moments.Order(StringComparer.Ordinal).ToList();
        if (known.Count == 0 || !TryRead(known[0], out var first) || !TryRead(known[^1], out var last)) return null;
        return first.Date == last.Date ? Moment(last)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{first.UtcDateTime.ToString(first.Year != last.Year ? "d MMMM yyyy" : first.Month != last.Month ? "d MMMM" : "%d", CultureInfo.InvariantCulture)}–{last.UtcDateTime:d MMMM yyyy}"
            );

        static bool TryRead(string text, out DateTimeOffset moment) =>
            DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out moment
            );
    }

    /// <summary>"3 minutes ago", "in 2 hours", "14 March 2025".</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now)
    {
        var apart = now - moment;
        if (apart.Duration() > TimeSpan.FromDays(3)) return Moment(moment);
        var words = apart.Duration() switch
        {
            { TotalSeconds: < 60 } => "less than a minute",
            { TotalMinutes: < 60 } m => Count((int)m.TotalMinutes, "minute"),
            { TotalHours: < 48 } h => Count((int)h.TotalHours, "hour"),
            var d => Count((int)d.TotalDays, "day"),
        };
        return apart < TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }

    /// <summary>"1 report", "12 reports".</summary>
    public static string Count(long number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {one}{(number == 1 ? "" : "s")}");

    /// <summary>How a date of publication is known, by the name that the public contract has for it.</summary>
    public static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Stated => "as it states",
        DateBasis.Metadata => "from its metadata",
        DateBasis.Inferred => "inferred from its words",
        DateBasis.Corroborated => "supported by other reports",
        DateBasis.Option => "set by a person",
        _ => "as given",
    };

    /// <summary>A coordinate, to a hundredth.</summary>
    public static string Place(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool IsShown(Rune rune) =>
        rune.Value is '\n' or '\t' or 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}

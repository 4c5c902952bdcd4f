using System.Globalization;

namespace Hearsay.Statements.Times;

/// <summary>Writes values of TIMEX3.</summary>
internal static class TimexText
{
    private static readonly string[] Vague = [.. Enum.GetValues<TimeUnit>().Select(u => Written(null, u))];

    private static readonly string[] One = [.. Enum.GetValues<TimeUnit>().Select(u => Written(1, u))];

    /// <summary>"P3D", "PT86M", "P2.5Y"; a count that is null is X: "PXD".</summary>
    public static string Duration(decimal? count, TimeUnit unit) =>
        count is not { } n ? Vague[(int)unit]
        : n == 1 ? One[(int)unit]
        : Written(n, unit);

    private static string Written(decimal? count, TimeUnit unit)
    {
        var n = unit switch
        {
            TimeUnit.Fortnight => count * 2,
            TimeUnit.Millennium => count * 1000,
            _ => count,
        };
        if (count == 0.5m && unit is TimeUnit.Hour or TimeUnit.Year)
        {
            return unit == TimeUnit.Hour ? "PT30M" : "P6M";
        }

        var number =
            n is not { } x ? "X"
            : x is > 0 and < 100_000 && x == (int)x ? ((int)x).ToString(CultureInfo.InvariantCulture)
            : x.ToString("0.####", CultureInfo.InvariantCulture);
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Week or TimeUnit.Fortnight => $"P{number}W",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => n is { } q ? $"P{(q * 3).ToString("0.####", CultureInfo.InvariantCulture)}M" : "PXM",
            TimeUnit.Decade => $"P{number}DE",
            TimeUnit.Century => $"P{number}CE",
            _ => $"P{number}Y",
        };
    }

    /// <summary>"PT1H" and "PT30M" are "PT1H30M"; "P1D" and "PT2H" are "P1DT2H".</summary>
    public static string Joined(string larger, string smaller) =>
        larger.Contains('T') && smaller.StartsWith("PT", StringComparison.Ordinal) ? larger + smaller[2..] : larger + smaller[1..];

    /// <summary>"2024", "BC0480"; X where the year is not known.</summary>
    public static string Year(int? year) => year is not { } y ? "XXXX" : y > 0 ? y.ToString("D4", CultureInfo.InvariantCulture)
        : "BC" + (-y).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>"2024-10-31", or its first parts where month or day is 0; what the clock says is appended.</summary>
    public static string Date(int? year, int month, int day, string? clock = null)
    {
        if (year is not (> 0 and < 10000))
        {
            return string.Concat(Year(year), month > 0 ? $"-{month:D2}" : day > 0 ? "-XX" : "", day > 0 ? $"-{day:D2}" : "", clock);
        }

        Span<char> date = stackalloc char[10];
        var length = 4;
        Two(date, year.Value / 100);
        Two(date[2..], year.Value % 100);
        if (month > 0 || day > 0)
        {
            "-XX".CopyTo(date[length..]);
            if (month > 0)
            {
                Two(date[(length + 1)..], month);
            }

            length += 3;
        }

        if (day > 0)
        {
            date[length] = '-';
            Two(date[(length + 1)..], day);
            length += 3;
        }

        return string.Concat(date[..length], clock);
    }

    public static string Date(DateOnly day, string? clock = null) => Date(day.Year, day.Month, day.Day, clock);

    private static void Two(Span<char> at, int value) => (at[0], at[1]) = ((char)('0' + (value / 10)), (char)('0' + (value % 10)));

    /// <summary>"2024-W44", the week of ISO 8601.</summary>
    public static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):D4}-W{ISOWeek.GetWeekOfYear(at):D2}");
    }
}

using System.Globalization;

namespace Hearsay.Storage;

/// <summary>A length of time as people type it: 90m, 36h, 7d, 2w.</summary>
public static class TimeBack
{
    /// <summary>The length, at most 9,999 of its unit; null where the text is none.</summary>
    public static TimeSpan? Read(string text)
    {
        if (
            text.Length is < 2 or > 5
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            'w' => TimeSpan.FromDays(7 * number),
            _ => null,
        };
    }
}

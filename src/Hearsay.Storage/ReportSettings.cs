using System.Globalization;
using Hearsay.Model;

namespace Hearsay.Storage;

/// <summary>What somebody set of a report.</summary>
/// <param name="By">Who: "person".</param>
public sealed record Setting(string Value, string By, DateTimeOffset At);

/// <summary>
/// What was set of a report by hand. It holds against whatever its page says, now and in every later text, until it is taken back.
/// </summary>
public sealed record ReportSettings
{
    /// <summary>The outlet's name.</summary>
    public Setting? Outlet { get; init; }

    /// <summary>The day of publication, YYYY-MM-DD.</summary>
    public Setting? Published { get; init; }

    /// <summary>The address.</summary>
    public Setting? Url { get; init; }

    /// <summary>The article as it is with them.</summary>
    internal Article On(Article article) => article with
    {
        Outlet = Outlet?.Value ?? article.Outlet,
        Url = Url?.Value ?? article.Url,
        Published = Published is { Value: var day } ? new PublicationDate(day, DateBasis.Option, []) : article.Published,
    };
}

/// <summary>What to set of a report: null leaves it as it is, the empty text takes back what was set.</summary>
public sealed record SettingChange(string? Outlet = null, string? Published = null, string? Url = null)
{
    private const int LongestOutlet = 200;

    /// <summary>What is wrong with it, in words; null where nothing is.</summary>
    public string? Fault() =>
        this is { Outlet: null, Published: null, Url: null } ? "there is nothing to set: an outlet, a date or an address"
        : Outlet is { Length: > LongestOutlet } ? $"an outlet's name has {LongestOutlet} characters at the most"
        : Outlet is { Length: > 0 } outlet && !outlet.Any(char.IsLetterOrDigit) ? $"'{outlet}' is no name of an outlet"
        : Published is { Length: > 0 } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? $"a date is a day as YYYY-MM-DD, not '{day}'"
        : Url is { Length: > 0 } url && UrlKey.Of(url) is null ? $"'{url}' is no address of the web"
        : null;
}

/// <summary>A report that was taken out of the store.</summary>
/// <param name="Number">Counts the removals from 1.</param>
/// <param name="StoryId">The story that it stood in; null where it stood in none.</param>
/// <param name="By">Who: "person".</param>
public sealed record Removal(long Number, string ArticleId, string? StoryId, DateTimeOffset At, string By);

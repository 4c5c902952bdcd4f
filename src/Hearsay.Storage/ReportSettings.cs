using System.Collections.Immutable;
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

    /// <summary>Who speaks in it, where not whom it was read to name.</summary>
    public ImmutableArray<SpeakerSetting> Speakers { get; init; } = [];

    /// <summary>Its figures whose series are hidden or pinned.</summary>
    public ImmutableArray<FigureSetting> Figures { get; init; } = [];

    /// <summary>Whether nobody set anything.</summary>
    internal bool IsEmpty => this is { Outlet: null, Published: null, Url: null, Speakers.IsEmpty: true, Figures.IsEmpty: true };

    /// <summary>The article as it is with them.</summary>
    internal Article On(Article article) => article with
    {
        ByHand = Speakers.IsEmpty && Figures.IsEmpty ? null : new SetByHand(
            [.. Speakers.Select(s => new SetSpeaker(s.Speaker, s.Set.Value, s.Set.By))],
            [.. Figures.Select(f => new SetFigure(f.Figure.Sentence, f.Figure.Start, f.Figure.Length, f.IsPinned))]
        ),
        Outlet = Outlet?.Value ?? article.Outlet,
        Url = Url?.Value ?? article.Url,
        Published = Published is { Value: var day } ? new PublicationDate(day, DateBasis.Option, []) : article.Published,
    };
}

/// <summary>Who speaks in a report where it was read to name <paramref name="Speaker"/>.</summary>
public sealed record SpeakerSetting(string Speaker, Setting Set);

/// <summary>A figure whose series is hidden, or pinned.</summary>
/// <param name="By">Who: "person".</param>
public sealed record FigureSetting(FigurePlace Figure, bool IsPinned, string By, DateTimeOffset At);

/// <summary>What to set of a report: null leaves it as it is, the empty text takes back what was set.</summary>
public sealed record SettingChange(string? Outlet = null, string? Published = null, string? Url = null)
{
    private const int LongestOutlet = 200;

    /// <summary>What is to be changed, each as a correction; the empty text takes back.</summary>
    internal IEnumerable<(CorrectionKind Kind, string Value)> Parts =>
        new[] { (CorrectionKind.Outlet, Outlet), (CorrectionKind.Date, Published), (CorrectionKind.Address, Url) }
            .Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!.Trim()));

    /// <summary>What a correction sets; null where it sets none of these.</summary>
    internal static SettingChange? Of(Correction correction) => correction.Kind switch
    {
        CorrectionKind.Outlet => new SettingChange(Outlet: correction.Value),
        CorrectionKind.Date => new SettingChange(Published: correction.Value),
        CorrectionKind.Address => new SettingChange(Url: correction.Value),
        _ => null,
    };

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

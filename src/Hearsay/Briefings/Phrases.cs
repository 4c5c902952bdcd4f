using System.Globalization;
using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Briefings;

/// <summary>The fixed phrases of a briefing: whatever on the page is not a report's own words comes from here.</summary>
internal static class Phrases
{
    public const string NothingRead = "No report could be read";

    /// <summary>Between a value and the one that it took the place of.</summary>
    public const string UpFrom = "up from", DownFrom = "down from";

    /// <summary>What is said of outlets that belong together.</summary>
    public const string Owners = "Owners";

    /// <summary>Who gives a figure that no source is named for.</summary>
    public const string OwnVoice = "The outlets themselves";

    /// <summary>Stands for a speaker who is not known: the report names none, or it cannot be told whom it names.</summary>
    public const string Somebody = "Somebody";

    /// <summary>Before words of which no report tells who says them.</summary>
    public const string SomebodySays = $"{Somebody} is reported to say: ";

    /// <summary>"4 reports from 2 origins"; a single report is its own origin.</summary>
    public static string Support(int reports, int origins) =>
        reports == 1 ? "1 report" : $"{Number(reports)} reports from {Origins(origins)}";

    /// <summary>"The Sun and The Times have one owner: News Corp.": nothing is said of their texts.</summary>
    public static string OneOwner(IEnumerable<string> outlets, string owner) => $"{List(outlets)} have one owner: {owner.TrimEnd('.')}.";

    /// <summary>"“The Norland envoy” is Ilse Vander in Coast Daily": whom another report calls by the office.</summary>
    public static string Named(string office, string name, string outlet) => $"“{office}” is {name} in {outlet}";

    /// <summary>"1 origin", "2 origins": reports of one origin depend on one another.</summary>
    public static string Origins(int origins) => Count(origins, "origin", "origins");

    /// <summary>"1 report", "12 reports".</summary>
    public static string Count(int number, string one, string several) => $"{Number(number)} {(number == 1 ? one : several)}";

    public static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }

    /// <summary>"2031-04-08" as "8 April 2031", "2031-04" as "April 2031"; anything else as it is.</summary>
    public static string Date(string iso) => iso.Length switch
    {
        >= 10 when Parse(iso[..10], "yyyy-MM-dd") is { } day => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        7 when Parse(iso, "yyyy-MM") is { } month => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => iso,
    };

    /// <summary>Two ISO days as "8–9 April 2031", "28 February – 3 March 2031".</summary>
    public static string Dates(string first, string last) =>
        first[..7] == last[..7] ? $"{int.Parse(first.AsSpan(8, 2), CultureInfo.InvariantCulture)}–{Date(last)}"
        : first[..4] == last[..4] ? $"{Date(first)[..^5]} – {Date(last)}" : $"{Date(first)} – {Date(last)}";

    public static string Of(SectionKind kind) => kind switch
    {
        SectionKind.Account => "What happened",
        SectionKind.Changed => "What changed",
        SectionKind.Disputed => "What is disputed",
        SectionKind.Figures => "The figures",
        SectionKind.Who => "Who says what",
        SectionKind.Quotes => "In their words",
        SectionKind.Responses => "Responses",
        SectionKind.Timeline => "Timeline",
        SectionKind.Only => "What only one outlet has",
        _ => "Sources and their independence",
    };

    /// <summary>The verdict; copies of one text agree with nobody.</summary>
    public static string Of(FigureSeries series) => series.Verdict switch
    {
        Verdict.Agree when series.IndependentOrigins < 2 => "from one origin",
        Verdict.Agree => "they agree",
        Verdict.Differ => "they differ",
        Verdict.Revised => "revised",
        _ => "given once",
    };

    /// <summary>Who speaks, and whom other reports name.</summary>
    public static string SpeakersOf(QuoteGroup group) =>
        (group.Speaker ?? Somebody) + (group.OtherSpeakers.IsEmpty ? "" : $" ({OthersName(group)})");

    /// <summary>"others name A and B".</summary>
    public static string OthersName(QuoteGroup group) => $"others name {List(group.OtherSpeakers)}";

    public static string Of(Alteration alteration) => alteration switch
    {
        Alteration.None => "in full",
        Alteration.Truncated => "cut short",
        Alteration.Bracketed => "with words in brackets",
        Alteration.Ellipsis => "with words left out",
        Alteration.Reworded => "reworded",
        Alteration.PartialQuote => "in part",
        Alteration.Unquoted => "in its own words",
        _ => "with other punctuation",
    };

    public static string Of(ResponseState state) => state switch
    {
        ResponseState.Denied => "denied",
        ResponseState.Confirmed => "confirmed",
        ResponseState.Dismissed => "dismissed",
        ResponseState.DeclinedToComment => "declined to comment",
        ResponseState.DidNotRespond => "did not respond",
        ResponseState.Accepted => "welcomed",
        ResponseState.Rejected => "rejected",
        _ => "did not acknowledge",
    };

    private static DateOnly? Parse(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

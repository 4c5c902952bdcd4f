using System.Globalization;
using Hearsay.Statements;

namespace Hearsay.Stories;

// In: a story's reports with their weighted words. Out: its title.
// Method: of the reports that are much like all the others, the headline of the newest: it tells how things stand now. One that was cut off ("...")
// is taken only where no report has a whole one. Where no report has a headline, the first sentence of the one that is most like all the others.
// Limits: of reports of one moment, or without a date, the likest is taken.

/// <summary>What a story is called.</summary>
internal static class StoryTitle
{
    /// <summary>A first sentence longer than this is cut at a word.</summary>
    private const int MostCharacters = 120;

    /// <summary>A report is much like the others if it has this share of the likeness of the one that is most like them.</summary>
    private const double MuchAlike = 0.5;

    /// <summary>The title of a story of at least one report.</summary>
    public static string Of(StoryDraft draft)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var report in draft.Words)
            foreach (var (word, weight) in report) sum[word] = sum.GetValueOrDefault(word) + weight;
        var ranked = draft
            .Reports.Zip(draft.Words, (report, words) => (Report: report, Likeness: words.Sum(w => w.Weight * (sum[w.Word] - w.Weight))))
            .OrderByDescending(x => x.Likeness).ThenBy(x => x.Report.Article.Id, StringComparer.Ordinal).ToList();
        var titled = ranked.Where(x => !string.IsNullOrWhiteSpace(x.Report.Article.Headline)).ToList();
        if (titled.Count == 0) return Lead(ranked[0].Report);
        var whole = titled.Where(x => !IsCutOff(x.Report.Article.Headline!)).ToList();
        var fit = whole.Count > 0 ? whole : titled;
        return fit.Where(x => x.Likeness >= MuchAlike * fit[0].Likeness).MaxBy(x => Moment(x.Report)).Report.Article.Headline!;
    }

    private static bool IsCutOff(string headline) =>
        headline.TrimEnd() is var end && (end.EndsWith("...", StringComparison.Ordinal) || end.EndsWith('…'));

    /// <summary>When the report was published; the earliest moment there is where that is not known.</summary>
    private static DateTimeOffset Moment(Report report) =>
        DateTimeOffset.TryParse(report.Article.Published.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : DateTimeOffset.MinValue;

    private static string Lead(Report report)
    {
        var text = report.Article.Text;
        var lead = report.Sentences.IsEmpty ? text : report.Sentences[0].Span.Of(text);
        lead = lead.AsSpan().Trim().ToString();
        if (lead.Length <= MostCharacters) return lead;
        var cut = lead.LastIndexOf(' ', MostCharacters);
        return (cut > 0 ? lead[..cut] : lead[..MostCharacters]) + " …";
    }
}

using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>
/// A story's title: the headline of the report that is most like all the others; where no report has one, that report's first sentence.
/// </summary>
internal static class StoryTitle
{
    /// <summary>A first sentence longer than this is cut at a word.</summary>
    private const int MostCharacters = 120;

    /// <summary>The title of a story of at least one report.</summary>
    public static string Of(StoryDraft draft)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var report in draft.Words)
            foreach (var (word, weight) in report) sum[word] = sum.GetValueOrDefault(word) + weight;
        var ranked = draft.Reports.Zip(draft.Words, (report, words) => (report, likeness: words.Sum(w => w.Weight * sum[w.Word])))
            .OrderByDescending(x => x.likeness).ThenBy(x => x.report.Article.Id, StringComparer.Ordinal).Select(x => x.report).ToList();
        return ranked.Select(r => r.Article.Headline).FirstOrDefault(h => !string.IsNullOrWhiteSpace(h)) ?? Lead(ranked[0]);
    }

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

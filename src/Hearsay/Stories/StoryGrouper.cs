using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>
/// In: reports. Out: stories, each with the reasons why its reports belong together.
/// Method: tf-idf over the lemmas of headline and body, document frequencies from general English and from the batch; of two reports whose cosine is
/// not small a learned judge says how likely they tell of one event (EventJudge), less where the days of publication lie apart; average-link clustering
/// down to a threshold. No clock, no chance: reports are first put in the order of their ids, so
/// that the order of the input tells nothing.
/// Source: the usual baseline of topic detection and tracking (Allan 2002), agglomerative instead of one-pass, since one-pass hangs on the order of
/// arrival.
/// Limits: English background; follow-ups months later become stories of their own; time and memory grow with the square of the reports that share
/// words.
/// </summary>
public static class StoryGrouper
{
    /// <summary>
    /// Average likeness that joins two groups. Measured (`lab grouping`): between .25 and .30 B³ hardly moves on any of the corpora.
    /// </summary>
    internal const double Threshold = 0.27;

    /// <summary>Groups reports by the event they tell of; the order of the input does not matter.</summary>
    /// <param name="reports">With different ids.</param>
    /// <param name="constraints">Which of them must be in one story, and which must not; null for none.</param>
    public static ImmutableArray<Story> Group(ImmutableArray<Report> reports, StoryConstraints? constraints = null)
    {
        var ordered = reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal).ToImmutableArray();
        var words = WordWeights.Of([.. ordered.Select(StorySignature.Of)]);
        var pairs = ReportLikeness.Of(words.Reports);
        return
        [
            .. AverageLink.Group(ordered.Length, pairs, Threshold, constraints?.On([.. ordered.Select(r => r.Article.Id)]))
                .Select(group => Told(new StoryDraft(ordered, words, group)))
                .OrderByDescending(s => s.Reports.Length)
                .ThenBy(s => s.Reports[0].Article.Published.Value ?? "9999", StringComparer.Ordinal)
                .ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The story that these reports are, whoever found out that they belong together.</summary>
    /// <param name="reports">At least one; their order does not matter.</param>
    /// <param name="id">The story's lasting id; null for one that is derived from the reports.</param>
    public static Story Tell(ImmutableArray<Report> reports, string? id = null)
    {
        var ordered = reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal).ToImmutableArray();
        return Told(new StoryDraft(ordered, WordWeights.Of([.. ordered.Select(StorySignature.Of)]), [.. Enumerable.Range(0, ordered.Length)]), id);
    }

    private static Story Told(StoryDraft draft, string? id = null)
    {
        var reports = draft
            .Reports.OrderBy(r => r.Article.Published.Value ?? "9999", StringComparer.Ordinal)
            .ThenBy(r => r.Article.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        id ??= ContentId.Of(string.Join('\n', reports.Select(r => r.Article.Id).Order(StringComparer.Ordinal)));
        return new Story(id, StoryTitle.Of(draft), reports, StoryReasons.Of(reports, draft));
    }
}

/// <summary>The members of one story before it is told, with the weighted words by which they were grouped.</summary>
internal sealed class StoryDraft(ImmutableArray<Report> all, WeightedBatch words, ImmutableArray<int> members)
{
    /// <summary>The story's reports in the order of their ids.</summary>
    public ImmutableArray<Report> Reports { get; } = [.. members.Select(m => all[m])];

    /// <summary>The weighted words of each of them.</summary>
    public ImmutableArray<ImmutableArray<(string Word, double Weight)>> Words { get; } =
        [.. members.Select(m => words.Reports[m].Words.Select(w => (words.Words[w.Word], (double)w.Weight)).ToImmutableArray())];

    /// <summary>The words of each one's headline and first sentences that are no names, with their share of these.</summary>
    public ImmutableArray<ImmutableArray<(string Word, double Weight)>> Leads { get; } =
    [
        .. members.Select(m => words.Reports[m].Words.Where(w => w.Lead > 0 && w.Role is not WordRole.Name).Select(w => (words.Words[w.Word], (double)w.Lead)).ToImmutableArray()),
    ];
}

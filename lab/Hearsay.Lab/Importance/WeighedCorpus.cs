using Hearsay.Copies;
using Hearsay.Lab.Sameness;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Importance;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Stories;

namespace Hearsay.Lab.Importance;

/// <summary>A sentence of a story with the points it makes.</summary>
/// <param name="Story">Index of the story among the corpus'.</param>
/// <param name="Leading">How many claims it states in full that the gold puts at the top.</param>
/// <param name="IsWeighty">Whether it states one in full that belongs on a page (salience 2 or 3).</param>
/// <param name="Features">By a judge of what says the same that did not see the story.</param>
internal sealed record WeighedSentence(int Story, int Leading, bool IsWeighty, double[] Features);

/// <summary>The sentences of the stories with matrix gold, as <see cref="ImportanceJudge"/> sees them.</summary>
internal sealed class WeighedCorpus(StatedCorpus corpus, SameJudge[] judges)
{
    private readonly WeighedSentence[] rows =
        [.. Enumerable.Range(0, corpus.Stories.Length).Where(s => corpus.Stories[s].Lead.Count > 0).AsParallel().AsOrdered().SelectMany(s => Rows(corpus, s, judges[s]))];

    public IReadOnlyList<WeighedSentence> Sentences => rows;

    /// <summary>A judge that learned from the stories of these numbers.</summary>
    public ImportanceJudge Judge(Func<int, bool> from)
    {
        var taught = rows.Where(r => from(r.Story)).ToArray();
        return new ImportanceJudge(Fit(taught, r => r.Leading > 0), Fit(taught, r => r.Leading > 1), Fit(taught, r => r.IsWeighty));
    }

    private static LogisticModel Fit(WeighedSentence[] taught, Func<WeighedSentence, bool> answer) =>
        LogisticFit.Of([.. taught.Select(r => r.Features)], [.. taught.Select(answer)]);

    private static IEnumerable<WeighedSentence> Rows(StatedCorpus corpus, int number, SameJudge judge)
    {
        var (gold, files) = (corpus.Stories[number], corpus.Reports[number].ToDictionary(r => r.Report!.Article.Id, r => r.File, StringComparer.Ordinal));
        var story = StoryCast.Merge(StoryGrouper.Tell([.. corpus.Reports[number].Select(r => r.Report!)]));
        var text = new StoryText(story);
        var origins = CopyDetector.Detect(story).Origins.SelectMany((o, i) => o.ArticleIds.Select(id => (id, i))).ToLookup(x => x.id, x => x.i, StringComparer.Ordinal);
        var features = new ImportanceFeatures(text, new Judgements(text, judge), r => origins[r.Id].FirstOrDefault(-1 - r.Order));
        var stated = text.Reports.SelectMany(r => Stated(gold, files[r.Id], r)).ToArray();
        return stated.Select((claims, i) => new WeighedSentence(number, claims.Count(gold.Lead.Contains), claims.Any(c => gold.Salience[c] >= 2), features.Of(i)));
    }

    /// <summary>The claims that each sentence of the report states in full.</summary>
    private static IEnumerable<HashSet<string>> Stated(MatrixGold gold, string file, ReportText report)
    {
        var (raw, id) = (GoldFiles.RawText(file), Path.GetFileNameWithoutExtension(file));
        return SentenceMap.Of(raw, MatrixGold.Sentences(raw), report.Text, report.Sentences)
            .Select(numbers => numbers.SelectMany(n => gold.Full($"{id}:{n}")).ToHashSet(StringComparer.Ordinal));
    }
}

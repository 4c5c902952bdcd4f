using System.Collections.Immutable;
using Hearsay.Briefings;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Checks;
using Hearsay.Reconciliation.Importance;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay;

/// <summary>The whole pipeline, its stages called in order: what follows what is written here and nowhere else.</summary>
public static class Reader
{
    /// <summary>Reads one page. Exactly one of report and reason is set; <paramref name="deep"/> as for an article.</summary>
    public static (Report? Report, string? Reason) Read(RawPage page, DeepReadings? deep = null)
    {
        var (article, reason) = PageReader.Read(page);
        if (article is not null) reason = Refusal(article);
        return reason is null ? (Read(article!, deep), null) : (null, reason);
    }

    /// <summary>Why nothing but its text is read of an article, in words for a person; null for one in English.</summary>
    public static string? Refusal(Article article) =>
        article.IsEnglish ? null : $"the language is {TextLanguage.NameOf(article.Language!) ?? "not English"}; only English is read";

    /// <summary>
    /// Reads one article whose text is known: deeply, where <paramref name="deep"/> says what is remembered of such readings (and takes up what this
    /// one finds), else quickly. One in another language has no statements, and its paragraphs for sentences.
    /// </summary>
    public static Report Read(Article article, DeepReadings? deep = null) =>
        article.IsEnglish
            ? StatementReader.Read(LanguageReader.Read(article, deep))
            : new Report
            {
                Article = article, Sentences = [.. Language.Paragraphs.Of(article.Text).Select((p, i) => new SentenceSpan(p, i))],
                Attributions = [], Times = [], Figures = [], Names = [], Terms = [],
            };

    /// <summary>
    /// Reads all pages and briefs every story they tell. The same pages give the same document in whatever order they come.
    /// <paramref name="fallback"/> is the publication date of reports that neither state nor imply one; <paramref name="progress"/> is told how many
    /// pages have been read; <paramref name="deep"/> as for an article.
    /// </summary>
    public static BriefingDocument Brief(
        IReadOnlyList<RawPage> pages,
        IReadOnlyList<Failure> failures,
        DateOnly? fallback = null,
        Action<int>? progress = null,
        DeepReadings? deep = null
    )
    {
        var results = new (Report? Report, string? Reason)[pages.Count];
        var done = 0;
        Parallel.For(0, pages.Count, i =>
        {
            results[i] = Read(pages[i], deep);
            progress?.Invoke(Interlocked.Increment(ref done));
        });
        var unread = pages
            .Zip(results)
            .Where(x => x.Second.Report is null)
            .Select(x => new Failure(x.First.Path ?? x.First.Url ?? "-", x.Second.Reason!));
        return Brief(results.Select(r => r.Report).OfType<Report>(), failures.Concat(unread), fallback, deep);
    }

    /// <summary>
    /// Briefs every story that these reports tell with other judges of what says the same and of what matters; for the lab, which scores no story with a judge that saw it.
    /// </summary>
    internal static BriefingDocument Brief(IEnumerable<Report> reports, SameJudge judge, ImportanceJudge importance, DeepReadings? deep) =>
        Brief(reports, [], null, deep, judge, importance);

    /// <summary>
    /// As above, for articles whose text is known already (a store's): every one in English gives a report. <paramref name="constraints"/> say which of
    /// them must be in one story, and which must not.
    /// </summary>
    public static BriefingDocument Brief(
        IReadOnlyList<Article> articles,
        DateOnly? fallback = null,
        Action<int>? progress = null,
        DeepReadings? deep = null,
        StoryConstraints? constraints = null
    )
    {
        var reports = new Report[articles.Count];
        var done = 0;
        Parallel.For(0, articles.Count, i =>
        {
            reports[i] = Read(articles[i], deep);
            progress?.Invoke(Interlocked.Increment(ref done));
        });
        var unread = articles.Where(a => !a.IsEnglish).Select(a => new Failure(a.Path ?? a.Url ?? a.Id, Refusal(a)!));
        return Brief(reports.Where(r => r.Article.IsEnglish), unread, fallback, deep, constraints: constraints);
    }

    private static BriefingDocument Brief(
        IEnumerable<Report> read,
        IEnumerable<Failure> failures,
        DateOnly? fallback,
        DeepReadings? deep,
        SameJudge? judge = null,
        ImportanceJudge? importance = null,
        StoryConstraints? constraints = null
    )
    {
        var stories = Stories(read, fallback, deep, constraints);
        var threads = StoryThreads.Of(stories).SelectMany(t => t.Stories.Select(s => (s.Id, Thread: t))).ToDictionary(t => t.Id, t => t.Thread, StringComparer.Ordinal);
        return new BriefingDocument(
            [.. stories.SelectMany(s => s.Reports).OrderBy(r => r.Article.Id, StringComparer.Ordinal)],
            [.. stories.Select(s => Brief(s, judge, importance) with { Thread = threads.GetValueOrDefault(s.Id) })],
            [.. failures.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// Briefs the story that these reports are. Where all pages of a batch are one story, this is the briefing that the batch gives.
    /// </summary>
    /// <param name="reports">At least one, with different ids; their order does not matter.</param>
    /// <param name="storyId">The story's lasting id; null for one that is derived from the reports.</param>
    /// <param name="deep">What is remembered of deep readings, for reports that were read so and are read anew with another date.</param>
    public static StoryBriefing Brief(ImmutableArray<Report> reports, string? storyId = null, DeepReadings? deep = null) =>
        Brief(Told(reports, storyId, deep));

    private static Story Told(ImmutableArray<Report> reports, string? storyId, DeepReadings? deep) =>
        StoryCast.Merge(StoryGrouper.Tell(Corroborated(reports, [StoryGrouper.Tell(reports)], deep), storyId));

    private static ImmutableArray<Story> Stories(IEnumerable<Report> read, DateOnly? fallback, DeepReadings? deep, StoryConstraints? constraints)
    {
        var reports = read.DistinctBy(r => r.Article.Id).OrderBy(r => r.Article.Id, StringComparer.Ordinal).ToImmutableArray();
        return [.. StoryGrouper.Group(Dated(reports, fallback, deep, constraints), constraints).Select(StoryCast.Merge)];
    }

    /// <summary>
    /// What the reports of every story that these reports tell say of a sentence; stories of which none says anything among them.
    /// <paramref name="deep"/> as for an article: what the sentence was read with.
    /// </summary>
    public static ImmutableArray<StoryCheck> Check(AskedSentence sentence, IEnumerable<Report> reports, DateOnly? fallback = null, DeepReadings? deep = null) =>
    [
        .. Stories(reports, fallback, deep, null).Select(s => Check(sentence, s)),
    ];

    /// <summary>The same of the story that these reports are.</summary>
    public static StoryCheck Check(AskedSentence sentence, ImmutableArray<Report> reports, string? storyId, DeepReadings? deep = null) =>
        Check(sentence, Told(reports, storyId, deep));

    private static StoryCheck Check(AskedSentence sentence, Story story) =>
        new(story, CopyDetector.Detect(story), SentenceChecker.Check(sentence, story, SameJudge.Shipped));

    private static StoryBriefing Brief(Story story, SameJudge? judge = null, ImportanceJudge? importance = null)
    {
        var provenance = CopyDetector.Detect(story);
        var findings = Reconciler.Reconcile(story, provenance, judge ?? SameJudge.Shipped, importance ?? ImportanceJudge.Shipped);
        return new StoryBriefing(story, provenance, findings, BriefingWriter.Write(story, provenance, findings));
    }

    /// <summary>
    /// Gives reports without a date the one that their story supports, else the fallback, and reads those anew, since their times hang on it.
    /// </summary>
    private static ImmutableArray<Report> Dated(
        ImmutableArray<Report> reports, DateOnly? fallback, DeepReadings? deep, StoryConstraints? constraints
    )
    {
        var known = Corroborated(reports, StoryGrouper.Group(reports, constraints), deep);
        return
        [
            .. known.Select(r =>
                r.Article.Published.Value is null && fallback is { } day
                    ? Redated(
                        r,
                        new PublicationDate(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DateBasis.Option, []),
                        deep
                    )
                    : r
            ),
        ];
    }

    private static ImmutableArray<Report> Corroborated(ImmutableArray<Report> reports, ImmutableArray<Story> stories, DeepReadings? deep)
    {
        var known = stories.SelectMany(DateCorroborator.Corroborate).ToImmutableSortedDictionary();
        return [.. reports.Select(r => known.TryGetValue(r.Article.Id, out var date) ? Redated(r, date, deep) : r)];
    }

    private static Report Redated(Report report, PublicationDate date, DeepReadings? deep) =>
        Read(report.Article with { Published = date }, report.ReadAs == ReadingDepth.Deep ? deep ?? new DeepReadings() : null);
}

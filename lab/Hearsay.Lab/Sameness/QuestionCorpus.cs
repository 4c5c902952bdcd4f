using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Sameness;

/// <summary>Two figures of one story: do they answer one question of the gold?</summary>
/// <param name="Story">Index of the story among the corpus'.</param>
/// <param name="Same">They share a question.</param>
internal sealed record FigurePair(int Story, bool Same, double[] Features);

/// <summary>
/// The figures of the stories with matrix gold in pairs whose values go together, of which the gold knows one at least, with whether they answer one
/// question. What hangs on the judge of sentences is asked of one that never saw the story.
/// </summary>
internal sealed class QuestionCorpus
{
    private readonly Lazy<Boosting> boosting;

    public QuestionCorpus(StatedCorpus corpus, SameJudge[] judges)
    {
        Rows = [.. Enumerable.Range(0, corpus.Stories.Length).AsParallel().AsOrdered().SelectMany(s => Pairs(corpus, judges[s], s))];
        boosting = new Lazy<Boosting>(() => new Boosting([.. Rows.Select(r => r.Features)], new BoostingOptions { LeastWeight = 4, Ridge = 5 }));
    }

    public List<FigurePair> Rows { get; }

    /// <summary>For each of these judges one that knows figures too, and did not see the story's.</summary>
    public SameJudge[] Judges(SameJudge[] judges)
    {
        var turns = Enumerable.Range(0, StatedCorpus.Turns).AsParallel().AsOrdered().Select(t => Grow(s => StatedCorpus.TurnOf(s) != t)).ToArray();
        return [.. judges.Select((j, s) => j with { Question = turns[StatedCorpus.TurnOf(s)] })];
    }

    /// <summary>Trees that learned from the stories of these numbers.</summary>
    public TreeEnsemble Grow(Func<int, bool> from) => boosting.Value.Grow([.. Rows.Select(r => r.Same)], [.. Rows.Select(r => from(r.Story) ? 1.0 : 0)]);

    private static List<FigurePair> Pairs(StatedCorpus corpus, SameJudge judge, int story)
    {
        var reports = corpus.Reports[story];
        var text = new StoryText(StoryCast.Merge(StoryGrouper.Tell([.. reports.Select(r => r.Report!)])));
        var files = reports.ToDictionary(r => r.Report!.Article.Id, r => r.File, StringComparer.Ordinal);
        var figures = FigureSeriesBuilder.Profiles(text);
        var questions = text.Reports.SelectMany(r => Questions(corpus.Stories[story], files[r.Id], r, figures.Where(f => f.Report == r))).ToArray();
        var pairs = new FigurePairs(text, figures, new Judgements(text, judge));
        return
        [
            .. pairs.Agreeing.Where(p => questions[p.A].Count + questions[p.B].Count > 0)
                .Select(p => new FigurePair(story, questions[p.A].Overlaps(questions[p.B]), pairs.Of(p))),
        ];
    }

    /// <summary>Which questions each figure of a report answers: those of the gold's figure of its sentence that has most of its words.</summary>
    private static IEnumerable<HashSet<string>> Questions(MatrixGold gold, string file, ReportText report, IEnumerable<FigureProfile> figures)
    {
        var (raw, id) = (GoldFiles.RawText(file), Path.GetFileNameWithoutExtension(file));
        var numbers = SentenceMap.Of(raw, MatrixGold.Sentences(raw), report.Text, report.Sentences);
        foreach (var figure in figures)
        {
            var words = report.Within(figure.Figure.Span).ToArray().Select(w => w.Form).ToHashSet(StringComparer.Ordinal);
            var best = figure.Sentence < 0 ? null : gold.Figures
                .Where(g => numbers[figure.Sentence].Exists(n => g.Sentence == $"{id}:{n}"))
                .Where(g => g.Words.Any(w => words.Contains(w) && (w.Length > 2 || w.Any(char.IsAsciiDigit))))
                .GroupBy(g => string.Join(' ', g.Words), StringComparer.Ordinal)
                .MaxBy(g => (double)g.First().Words.Count(words.Contains) / g.First().Words.Union(words).Count());
            yield return best?.Select(g => g.Question).ToHashSet(StringComparer.Ordinal) ?? [];
        }
    }
}

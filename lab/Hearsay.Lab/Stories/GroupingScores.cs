using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Lab.Stories;

/// <summary>
/// `lab grouping`: B³ and pair F1 of the stories stage on every corpus of grouped reports, in one batch and one report at a time in several orders of
/// arrival, beside one-pass tf-idf at the threshold that is best for that corpus, with the same words and weights, in the same run.
/// </summary>
internal static class GroupingScores
{
    private static readonly double[] Thresholds = [.10, .12, .14, .16, .18, .20, .22, .25, .28, .31, .35, .40];

    /// <summary>The command `grouping`.</summary>
    public static Command Command()
    {
        var sweep = new Option<bool>("--sweep") { Description = "Print the scores at every threshold too." };
        var command = new Command("grouping", "Group the reports of annotated corpora into stories and score the groups.") { sweep };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(sweep)));
        return command;
    }

    private static int Run(ParseResult parsed, bool sweep)
    {
        var floors = new Floors();
        foreach (var corpus in GroupedReports.All(parsed))
        {
            var reports = corpus.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal).ToImmutableArray();
            var truth = reports.Select(r => corpus.StoryOf[r.Article.Id]).ToList();
            var stories = StoryGrouper.Group(reports);
            var found = stories.SelectMany(s => s.Reports.Select(r => (r.Article.Id, s.Id))).ToDictionary(x => x.Item1, x => x.Item2);
            var score = ClusterScore.Of([.. reports.Select(r => found[r.Article.Id])], truth);
            floors.Check(corpus.Name, "stories B3 F1", score.BCubed);
            floors.Check(corpus.Name, "stories pair F1", score.Pairs);
            var words = WordWeights.Of([.. reports.Select(StoryWords.Of)]);
            var days = reports.Select(r => r.Article.Published.Day).ToImmutableArray();
            var best = Thresholds.Select(t => ClusterScore.Of(OnePass(words, days, t), truth)).MaxBy(s => s.BCubed);
            floors.Check(corpus.Name, "one-pass tf-idf at its best threshold, B3 F1", best.BCubed);
            floors.Check(corpus.Name, "number of stories, found / true", (double)stories.Length / truth.Distinct().Count());
            foreach (var (order, arrivals) in Orders(reports))
                Live(floors, corpus.Name, order, arrivals, [.. reports.Select(r => found[r.Article.Id])], reports, truth);
            if (sweep)
                Sweep(words, days, truth);
        }
        return floors.ExitCode;
    }

    /// <summary>The orders in which reports may arrive: as published, the other way round, and two by chance (fixed seeds).</summary>
    private static IEnumerable<(string Name, IEnumerable<Report> Reports)> Orders(ImmutableArray<Report> reports)
    {
        yield return ("as published", reports.OrderBy(r => r.Article.Published.Day ?? DateOnly.MinValue));
        yield return ("backwards", reports.OrderByDescending(r => r.Article.Published.Day ?? DateOnly.MinValue));
        foreach (var seed in (int[])[1, 2])
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            yield return ($"shuffled {seed}", shuffled);
        }
    }

    /// <summary>One report at a time: how near the result comes to the batch's, and to the truth.</summary>
    private static void Live(
        Floors floors,
        string corpus,
        string order,
        IEnumerable<Report> arrivals,
        IReadOnlyList<string> batch,
        ImmutableArray<Report> reports,
        IReadOnlyList<string> truth
    )
    {
        var stream = new StoryStream(windowDays: 1);
        foreach (var report in arrivals)
            stream.Add(StorySignature.Of(report), default);
        var live = stream.Stories.SelectMany(s => s.ReportIds.Select(id => (id, s.Id))).ToDictionary(x => x.id, x => x.Id);
        ImmutableArray<string> found = [.. reports.Select(r => live[r.Article.Id])];
        floors.Check(corpus, $"live, {order}: B3 F1 to the batch", ClusterScore.Of(found, batch).BCubed);
        floors.Check(corpus, $"live, {order}: stories B3 F1", ClusterScore.Of(found, truth).BCubed);
    }

    private static void Sweep(ImmutableArray<ImmutableArray<WeightedWord>> words, ImmutableArray<DateOnly?> days, List<string> truth)
    {
        var pairs = ReportLikeness.Of(words, days);
        foreach (var threshold in Thresholds)
        {
            var group = new int[truth.Count];
            foreach (var (members, number) in AverageLink.Group(truth.Count, pairs, threshold).Select((m, i) => (m, i)))
            foreach (var member in members)
                group[member] = number;
            var score = ClusterScore.Of(group, truth);
            var onePass = ClusterScore.Of(OnePass(words, days, threshold), truth);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {threshold:0.00}  average link {score.BCubed:0.000} {score.Pairs:0.000}   one-pass {onePass.BCubed:0.000} {onePass.Pairs:0.000}"
                )
            );
        }
    }

    /// <summary>
    /// The usual baseline: in order of publication, each report joins the story whose centroid is most like it, if like enough, else starts one.
    /// </summary>
    private static int[] OnePass(ImmutableArray<ImmutableArray<WeightedWord>> words, ImmutableArray<DateOnly?> days, double threshold)
    {
        var centroids = new List<Dictionary<string, double>>();
        var group = new int[words.Length];
        foreach (var i in Enumerable.Range(0, words.Length).OrderBy(i => days[i] ?? DateOnly.MinValue).ThenBy(i => i))
        {
            var (best, at) = (threshold, -1);
            for (var c = 0; c < centroids.Count; c++)
            {
                var length = Math.Sqrt(centroids[c].Values.Sum(v => v * v));
                var likeness = words[i].Sum(w => w.Weight * centroids[c].GetValueOrDefault(w.Word)) / length;
                if (likeness >= best)
                    (best, at) = (likeness, c);
            }
            if (at < 0)
            {
                at = centroids.Count;
                centroids.Add(new Dictionary<string, double>(StringComparer.Ordinal));
            }
            foreach (var (word, weight) in words[i])
                centroids[at][word] = centroids[at].GetValueOrDefault(word) + weight;
            group[i] = at;
        }
        return group;
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Stories;

/// <summary>
/// `lab grouping`: B³ and pair F1 of the stories stage on every corpus of grouped reports and on all of them together, in one batch by judges that did not
/// learn from the pair, and one report at a time in ten orders of arrival; beside one-pass tf-idf at one threshold for all and at the one that is best for
/// that corpus, with the same words and weights, in the same run.
/// </summary>
internal static class GroupingScores
{
    private const string Mixed = "all mixed";

    private const int Shuffles = 10;

    private static readonly double[] Thresholds = [.10, .12, .14, .16, .18, .20, .22, .25, .28, .31, .35, .40];

    /// <summary>The command `grouping`.</summary>
    public static Command Command()
    {
        var sweep = new Option<bool>("--sweep") { Description = "Print the scores at every threshold too." };
        var write = new Option<string>("--write") { Description = "Train the judge of events and write it to this folder." };
        var command = new Command("grouping", "Group the reports of annotated corpora into stories and score the groups.") { sweep, write };
        command.SetAction(parsed => parsed.GetValue(write) is { } folder ? EventCorpus.Write(parsed, folder) : Run(parsed, parsed.GetValue(sweep)));
        return command;
    }

    private static int Run(ParseResult parsed, bool sweep)
    {
        if (EventCorpus.Of(parsed) is not { } events) return 0;
        var floors = new Floors();
        var all = GroupedReports.All(parsed).ToList();
        GroupedReports[] corpora = [.. all, GroupedReports.AsOne(Mixed, all.Where(c => c.Name is not "samples"))];
        var judges = Enumerable.Range(0, EventCorpus.Turns).Select(t => events.Trained(t)).ToArray();
        var whole = events.Trained();
        var onePass = new List<(string Corpus, double[] Scores)>();
        foreach (var corpus in corpora)
        {
            var reports = corpus.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal).ToImmutableArray();
            var truth = reports.Select(r => corpus.StoryOf[r.Article.Id]).ToList();
            var words = WordWeights.Of([.. reports.Select(StorySignature.Of)]).Reports;
            var turns = reports.ToDictionary(r => r.Article.Id, events.TurnOf, StringComparer.Ordinal);
            // a pair is judged by trees that saw neither of its reports with the other
            double IsOne(WeightedSignature a, WeightedSignature b) =>
                (Math.Max(turns[a.Signature.ReportId], turns[b.Signature.ReportId]) is >= 0 and var turn ? judges[turn] : whole).Probability(a, b);
            var pairs = ReportLikeness.Of(words, IsOne);
            var found = GroupOf(truth.Count, AverageLink.Group(truth.Count, pairs, StoryGrouper.Threshold));
            var score = ClusterScore.Of(found, truth);
            floors.Check(corpus.Name, "stories B3 F1", score.BCubed);
            floors.Check(corpus.Name, "stories pair F1", score.Pairs);
            floors.Check(corpus.Name, "number of stories, found / true", (double)found.Distinct().Count() / truth.Distinct().Count());
            var days = reports.Select(r => r.Article.Published.Day).ToImmutableArray();
            onePass.Add((corpus.Name, [.. Thresholds.Select(t => ClusterScore.Of(OnePass([.. words.Select(w => w.Words)], days, t), truth).BCubed)]));
            if (corpus.Name == "ecb+") Threads(floors, corpus.Name, found, words, truth);
            if (corpus.Name != Mixed) Live(floors, corpus.Name, reports, truth);
            if (sweep)
                foreach (var t in Thresholds)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {t:0.00} {ClusterScore.Of(GroupOf(truth.Count, AverageLink.Group(truth.Count, pairs, t)), truth).BCubed:0.000}"));
        }

        var best = Enumerable.Range(0, Thresholds.Length).MaxBy(t => onePass.Sum(c => c.Scores[t]));
        foreach (var (corpus, scores) in onePass)
        {
            floors.Check(corpus, "one-pass tf-idf at its best threshold, B3 F1", scores.Max());
            floors.Check(corpus, "one-pass tf-idf at one threshold for all, B3 F1", scores[best]);
        }

        return floors.ExitCode;
    }

    private static int[] GroupOf(int count, ImmutableArray<ImmutableArray<int>> groups)
    {
        var group = new int[count];
        for (var g = 0; g < groups.Length; g++)
            foreach (var member in groups[g]) group[member] = g;
        return group;
    }

    /// <summary>Of look-alike events that stay apart, how many are in one thread; and of all pairs of stories in one thread, how many are look-alikes.</summary>
    private static void Threads(Floors floors, string corpus, int[] found, ImmutableArray<WeightedSignature> words, List<string> truth)
    {
        var threads = GroupOf(found.Distinct().Count(), StoryThreads.Group([.. found], ReportLikeness.Cosines(words)));
        // the story that holds most of an event
        var storyOf = truth.Zip(found).GroupBy(x => x.First, x => x.Second).ToDictionary(g => g.Key, g => g.CountBy(s => s).MaxBy(c => (c.Value, -c.Key)).Key, StringComparer.Ordinal);
        var apart = storyOf.Keys.Where(e => !e.EndsWith('+') && storyOf.ContainsKey(e + "+") && storyOf[e] != storyOf[e + "+"]).ToList();
        floors.Check(corpus, "look-alike events that stay apart", apart.Count);
        floors.Check(corpus, "of these in one thread", apart.Count(e => threads[storyOf[e]] == threads[storyOf[e + "+"]]) / (double)apart.Count);
        var topicOf = found.Zip(truth).GroupBy(x => x.First, x => x.Second.TrimEnd('+')).ToDictionary(g => g.Key, g => g.CountBy(t => t).MaxBy(c => c.Value).Key);
        var together = (from a in topicOf.Keys from b in topicOf.Keys where a < b && threads[a] == threads[b] select topicOf[a] == topicOf[b]).ToList();
        floors.Check(corpus, "stories of one thread that are of one topic", together.Count == 0 ? 1 : together.Count(t => t) / (double)together.Count);
    }

    /// <summary>One report at a time in orders drawn by chance (fixed seeds): how near the results come to each other, and to the truth.</summary>
    private static void Live(Floors floors, string corpus, ImmutableArray<Report> reports, List<string> truth)
    {
        // ids drawn by lot, as a store's are: made of the text
        var signatures = reports.Select(r => StorySignature.Of(r) with { ReportId = ContentId.Of(r.Article.Id) }).ToArray();
        var results = new List<string[]>();
        for (var seed = 1; seed <= Shuffles; seed++)
        {
            var shuffled = signatures.ToArray();
            new Random(seed).Shuffle(shuffled);
            var stream = new StoryStream(windowDays: 1);
            foreach (var signature in shuffled) stream.Add(signature, default);
            var live = stream.Stories.SelectMany(s => s.ReportIds.Select(id => (id, s.Id))).ToDictionary(x => x.id, x => x.Id, StringComparer.Ordinal);
            results.Add([.. signatures.Select(s => live[s.ReportId])]);
        }

        floors.Check(corpus, "live, shuffled: B3 F1 between results, the least", results.Skip(1).Min(r => ClusterScore.Of(r, results[0]).BCubed));
        floors.Check(corpus, "live, by the judge that ships: stories B3 F1, the least", results.Min(r => ClusterScore.Of(r, truth).BCubed));
    }

    /// <summary>
    /// The usual baseline: in order of publication, each report joins the story whose centroid is most like it, if like enough, else starts one.
    /// </summary>
    private static int[] OnePass(ImmutableArray<ImmutableArray<WeightedWord>> words, ImmutableArray<DateOnly?> days, double threshold)
    {
        var centroids = new List<Dictionary<int, double>>();
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
                centroids.Add([]);
            }
            foreach (var (word, weight) in words[i])
                centroids[at][word] = centroids[at].GetValueOrDefault(word) + weight;
            group[i] = at;
        }
        return group;
    }
}

using System.CommandLine;
using System.Globalization;
using Hearsay.Briefings.Json;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Lab.Sameness;

/// <summary>
/// `lab same`: which sentences of different reports say the same. Every story of the matrix gold is judged by trees that never saw it, beside tf-idf
/// cosine at its own best threshold over all stories; `--write` trains on all stories, `--briefs` writes every story's briefing as its left-out judge
/// gives it, for the scorer beside the gold.
/// </summary>
internal static class SameCommand
{
    /// <summary>The command `same`.</summary>
    public static Command Command()
    {
        var write = new Option<DirectoryInfo?>("--write") { Description = "Write the trees trained on all stories into this folder." };
        var briefs = new Option<DirectoryInfo?>("--briefs") { Description = "Write each story's briefing, by a judge that did not see it, into this folder." };
        var command = new Command("same", "Who says the same: each story of the matrix gold judged by trees that never saw it.") { write, briefs };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(write)?.FullName, parsed.GetValue(briefs)?.FullName));
        return command;
    }

    private static int Run(ParseResult parsed, string? write, string? briefs)
    {
        if (LabData.Find("gold", parsed) is null || LabData.Find("stories", parsed) is null) return 0;
        var corpus = new PairCorpus(LabData.Root(parsed));
        var judges = Enumerable.Range(0, corpus.Stories.Length).AsParallel().AsOrdered().Select(corpus.Judge).ToArray();
        if (briefs is not null) Brief(corpus, judges, briefs);
        var (sharing, carrying) = (Scores(corpus, p => judges[p.Story].Sharing), Scores(corpus, p => judges[p.Story].Carrying));
        var cosine = corpus.Pairs.Select(p => p.Features?[0] ?? 0).ToArray();
        Report("shares: tf-idf cosine", corpus, cosine, p => p.Shares, p => p.Touches);
        Report("shares: the judge", corpus, sharing, p => p.Shares, p => p.Touches);
        Report("carries: tf-idf cosine", corpus, cosine, p => p.Carries, p => p.Carries);
        Report("carries: the judge", corpus, carrying, p => p.Carries, p => p.Carries);
        Deciles("shares", corpus, sharing, p => p.Shares);
        Deciles("carries", corpus, carrying, p => p.Carries);
        if (write is not null) Write(corpus.Judge(-1), write);
        return 0;
    }

    private static double[] Scores(PairCorpus corpus, Func<JudgedPair, TreeEnsemble> trees) =>
        [.. corpus.Pairs.Select(p => p.Features is null ? 0 : trees(p).Probability(p.Features))];

    private static void Write(SameJudge judge, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "same-sharing.trees"), judge.Sharing.Write());
        File.WriteAllLines(Path.Combine(folder, "same-carrying.trees"), judge.Carrying.Write());
    }

    private static void Brief(PairCorpus corpus, SameJudge[] judges, string folder)
    {
        Directory.CreateDirectory(folder);
        for (var s = 0; s < judges.Length; s++)
        {
            var document = Reader.Brief(corpus.Reports[s].Select(r => r.Report!), judges[s], corpus.Deep);
            File.WriteAllText(Path.Combine(folder, corpus.Stories[s].Name + ".json"), JsonBriefing.Write(document));
        }
    }

    private static void Report(string name, PairCorpus corpus, double[] scores, Func<JudgedPair, bool> wanted, Func<JudgedPair, bool> allowed)
    {
        var (best, precise) = (default(Found), default(Found));
        foreach (var threshold in scores.Where(s => s > 0).OrderDescending().Where((_, i) => i % 60 == 59))
        {
            var found = At(corpus, scores, threshold, wanted, allowed);
            if (found.F1 > best.F1) best = found;
            if (found.Precision >= 0.88 && found.F1 > precise.F1) precise = found;
        }

        Console.WriteLine($"{name,-26} best {best} | P >= .88: {precise}");
    }

    /// <summary>Means over the stories, each counting once.</summary>
    private static Found At(PairCorpus corpus, double[] scores, double threshold, Func<JudgedPair, bool> wanted, Func<JudgedPair, bool> allowed)
    {
        var stories = corpus.Stories.Length;
        var (found, right, got, all) = (new double[stories], new double[stories], new double[stories], new double[stories]);
        for (var i = 0; i < scores.Length; i++)
        {
            var (pair, yes) = (corpus.Pairs[i], scores[i] >= threshold);
            if (wanted(pair)) (all[pair.Story], got[pair.Story]) = (all[pair.Story] + 1, got[pair.Story] + (yes ? 1 : 0));
            if (yes) (found[pair.Story], right[pair.Story]) = (found[pair.Story] + 1, right[pair.Story] + (allowed(pair) ? 1 : 0));
        }

        var each = Enumerable.Range(0, stories).Select(s => (P: found[s] > 0 ? right[s] / found[s] : 1, R: all[s] > 0 ? got[s] / all[s] : 1)).ToArray();
        return new Found(threshold, each.Average(x => x.P), each.Average(x => x.R), each.Average(x => x.P + x.R > 0 ? 2 * x.P * x.R / (x.P + x.R) : 0));
    }

    private static void Deciles(string name, PairCorpus corpus, double[] scores, Func<JudgedPair, bool> answer)
    {
        foreach (var g in corpus.Pairs.Zip(scores).GroupBy(x => Math.Min(9, (int)(x.Second * 10))).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name} at .{g.Key}: {g.Count(),6} pairs, probability {g.Average(x => x.Second):0.000}, so it is {g.Average(x => answer(x.First) ? 1.0 : 0):0.000}"));
    }

    private readonly record struct Found(double Threshold, double Precision, double Recall, double F1)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"F1 {F1:0.000} (P {Precision:0.000} R {Recall:0.000} at {Threshold:0.000})");
    }
}

using System.CommandLine;
using System.Globalization;
using Hearsay.Briefings.Json;
using Hearsay.Reconciliation.Importance;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Lab.Sameness;

/// <summary>
/// `lab same`: which sentences state what a stretch of another report states. Every story of the matrix gold is judged by trees that never saw it, beside
/// simpler measures at their own best thresholds over all stories; `--write` trains on all stories, `--briefs` writes every story's briefing as its
/// left-out judge gives it, for the scorer beside the gold.
/// </summary>
internal static class SameCommand
{
    /// <summary>Places of simpler measures among the features.</summary>
    private const int Aligned = 0, SameForms = 1, Cosine = 24, TfIdf = 51;

    /// <summary>
    /// Places of nine simple features: three likenesses, words shared, names shared either way, numbers missing and shared, and how much the stretch's words tell.
    /// </summary>
    private static readonly int[] Nine = [Aligned, Cosine, TfIdf, 55, 66, 67, 35, 36, 17];

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
        var corpus = new StatedCorpus(MatrixGold.All(LabData.Root(parsed)));
        var judges = corpus.Judges();
        var questions = new QuestionCorpus(corpus, judges);
        judges = questions.Judges(judges);
        if (briefs is not null) Brief(corpus, judges, briefs);
        foreach (var kind in Enum.GetValues<StretchKind>())
        {
            var regressions = Enumerable.Range(0, corpus.Stories.Length).AsParallel().AsOrdered().Select(s => Regression(corpus, kind, s)).ToArray();
            Report($"{kind}: tf-idf cosine", corpus, kind, r => r.Features[TfIdf]);
            Report($"{kind}: words in common", corpus, kind, r => r.Features[SameForms]);
            Report($"{kind}: cosine of means", corpus, kind, r => r.Features[Cosine]);
            Report($"{kind}: aligned vectors", corpus, kind, r => r.Features[Aligned]);
            Report($"{kind}: regression on nine", corpus, kind, r => regressions[r.Story].Probability(Simple(r)));
            Report($"{kind}: the judge", corpus, kind, r => Stated(judges, r));
        }

        Deciles("touches", corpus.Rows.Where(r => !r.IsUnsure).Select(r => (judges[r.Story].Touching.Probability(r.Features), r.Touches)));
        Deciles("states", corpus.Rows.Where(r => !r.IsUnsure).Select(r => (Stated(judges, r), r.States)));
        Deciles("answers one question", questions.Rows.Select(r => (judges[r.Story].Question.Probability(r.Features), r.Same)));
        foreach (var g in corpus.Made.GroupBy(r => r.States).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"copies, {(g.Key ? "as they were" : "edited")}: {g.Count()}, taken for stating at .6: {g.Average(r => Stated(judges, r) >= 0.6 ? 1.0 : 0):0.000}"));
        var all = corpus.Judge(_ => true);
        if (LabData.Find("data/agreement/nanco-dev.json", parsed) is { } nanco) Nanco(new NancoPairs(nanco, corpus.Deep), all);
        if (write is not null) Write(all with { Question = questions.Grow(_ => true) }, write);
        return 0;
    }

    private static double[] Simple(JudgedStretch row) => [.. Nine.Select(f => row.Features[f])];

    private static LogisticRegression Regression(StatedCorpus corpus, StretchKind kind, int without)
    {
        var rows = corpus.Rows.Where(r => r.Kind == kind && r.Story != without && !r.IsUnsure).Where((r, i) => r.States || i % 10 == 0).ToArray();
        return new LogisticRegression([.. rows.Select(Simple)], [.. rows.Select(r => r.States)]);
    }

    private static void Nanco(NancoPairs pairs, SameJudge judge)
    {
        foreach (var (name, score) in new (string, Func<double[], double>)[]
        {
            ("tf-idf cosine", f => f[TfIdf]), ("words in common", f => f[SameForms]), ("cosine of means", f => f[Cosine]), ("aligned vectors", f => f[Aligned]),
            ("the judge", f => judge.Touching.Probability(f)),
        })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NAnCo, {name}: balanced accuracy {pairs.BalancedAccuracy(score):0.000}"));
    }

    private static double Stated(SameJudge[] judges, JudgedStretch row) =>
        (row.Kind == StretchKind.Sentence ? judges[row.Story].Stating : judges[row.Story].StatingClause).Probability(row.Features);

    private static void Write(SameJudge judge, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "same-touching.trees"), judge.Touching.Write());
        File.WriteAllLines(Path.Combine(folder, "same-stating.trees"), judge.Stating.Write());
        File.WriteAllLines(Path.Combine(folder, "same-stating-clause.trees"), judge.StatingClause.Write());
        File.WriteAllLines(Path.Combine(folder, "same-question.trees"), judge.Question.Write());
    }

    private static void Brief(StatedCorpus corpus, SameJudge[] judges, string folder)
    {
        Directory.CreateDirectory(folder);
        for (var s = 0; s < judges.Length; s++)
        {
            var document = Reader.Brief(corpus.Reports[s].Select(r => r.Report!), judges[s], ImportanceJudge.Shipped, corpus.Deep);
            File.WriteAllText(Path.Combine(folder, corpus.Stories[s].Name + ".json"), JsonBriefing.Write(document));
        }
    }

    private static void Report(string name, StatedCorpus corpus, StretchKind kind, Func<JudgedStretch, double> score)
    {
        var rows = corpus.Rows.Where(r => r.Kind == kind).Select(r => (Row: r, Score: score(r))).OrderByDescending(r => r.Score).ToArray();
        var (best, precise) = (default(Found), default(Found));
        for (var i = 59; i < Math.Min(rows.Length, 20_000); i += 60)
        {
            var found = At(corpus, rows, rows[i].Score);
            if (found.F1 > best.F1) best = found;
            if (found.Precision >= 0.88 && found.F1 > precise.F1) precise = found;
        }

        Console.WriteLine($"{name,-28} best {best} | P >= .88: {precise}");
    }

    /// <summary>Means over the stories, each counting once.</summary>
    private static Found At(StatedCorpus corpus, (JudgedStretch Row, double Score)[] rows, double threshold)
    {
        var stories = corpus.Stories.Length;
        var (found, right, got, all) = (new double[stories], new double[stories], new double[stories], new double[stories]);
        foreach (var (row, score) in rows)
        {
            if (row.IsUnsure) continue;
            if (row.States) (all[row.Story], got[row.Story]) = (all[row.Story] + 1, got[row.Story] + (score >= threshold ? 1 : 0));
            if (score >= threshold) (found[row.Story], right[row.Story]) = (found[row.Story] + 1, right[row.Story] + (row.States ? 1 : 0));
        }

        var each = Enumerable.Range(0, stories).Select(s => (P: found[s] > 0 ? right[s] / found[s] : 1, R: all[s] > 0 ? got[s] / all[s] : 1)).ToArray();
        return new Found(threshold, each.Average(x => x.P), each.Average(x => x.R), each.Average(x => x.P + x.R > 0 ? 2 * x.P * x.R / (x.P + x.R) : 0));
    }

    private static void Deciles(string name, IEnumerable<(double Probability, bool IsSo)> pairs)
    {
        foreach (var g in pairs.GroupBy(x => Math.Min(9, (int)(x.Probability * 10))).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name} at .{g.Key}: {g.Count(),6} pairs, probability {g.Average(x => x.Probability):0.000}, so it is {g.Average(x => x.IsSo ? 1.0 : 0):0.000}"));
    }

    private readonly record struct Found(double Threshold, double Precision, double Recall, double F1)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"F1 {F1:0.000} (P {Precision:0.000} R {Recall:0.000} at {Threshold:0.000})");
    }
}

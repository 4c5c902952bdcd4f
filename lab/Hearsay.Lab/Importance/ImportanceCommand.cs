using System.CommandLine;
using System.Globalization;
using Hearsay.Briefings.Json;
using Hearsay.Lab.Sameness;
using Hearsay.Reconciliation.Importance;

namespace Hearsay.Lab.Importance;

/// <summary>
/// `lab importance`: what belongs at the top of a briefing. Every story of the matrix gold is judged by weights that never saw it; `--write` trains on all
/// stories, `--briefs` writes every story's briefing as its left-out judges give it, for the scorer beside the gold.
/// </summary>
internal static class ImportanceCommand
{
    /// <summary>The command `importance`.</summary>
    public static Command Command()
    {
        var write = new Option<DirectoryInfo?>("--write") { Description = "Write the weights trained on all stories into this folder." };
        var briefs = new Option<DirectoryInfo?>("--briefs") { Description = "Write each story's briefing, by judges that did not see it, into this folder." };
        var command = new Command("importance", "What belongs at the top: each story of the matrix gold judged by weights that never saw it.") { write, briefs };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(write)?.FullName, parsed.GetValue(briefs)?.FullName));
        return command;
    }

    private static int Run(ParseResult parsed, string? write, string? briefs)
    {
        if (LabData.Find("gold", parsed) is null || LabData.Find("stories", parsed) is null) return 0;
        var corpus = new StatedCorpus(MatrixGold.All(LabData.Root(parsed)));
        var same = corpus.Judges();
        var weighed = new WeighedCorpus(corpus, same);
        var judges = corpus.Stories.Select((_, s) => weighed.Judge(other => other != s)).ToArray();
        Report("at the top", weighed, r => judges[r.Story].Lead(r.Features), r => r.Leading > 0);
        Report("on the page", weighed, r => judges[r.Story].Weight(r.Features), r => r.IsWeighty);
        Report("at the top, by place alone", weighed, r => -r.Features[0], r => r.Leading > 0);
        if (write is not null) File.WriteAllLines(Path.Combine(write, "importance.txt"), weighed.Judge(_ => true).Write());
        for (var s = 0; briefs is not null && s < judges.Length; s++)
        {
            Directory.CreateDirectory(briefs);
            var document = Reader.Brief(corpus.Reports[s].Select(r => r.Report!), same[s], judges[s], corpus.Deep);
            File.WriteAllText(Path.Combine(briefs, corpus.Stories[s].Name + ".json"), JsonBriefing.Write(document));
        }

        return 0;
    }

    /// <summary>Average precision, a mean over the stories, each counting once.</summary>
    private static void Report(string name, WeighedCorpus corpus, Func<WeighedSentence, double> score, Func<WeighedSentence, bool> answer)
    {
        var each = corpus.Sentences.GroupBy(r => r.Story).Select(g =>
        {
            var (found, sum) = (0, 0.0);
            foreach (var (row, place) in g.OrderByDescending(score).Select((r, i) => (r, i)).Where(x => answer(x.r))) sum += (double)++found / (place + 1);
            return found > 0 ? sum / found : 0;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} average precision {each.Average():0.000}"));
    }
}

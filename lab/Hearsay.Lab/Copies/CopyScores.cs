using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Copies;
using Hearsay.Lab.Stories;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Copies;

/// <summary>
/// `lab copies`: shared passages (words in common, F1) and independence of pairs on the stories with gold, with the gold's own body text and credits,
/// so that the stage is measured alone; then the origins found in real local outlets that run agency copy (no labels: to be read).
/// </summary>
internal static class CopyScores
{
    /// <summary>The command `copies`.</summary>
    public static Command Command()
    {
        var show = new Option<bool>("--show") { Description = "Print what was found and missed, and every origin." };
        var command = new Command("copies", "Find shared passages and origins in stories with gold and score them.") { show };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(show)));
        return command;
    }

    private static int Run(ParseResult parsed, bool show)
    {
        var floors = new Floors();
        foreach (var story in GoldFiles.All)
        {
            if (LabData.Find(story.Gold, parsed) is not { } gold || LabData.Find(story.Folder, parsed) is not { } reports) continue;
            Score(floors, story.Name, JsonDocument.Parse(File.ReadAllText(gold)).RootElement, reports, show);
        }
        foreach (var corpus in GroupedReports.All(parsed).Where(c => c.Name == "ground-news"))
            foreach (var story in corpus.Reports.GroupBy(r => corpus.StoryOf[r.Article.Id]))
                Describe(story.Key, [.. story], show);
        PairScores.Score(parsed, floors, show);
        return floors.ExitCode;
    }

    private static void Score(Floors floors, string name, JsonElement gold, string folder, bool show)
    {
        var reports = gold.GetProperty("reports").EnumerateArray().Select(r => Body(r, folder)).ToImmutableArray();
        var provenance = CopyDetector.Detect(new Story("", "", reports, []));
        var truth = gold.GetProperty("shared_passages")
            .EnumerateArray()
            .Select(p =>
                p.GetProperty("spans").EnumerateArray().Select(s => (s.GetProperty("report").GetString()!, Span(s.GetProperty("span")))).ToList()
            )
            .ToList();
        var found = provenance
            .Passages.Select(p => new[] { (p.First.ArticleId, p.First.Span), (p.Second.ArticleId, p.Second.Span) }.ToList())
            .ToList();
        var (goldWords, foundWords) = (WordsOf(truth, reports), WordsOf(found, reports));
        double both = goldWords.Intersect(foundWords).Count();
        floors.Check(name, "shared passages P (gold bodies)", both / Math.Max(1, foundWords.Count));
        floors.Check(name, "shared passages R (gold bodies)", both / goldWords.Count);
        floors.Check(name, "shared passages F1 (gold bodies)", 2 * both / (goldWords.Count + foundWords.Count));
        var origin = gold.GetProperty("origins")
            .EnumerateArray()
            .SelectMany((o, i) => o.GetProperty("reports").EnumerateArray().Select(r => (r.GetString()!, i)))
            .ToDictionary(x => x.Item1, x => x.i);
        var mine = provenance.Origins.SelectMany((o, i) => o.ArticleIds.Select(a => (a, i))).ToDictionary(x => x.a, x => x.i);
        var pairs = (
            from a in origin.Keys
            from b in origin.Keys
            where string.CompareOrdinal(a, b) < 0
            select (origin[a] == origin[b]) == (mine[a] == mine[b])
        ).ToList();
        floors.Check(name, "independence of pairs right (gold credits)", pairs.Count(p => p) / (double)pairs.Count);
        if (!show) return;
        foreach (var o in provenance.Origins) Console.WriteLine($"    {o.Name}: {string.Join(", ", o.ArticleIds)} — {o.Why}");
        Differences("missed", goldWords.Except(foundWords), reports);
        Differences("too much", foundWords.Except(goldWords), reports);
    }

    private static void Differences(string what, IEnumerable<(string Report, string Other, int Word)> words, ImmutableArray<Report> reports)
    {
        foreach (var pair in words.GroupBy(w => (w.Report, w.Other)))
        {
            var text = reports.First(r => r.Article.Id == pair.Key.Report).Article.Text;
            var all = Words.Of(text);
            Console.WriteLine(
                $"    {what}: {pair.Key.Report} ~ {pair.Key.Other}: {string.Join(' ', pair.Select(w => w.Word).Order().Select(w => all[w].Span.Of(text)))}"
            );
        }
    }

    private static void Describe(string story, ImmutableArray<Report> reports, bool show)
    {
        var provenance = CopyDetector.Detect(new Story("", "", reports, []));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ground-news {story}: {reports.Length} reports, {provenance.Origins.Length} origins, the largest of {provenance.Origins.Max(o => o.ArticleIds.Length)}; {provenance.Passages.Length} passages"
            )
        );
        if (!show) return;
        foreach (var o in provenance.Origins.OrderByDescending(o => o.ArticleIds.Length))
            Console.WriteLine($"    {o.Name}: {string.Join(", ", o.ArticleIds)} — {o.Why}");
    }

    /// <summary>A report of the gold with furniture blanked out, so that its offsets stay those of the gold.</summary>
    private static Report Body(JsonElement report, string folder)
    {
        var raw = GoldFiles.RawText(Path.Combine(folder, report.GetProperty("file").GetString()!));
        return Reader.Read(new Article
        {
            Id = report.GetProperty("id").GetString()!,
            Outlet = report.GetProperty("outlet").GetString(),
            Text = GoldFiles.Body(report, raw, GoldFiles.Offsets(raw)),
            Credits = [.. report.GetProperty("credits").EnumerateArray().Select(c => c.GetProperty("agency").GetString()!)],
            Datelines =
            [
                .. report
                    .GetProperty("datelines")
                    .EnumerateArray()
                    .Select(d => new Dateline(d.GetProperty("place").GetString()!, d.GetProperty("agency").GetString())),
            ],
        });
    }

    private static TextSpan Span(JsonElement span) => TextSpan.Between(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    /// <summary>Words of a report that another has too: (report, other, index of the word).</summary>
    private static HashSet<(string Report, string Other, int Word)> WordsOf(
        IEnumerable<List<(string Report, TextSpan Span)>> passages,
        ImmutableArray<Report> reports
    )
    {
        var words = reports.ToDictionary(r => r.Article.Id, r => Words.Of(r.Article.Text));
        return
        [
            .. from p in passages
               from side in new[] { (Of: p[0], Other: p[1]), (Of: p[1], Other: p[0]) }
               from word in words[side.Of.Report].Index()
               where word.Item.Span.Overlaps(side.Of.Span)
               select (side.Of.Report, side.Other.Report, word.Index),
        ];
    }
}

using System.CommandLine;
using System.Text.RegularExpressions;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Lab.Attributions;

/// <summary>
/// `sayings`: attributions, speakers, kinds and responses on the four annotated stories, by the measures of score/score.py, with the reports' bodies
/// as the annotators cut them.
/// </summary>
internal static partial class SayingsCommand
{
    private static readonly string[] Ignored =
    [
        "the", "of", "president", "secretary", "minister", "defense", "defence", "state", "deputy", "ambassador", "us", "u.s", "mr", "mrs",
    ];

    [GeneratedRegex(@"[^\W_]+(?:[.,'’][^\W_]+)*|[$€£%]", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }

    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "print what was missed, what was read beside the gold, and wrong speakers" };
        var by = PatternTable.Option();
        var command = new Command("sayings", "Attributions, speakers and responses on the annotated stories.") { errors, by };
        command.SetAction(parsed =>
        {
            var floors = new Floors();
            var patterns = parsed.GetValue(by) is null ? null : new PatternTable();
            var sums = new SortedDictionary<string, (double Sum, int Count)>(StringComparer.Ordinal);
            foreach (var story in GoldFiles.All)
            {
                if (LabData.Find(story.Folder, parsed) is not { } reports || LabData.Find(story.Gold, parsed) is not { } file) continue;
                foreach (var (measure, value) in Score(GoldStory.Read(file, reports), parsed.GetValue(errors), patterns))
                {
                    floors.Check(story.ReportsName, measure, value);
                    var (sum, count) = sums.GetValueOrDefault(measure);
                    sums[measure] = (sum + value, count + 1);
                }
            }
            foreach (var (measure, (sum, count)) in sums) floors.Check("mean of stories", measure, sum / count);
            patterns?.Print();
            return floors.ExitCode;
        });
        return command;
    }

    private static IEnumerable<(string, double)> Score(IEnumerable<GoldReport> reports, bool explain, PatternTable? patterns)
    {
        int read = 0,
            gold = 0,
            matched = 0,
            speakers = 0,
            kinds = 0,
            responses = 0,
            responsesRead = 0,
            responsesGold = 0,
            sourcesRead = 0,
            sourcesGold = 0,
            sources = 0;
        foreach (var report in reports)
        {
            var reading = LanguageReader.Read(new Article { Id = report.Id, Text = report.Text });
            var mine = AttributionReader.Read(reading);
            patterns?.Add(report.Sayings.Count, without => AttributionReader.Read(reading, without: without), read => Judge(report, read));
            var pairs = Pairs(report, mine);
            read += mine.Length;
            gold += report.Sayings.Count;
            matched += pairs.Count;
            speakers += pairs.Count(p => SameName(Speaker(mine[p.Read]), report.Sayings[p.Gold].Speaker));
            kinds += pairs.Count(p => mine[p.Read].Kind.ToString().Equals(report.Sayings[p.Gold].Kind, StringComparison.OrdinalIgnoreCase));
            var p = mine.Where(a => a.Source is not null)
                .Select(a => string.Join(' ', AttributionScore.Words(report.Text, [a.Source!.Value])))
                .ToHashSet();
            var g = report
                .Sayings.Where(a => a.Source is not null)
                .Select(a => string.Join(' ', AttributionScore.Words(report.Text, [a.Source!.Value])))
                .ToHashSet();
            (sourcesRead, sourcesGold, sources) = (sourcesRead + p.Count, sourcesGold + g.Count, sources + p.Count(g.Contains));
            responsesRead += mine.Count(a => a.Response is not null);
            responsesGold += report.Sayings.Count(a => a.Response is not null);
            responses += report.Sayings.Count(s =>
                s.Response is { } r
                && mine.Any(a =>
                    a.Response is { } m
                    && m.ToString().Equals(r.Replace("-", ""), StringComparison.OrdinalIgnoreCase)
                    && a.Cue is { } c
                    && s.Cue is { } d
                    && c.Overlaps(d)
                )
            );
            if (explain) Explain(report, mine, pairs);
        }
        double F1(int both, int a, int b) => a + b == 0 ? 1 : 2.0 * both / (a + b);
        yield return ("attribution content overlap P", (double)matched / Math.Max(1, read));
        yield return ("attribution content overlap R", (double)matched / Math.Max(1, gold));
        yield return ("attribution content overlap F1", F1(matched, read, gold));
        yield return ("attribution source exact F1", F1(sources, sourcesRead, sourcesGold));
        yield return ("attribution speaker right", (double)speakers / Math.Max(1, matched));
        yield return ("attribution kind right", (double)kinds / Math.Max(1, matched));
        yield return ("responses F1", F1(responses, responsesRead, responsesGold));
    }

    /// <summary>Right where it is paired with an annotated one; near where it touches one.</summary>
    private static IEnumerable<Verdict> Judge(GoldReport report, IReadOnlyList<Attribution> read)
    {
        var paired = Pairs(report, read).Select(p => p.Read).ToHashSet();
        return read.Select((a, i) =>
            paired.Contains(i) ? Verdict.Right
            : report.Sayings.Any(s => s.Cue is { } marked && a.Cue is { } cue && marked.Overlaps(cue)) ? Verdict.Near
            : Verdict.Beside
        );
    }

    private static List<(int Read, int Gold)> Pairs(GoldReport report, IReadOnlyList<Attribution> mine)
    {
        var a = mine.Select(m => AttributionScore.Words(report.Text, m.Content).ToHashSet()).ToArray();
        var b = report.Sayings.Select(m => AttributionScore.Words(report.Text, m.Content).ToHashSet()).ToArray();
        var found = new List<(int, int)>();
        var (usedA, usedB) = (new HashSet<int>(), new HashSet<int>());
        foreach (
            var (i, j, _) in from i in Enumerable.Range(0, a.Length)
            from j in Enumerable.Range(0, b.Length)
            let share = AttributionScore.Share(a[i], b[j])
            where share >= 0.5
            orderby share descending, i, j
            select (i, j, share)
        )
        {
            if (usedA.Contains(i) || usedB.Contains(j)) continue;
            usedA.Add(i);
            usedB.Add(j);
            found.Add((i, j));
        }
        return found;
    }

    /// <summary>The speaker as the briefing's JSON names it.</summary>
    private static string? Speaker(Attribution read) => read.Speaker ?? (read.IsNobodys ? "unspecified" : null);

    private static bool SameName(string? a, string? b)
    {
        if (a is null || b is null) return a is null && b is null;
        HashSet<string> Names(string name) =>
            [
                .. Word.Matches(name.Normalize(System.Text.NormalizationForm.FormKC))
                    .Select(m => m.Value.Replace('’', '\'').ToLowerInvariant())
                    .Where(w => !Ignored.Contains(w)),
            ];
        var (x, y) = (Names(a), Names(b));
        if (x.Count == 0 || y.Count == 0) return a.Trim().Equals(b.Trim(), StringComparison.OrdinalIgnoreCase);
        return x.IsSubsetOf(y) || y.IsSubsetOf(x);
    }

    private static void Explain(GoldReport report, IReadOnlyList<Attribution> mine, List<(int Read, int Gold)> pairs)
    {
        string Show(IEnumerable<Hearsay.Text.TextSpan> spans) => string.Join(" // ", spans.Select(s => s.Of(report.Text).ReplaceLineEndings(" ")));
        foreach (var (i, j) in pairs)
        {
            if (!SameName(Speaker(mine[i]), report.Sayings[j].Speaker))
                Console.WriteLine(
                    $"SPEAKER {mine[i].Speaker ?? "-"} for {report.Sayings[j].Speaker}: {mine[i].Source?.Of(report.Text)} | {mine[i].Cue?.Of(report.Text)}"
                );
            if (mine[i].Source?.Of(report.Text) != report.Sayings[j].Source?.Of(report.Text))
                Console.WriteLine($"SOURCE {mine[i].Source?.Of(report.Text)} for {report.Sayings[j].Source?.Of(report.Text)}");
        }
        for (var i = 0; i < mine.Count; i++)
            if (!pairs.Any(p => p.Read == i))
                Console.WriteLine(
                    $"+ {report.Id} {mine[i].Source?.Of(report.Text)} | {mine[i].Cue?.Of(report.Text)} | {Show(mine[i].Content)} | {mine[i].Response}"
                );
        for (var j = 0; j < report.Sayings.Count; j++)
        {
            var s = report.Sayings[j];
            if (!pairs.Any(p => p.Gold == j))
                Console.WriteLine($"- {report.Id} {s.Source?.Of(report.Text)} | {s.Cue?.Of(report.Text)} | {Show(s.Content)} | {s.Response}");
        }
    }
}

using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Sources;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Lab.Sameness;

/// <summary>A pair of sentences of two reports of one story with what the gold says of it, and what it is judged by.</summary>
/// <param name="Story">Index of the story among the corpus'.</param>
/// <param name="Shares">Both state a claim in full.</param>
/// <param name="Touches">Both state a claim, in full or in part.</param>
/// <param name="Carries">The second states, in full or in part, every weighty claim of the first.</param>
/// <param name="Features">Null where the two have next to no word in common and are never compared.</param>
internal sealed record JudgedPair(int Story, bool Shares, bool Touches, bool Carries, double[]? Features);

/// <summary>The stories with matrix gold, read, and every pair of their sentences with its labels.</summary>
internal sealed class PairCorpus
{
    private readonly Boosting boosting;
    private readonly JudgedPair[] near;

    public PairCorpus(string root)
    {
        Stories = [.. MatrixGold.All(root)];
        Reports = [.. Stories.Select(s => s.Ids.Select(id => FileOf(s.Folder, id)).AsParallel().AsOrdered().Select(f => (File: f, Report: Read(f))).Where(r => r.Report is not null).ToArray())];
        Pairs = [.. Stories.SelectMany((s, i) => Judged(s, i))];
        near = [.. Pairs.Where(p => p.Features is not null)];
        boosting = new Boosting([.. near.Select(p => p.Features!)], new BoostingOptions());
    }

    /// <summary>The reports are read deeply, as `brief` reads them.</summary>
    public DeepReadings Deep { get; } = new();

    public MatrixGold[] Stories { get; }

    public (string File, Report? Report)[][] Reports { get; }

    public JudgedPair[] Pairs { get; }

    /// <summary>A judge that learned from all stories but one; from all where <paramref name="without"/> is -1.</summary>
    public SameJudge Judge(int without) =>
        new(
            // what touches without sharing is neither: it is left out
            boosting.Grow([.. near.Select(p => p.Shares)], [.. near.Select(p => p.Story == without || (p.Touches && !p.Shares) ? 0.0 : 1)]),
            boosting.Grow([.. near.Select(p => p.Carries)], [.. near.Select(p => p.Story == without ? 0.0 : 1)]));

    /// <summary>A judge that did not see the story of this name.</summary>
    public SameJudge JudgeWithout(string story) => Judge(Array.FindIndex(Stories, s => s.Name == story));

    private IEnumerable<JudgedPair> Judged(MatrixGold gold, int story)
    {
        var reports = Reports[story];
        var text = new StoryText(SpeakerCorroborator.Corroborate(StoryGrouper.Tell([.. reports.Select(r => r.Report!)])));
        var files = reports.ToDictionary(r => r.Report!.Article.Id, r => r.File, StringComparer.Ordinal);
        var stated = text.Reports.ToDictionary(r => r.Id, r => Stated(gold, files[r.Id], r), StringComparer.Ordinal);
        var senses = Judgements.Senses(text);
        var features = Judgements.Pairs(senses).ToDictionary(p => (p.A, p.B), p => p.Features);
        foreach (var one in senses)
        {
            foreach (var two in senses.Where(r => r != one))
            {
                foreach (var (a, b) in one.SelectMany(a => two.Select(b => (a, b))))
                {
                    var (x, y) = (stated[a.Report.Id][a.Index], stated[b.Report.Id][b.Index]);
                    var compared = features.GetValueOrDefault((a, b));
                    if (compared is null && !x.Any.Overlaps(y.Any)) continue;
                    yield return new JudgedPair(story, x.Full.Overlaps(y.Full), x.Any.Overlaps(y.Any), x.Weighty.Count > 0 && x.Weighty.IsSubsetOf(y.Any), compared);
                }
            }
        }
    }

    private static Claims[] Stated(MatrixGold gold, string file, ReportText report)
    {
        var (raw, id) = (GoldFiles.RawText(file), Path.GetFileNameWithoutExtension(file));
        return
        [
            .. SentenceMap.Of(raw, MatrixGold.Sentences(raw), report.Text, report.Sentences).Select(numbers =>
            {
                var full = numbers.SelectMany(n => gold.Full($"{id}:{n}")).ToHashSet(StringComparer.Ordinal);
                var any = numbers.SelectMany(n => gold.Part($"{id}:{n}")).Concat(full).ToHashSet(StringComparer.Ordinal);
                var mine = full.Count > 0 ? full : any;
                var weighty = mine.Where(c => gold.Salience[c] >= 2).ToHashSet(StringComparer.Ordinal);
                return new Claims(full, any, weighty.Count > 0 ? weighty : mine);
            }),
        ];
    }

    private Report? Read(string file)
    {
        var (pages, failures) = (new List<RawPage>(), new List<Failure>());
        FileReader.Read(file, pages, failures);
        return pages.Count == 0 ? null : Reader.Read(pages[0], Deep).Report;
    }

    private static string FileOf(string folder, string id) => Path.Combine(folder, id + (File.Exists(Path.Combine(folder, id + ".json")) ? ".json" : ".txt"));

    /// <summary>The claims that a sentence states: in full, in any way, and those that decide whether another sentence carries it.</summary>
    private sealed record Claims(HashSet<string> Full, HashSet<string> Any, HashSet<string> Weighty);
}

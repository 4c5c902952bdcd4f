using System.CommandLine;
using Hearsay.Lab.Sameness;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Stories;

/// <summary>
/// Pairs of reports of one event or of two, and the trees that learn from them: of ECB+, where each topic has two events that look alike, and of the
/// stories that were judged sentence by sentence.
/// </summary>
internal sealed class EventCorpus
{
    /// <summary>In so many turns each report is left out once, with all of its topic or story.</summary>
    public const int Turns = 5;

    /// <summary>Judged stories that come together as one small batch.</summary>
    private const int SmallBatch = 4;

    private const int JudgedWeight = 3;

    /// <summary>No two reports have a sentence of so many letters by chance.</summary>
    private const int LongSentence = 90;

    private static readonly BoostingOptions Options = new() { Trees = 200, Leaves = 8, LeastWeight = 20, Ridge = 5 };

    private readonly List<Row> rows = [];
    private readonly Dictionary<string, int> turnOf = new(StringComparer.Ordinal);
    private readonly Lazy<Boosting> boosting;

    /// <summary>The pairs of reports that have something in common.</summary>
    private EventCorpus(GroupedReports ecb, GroupedReports judged)
    {
        // small batches and one stream: words are rarer in the one than in the other
        foreach (var (corpus, weight) in ((GroupedReports, int)[])[(ecb, 1), (judged, JudgedWeight)])
        {
            var all = corpus.Reports.Select(r => new Labelled(StorySignature.Of(r), corpus.StoryOf[r.Article.Id])).ToList();
            var topics = all.Select(r => TopicOf(r.Event)).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(t => t.Item, t => t.Index, StringComparer.Ordinal);
            foreach (var report in corpus.Reports)
                foreach (var key in KeysOf(report)) turnOf[key] = topics[TopicOf(corpus.StoryOf[report.Article.Id])] % Turns;
            foreach (var batch in all.GroupBy(r => topics[TopicOf(r.Event)] / (corpus == ecb ? 1 : SmallBatch))) Add([.. batch], topics, weight);
            Add(all, topics, weight);
        }

        boosting = new Lazy<Boosting>(() => new Boosting([.. rows.Select(r => r.Features)], Options));
    }

    /// <summary>The corpus of everything that may be learned from; null where a part of it is absent.</summary>
    public static EventCorpus? Of(ParseResult parsed) =>
        GroupedReports.Ecb(parsed) is { } ecb && LabData.Find("gold", parsed) is not null ? new EventCorpus(ecb, GroupedReports.Judged(parsed)) : null;

    /// <summary>In which turn the report is left out, whatever corpus it is met in; -1 where nothing learned from it.</summary>
    public int TurnOf(Report report) => KeysOf(report).Where(turnOf.ContainsKey).Select(k => turnOf[k]).FirstOrDefault(-1);

    /// <summary>The judge that learned from all, or from all that is not left out in this turn.</summary>
    public EventJudge Trained(int without = -1) => new(Grow(without));

    /// <summary>Trains on everything and writes the data file.</summary>
    public static int Write(ParseResult parsed, string folder)
    {
        if (Of(parsed) is { } corpus) File.WriteAllLines(Path.Combine(folder, "same-event.trees"), corpus.Grow(-1).Write());
        return 0;
    }

    private static string TopicOf(string story) => story.TrimEnd('+');

    /// <summary>The long sentences, by their letters: the same for one text in two corpora that cut it differently.</summary>
    private static IEnumerable<string> KeysOf(Report report) =>
        report.Sentences.Select(s => new string([.. s.Span.Of(report.Article.Text).ToString().Where(char.IsLetter)])).Where(l => l.Length >= LongSentence);

    private TreeEnsemble Grow(int without) =>
        boosting.Value.Grow([.. rows.Select(r => r.IsOne)], [.. rows.Select(r => without >= 0 && (r.A == without || r.B == without) ? 0.0 : r.Weight)]);

    private void Add(List<Labelled> reports, Dictionary<string, int> topics, int weight)
    {
        var weighted = WordWeights.Of([.. reports.Select(r => r.Signature)]).Reports;
        for (var b = 0; b < reports.Count; b++)
        {
            for (var a = 0; a < b; a++)
            {
                var features = EventJudge.Features(weighted[a], weighted[b]);
                if (features[0] < ReportLikeness.LeastCosine) continue;
                var (x, y) = (reports[a].Event, reports[b].Event);
                rows.Add(new Row(features, x == y, topics[TopicOf(x)] % Turns, topics[TopicOf(y)] % Turns, weight));
            }
        }
    }

    private sealed record Labelled(StorySignature Signature, string Event);

    private sealed record Row(double[] Features, bool IsOne, int A, int B, double Weight);
}

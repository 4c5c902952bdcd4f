using System.Numerics.Tensors;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// A sentence that comes near a stretch: by the cosine of what both mean (of their words where vectors are not known), by how many standard deviations
/// that lies above the story's mean, and by the nearest of its neighbours' cosines.
/// </summary>
internal readonly record struct NearSentence(Stretch Sentence, double Cosine, double Deviation, double Around);

/// <summary>The sentences of a story, and which of them come near a stretch: of each report the few that share most with it in meaning or in words.</summary>
internal sealed class NearSentences
{
    /// <summary>So many of each report by meaning, and so many by words: what is said once is seldom said five times.</summary>
    private const int Nearest = 4;

    private readonly Stretch[][] reports;
    private readonly Stretch[] all;
    private readonly int[] first;
    private readonly Dictionary<string, List<int>> having = new(StringComparer.Ordinal);
    private readonly StoryText story;

    public NearSentences(StoryText story)
    {
        (this.story, Pairs) = (story, new SentencePairs(story));
        reports = [.. story.Reports.Select(r => r.Sentences.Select((_, i) => new Stretch(story, r, i)).ToArray())];
        all = [.. reports.SelectMany(r => r)];
        first = new int[reports.Length];
        for (var r = 1; r < reports.Length; r++) first[r] = first[r - 1] + reports[r - 1].Length;
        for (var i = 0; i < all.Length; i++)
        {
            foreach (var stem in all[i].Words.Distinct)
            {
                if (!having.TryGetValue(stem, out var list)) having[stem] = list = [];
                list.Add(i);
            }
        }
    }

    /// <summary>How many reports the story has.</summary>
    public int Reports => reports.Length;

    /// <summary>Its sentences by the form of their words.</summary>
    public SentencePairs Pairs { get; }

    /// <summary>In the order of the reports and their text.</summary>
    public IReadOnlyList<Stretch> All => all;

    /// <summary>Its place in <see cref="All"/>.</summary>
    public int PlaceOf(Stretch sentence) => first[sentence.Report.Order] + sentence.Sentence;

    /// <summary>The sentence before it in its report.</summary>
    public Stretch? Before(Stretch sentence) => sentence.Sentence > 0 ? reports[sentence.Report.Order][sentence.Sentence - 1] : null;

    /// <summary>The sentences of all reports but <paramref name="but"/> that come near, by report and text.</summary>
    public List<NearSentence> Of(Stretch stretch, ReportText? but)
    {
        var (common, cosines) = (new float[all.Length], new float[all.Length]);
        foreach (var stem in stretch.Words.Distinct)
        {
            var weight = (float)story.Weight(stem);
            foreach (var i in having.GetValueOrDefault(stem) ?? []) common[i] += weight;
        }

        for (var i = 0; i < all.Length; i++) cosines[i] = Cosine(stretch.Words, all[i].Words, common[i]);
        var mean = TensorPrimitives.Sum<float>(cosines) / all.Length;
        var deviation = Math.Sqrt(Math.Max(1e-6, (TensorPrimitives.SumOfSquares<float>(cosines) / all.Length) - (mean * mean)));
        var near = new List<NearSentence>();
        foreach (var report in reports.Where(r => r.Length > 0 && r[0].Report != but))
        {
            var from = first[report[0].Report.Order];
            var places = Enumerable.Range(from, report.Length).ToArray();
            var chosen = places.OrderByDescending(i => cosines[i]).ThenBy(i => i).Take(Nearest)
                .Concat(places.Where(i => common[i] > 0).OrderByDescending(i => common[i]).ThenBy(i => i).Take(Nearest));
            foreach (var i in chosen.Distinct().Order().Where(i => all[i].Words.Stems.Count > 0))
            {
                var around = Math.Max(i > from ? cosines[i - 1] : 0, i + 1 < from + report.Length ? cosines[i + 1] : 0);
                near.Add(new NearSentence(all[i], cosines[i], (cosines[i] - mean) / deviation, around));
            }
        }

        return near;
    }

    private static float Cosine(ContentWords a, ContentWords b, float common) =>
        a.HasMeaning && b.HasMeaning ? TensorPrimitives.Dot<float>(a.Sum, b.Sum)
        : a.Weight * b.Weight > 0 ? common / MathF.Sqrt(a.Weight * b.Weight)
        : 0;
}

using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Reconciliation;

// A story and its provenance in, its claims with their support in each report out, the most important first.
// Method: every sentence is a claim's wording if its report stands for it; a sentence of another report supports it only where the judge finds that it
// states all that matters of it (SameJudge, one-way), and carries a part of it where both share a statement. Sentences that state all of each other
// are one claim, worded by the one that more reports carry, that stands better by itself, and that says least beside. Unsure is no support.
// Importance: how many independent origins assert it, how many reports, how near the top, whether it carries a figure or answers somebody, and how
// many of its words other reports use too.
// Source: textual entailment for support (Dagan et al. 2006) in place of likeness; weights of importance set by hand.
// Limits: a sentence is not split, so that of two sentences which share one statement of two neither carries the other.

/// <summary>Builds the claims of a story.</summary>
internal static class ClaimBuilder
{
    /// <summary>At this probability a sentence counts as carrying another: nine times in ten it does.</summary>
    private const double Carried = 0.6;

    /// <summary>At this probability two sentences count as sharing a statement.</summary>
    private const double Shared = 0.5;

    /// <summary>No story has more claims that one report alone makes.</summary>
    private const int MostAlone = 40;

    public static ImmutableArray<Claim> Build(StoryText story, Provenance provenance, SameJudge judge)
    {
        var origins = provenance
            .Origins.SelectMany((o, i) => o.ArticleIds.Select(id => (id, i)))
            .DistinctBy(x => x.id)
            .ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
        var judged = new Judgements(story, judge);
        var groups = Enumerable.Range(0, judged.Sentences.Length)
            .Where(i => judged.Sentences[i].Weights.Count >= 2)
            .Select(i => new ClaimGroup(i, judged, origins, story, Carried, Shared))
            .OrderByDescending(g => g.Origins).ThenByDescending(g => g.Reports).ThenBy(g => g.Faults).ThenBy(g => g.Content).ThenBy(g => g.Sentence);
        var (kept, taken, alone) = (new List<ClaimGroup>(), new HashSet<int>(), new List<ClaimGroup>());
        foreach (var group in groups)
        {
            if (taken.Contains(group.Sentence)) continue;
            (group.Reports > 1 ? kept : alone).Add(group);
            taken.UnionWith(group.Equals(judged, Carried));
        }

        return [.. kept.Concat(alone.OrderByDescending(g => g.Importance).ThenBy(g => g.Sentence).Take(MostAlone))
            .OrderByDescending(g => g.Importance).ThenBy(g => g.Sentence)
            .DistinctBy(g => g.Text, StringComparer.Ordinal)
            .Select((g, i) => g.Claim("c" + (i + 1).ToString(CultureInfo.InvariantCulture)))];
    }
}

/// <summary>A sentence as a claim, the sentences of other reports that carry all of it or a part, and how much it matters.</summary>
internal sealed class ClaimGroup
{
    private readonly SentenceSense own;
    private readonly ImmutableArray<SentenceSense> support;
    private readonly ImmutableArray<SentenceSense> partial;

    public ClaimGroup(int sentence, Judgements judged, IReadOnlyDictionary<string, int> originOf, StoryText story, double carried, double shared)
    {
        (Sentence, own) = (sentence, judged.Sentences[sentence]);
        support = Best(judged, judged.Of(sentence).Where(j => j.Carrying >= carried), j => j.Carrying);
        var known = support.Select(s => s.Report.Order).ToHashSet();
        partial = [.. Best(judged, judged.Of(sentence).Where(j => j.Sharing >= shared), j => j.Sharing).Where(s => !known.Contains(s.Report.Order))];
        var reports = support.Add(own).Select(s => s.Report).Distinct().ToArray();
        Reports = reports.Length;
        Origins = reports.Select(r => originOf.TryGetValue(r.Id, out var o) ? o : -1 - r.Order).Distinct().Count();
        Faults = FaultsOf(own);
        Importance = Weighed() - (1 - story.Shared(own.Weights.Keys)) - Faults;
    }

    /// <summary>Index of the sentence in the story.</summary>
    public int Sentence { get; }

    public int Reports { get; }

    public int Origins { get; }

    public double Importance { get; }

    /// <summary>What makes the sentence hard to read by itself, 0 for nothing.</summary>
    public double Faults { get; }

    /// <summary>How much its words tell.</summary>
    public double Content => own.Squares;

    /// <summary>The sentence's words.</summary>
    public string Text => Wording.Of(own.Report, own.Span);

    /// <summary>The sentences that say the same, no more and no less.</summary>
    public IEnumerable<int> Equals(Judgements judged, double carried) =>
        judged.Of(Sentence).Where(j => j.Carrying >= carried && judged.Of(j.Other).Any(k => k.Other == Sentence && k.Carrying >= carried))
            .Select(j => j.Other)
            .Append(Sentence);

    public Claim Claim(string id) => new()
    {
        Id = id,
        Text = Text,
        AccordingTo = own.Speakers,
        Support = [own.Citation, .. support.Select(s => s.Citation)],
        Partial = [.. partial.Select(s => s.Citation)],
        Outlets = Reports,
        IndependentOrigins = Origins,
    };

    /// <summary>Of each report the likeliest sentence, in the order of the reports.</summary>
    private static ImmutableArray<SentenceSense> Best(Judgements judged, IEnumerable<Judgement> all, Func<Judgement, double> likely) =>
    [
        .. all.GroupBy(j => judged.Sentences[j.Other].Report.Order)
            .OrderBy(g => g.Key)
            .Select(g => judged.Sentences[g.OrderByDescending(likely).ThenBy(j => j.Other).First().Other]),
    ];

    private double Weighed()
    {
        var lead = support.Add(own).Max(s => 1.0 / (1 + s.Index));
        var figures = own.Report.Index.FiguresNear(own.Span).Any(f => own.Span.Contains(f.Span)) ? 0.3 : 0;
        var answers = own.Report.Answering.Contains(own.Index) ? 0.6 : 0;
        return Math.Log2(Origins + 1) + Math.Log2(Reports + 1) + (0.5 * Math.Log2(partial.Length + 1)) + lead + figures + answers;
    }

    private static double FaultsOf(SentenceSense own)
    {
        var text = own.Span.Of(own.Report.Text);
        return (own.Forms is [var first, ..] && PointsBack(first) ? 0.8 : 0) + (text.Length < 40 ? 0.5 : text.Length > 280 ? 0.4 : 0) + (text.EndsWith('?') ? 0.6 : 0);
    }

    /// <summary>True for words that only the sentence before explains.</summary>
    private static bool PointsBack(string form) => (Thesaurus.Of(form) & Thesaurus.Backward) != 0;
}

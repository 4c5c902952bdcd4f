using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Reconciliation.Importance;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Reconciliation;

// A story and its provenance in, its claims with their support in each report out, the most important first.
// Method: every sentence is a claim's wording if its report stands for it, and every clause of one that another report states; a sentence of another
// report supports it only where the judge finds that it states all that matters of it (SameJudge, one-way), and carries a part of it where it touches the
// matter. Sentences that state all of each other are one claim, worded by the one that more reports carry, that stands better by itself, and that leads
// best. Unsure is no support.
// What matters is learned (ImportanceJudge); a clause matters as its sentence does.
// Source: textual entailment for support (Dagan et al. 2006) in place of likeness.
// Limits: a report that states all of a sentence in two of its own does not support it; headlines are no sentences.

/// <summary>Builds the claims of a story.</summary>
internal static class ClaimBuilder
{
    /// <summary>At this probability a sentence counts as stating another: of those above it nine in ten do.</summary>
    private const double Stated = 0.7;

    /// <summary>The same of a clause, for which no count is printed.</summary>
    private const double ClauseStated = 0.75;

    /// <summary>At this probability a sentence counts as touching what another states.</summary>
    private const double Touched = 0.5;

    /// <summary>No story has more claims that one report alone makes.</summary>
    private const int MostAlone = 40;

    public static ImmutableArray<Claim> Build(StoryText story, Provenance provenance, Judgements judged, ImportanceJudge importance)
    {
        var origins = provenance
            .Origins.SelectMany((o, i) => o.ArticleIds.Select(id => (id, i)))
            .DistinctBy(x => x.id)
            .ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
        var features = new ImportanceFeatures(story, judged, r => origins.TryGetValue(r.Id, out var o) ? o : -1 - r.Order);
        var weighed = judged.Sentences.AsParallel().AsOrdered().Select((s, i) => (Sentence: s, Features: features.Of(i)))
            .ToDictionary(x => (x.Sentence.Report.Order, x.Sentence.Sentence), x => (Lead: importance.Lead(x.Features), Weight: importance.Weight(x.Features)));
        var groups = Enumerable.Range(0, judged.Stretches.Length)
            .Where(i => judged.Stretches[i].Words.Distinct.Count >= 2)
            .Select(i => new ClaimGroup(i, judged, provenance, story, i < judged.Sentences.Length ? Stated : ClauseStated, Touched))
            .OrderByDescending(g => g.Origins).ThenByDescending(g => g.Reports).ThenBy(g => g.Faults)
            .ThenByDescending(g => weighed[g.Sentence].Lead).ThenBy(g => g.Content).ThenBy(g => g.Stretch);
        var (kept, taken, alone) = (new List<ClaimGroup>(), new HashSet<int>(), new List<ClaimGroup>());
        foreach (var group in groups)
        {
            if (taken.Contains(group.Stretch) || (!group.IsSentence && group.Reports < 2)) continue;
            (group.Reports > 1 ? kept : alone).Add(group);
            taken.UnionWith(group.Equal);
        }

        return [.. kept.Concat(alone.OrderByDescending(g => weighed[g.Sentence].Weight).ThenBy(g => g.Stretch).Take(MostAlone))
            .OrderByDescending(g => weighed[g.Sentence].Lead).ThenBy(g => g.Stretch)
            .DistinctBy(g => g.Text, StringComparer.Ordinal)
            .Select((g, i) => g.Claim("c" + (i + 1).ToString(CultureInfo.InvariantCulture)) with
            {
                Lead = weighed[g.Sentence].Lead, Weight = weighed[g.Sentence].Weight,
            })];
    }
}

/// <summary>A sentence or clause as a claim, the sentences of other reports that carry all of it or a part.</summary>
internal sealed class ClaimGroup
{
    private readonly Stretch own;
    private readonly ImmutableArray<Stretch> support;
    private readonly ImmutableArray<Stretch> partial;
    private readonly ImmutableArray<Stretch> equal;

    public ClaimGroup(int stretch, Judgements judged, Provenance provenance, StoryText story, double stated, double touched)
    {
        (Stretch, own) = (stretch, judged.Stretches[stretch]);
        IsSentence = stretch < judged.Sentences.Length;
        Equal = IsSentence ? [.. EqualTo(stretch, judged, stated)] : [];
        equal = [.. Equal.Select(i => judged.Sentences[i])];
        support = Best(judged, judged.Of(stretch).Where(j => j.Stating >= stated), j => j.Stating);
        var known = support.Select(s => s.Report.Order).ToHashSet();
        partial = [.. Best(judged, judged.Of(stretch).Where(j => j.Touching >= touched), j => j.Touching).Where(s => !known.Contains(s.Report.Order))];
        var reports = support.Add(own).Select(s => s.Report).Distinct().ToArray();
        Reports = reports.Length;
        Origins = provenance.IndependentOf(reports.Select(r => r.Id));
        Faults = FaultsOf(own);
    }

    /// <summary>Index of the stretch among all that were judged.</summary>
    public int Stretch { get; }

    /// <summary>False for a clause within a sentence.</summary>
    public bool IsSentence { get; }

    public int Reports { get; }

    public int Origins { get; }

    /// <summary>The sentence that it is or stands in: the report's place in the story, and its own in the report.</summary>
    public (int Report, int Sentence) Sentence => (own.Report.Order, own.Sentence);

    /// <summary>What makes the sentence hard to read by itself, 0 for nothing.</summary>
    public double Faults { get; }

    /// <summary>How much its words tell.</summary>
    public double Content => own.Words.Weight;

    /// <summary>The sentence's words.</summary>
    public string Text => own.Text;

    /// <summary>The sentences, by index, that say no more and no less than this one, itself among them; none for a clause.</summary>
    public ImmutableArray<int> Equal { get; }

    public Claim Claim(string id) => new()
    {
        Id = id,
        Text = Text,
        IsClause = !IsSentence,
        AccordingTo = own.Speakers,
        Support = [own.Citation, .. support.Select(s => s.Citation)],
        Partial = [.. partial.Select(s => s.Citation)],
        Equal = [.. equal.Select(s => s.Citation)],
        Outlets = Reports,
        IndependentOrigins = Origins,
    };

    private static IEnumerable<int> EqualTo(int stretch, Judgements judged, double stated) =>
        judged.Of(stretch).Where(j => j.Stating >= stated && judged.Of(j.Sentence).Any(k => k.Sentence == stretch && k.Stating >= stated))
            .Select(j => j.Sentence)
            .Append(stretch);

    /// <summary>Of each report the likeliest sentence, in the order of the reports.</summary>
    private static ImmutableArray<Stretch> Best(Judgements judged, IEnumerable<Judgement> all, Func<Judgement, double> likely) =>
    [
        .. all.GroupBy(j => judged.Sentences[j.Sentence].Report.Order)
            .OrderBy(g => g.Key)
            .Select(g => judged.Sentences[g.OrderByDescending(likely).ThenBy(j => j.Sentence).First().Sentence]),
    ];

    private static double FaultsOf(Stretch own)
    {
        var text = own.Span.Of(own.Report.Text);
        return (own.Forms is [var first, ..] && PointsBack(first) ? 0.8 : 0) + (text.Length < 40 ? 0.5 : text.Length > 280 ? 0.4 : 0) + (text.EndsWith('?') ? 0.6 : 0);
    }

    /// <summary>True for words that only the sentence before explains.</summary>
    private static bool PointsBack(string form) => (Thesaurus.Of(form) & Thesaurus.Backward) != 0;
}

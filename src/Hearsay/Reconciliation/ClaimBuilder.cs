using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Copies;

namespace Hearsay.Reconciliation;

// A story and its provenance in, its main claims with their support in each report out, the most important first.
// Method: every report is cut into units (ClaimUnit: attributed content, or a sentence of the outlet's own); units that share telling words are
// scored by the weight of what they have in common and joined by average link; the wording is that of the unit most like all the others.
// Importance: how many independent origins assert it, how many reports, how near the top, whether it carries a figure or answers somebody, and how
// many of its words other reports use too.
// Source: sentence clustering and centroid choice as in multi-document summarisation (Radev et al. 2004, MEAD); weights set by hand.
// Limits: words, not meanings, are compared: a claim and its denial stay apart only where the denial is an attribution ("denied that").

/// <summary>Builds the claims of a story.</summary>
internal static class ClaimBuilder
{
    private const double Alike = 0.32;

    private const int MostThroughOneWord = 150;

    /// <summary>No story has more main claims than this.</summary>
    private const int MostClaims = 40;

    public static ImmutableArray<Claim> Build(StoryText story, Provenance provenance)
    {
        var origins = provenance
            .Origins.SelectMany((o, i) => o.ArticleIds.Select(id => (id, i)))
            .DistinctBy(x => x.id)
            .ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
        var units = ClaimUnit.Of(story);
        var likeness = AverageLink
            .Pairs([.. units.Select(u => u.Words.Stems)], MostThroughOneWord)
            .Where(p => units[p.A].Denies == units[p.B].Denies)
            .ToDictionary(p => p, p => WordBag.Likeness(units[p.A].Words, units[p.B].Words));
        var groups = AverageLink
            .Group(units.Length, likeness, Alike, 0)
            .Select(g => new ClaimGroup([.. g.Select(i => units[i])], Central(g, units, likeness), origins, story));
        return [.. groups.OrderByDescending(g => g.Importance).ThenBy(g => g.Units[0].Report.Order).ThenBy(g => g.Units[0].Span)
            .DistinctBy(g => g.Central.Text, StringComparer.Ordinal).Take(MostClaims)
            .Select((g, i) => g.Claim("c" + (i + 1).ToString(CultureInfo.InvariantCulture)))];
    }

    private static ClaimUnit Central(List<int> group, ImmutableArray<ClaimUnit> units, Dictionary<(int A, int B), double> likeness) =>
        units[group.MaxBy(i => group.Sum(j => i == j ? 0 : likeness.GetValueOrDefault(i < j ? (i, j) : (j, i))))];
}

/// <summary>Units of one claim, the one whose wording it takes, and how much the claim matters.</summary>
internal sealed class ClaimGroup
{
    public ClaimGroup(ImmutableArray<ClaimUnit> units, ClaimUnit central, IReadOnlyDictionary<string, int> originOf, StoryText story)
    {
        (Units, Central) = (units, central);
        Reports = units.Select(u => u.Report.Order).Distinct().Count();
        Origins = units.Select(u => originOf.TryGetValue(u.Report.Id, out var o) ? o : -1 - u.Report.Order).Distinct().Count();
        Importance = Weighed() - (1 - story.Shared(central.Words.Stems));
    }

    public ImmutableArray<ClaimUnit> Units { get; }

    public ClaimUnit Central { get; }

    public int Reports { get; }

    public int Origins { get; }

    public double Importance { get; }

    public Claim Claim(string id) => new()
    {
        Id = id,
        Text = Central.Text,
        AccordingTo =
        [
            .. Units
                .Select(u => u.Speaker)
                .OfType<string>()
                .GroupBy(s => s, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ],
        Support = [.. Units.Select(u => u.Citation)],
        Outlets = Reports,
        IndependentOrigins = Origins,
    };

    private double Weighed()
    {
        var lead = Units.Max(u => 1.0 / (1 + Math.Max(0, u.Sentence)));
        var figures = Units.Any(u => u.Report.Index.FiguresNear(u.Span).Any(f => u.Span.Contains(f.Span))) ? 0.3 : 0;
        var answers = Units.Any(u => u.Report.Answering.Contains(u.Sentence)) ? 0.6 : 0;
        return Math.Log2(Origins + 1) + Math.Log2(Reports + 1) + lead + figures + answers;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Copies;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Reconciliation;

// The figures of a story in, series of figures that answer the same question out; a figure that stands alone is a series of one.
// Method: pairs of figures that share the value, a word of what they count or one beside it, or stand in sentences that touch. Where both values can
// hold they are judged by trees that learned from stories whose questions are known (FigurePairs, SameJudge.Question) and joined from the likeliest down
// by average link. Then values that contradict each other are joined by a likeness set by hand (FigureLikeness): few stories teach what a dispute looks
// like, and a difference between sources is only claimed where the words say that both are for one thing. What is exact is ruled: two currencies, two
// fates, a part and its whole are never one question. The verdict is SeriesVerdict's. A series with a figure that a person hid is left out, whoever else
// gives it; the numbers of the others stay.
// Source: average-link clustering (Sokal and Michener 1958); the features are our own.
// Limits: what the text leaves to the reader's knowledge (that one place is part of another) is not known here.

/// <summary>Builds the series of figures.</summary>
internal static class FigureSeriesBuilder
{
    /// <summary>At this probability two figures, or two groups of them by the mean of their pairs, answer one question with values that go together.</summary>
    private const double Likely = 0.2;

    /// <summary>At this likeness two values that contradict each other answer one question.</summary>
    private const double Threshold = 0.5;

    /// <summary>At or above it one pair alone joins two values: it names them for one and the same mention, or in the same words.</summary>
    private const double Sure = 0.75;

    /// <summary>The figures of a story in the order of its reports and their text.</summary>
    public static FigureProfile[] Profiles(StoryText story) =>
        [.. story.Reports.SelectMany(r => r.Report.Figures.OrderBy(f => f.Span).Select(f => new FigureProfile(r, f, story)))];

    public static ImmutableArray<FigureSeries> Build(StoryText story, Provenance provenance, Judgements judged, SameJudge judge)
    {
        var figures = Profiles(story);
        var converted = Conversions.Of(figures);
        var conversions = converted.ToLookup(c => c.Value, c => c.Key);
        var own = Enumerable.Range(0, figures.Length).Where(i => !converted.ContainsKey(i)).ToArray();
        var pairs = new FigurePairs(story, [.. own.Select(i => figures[i])], judged);
        var groups = Joined(pairs, judge).Select(g => WithConversions([.. g.Select(i => own[i])], conversions)).ToList();
        var ordered = groups
            .OrderByDescending(g => g.Select(i => figures[i].Report.Order).Distinct().Count()).ThenByDescending(g => g.Count).ThenBy(g => g[0])
            .Select(g => g.Select(i => figures[i]).ToImmutableArray()).ToArray();
        var questions = Questions(ordered);
        var conversion = converted.Keys.Select(i => figures[i]).ToHashSet();
        return
        [
            .. ordered.Select((g, i) => new FigureSeries(
                "f" + (i + 1).ToString(CultureInfo.InvariantCulture), questions[i].Text, SeriesVerdict.Of([.. g.Where(f => !conversion.Contains(f))]),
                [.. g.Select(f => f.Figure.Id)], SeriesWording.Note(g.Select(f => (f.Figure, f.Report.Text, f.Report.Outlet))))
            {
                IndependentOrigins = provenance.IndependentOf(g.Select(f => f.Report.Id)), IsWhole = questions[i].IsWhole,
                IsPinned = g.Any(f => f.Figure.IsPinned == true),
            }).Where((_, i) => !ordered[i].Any(f => f.Figure.IsPinned == false)),
        ];
    }

    /// <summary>The figures of a group, then what their reports convert them to.</summary>
    private static List<int> WithConversions(List<int> group, ILookup<int, int> conversions) =>
        [.. group, .. group.SelectMany(i => conversions[i]).Order()];

    /// <summary>Two series that would ask the same are told apart by the words around their figures; a whole question stays with the first that asks it.</summary>
    private static (string Text, bool IsWhole)[] Questions(ImmutableArray<FigureProfile>[] series)
    {
        var questions = series.Select(SeriesWording.Question).ToArray();
        var asking = questions.Select((q, i) => (q.Text, i)).GroupBy(q => q.Text, q => q.i, StringComparer.OrdinalIgnoreCase);
        var kept = asking.Where(g => g.Count() == 1 || questions[g.First()].IsWhole).Select(g => g.First()).ToHashSet();
        return [.. questions.Select((q, i) => kept.Contains(i) ? q : (SeriesWording.AroundGap(series[i]), false))];
    }

    private static List<List<int>> Joined(FigurePairs pairs, SameJudge judge)
    {
        var agreeing = pairs.Agreeing.AsParallel().AsOrdered().Select(p => (Pair: p, Value: judge.Question.Probability(pairs.Of(p))));
        var values = AverageLink.Group(pairs.Figures.Length, agreeing.ToDictionary(p => p.Pair, p => p.Value), Likely, 0);
        var groupOf = values.SelectMany((g, i) => g.Select(f => (f, i))).ToDictionary(x => x.f, x => x.i);
        var between = pairs.All.Select(p => (A: groupOf[p.Pair.A], B: groupOf[p.Pair.B], p.Likeness)).Where(p => p.A != p.B)
            .GroupBy(p => (Math.Min(p.A, p.B), Math.Max(p.A, p.B)))
            .ToDictionary(g => g.Key, g => Between([.. g.Select(p => p.Likeness)], values[g.Key.Item1].Count * values[g.Key.Item2].Count));
        return
        [
            .. AverageLink.Group(values.Count, between, Threshold, -1).Select(g => g.SelectMany(v => values[v]).Order().ToList()).OrderBy(g => g[0]),
        ];
    }

    /// <summary>Two values answer one question where one pair of their figures surely does, else by the mean of all pairs.</summary>
    private static double Between(double[] pairs, int all) => pairs.Max() is >= Sure and var best ? best : (pairs.Sum() - (all - pairs.Length)) / all;
}

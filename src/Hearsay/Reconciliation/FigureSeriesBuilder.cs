using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.Reconciliation;

// The figures of a story in, series of figures that answer the same question out; a figure that stands alone is a series of one.
// Method: pairs of figures of one dimension that share a word of what they count, or the value, are scored (FigureLikeness: what is counted,
// words around, value, place, day) and joined from the likeliest down, by average link, first those of one value, then the values: a difference
// between sources is only claimed where the words say that the two figures are for one thing. The verdict is SeriesVerdict's.
// Source: average-link clustering (Sokal and Michener 1958); the features are our own.
// Limits: what the text leaves to the reader's knowledge (that one place is part of another) is not known here; figures without bounds
// ("several") join only on their words.

/// <summary>Builds the series of figures.</summary>
internal static class FigureSeriesBuilder
{
    /// <summary>A pair at or above it speaks for joining; hand-set, see docs/notes.</summary>
    private const double Threshold = 0.5;

    /// <summary>At or above it one pair alone joins two values: it names them for one and the same mention, or in the same words.</summary>
    private const double Sure = 0.75;

    /// <summary>Figures that share more than this many candidates through one word are not compared through that word: it tells nothing.</summary>
    private const int MostThroughOneWord = 400;

    public static ImmutableArray<FigureSeries> Build(StoryText story)
    {
        var figures = story.Reports.SelectMany(r => r.Report.Figures.OrderBy(f => f.Span).Select(f => new FigureProfile(r, f, story))).ToArray();
        var converted = Conversions.Of(figures);
        var conversions = converted.ToLookup(c => c.Value, c => c.Key);
        var own = Enumerable.Range(0, figures.Length).Where(i => !converted.ContainsKey(i)).ToArray();
        var groups = Joined([.. own.Select(i => figures[i])]).Select(g => WithConversions([.. g.Select(i => own[i])], conversions)).ToList();
        var ordered = groups
            .OrderByDescending(g => g.Select(i => figures[i].Report.Order).Distinct().Count()).ThenByDescending(g => g.Count).ThenBy(g => g[0])
            .Select(g => g.Select(i => figures[i]).ToImmutableArray()).ToArray();
        var questions = Questions(ordered);
        var conversion = converted.Keys.Select(i => figures[i]).ToHashSet();
        return [.. ordered.Select((g, i) => Series(g, i + 1, questions[i], SeriesVerdict.Of([.. g.Where(f => !conversion.Contains(f))])))];
    }

    /// <summary>The figures of a group, then what their reports convert them to.</summary>
    private static List<int> WithConversions(List<int> group, ILookup<int, int> conversions) =>
        [.. group, .. group.SelectMany(i => conversions[i]).Order()];

    /// <summary>Two series that would ask the same are told apart by the words around their figures.</summary>
    private static string[] Questions(ImmutableArray<FigureProfile>[] series)
    {
        var questions = series.Select(SeriesWording.Question).ToArray();
        var twice = questions
            .GroupBy(q => q, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. questions.Select((q, i) => twice.Contains(q) ? SeriesWording.AroundGap(series[i]) : q)];
    }

    private static FigureSeries Series(ImmutableArray<FigureProfile> figures, int number, string question, Verdict verdict) => new(
        "f" + number.ToString(CultureInfo.InvariantCulture), question, verdict,
        [.. figures.Select(f => f.Figure.Id)], SeriesWording.Note(figures));

    private static List<List<int>> Joined(FigureProfile[] figures)
    {
        var likeness = AverageLink
            .Pairs([.. figures.Select(Keys)], MostThroughOneWord)
            .ToDictionary(p => p, p => FigureLikeness.Of(figures[p.A], figures[p.B]));
        var values = AverageLink.Group(
            figures.Length,
            likeness.Where(p => FigureLikeness.SameValue(figures[p.Key.A], figures[p.Key.B])).ToDictionary(),
            Threshold,
            -1
        );
        var groupOf = values.SelectMany((g, i) => g.Select(f => (f, i))).ToDictionary(x => x.f, x => x.i);
        var between = likeness.Select(p => (A: groupOf[p.Key.A], B: groupOf[p.Key.B], p.Value)).Where(p => p.A != p.B)
            .GroupBy(p => (Math.Min(p.A, p.B), Math.Max(p.A, p.B)))
            .ToDictionary(g => g.Key, g => Between([.. g.Select(p => p.Value)], values[g.Key.Item1].Count * values[g.Key.Item2].Count));
        return
        [
            .. AverageLink.Group(values.Count, between, Threshold, -1).Select(g => g.SelectMany(v => values[v]).Order().ToList()).OrderBy(g => g[0]),
        ];
    }

    /// <summary>Two values answer one question where one pair of their figures surely does, else by the mean of all pairs.</summary>
    private static double Between(double[] pairs, int all) => pairs.Max() is >= Sure and var best ? best : (pairs.Sum() - (all - pairs.Length)) / all;

    /// <summary>A pair must share a word of what is counted, or the value: all others would fail anyway.</summary>
    private static IEnumerable<string> Keys(FigureProfile figure)
    {
        var people = figure.Counted.Any(PersonStems.Contains) ? [PersonStems.Anyone] : Array.Empty<string>();
        return figure
            .Counted.Concat(people)
            .Append("value " + figure.Value?.ToString(CultureInfo.InvariantCulture))
            .Select(key => figure.Dimension + " " + key);
    }
}

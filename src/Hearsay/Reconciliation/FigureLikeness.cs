using System.Globalization;
using Hearsay.Statements.Figures;

namespace Hearsay.Reconciliation;

/// <summary>
/// How likely two figures answer the same question: a weighted vote of what is counted, the words around, the value, the place and the time.
/// 0 or less: surely not. The weights are set by hand; <see cref="FigureSeriesBuilder"/> joins above its threshold.
/// </summary>
internal static class FigureLikeness
{
    /// <summary>From below 0 (different questions) to 1 (the same words around the same value).</summary>
    public static double Of(FigureProfile a, FigureProfile b)
    {
        if (a.Dimension != b.Dimension || Excluded(a, b)) return -1;
        var counted = Counted(a, b);
        var context = Context(a, b);
        if (counted <= 0 && context < 0.6) return -1;
        if (context < 0.4 && (a.Counted.Count == 0 || b.Counted.Count == 0) && a.State is null && SeriesVerdict.Contradict(a, b)) return -1;
        var score = (0.40 * counted) + (0.35 * context) + (0.25 * Value(a, b)) + Place(a, b) + Time(a, b) + Verb(a, b) + Fate(a, b) + Mention(a, b) + Measure(a, b);
        if (a.Value == b.Value && Math.Abs(a.Value ?? 0) < 10 && context < 0.15) score -= 0.15; // small numbers are equal by chance
        return a.Adds != b.Adds ? score - 0.2 : score;
    }

    /// <summary>True where both give one number, or neither gives any.</summary>
    public static bool SameValue(FigureProfile a, FigureProfile b) => a.Bounded == b.Bounded && SameNumber(a, b);

    /// <summary>True where both are given in the same unit; a sum in bare "dollars" and one in USD may be.</summary>
    public static bool SameUnit(FigureProfile a, FigureProfile b) =>
        a.Figure.Unit == b.Figure.Unit || (a.Money is { } one && b.Money is { } other && Currencies.MayBeSame(one, other));

    /// <summary>Measures that one report gives in inches and another in centimetres are rounded in both.</summary>
    private static bool SameNumber(FigureProfile a, FigureProfile b) =>
        a.Value == b.Value
        || !SameUnit(a, b) && a.Value is { } x && b.Value is { } y && Math.Abs(x - y) <= UnitRounding * Math.Max(Math.Abs(x), Math.Abs(y));

    private const decimal UnitRounding = 0.04m;

    /// <summary>
    /// Two currencies and two fates are two things. So are two values side by side in one sentence of one voice, or one is part of the other, unless the
    /// sentence tells of a change.
    /// </summary>
    public static bool Excluded(FigureProfile a, FigureProfile b)
    {
        if (a.Money is not null && b.Money is not null && !SameUnit(a, b)) return true;
        if (a.State is not null && b.State is not null && a.State != b.State) return true;
        // "two years, not two months"
        if (ReferenceEquals(a.Report, b.Report) && a.Sentence == b.Sentence && a.Figure.Unit != b.Figure.Unit && a.Figure.Unit != "things" && b.Figure.Unit != "things") return true;
        if (!ReferenceEquals(a.Report, b.Report) || a.Sentence != b.Sentence || SameNumber(a, b) || !a.Bounded || !b.Bounded) return false;
        return PartWords.Between(a, b) || IsSteps(a, b) || (!a.IsFromOther(b) && !ChangeWords.Between(a, b));
    }

    /// <summary>"Fell 11 metres to 106", "by 11 to 106": how far, and where to.</summary>
    private static bool IsSteps(FigureProfile a, FigureProfile b)
    {
        var (first, second) = a.Figure.Span.Start < b.Figure.Span.Start ? (a, b) : (b, a);
        return WordBefore(second) is "to" or "from" && WordBefore(first) is var step && (step is "by" || ChangeWords.Contains(step));
    }

    /// <summary>The word before the figure, the words that belong to its bound left out.</summary>
    private static string WordBefore(FigureProfile figure)
    {
        var (from, first, _, _) = figure.Report.WordsAround(figure.Figure.Span, 4);
        for (var i = first - 1; i >= from; i--)
            if (figure.Report.Words[i].Form is not ("more" or "than" or "about" or "nearly" or "almost" or "around" or "some" or "over" or "as" or "much"))
                return figure.Report.Words[i].Form;
        return "";
    }

    private static double Counted(FigureProfile a, FigureProfile b)
    {
        if (a.Counted.Count == 0 || b.Counted.Count == 0) return 0.3;
        double common = a.Counted.Count(b.Counted.Contains);
        var heads = a.Head.Length > 0 && b.Head.Length > 0 && (a.Head == b.Head || SamePeople(a.Head, b.Head));
        if (common == 0 && !heads) return 0;
        if (a.Counted.Count == 1 && b.Counted.Count == 1 && IsAnyone(a.Head) && IsAnyone(b.Head)) return BarePeople;
        var share = (common + (heads && a.Head != b.Head ? 1 : 0)) / Math.Min(a.Counted.Count, b.Counted.Count);
        var spread = common / (a.Counted.Count + b.Counted.Count - common);
        return (heads ? 0.4 : 0) + (0.35 * Math.Min(1, share)) + (0.25 * spread);
    }

    /// <summary>"People" alone say little of what is counted.</summary>
    private const double BarePeople = 0.5;

    private static bool IsAnyone(string head) => head == PersonStems.Anyone;

    private static bool SamePeople(string a, string b) =>
        PersonStems.Contains(a) && PersonStems.Contains(b) && (a == PersonStems.Anyone || b == PersonStems.Anyone);

    /// <summary>Cosine of the words around.</summary>
    public static double Context(FigureProfile a, FigureProfile b)
    {
        var (small, large) = a.Context.Count <= b.Context.Count ? (a.Context, b.Context) : (b.Context, a.Context);
        var dot = small.Sum(x => large.TryGetValue(x.Key, out var y) ? x.Value * y : 0);
        return dot == 0 ? 0 : dot / Math.Sqrt(small.Sum(x => x.Value * x.Value) * large.Sum(x => x.Value * x.Value));
    }

    /// <summary>Two sources hardly ever differ by more.</summary>
    private const double Farthest = 5;

    /// <summary>Equal values speak for one question the more digits they have; far ones against it.</summary>
    private static double Value(FigureProfile a, FigureProfile b)
    {
        if (!a.Bounded || !b.Bounded) return !a.Bounded && !b.Bounded ? 0.4 : 0.2;
        var (x, y) = ((double)a.Value!.Value, (double)b.Value!.Value);
        if (SameNumber(a, b)) return Math.Abs(x) < 10 && SameUnit(a, b) ? 0.6 : 1;
        if (x <= 0 || y <= 0) return -0.5;
        var ratio = Math.Max(x, y) / Math.Min(x, y);
        if (a.Low <= b.High && b.Low <= a.High) return 0.6;
        return ratio <= 1.3 ? 0.3 : ratio <= 2 ? 0.1 : ratio <= 3 ? -0.2 : ratio <= Farthest ? -1 : -2;
    }

    /// <summary>
    /// A place named for one and not for the other says nothing; two that share no word, or of which one is part of the other, speak against.
    /// </summary>
    private static double Place(FigureProfile a, FigureProfile b)
    {
        if (a.Where.Count == 0 || b.Where.Count == 0) return 0;
        var common = a.Where.Count(b.Where.Contains);
        if (common == 0) return -0.25;
        return a.Where.SetEquals(b.Where) ? 0.1 : common == Math.Min(a.Where.Count, b.Where.Count) ? -0.12 : 0;
    }

    /// <summary>Figures for days far apart are hardly for one thing.</summary>
    private static double Time(FigureProfile a, FigureProfile b)
    {
        if (
            a.Figure.AsOf is not { } x
            || b.Figure.AsOf is not { } y
            || x.StartsWith(y, StringComparison.Ordinal)
            || y.StartsWith(x, StringComparison.Ordinal)
        )
            return 0;
        return Month(x) is { } m && Month(y) is { } n && Math.Abs(m - n) > 1 ? -0.15 : -0.05;
    }

    /// <summary>Months since year 0; null where the date names none.</summary>
    private static int? Month(string date) =>
        date.Length >= 7
        && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(date.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            ? (12 * year) + month
            : null;

    /// <summary>Two fates are excluded; what one tells and the other does not speaks a little against.</summary>
    private static double Fate(FigureProfile a, FigureProfile b) => a.State is null && b.State is null ? 0 : a.State == b.State ? 0.2 : -0.05;

    /// <summary>Two reports of one story give the same measure ("400 pounds", "about 10 minutes") hardly by chance.</summary>
    private static double Measure(FigureProfile a, FigureProfile b) =>
        !ReferenceEquals(a.Report, b.Report) && a.Bounded && SameValue(a, b) && a.Dimension is not ("count" or FigureProfile.Share)
            ? 0.15
            : 0;

    /// <summary>Two figures for one mention of what is counted ("the number has risen to 40").</summary>
    private static double Mention(FigureProfile a, FigureProfile b) =>
        ReferenceEquals(a.Report, b.Report)
        && a.Figure.CountedSpan is { } x
        && x == b.Figure.CountedSpan
        && (a.Sentence != b.Sentence || a.IsFromOther(b) || ChangeWords.Between(a, b))
            ? 0.3
            : 0;

    private static double Verb(FigureProfile a, FigureProfile b) => a.Verb is null || b.Verb is null ? 0 : a.Verb == b.Verb ? 0.1 : -0.05;
}

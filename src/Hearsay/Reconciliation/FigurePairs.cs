using System.Globalization;
using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Reconciliation;

/// <summary>
/// The pairs of figures of a story that may answer one question, each with what that is judged by: what is counted, in which state, where, when and
/// whose, by form and by meaning, the values, how alike the sentences are, and whether other figures come nearer.
/// </summary>
internal sealed class FigurePairs
{
    /// <summary>Figures that share more than this many candidates through one word are not compared through that word: it tells nothing.</summary>
    private const int MostThroughOneWord = 400;

    /// <summary>The same for a word that only stands beside them.</summary>
    private const int MostThroughOneWordBeside = 100;

    /// <summary>Where it is this likely that one sentence touches what the other states, their figures are compared.</summary>
    private const double Touched = 0.3;

    private readonly FigureSetting[] settings;
    private readonly int[] sentences;
    private readonly ILookup<int, int> inSentence;
    private readonly Judgements judged;
    private readonly Dictionary<(int A, int B), (double Touching, double Stating)> between = [];
    private readonly Dictionary<(int A, int B), double> likeness;
    private readonly Dictionary<(int Figure, int Report), double[]> rivals;
    private readonly Dictionary<(string Dimension, decimal? Value), int> given;
    private readonly int reports;

    public FigurePairs(StoryText story, FigureProfile[] figures, Judgements judged)
    {
        (Figures, this.judged, reports) = (figures, judged, story.Reports.Length);
        var first = new int[story.Reports.Length];
        for (var r = 1; r < first.Length; r++) first[r] = first[r - 1] + story.Reports[r - 1].Sentences.Length;
        sentences = [.. figures.Select(f => f.Sentence < 0 ? -1 : first[f.Report.Order] + f.Sentence)];
        inSentence = Enumerable.Range(0, figures.Length).Where(i => sentences[i] >= 0).ToLookup(i => sentences[i]);
        settings =
        [
            .. figures.AsParallel().AsOrdered().Select((f, i) =>
                new FigureSetting(story, f, sentences[i] < 0 ? new ContentWords(story, f.Report, []) : judged.Sentences[sentences[i]].Words)),
        ];
        foreach (var sentence in sentences.Where(s => s >= 0).Distinct())
            foreach (var j in judged.Of(sentence)) between[(sentence, j.Sentence)] = (j.Touching, j.Stating);
        likeness = Candidates().ToDictionary(p => p, p => FigureLikeness.Of(figures[p.A], figures[p.B]));
        rivals = likeness
            .SelectMany(p => new[] { (Key: (p.Key.A, figures[p.Key.B].Report.Order), p.Value), (Key: (p.Key.B, figures[p.Key.A].Report.Order), p.Value) })
            .GroupBy(p => p.Key, p => p.Value)
            .ToDictionary(g => g.Key, g => g.OrderDescending().ToArray());
        given = figures.GroupBy(f => (f.Dimension, f.Value)).ToDictionary(g => g.Key, g => g.Select(f => f.Report.Order).Distinct().Count());
    }

    public FigureProfile[] Figures { get; }

    /// <summary>All pairs with their likeness by hand, in ascending order.</summary>
    public IEnumerable<((int A, int B) Pair, double Likeness)> All => likeness.OrderBy(p => p.Key).Select(p => (p.Key, p.Value));

    /// <summary>The pairs that nothing exact keeps apart and whose values can both hold, in ascending order.</summary>
    public IEnumerable<(int A, int B)> Agreeing =>
        likeness.Keys.Where(p => !FigureLikeness.Excluded(Figures[p.A], Figures[p.B]) && !SeriesVerdict.Contradict(Figures[p.A], Figures[p.B])).Order();

    /// <summary>What a pair is judged by; the same in either order.</summary>
    public double[] Of((int A, int B) pair)
    {
        var (a, b, one, other) = (Figures[pair.A], Figures[pair.B], settings[pair.A], settings[pair.B]);
        var (near, same) = (likeness[pair], ReferenceEquals(a.Report, b.Report));
        var (there, back) = (Between(pair.A, pair.B), Between(pair.B, pair.A));
        var (left, right) = (Rank(pair.A, b, near), Rank(pair.B, a, near));
        var (x, y) = ((double)(a.Value ?? 0), (double)(b.Value ?? 0));
        return
        [
            near, Yes(a.Dimension == b.Dimension), Yes(a.Quantity == b.Quantity), Yes(same), Yes(same && a.Sentence == b.Sentence),
            Yes(a.Figure.Unit == b.Figure.Unit), (a.Bounded ? 1 : 0) + (b.Bounded ? 1 : 0), Yes(FigureLikeness.SameValue(a, b)),
            !a.Bounded || !b.Bounded ? -1 : x <= 0 || y <= 0 ? (x == y ? 0 : 5) : Math.Min(5, Math.Abs(Math.Log(x / y))),
            Yes(a.Low <= b.High && b.Low <= a.High), Math.Log10(1 + Math.Max(Math.Abs(x), Math.Abs(y))), Math.Min(Digits(a), Digits(b)),
            Math.Min(Given(a), Given(b)), Math.Max(Given(a), Given(b)), a.Head.Length == 0 || b.Head.Length == 0 ? 0 : a.Head == b.Head ? 1 : -1,
            Spread(a.Counted, b.Counted), Share(a.Counted, b.Counted), Cosine(one.Counted, other.Counted),
            (a.Counted.Count > 0 ? 1 : 0) + (b.Counted.Count > 0 ? 1 : 0), FigureLikeness.Context(a, b), Cosine(one.Near, other.Near),
            Cosine(one.Clause, other.Clause), Cosine(one.Sentence, other.Sentence), Math.Max(there.Touching, back.Touching),
            Math.Min(there.Touching, back.Touching), Math.Max(there.Stating, back.Stating), Relation(a.Where, b.Where), AsOf(a, b),
            Relation(a.Source, b.Source), a.State is null || b.State is null ? 0 : a.State == b.State ? 1 : -1,
            a.Verb is null || b.Verb is null ? 0 : a.Verb == b.Verb ? 1 : -1, Cosine(one.Predicate, other.Predicate), Cosine(one.Subject, other.Subject),
            Yes(a.Adds != b.Adds), Yes(a.Figure.Qualifier == b.Figure.Qualifier), Math.Max(left.Place, right.Place), Math.Min(left.Place, right.Place),
            Math.Min(left.Ahead, right.Ahead), InSentence(pair.A) + InSentence(pair.B), same ? Math.Abs(a.Sentence - b.Sentence) : -1,
            Math.Abs(Position(a) - Position(b)), Kind(a), Yes(ChangeWords.Near(a) || ChangeWords.Near(b)), Shared(pair),
        ];
    }

    private static double Yes(bool value) => value ? 1 : 0;

    private IEnumerable<(int A, int B)> Candidates()
    {
        var pairs = AverageLink.Pairs([.. Figures.Select(Keys)], MostThroughOneWord);
        pairs.UnionWith(AverageLink.Pairs([.. Figures.Select(f => f.Context.Keys)], MostThroughOneWordBeside));
        foreach (var (one, other) in between.Where(p => p.Value.Touching >= Touched).Select(p => p.Key))
            foreach (var a in inSentence[one])
                foreach (var b in inSentence[other]) pairs.Add((Math.Min(a, b), Math.Max(a, b)));

        return pairs.Where(p => MayBeOfOneKind(Figures[p.A], Figures[p.B]));
    }

    /// <summary>A pair must share the value, a word of what is counted or one beside the figure, or stand in sentences that touch.</summary>
    private static IEnumerable<string> Keys(FigureProfile figure) =>
        figure.Counted.Concat(figure.Counted.Any(PersonStems.Contains) ? [PersonStems.Anyone] : [])
            .Append("value " + figure.Value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// A price and a price per barrel may be one, a number of no unit may be anything; two currencies or a length and a weight are two.
    /// </summary>
    private static bool MayBeOfOneKind(FigureProfile a, FigureProfile b) =>
        a.Dimension == b.Dimension || a.Quantity == b.Quantity || IsBare(a) || IsBare(b) || (a.Bounded && a.Value == b.Value);

    /// <summary>A number that is said to count nothing.</summary>
    private static bool IsBare(FigureProfile f) => f.Quantity == "count" && f.Counted.Count == 0;

    private (double Touching, double Stating) Between(int a, int b) => between.GetValueOrDefault((sentences[a], sentences[b]));

    /// <summary>How many figures of the other's report come nearer, and by how much this one is ahead of the nearest other.</summary>
    private (int Place, double Ahead) Rank(int figure, FigureProfile other, double near)
    {
        var all = rivals[(figure, other.Report.Order)];
        var place = all.Count(v => v > near);
        return (place, near - (place > 0 ? all[0] : all.Length > 1 ? all[1] : -1));
    }

    private int InSentence(int figure) => inSentence[sentences[figure]].Count();

    /// <summary>How many other values stand in the sentences of both.</summary>
    private int Shared((int A, int B) pair)
    {
        if (sentences[pair.A] == sentences[pair.B]) return -1;
        var there = inSentence[sentences[pair.B]].Where(i => i != pair.B && Figures[i].Bounded).Select(Quantity).ToHashSet();
        return inSentence[sentences[pair.A]].Count(i => i != pair.A && there.Contains(Quantity(i)));

        (string, decimal?) Quantity(int i) => (Figures[i].Dimension, Figures[i].Value);
    }

    /// <summary>The share of reports that give this value.</summary>
    private double Given(FigureProfile f) => (double)given[(f.Dimension, f.Value)] / reports;

    private static double Position(FigureProfile f) => (double)f.Sentence / f.Report.Sentences.Length;

    /// <summary>How many digits of the value are more than its size.</summary>
    private static int Digits(FigureProfile f) =>
        f.Value is { } value
            ? Math.Abs(value).ToString("0.####", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length
            : 0;

    private static int Kind(FigureProfile f) =>
        f.Money is not null ? 0 : f.Quantity switch { FigureProfile.Share => 1, "count" => f.Figure.Unit == "persons" ? 2 : 3, _ => 4 };

    private static double Spread(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count + b.Count == 0 ? -1 : a.Count(b.Contains) is var common ? (double)common / (a.Count + b.Count - common) : 0;

    private static double Share(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count == 0 || b.Count == 0 ? -1 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);

    /// <summary>-1 where both are named and share nothing, 0 where one is not named.</summary>
    private static double Relation(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : a.Overlaps(b) ? a.SetEquals(b) ? 1 : 0.5 : -1;

    private static double AsOf(FigureProfile a, FigureProfile b) =>
        a.Figure.AsOf is not { } x || b.Figure.AsOf is not { } y ? 0
        : x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal) ? 1
        : -1;

    /// <summary>Cosine of what both mean, of their words where vectors are not known; -1 where one has no words.</summary>
    private static double Cosine(ContentWords a, ContentWords b) => a.Stems.Count == 0 || b.Stems.Count == 0 ? -1 : ContentWords.Cosine(a, b);
}

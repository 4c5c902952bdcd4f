using System.Collections.Frozen;
using Hearsay.Statements;
using Hearsay.Statements.Figures;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>A figure with what it is compared by: dimension, what is counted, its own words around it, its place and its sentence.</summary>
internal sealed class FigureProfile
{
    /// <summary>How many words on either side of a figure still say what it is about; nearer ones count more.</summary>
    private const int Reach = 12;

    /// <summary>The dimension of "half" and of "50 percent".</summary>
    public const string Share = "share";

    private static readonly FrozenSet<string> Bare = WordSet("number numbers figure figures total toll count tally estimate estimates amount sum");

    private static readonly FrozenSet<string> Adding = WordSet("another additional further extra more");

    private static readonly FrozenSet<string> Breaks = WordSet("of in at from on for who that which to with during between since by under");

    public FigureProfile(ReportText report, Figure figure, StoryText story)
    {
        (Report, Figure) = (report, figure);
        Sentence = report.SentenceAt(figure.Span.Start);
        (Dimension, Low, High) = Measured(figure);
        Money = Currencies.IsMoney(UnitOf(figure).Unit) ? UnitOf(figure).Unit : null;
        var counted = CountedWords(figure);
        Head = figure.CountedHead is { } head ? StemOrEmpty(head) : HeadOf(counted);
        if (Bare.Contains(Head)) (Head, counted) = ("", []);
        Counted = counted.Where(w => w.Stem.Length > 0).Select(w => w.Stem).Append(Head).Where(s => s.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        Verb = figure.Verb is { } verb ? Stems.Of(verb) : null;
        Place = PlaceOf(report, figure);
        Where = Place is { } where
            ? StoryText.StemsOf(ReportText.WordsOf(where).AsSpan()).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
        Source = figure.AccordingTo is { } source
            ? StoryText.StemsOf(ReportText.WordsOf(source).AsSpan()).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
        (Context, Adds) = Around(report, figure, story);
        State = Fates.NearestTo(report, figure.Span) ?? Fates.Of(figure.Verb);
    }

    public ReportText Report { get; }

    public Figure Figure { get; }

    public int Sentence { get; }

    /// <summary>Only figures of one dimension can answer one question: "count", "percent", "dollars", "length", "count/day".</summary>
    public string Dimension { get; }

    /// <summary>The dimension without what it is counted per.</summary>
    public string Quantity => Dimension.Split('/')[0];

    /// <summary>The currency, without what it is paid per: a code or a name that several share; null where the figure is of no money.</summary>
    public string? Money { get; }

    /// <summary>The bounds, those of measures in the SI unit of the dimension, so that 12 inches and 30 centimetres can be compared.</summary>
    public decimal? Low { get; }

    /// <inheritdoc cref="Low"/>
    public decimal? High { get; }

    /// <summary>Stem of the head of what is counted; empty where the text does not say.</summary>
    public string Head { get; }

    /// <summary>Stems of what is counted.</summary>
    public FrozenSet<string> Counted { get; }

    public string? Verb { get; }

    /// <summary>
    /// The figure's place, where its words stand beside the figure in one clause: a place elsewhere in the sentence may be another's.
    /// </summary>
    public string? Place { get; }

    /// <summary>What befell the counted ("dead", "injured"), by the nearest word that says so; null where none does.</summary>
    public string? State { get; }

    /// <summary>Whether the figure's own verb or the word behind what is counted says so, and not only a word that stands near.</summary>
    public bool IsStateSure =>
        State is not null
        && (Fates.Of(Figure.Verb) == State
            || Report.WordsAround(Figure.CountedSpan is { } counted ? TextSpan.Cover(Figure.Span, counted) : Figure.Span, 1) is var (_, _, behind, to)
                && behind < to && Report.Words[behind].Stem == State);

    public FrozenSet<string> Where { get; }

    public FrozenSet<string> Source { get; }

    /// <summary>Stems around the figure in its sentence with their weight.</summary>
    public IReadOnlyDictionary<string, double> Context { get; }

    /// <summary>True where the figure comes on top of another ("another 24").</summary>
    public bool Adds { get; }

    /// <summary>True where the text gives a bound.</summary>
    public bool Bounded => Low is not null || High is not null;

    /// <summary>The figure's one best value; null where it has no bound.</summary>
    public decimal? Value => Low is { } low ? High is { } high ? (low + high) / 2 : low : High;

    /// <summary>True where both say who gives them, and it is not the same.</summary>
    public bool IsFromOther(FigureProfile other) => Source.Count > 0 && other.Source.Count > 0 && !Source.Overlaps(other.Source);

    private static FrozenSet<string> WordSet(string words) => words.Split(' ').Select(w => w).ToFrozenSet(StringComparer.Ordinal);

    private static string StemOrEmpty(string word) =>
        ReportText.WordsOf(word.ToLowerInvariant()) is { Length: > 0 } words ? (Bare.Contains(words[^1].Form) ? words[^1].Form : words[^1].Stem) : "";

    private static StoryWord[] CountedWords(Figure figure) =>
        figure.CountedHead is null ? [.. ReportText.WordsOf(figure.Counted ?? "")]
        : [.. ReportText.WordsOf(string.Join(' ', figure.CountedModifiers)), .. ReportText.WordsOf(figure.Counted ?? "")];

    /// <summary>The last word before what narrows the noun down ("soldiers" in "soldiers in the north").</summary>
    private static string HeadOf(StoryWord[] counted)
    {
        var end = Array.FindIndex(counted, w => Breaks.Contains(w.Form));
        var head = end < 0 ? counted.LastOrDefault() : end > 0 ? counted[end - 1] : default;
        return head.Form is null ? "" : Bare.Contains(head.Form) ? head.Form : head.Stem;
    }

    private static (string Dimension, decimal? Low, decimal? High) Measured(Figure figure)
    {
        var (unit, rate) = UnitOf(figure);
        var measure = UnitTable.Named(unit);
        if (measure is not null && Convertible.Contains(measure.Dimension))
            return (
                measure.Dimension + rate,
                figure.Low is { } low ? UnitTable.ToSi(measure, low) : null,
                figure.High is { } high ? UnitTable.ToSi(measure, high) : null
            );
        if (unit is "percent") return (Share + rate, figure.Low / 100, figure.High / 100);
        var dimension = Currencies.Family(unit) ?? measure?.Name ?? "count";
        return (dimension + rate, figure.Low, figure.High);
    }

    /// <summary>The unit, and what it is counted per ("/day"; empty for no rate).</summary>
    private static (string Unit, string Rate) UnitOf(Figure figure)
    {
        var unit = figure.Unit.Trim();
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (unit, "") : (unit[..slash], unit[slash..].ToLowerInvariant());
    }

    private static readonly FrozenSet<string> Convertible = WordSet("length area volume flow mass speed temperature power energy pressure");

    /// <summary>
    /// No mark that parts clauses may stand between a figure and its place; a place that the sentence does not hold was found by other means and
    /// stays.
    /// </summary>
    private static string? PlaceOf(ReportText report, Figure figure)
    {
        if (figure.Where is not { } where) return null;
        var sentence = report.SentenceSpanAt(figure.Span.Start);
        var text = sentence.Of(report.Text);
        var (inside, found) = (Math.Max(0, figure.Span.Start - sentence.Start), false);
        for (var at = text.IndexOf(where, StringComparison.Ordinal); at >= 0; at = text.IndexOf(where, at + 1, StringComparison.Ordinal))
        {
            found = true;
            var between = at > inside ? text[inside..at] : text[at..Math.Min(text.Length, inside)];
            if (!between.AsSpan().ContainsAny(",;:“”—–")) return where;
        }

        return found ? null : where;
    }

    private static (Dictionary<string, double>, bool) Around(ReportText report, Figure figure, StoryText story)
    {
        var (from, first, behind, to) = report.WordsAround(figure.Span, Reach);
        var (words, weights) = (report.Words, new Dictionary<string, double>(StringComparer.Ordinal));
        for (var i = from; i < to; i++)
        {
            if ((i >= first && i < behind) || words[i].Stem.Length == 0) continue;
            var distance = i < first ? first - i : i - behind + 1;
            var weight = story.Weight(words[i].Stem) / (1 + (distance / 4.0));
            weights[words[i].Stem] = Math.Max(weights.GetValueOrDefault(words[i].Stem), weight);
        }

        var adds =
            (first > from && Adding.Contains(words[first - 1].Form)) || (behind < to && words[behind].Form is "more" or "additional" or "further");
        for (var i = first; i < behind; i++) adds |= words[i].Form is "another" or "additional";
        return (weights, adds);
    }
}

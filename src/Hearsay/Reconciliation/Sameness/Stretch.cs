using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>A number with its bounds; null where open.</summary>
internal readonly record struct Amount(decimal? Low, decimal? High)
{
    /// <summary>True where the other is no less close and lies within it, or names the same number ("12" and "at least 12").</summary>
    public bool Holds(Amount other) =>
        ((Low is null || other.Low >= Low) && (High is null || other.High <= High))
        || ((Low ?? High) == (other.Low ?? other.High) && (High ?? Low) == (other.High ?? other.Low));
}

/// <summary>
/// A sentence of a report, or a clause of one, as it is compared with sentences of other reports: its content words with what each tells and means, and
/// apart from them what must not differ where two say the same: numbers, days, polarity, who speaks.
/// </summary>
internal sealed class Stretch
{
    private static readonly FrozenSet<string> Negations = FrozenSet.Create(StringComparer.Ordinal, "not", "n't", "no", "never");

    private readonly ImmutableArray<TextSpan> spans;

    /// <summary>Reads a sentence.</summary>
    public Stretch(StoryText story, ReportText report, int sentence)
        : this(story, report, sentence, [report.Sentences[sentence]], [])
    {
        IsClause = false;
    }

    /// <summary>Reads a clause of sentence <paramref name="sentence"/>: its own words, in order, and those that another clause states for it.</summary>
    public Stretch(StoryText story, ReportText report, int sentence, ImmutableArray<TextSpan> own, IEnumerable<TextSpan> also)
    {
        (Report, Sentence, spans, IsClause) = (report, sentence, own, true);
        Span = TextSpan.Cover(own[0], own[^1]);
        Words = new ContentWords(story, report, [.. own, .. also]);
        Forms = [.. own.SelectMany(s => report.Within(s).ToArray()).Select(w => w.Form)];
        AddTerms();
        AddNumbers();
        Days = [.. report.Report.Times.Where(t => Holds(t.Span)).Select(DayOf).OfType<string>()];
        var said = report.Index.WithContentNear(Span).Where(a => a.Content.Any(c => own.Any(c.Overlaps))).ToArray();
        Speakers = [.. said.Select(a => a.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)];
        Forces = [.. said.Select(a => a.Force).Distinct()];
        IsSaid = said.Length > 0;
        IsDenied = said.Any(AttributedStretch.IsDenial);
    }

    public ReportText Report { get; }

    /// <summary>Index of its sentence in the report.</summary>
    public int Sentence { get; }

    /// <summary>From its first word to its last.</summary>
    public TextSpan Span { get; }

    /// <summary>Its own words, without what stands between them.</summary>
    public string Text => string.Join(' ', spans.Select(s => Wording.Of(Report, s)));

    /// <summary>False for a whole sentence.</summary>
    public bool IsClause { get; }

    public Citation Citation => Report.Cite(Span);

    public ContentWords Words { get; }

    /// <summary>All words in lower case, in order.</summary>
    public string[] Forms { get; }

    /// <summary>The figures, and every other number in digits that is no part of a date.</summary>
    public HashSet<Amount> Amounts { get; } = [];

    /// <summary>Days, months or years that are named, resolved.</summary>
    public ImmutableArray<string> Days { get; }

    /// <summary>Who is said to say any of it.</summary>
    public ImmutableArray<string> Speakers { get; }

    public ImmutableArray<CueForce> Forces { get; }

    /// <summary>True where any of it is attributed.</summary>
    public bool IsSaid { get; }

    /// <summary>True where any of it is what somebody denies.</summary>
    public bool IsDenied { get; }

    /// <summary>True where a word negates.</summary>
    public bool IsNegated { get; private set; }

    /// <summary>How many words stand in direct speech.</summary>
    public int Quoted { get; private set; }

    /// <summary>True where nothing that is exact forbids that the other states all of this: its numbers are there, and neither denies what the other asserts.</summary>
    public bool MayBeStatedBy(Stretch other) => IsDenied == other.IsDenied && Amounts.All(other.Gives);

    /// <summary>True where one of the numbers is this one, or a closer one within it: "8,000" gives "thousands".</summary>
    public bool Gives(Amount amount) => Amounts.Any(amount.Holds);

    private static string? DayOf(TimeExpression time) =>
        time.Type is not (TimeType.Date or TimeType.Time) || time.Value.Length < 4 || !char.IsAsciiDigit(time.Value[0]) ? null
        : time.Value.Length > 10 ? time.Value[..10]
        : time.Value;

    private bool Holds(TextSpan span) => spans.Any(s => s.Contains(span));

    private void AddTerms()
    {
        foreach (var term in spans.SelectMany(Report.TermsWithin))
        {
            if (Negations.Contains(term.Lemma)) IsNegated = true;
            if (term.Quoted) Quoted++;
        }
    }

    private void AddNumbers()
    {
        var figures = Report.Index.FiguresNear(Span).Where(f => Holds(f.Span)).ToArray();
        Amounts.UnionWith(figures.Where(f => f.Low is not null || f.High is not null).Select(f => new Amount(f.Low, f.High)));

        foreach (var word in spans.SelectMany(s => Report.Within(s).ToArray()).Where(w => char.IsAsciiDigit(w.Form[0])))
        {
            if (
                decimal.TryParse(word.Form.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)
                && !Report.Report.Times.Any(t => t.Span.Overlaps(word.Span)) && !figures.Any(f => f.Span.Overlaps(word.Span))
            )
                Amounts.Add(new Amount(number, number));
        }
    }
}

using System.Collections.Immutable;
using Hearsay.Briefings.Sections;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Html;

/// <summary>The figures: for each question who gives which, drawn as dots and ranges on one scale, and the verdict.</summary>
internal static class HtmlFigures
{
    /// <summary>Room at both ends of the drawing, in percent of its width, for dots and labels.</summary>
    private const double Margin = 6;

    public static Html Write(StoryPage page, BriefingSection section)
    {
        var charts = FigureSection.Told(page.Index, section).Select(s => FigureChart.Of(page.Index, s)).ToList();
        var once = charts.Where(c => c.Series.Verdict == Reconciliation.Verdict.Single).ToList();
        return Html.Of($"{charts.Except(once).Select(c => Series(page, c))}{(once.Count > 0 ? Once(page, once) : Html.None)}");
    }

    /// <summary>Figures that nobody else gives, one a line: the question, the figure, who gives it.</summary>
    private static Html Once(StoryPage page, List<FigureChart> charts) => Html.Of($"""
        <div class="series once">
        {page.Heading(2, page.NextNote(), "Given once")}
        <ul class="rows">{charts.Select(c => OnceRow(page, c))}</ul>
        </div>
        """);

    private static Html OnceRow(StoryPage page, FigureChart chart)
    {
        var cites = HtmlCitations.Of(page, [.. chart.Rows.SelectMany(r => r.Figures).Select(f => f.Citation)]);
        var row = chart.Rows[0];
        return Html.Of($"""
            <li class="row s pop"><span class="by">{chart.Series.Question}</span> <span class="w">{row.Words}{cites.Numbers}</span> <span class="from quiet">{row.By}</span>{cites.Notes}</li>
            """);
    }

    private static Html Series(StoryPage page, FigureChart chart)
    {
        var scale = ChartScale.Of(chart);
        string? before = null;
        var rows = new List<Html>();
        foreach (var row in chart.Series.Verdict == Reconciliation.Verdict.Agree ? Merged(chart.Rows) : chart.Rows)
        {
            rows.Add(Row(page, chart, scale, row, row.By == before));
            before = row.By;
        }

        var note = chart.Series is { Verdict: Reconciliation.Verdict.Revised, Note.Length: > 0 }
            ? Html.Of($"""<p class="support">{chart.Series.Note}</p>""")
            : Html.None;
        var (id, link) = page.Permanent("f", chart.Series.Question);
        return Html.Of($"""
            <div class="series {OfVerdict(chart)}"{id}>
            {page.Heading(2, page.NextNote(), chart.Series.Question)}
            <p class="verdict">{Verdict(chart.Series)}{link}</p>
            <div class="plot">{(chart.Worthwhile ? Grid(scale) : Html.None)}<ul class="rows">{rows}</ul></div>
            {(chart.Worthwhile ? Axis(scale) : Html.None)}{note}
            </div>
            """);
    }

    /// <summary>Where all agree, one row for each value, however it is worded and whoever gives it.</summary>
    private static IEnumerable<ChartRow> Merged(ImmutableArray<ChartRow> rows) =>
        rows.GroupBy(r => (r.Low, r.High))
            .Select(g => g.First() with
            {
                By = Phrases.List(g.Select(r => r.By).Distinct(StringComparer.Ordinal)), Figures = [.. g.SelectMany(r => r.Figures)],
            });

    private static Html OfVerdict(FigureChart chart) => chart.Series.Verdict switch
    {
        Reconciliation.Verdict.Agree => new("of-agree"),
        Reconciliation.Verdict.Differ => new("of-differ"),
        Reconciliation.Verdict.Revised => new("of-revised"),
        _ => new("of-single"),
    };

    /// <summary>The verdict by sign and word; colour only repeats it.</summary>
    public static Html Verdict(FigureSeries series) => series.Verdict switch
    {
        Reconciliation.Verdict.Agree when series.IndependentOrigins < 2 =>
            new("""<span class="v single"><span aria-hidden="true">·</span> From one origin</span>"""),
        Reconciliation.Verdict.Agree => new("""<span class="v agree"><span aria-hidden="true">=</span> They agree</span>"""),
        Reconciliation.Verdict.Differ => new("""<span class="v differ"><span aria-hidden="true">≠</span> They differ</span>"""),
        Reconciliation.Verdict.Revised => new("""<span class="v revised"><span aria-hidden="true">→</span> Revised</span>"""),
        _ => new("""<span class="v single"><span aria-hidden="true">·</span> Given once</span>"""),
    };

    private static Html Row(StoryPage page, FigureChart chart, ChartScale scale, ChartRow row, bool sameBy)
    {
        var cites = HtmlCitations.Of(page, [.. row.Figures.Select(f => f.Citation)]);
        var by = sameBy ? Html.Of($"""<span class="by vh">{row.By}</span>""") : Html.Of($"""<span class="by">{row.By}</span>""");
        return Html.Of($"""
            <li class="row s pop">{by} <span class="w">{row.Words}{cites.Numbers}</span>{(
                chart.Worthwhile && row.Drawn ? Drawing(scale, row) : Html.None
            )}{cites.Notes}</li>
            """);
    }

    /// <summary>A dot for a value, a bar for a range; an arrow where one end is open.</summary>
    private static Html Drawing(ChartScale scale, ChartRow row)
    {
        var from = row.Low is { } low ? Place(scale, low) : 0;
        var to = row.High is { } high ? Place(scale, high) : 100;
        var range = from < to ? Html.Of($"""<line class="range" x1="{from}%" x2="{to}%" y1="12" y2="12"/>""") : Html.None;
        var left = row.Low is null
            ? Html.Of($"""<svg x="0" y="6" overflow="visible"><path class="open" d="M7 0 L1 6 L7 12"/></svg>""")
            : Html.Of($"""<circle class="dot" cx="{from}%" cy="12" r="5"/>""");
        var right = row.High is null ? Html.Of($"""<svg x="100%" y="6" overflow="visible"><path class="open" d="M-7 0 L-1 6 L-7 12"/></svg>""")
            : from < to ? Html.Of($"""<circle class="dot" cx="{to}%" cy="12" r="5"/>""") : Html.None;
        return Html.Of(
            $"""<svg class="dots" width="100%" height="24" aria-hidden="true" focusable="false"><line class="base" x1="0" x2="100%" y1="12" y2="12"/>{range}{left}{right}</svg>"""
        );
    }

    /// <summary>Lines behind the rows, by which the eye goes down to the axis.</summary>
    private static Html Grid(ChartScale scale) => Html.Of($"""
            <svg class="grid" aria-hidden="true" focusable="false">{scale.Ticks.Select(t =>
                Html.Of($"""<line x1="{Place(scale, t)}%" x2="{Place(scale, t)}%" y1="0" y2="100%"/>""")
            )}</svg>
        """);

    private static Html Axis(ChartScale scale) => Html.Of($"""
        <svg class="axis" width="100%" height="26" aria-hidden="true" focusable="false">{scale.Ticks.Select(t => Html.Of($"""
        <line class="tick" x1="{Place(scale, t)}%" x2="{Place(scale, t)}%" y1="0" y2="6"/><text x="{Place(scale, t)}%" y="20" text-anchor="middle">{ChartScale.Short(t)}</text>
        """))}</svg>
        """);

    private static double Place(ChartScale scale, decimal value) => Margin + (scale.Place(value) * (100 - (2 * Margin)));
}

using Hearsay.Briefings.Sections;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Terminal;

/// <summary>The figures as a small table: who gives which, on one scale where there is something to compare, and where it stands.</summary>
internal static class TerminalFigures
{
    private const int ByColumn = 20;
    private const int WordsColumn = 20;
    private const int ChartColumn = 20;
    private const int CiteColumn = TerminalPage.Width - 4 - ByColumn - WordsColumn - ChartColumn - 3;

    public static void Write(TerminalPage page, StoryIndex index, BriefingSection section)
    {
        var first = true;
        foreach (var series in FigureSection.Told(index, section).Where(s => s.Verdict != Verdict.Single))
        {
            if (!first)
            {
                page.Line();
            }

            first = false;
            var chart = FigureChart.Of(index, series);
            page.Paragraph(
                "  ",
                new Run(series.Question, Style.Bold),
                new Run($" {Mark(series.Verdict)} {Phrases.Of(series)}", Look(series.Verdict))
            );
            string? by = null;
            foreach (var row in chart.Rows)
            {
                WriteRow(page, index, chart, row, row.By == by ? "" : row.By);
                by = row.By;
            }

            if (chart.Worthwhile)
            {
                WriteScale(page, chart);
            }
        }

        WriteOnce(page, index, section, first);
    }

    /// <summary>Figures that nobody else gives, one a line.</summary>
    private static void WriteOnce(TerminalPage page, StoryIndex index, BriefingSection section, bool first)
    {
        var once = FigureSection.Told(index, section).Where(s => s.Verdict == Verdict.Single).ToList();
        if (once.Count > 0)
        {
            if (!first)
            {
                page.Line();
            }

            page.Line(new Run("  Given once", Style.Bold));
        }

        foreach (var chart in once.Select(s => FigureChart.Of(index, s)))
        {
            var row = chart.Rows[0];
            page.Paragraph(
                "    ",
                new Run(chart.Series.Question),
                new Run($" {row.Words}", Style.Bold),
                new Run($" ({row.By})", Style.Dim),
                TerminalBriefing.Cites(index, row.Figures.Select(f => f.Citation))
            );
        }
    }

    /// <summary>The verdict as a sign, so that it is told apart without colour.</summary>
    public static string Mark(Verdict verdict) => verdict switch { Verdict.Agree => "=", Verdict.Differ => "≠", Verdict.Revised => "→", _ => "·" };

    private static Style Look(Verdict verdict) =>
        verdict switch
        {
            Verdict.Agree => Style.Good,
            Verdict.Differ => Style.Bad,
            Verdict.Revised => Style.Notice,
            _ => Style.Dim,
        };

    private static void WriteRow(TerminalPage page, StoryIndex index, FigureChart chart, ChartRow row, string by)
    {
        var cites = TerminalBriefing.Cites(index, row.Figures.Select(f => f.Citation));
        List<string>[] cells =
        [
            Cell(new Run(by), ByColumn), Cell(new Run(row.Words), WordsColumn), chart.Worthwhile ? [Draw(chart, row)] : [],
            Cell(cites with { Text = cites.Text.Replace("][", "] [", StringComparison.Ordinal) }, CiteColumn),
        ];
        for (var line = 0; line < cells.Max(c => c.Count); line++)
        {
            page.Line(
                new Run("    " + Padded(cells[0], line, ByColumn) + " "), new Run(Padded(cells[1], line, WordsColumn) + " ", Style.Bold),
                new Run(Padded(cells[2], line, ChartColumn) + " "), new Run(Padded(cells[3], line, CiteColumn), Style.Link));
        }
    }

    private static List<string> Cell(Run text, int width) => [.. TerminalPage.Wrap([text], width).Select(l => string.Concat(l.Select(r => r.Text)))];

    private static string Padded(List<string> cell, int line, int width) =>
        line < cell.Count ? cell[line] + new string(' ', Math.Max(0, width - PlainText.Columns(cell[line]))) : new string(' ', width);

    /// <summary>"●" for a value, "●──●" for a range, "●──›" and "‹──●" where one end is open.</summary>
    private static string Draw(FigureChart chart, ChartRow row)
    {
        var cells = new string('·', ChartColumn).ToCharArray();
        if (row.Drawn)
        {
            var from = row.Low is { } low ? Column(chart, low) : 0;
            var to = row.High is { } high ? Column(chart, high) : ChartColumn - 1;
            Array.Fill(cells, '─', from, to - from + 1);
            cells[from] = row.Low is null && from < to ? '‹' : '●';
            cells[to] = row.High is null && from < to ? '›' : '●';
        }

        return new string(cells);
    }

    private static int Column(FigureChart chart, decimal value) =>
        (int)Math.Round(chart.Place(value) * (ChartColumn - 1), MidpointRounding.AwayFromZero);

    private static void WriteScale(TerminalPage page, FigureChart chart)
    {
        var (least, greatest) = (ChartScale.Short(chart.Least), ChartScale.Short(chart.Greatest));
        var gap = Math.Max(1, ChartColumn - least.Length - greatest.Length);
        page.Line(new Run(new string(' ', 4 + ByColumn + 1 + WordsColumn + 1) + least + new string(' ', gap) + greatest, Style.Dim));
    }
}

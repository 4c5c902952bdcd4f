using System.Globalization;
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

    public static void Write(TerminalPage page, StoryIndex index)
    {
        var first = true;
        foreach (var series in FigureSection.Series(index))
        {
            if (!first)
            {
                page.Line();
            }

            first = false;
            var chart = FigureChart.Of(index, series);
            page.Paragraph("  ", new Run(series.Question, Style.Bold), new Run($" {Mark(series.Verdict)} {Phrases.Of(series.Verdict)}", Look(series.Verdict)));
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
    }

    /// <summary>The verdict as a sign, so that it is told apart without colour.</summary>
    public static string Mark(Verdict verdict) => verdict switch { Verdict.Agree => "=", Verdict.Differ => "≠", Verdict.Revised => "→", _ => "·" };

    private static Style Look(Verdict verdict) => verdict switch { Verdict.Agree => Style.Good, Verdict.Differ => Style.Bad, Verdict.Revised => Style.Notice, _ => Style.Dim };

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

    private static int Column(FigureChart chart, decimal value) => (int)Math.Round(chart.Place(value) * (ChartColumn - 1), MidpointRounding.AwayFromZero);

    private static void WriteScale(TerminalPage page, FigureChart chart)
    {
        var (least, greatest) = (Short(chart.Least), Short(chart.Greatest));
        var gap = Math.Max(1, ChartColumn - least.Length - greatest.Length);
        page.Line(new Run(new string(' ', 4 + ByColumn + 1 + WordsColumn + 1) + least + new string(' ', gap) + greatest, Style.Dim));
    }

    /// <summary>A number for the end of a scale: "4.6 bn" where it is long.</summary>
    private static string Short(decimal value) => Math.Abs(value) switch
    {
        >= 1e12m => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 1e9m => Phrases.Number(value / 1e9m) + " bn",
        >= 1e6m => Phrases.Number(value / 1e6m) + " m",
        _ => Phrases.Number(value),
    };
}

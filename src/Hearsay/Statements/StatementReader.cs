using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Clauses;
using Hearsay.Language;

namespace Hearsay.Statements;

/// <summary>Reading in, report out. The one place that says which statement is drawn after which.</summary>
public static class StatementReader
{
    /// <summary>
    /// Draws times, attributions and figures from a reading; times are resolved against the article's publication date, and what a person set of the
    /// article's statements holds.
    /// </summary>
    public static Report Read(Reading reading)
    {
        var times = TimeReader.Read(reading);
        var attributions = AttributionReader.Read(reading);
        var figures = FigureReader.Read(reading, times, attributions);
        return SetStatements.On(new Report
        {
            Article = reading.Article,
            ReadAs = reading.Depth,
            Sentences = [.. reading.Sentences.Select(s => new SentenceSpan(s.Span, s.Paragraph))],
            Times = times,
            Attributions = attributions,
            Figures = figures,
            Quotations = reading.Quotations,
            Cast = CastReader.Read(reading).All,
            Clauses = ClauseReader.Read(reading),
            Names = TermReader.Names(reading),
            Terms = TermReader.Read(reading),
            Meanings = reading.Meanings,
        });
    }
}

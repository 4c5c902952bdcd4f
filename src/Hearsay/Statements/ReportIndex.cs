using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>The statements of a report, found by where they stand; in the order of the report.</summary>
internal sealed class ReportIndex(Report report)
{
    private readonly ImmutableArray<Attribution> attributions = report.Attributions;
    private readonly ImmutableArray<Figure> figures = report.Figures;
    private readonly SpanBuckets contents = new(report.Attributions.Select(a => a.Content.AsEnumerable()));
    private readonly SpanBuckets cues = new(report.Attributions.Select(a => One(a.Cue)));
    private readonly SpanBuckets sources = new(report.Attributions.Select(a => One(a.Source)));
    private readonly SpanBuckets figureSpans = new(report.Figures.Select(f => One(f.Span)));

    /// <summary>All attributions whose content overlaps or touches <paramref name="span"/>, and some near it.</summary>
    public IEnumerable<Attribution> WithContentNear(TextSpan span) => contents.Near(span).Select(i => attributions[i]);

    /// <summary>All attributions whose cue overlaps or touches <paramref name="span"/>, and some near it.</summary>
    public IEnumerable<Attribution> WithCueNear(TextSpan span) => cues.Near(span).Select(i => attributions[i]);

    /// <summary>All attributions whose source overlaps or touches <paramref name="span"/>, and some near it.</summary>
    public IEnumerable<Attribution> WithSourceNear(TextSpan span) => sources.Near(span).Select(i => attributions[i]);

    /// <summary>All figures that overlap or touch <paramref name="span"/>, and some near it.</summary>
    public IEnumerable<Figure> FiguresNear(TextSpan span) => figureSpans.Near(span).Select(i => figures[i]);

    private static IEnumerable<TextSpan> One(TextSpan? span) => span is { } s ? [s] : [];
}

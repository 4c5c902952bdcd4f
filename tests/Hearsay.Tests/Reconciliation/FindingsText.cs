using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Stories;

namespace Hearsay.Tests.Reconciliation;

/// <summary>Findings as the specs write them, one line each.</summary>
internal static class FindingsText
{
    public static IEnumerable<string> Of(string kind, Findings findings, Story story)
    {
        string Cut(Citation c) => $"{c.ArticleId}: {c.Span.Of(story.Reports.Single(r => r.Article.Id == c.ArticleId).Article.Text)}";
        return kind switch
        {
            "series" => findings.FigureSeries.Select(s => $"{s.Verdict} | {s.Question} | {string.Join(", ", s.FigureIds)}"),
            "quotes" => findings.QuoteGroups.SelectMany(q =>
                q.Variants.Select(v => $"  {v.Alteration} | {Cut(v.Span)}").Prepend($"{q.Speaker ?? "?"} | {q.Canonical}")
            ),
            "claims" => findings.Claims.SelectMany(c =>
                c.Support.Select(s => "  " + Cut(s))
                    .Prepend(
                        $"{c.Outlets} reports, {c.IndependentOrigins} origins, {(c.AccordingTo.IsEmpty ? "own voice" : string.Join(" and ", c.AccordingTo))} | {c.Text}"
                    )
            ),
            "responses" => findings.Responses.Select(r => $"{r.State} | {r.By} | {r.To} | {Cut(r.Span)}"),
            "timeline" => findings.Timeline.SelectMany(t => t.Support.Select(s => "  " + Cut(s)).Prepend(t.Date)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such findings"),
        };
    }
}

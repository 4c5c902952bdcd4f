using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

// Attributions that answer something and the claims of the story in; who answered what, and how, out.
// Method: an answer's own words (or, where it has none, the sentence before it) are compared with every claim that the answerer does not make
// himself; the likeliest is what was answered, else the words themselves stand for it.
// Source: our own. Limits: what was asked outside the reports' texts is not known.

/// <summary>Collects denials, confirmations and silences.</summary>
internal static class ResponseCollector
{
    /// <summary>Less in common than this is no claim that was answered.</summary>
    private const double Alike = 0.3;

    public static ImmutableArray<Response> Collect(StoryText story, ImmutableArray<Claim> claims)
    {
        var answers = story
            .Reports.SelectMany(r => r.Report.Attributions.Where(a => a.Response is not null).Select(a => (Report: r.Id, Span: Extent(r, a))))
            .ToArray();
        var texts = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var bags = claims.Select(c => (Claim: c, Bags: c.Support.Select(s => new WordBag(story, texts[s.ArticleId], s.Span)).ToArray())).ToArray();
        return
        [
            .. story.Reports.SelectMany(r =>
                r.Report.Attributions.Where(a => a.Response is not null)
                    .Select(a => (Attribution: a, Span: Extent(r, a)))
                    .Where(x => !x.Span.IsEmpty)
            .OrderBy(x => x.Span)
            .Select(x => new Response(
                To(story, r, x.Attribution, x.Span, bags, answers),
                By(r, x.Attribution),
                x.Attribution.Response!.Value,
                r.Cite(x.Span)
            ))
    ),
];
    }

    /// <summary>From the first to the last word of the answer, within the sentence of its cue.</summary>
    private static TextSpan Extent(ReportText report, Attribution answer)
    {
        var anchor = answer.Cue ?? answer.Source ?? (answer.Content.Length > 0 ? answer.Content[0] : default);
        var sentence = report.SentenceSpanAt(anchor.Start);
        return new[] { answer.Source, answer.Cue }
            .OfType<TextSpan>()
            .Concat(answer.Content)
            .Where(sentence.Contains)
            .DefaultIfEmpty(anchor)
            .Aggregate(TextSpan.Cover);
    }

    private static string By(ReportText report, Attribution answer) => answer.Speaker ?? answer.Source?.Of(report.Text) ?? "";

    private static string To(
        StoryText story,
        ReportText report,
        Attribution answer,
        TextSpan extent,
        (Claim Claim, WordBag[] Bags)[] claims,
        (string Report, TextSpan Span)[] answers
    )
    {
        var asked = Asked(report, answer, extent);
        var words = new WordBag(story, report, asked);
        var best = claims
            .Where(c =>
                !c.Claim.AccordingTo.Any(s => SpeakerNames.Same(s, answer.Speaker))
                && !c.Claim.Support.Any(s => answers.Any(a => a.Report == s.ArticleId && s.Span.Overlaps(a.Span)))
            )
            .Select(c => (c.Claim.Text, Likeness: c.Bags.Max(b => WordBag.Likeness(words, b))))
            .OrderByDescending(c => c.Likeness)
            .ThenBy(c => c.Text, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Likeness >= Alike ? best.Text : (Own(report, answer) ?? asked).Of(report.Text);
    }

    /// <summary>The answer's own words for what it is about ("any wrongdoing"); null where they only point back ("the claim", "those charges").</summary>
    private static TextSpan? Own(ReportText report, Attribution answer)
    {
        if (answer.Content.IsEmpty) return null;
        var content = answer.Content.Aggregate(TextSpan.Cover);
        var words = report.Within(content);
        return words.Length > 0 && words[0].Form is not ("the" or "that" or "this" or "those" or "these" or "it" or "them" or "such") ? content : null;
    }

    /// <summary>The words of the answer that say what it is about; where there are none, the sentence before.</summary>
    private static TextSpan Asked(ReportText report, Attribution answer, TextSpan extent)
    {
        if (
            answer.Content.Length > 0
            && answer.Content.Aggregate(TextSpan.Cover) is var content
            && StoryText.StemsOf(report.Within(content)).Count >= 2
        )
            return content;
        var sentence = report.SentenceAt(extent.Start);
        return sentence > 0 ? report.Sentences[sentence - 1] : extent;
    }
}

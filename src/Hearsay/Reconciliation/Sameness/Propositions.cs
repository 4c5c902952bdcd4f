using System.Collections.Immutable;
using Hearsay.Clauses;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// The clauses of a story's reports that state something by themselves, each with all that hangs on it and, where that holds other clauses, once more
/// without these.
/// </summary>
internal static class Propositions
{
    /// <summary>Fewer content words than this state nothing that one could look for.</summary>
    public const int FewestWords = 3;

    /// <summary>A clause that leaves out fewer letters of its sentence than this is as good as the sentence.</summary>
    private const int Rest = 12;

    public static IEnumerable<Stretch> Of(StoryText story) => story.Reports.SelectMany(r => Of(story, r));

    private static IEnumerable<Stretch> Of(StoryText story, ReportText report)
    {
        var clauses = report.Report.Clauses;
        foreach (var clause in clauses.Where(c => c.Link is not (ClauseLink.Argument or ClauseLink.Parenthesis)))
        {
            var sentence = report.SentenceAt(clause.Span.Start);
            if (sentence < 0) continue;
            var arguments = clause.Arguments.Select(a => a.Span).ToArray();
            var below = clauses.Where(c => c.Parent == clause.Index && c.Link is not (ClauseLink.Coordinate or ClauseLink.Argument)).Select(c => c.Span).ToArray();
            var most = report.Sentences[sentence].Length - Rest;
            if (clause.Span.Length <= most) yield return new Stretch(story, report, sentence, [clause.Span], arguments);
            var core = Without(clause.Span, below);
            if (below.Length > 0 && core.Length > 0 && core.Sum(s => s.Length) <= Math.Min(most, clause.Span.Length - Rest))
                yield return new Stretch(story, report, sentence, core, arguments.SelectMany(a => Without(a, below)));
        }
    }

    /// <summary>What of a span is left when others are taken out, trimmed.</summary>
    private static ImmutableArray<TextSpan> Without(TextSpan span, TextSpan[] others)
    {
        List<TextSpan> left = [span];
        foreach (var other in others) left = [.. left.SelectMany(s => s.Overlaps(other) ? Beside(s, other) : [s])];

        return [.. left.Where(s => s.Length > 1)];
    }

    private static IEnumerable<TextSpan> Beside(TextSpan span, TextSpan other)
    {
        if (other.Start > span.Start) yield return TextSpan.Between(span.Start, other.Start);
        if (span.End > other.End) yield return TextSpan.Between(other.End, span.End);
    }
}

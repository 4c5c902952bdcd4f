using System.Collections.Immutable;
using Hearsay.Clauses;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>What a figure stands in: the words of what it counts, of its clause with whose it is and what is done, and those around it.</summary>
internal sealed class FigureSetting
{
    /// <summary>How many words on either side stand near.</summary>
    private const int Reach = 6;

    public FigureSetting(StoryText story, FigureProfile profile, ContentWords sentence)
    {
        (Profile, Sentence) = (profile, sentence);
        var (report, span) = (profile.Report, profile.Figure.Span);
        var clause = report.Report.Clauses.Where(c => c.Span.Contains(span)).MinBy(c => c.Span.Length);
        Clause = clause is null ? sentence : Read(clause.Span);
        Predicate = Read(clause?.Group ?? default);
        Subject = Read(clause?.Arguments.FirstOrDefault(a => a.Role == ArgumentRole.Subject && !a.Span.Overlaps(span)).Span ?? default);
        Counted = Read(profile.Figure.CountedSpan ?? default);
        var (from, _, _, to) = report.WordsAround(span, Reach);
        Near = from < to ? Read(TextSpan.Between(report.Words[from].Span.Start, report.Words[to - 1].Span.End)) : sentence;

        ContentWords Read(TextSpan words) => new(story, report, words.IsEmpty ? [] : [words]);
    }

    public FigureProfile Profile { get; }

    public ContentWords Sentence { get; }

    /// <summary>The least clause that holds the figure.</summary>
    public ContentWords Clause { get; }

    /// <summary>The verb of the clause.</summary>
    public ContentWords Predicate { get; }

    /// <summary>Who or what the clause is about, where that is not the figure itself.</summary>
    public ContentWords Subject { get; }

    public ContentWords Counted { get; }

    public ContentWords Near { get; }
}

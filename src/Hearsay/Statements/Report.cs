using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Clauses;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;

namespace Hearsay.Statements;

/// <summary>One article with its statements: what is stored and compared.</summary>
public sealed record Report
{
    public required Article Article { get; init; }

    /// <summary>How thoroughly its text was read.</summary>
    public ReadingDepth ReadAs { get; init; }

    /// <summary>Sentence boundaries in the article's text, in order.</summary>
    public required ImmutableArray<SentenceSpan> Sentences { get; init; }

    public required ImmutableArray<Attribution> Attributions { get; init; }

    public required ImmutableArray<TimeExpression> Times { get; init; }

    public required ImmutableArray<Figure> Figures { get; init; }

    /// <summary>Words between quotation marks, in order: the later stages know only from here what stands in somebody's own words.</summary>
    public ImmutableArray<Quotation> Quotations { get; init; } = [];

    /// <summary>Names in the text in order of first mention, each with all the spans of its mentions.</summary>
    public required ImmutableArray<NamedThing> Names { get; init; }

    /// <summary>Who takes part in what it tells, in order of first mention.</summary>
    internal ImmutableArray<Participant> Cast { get; init; } = [];

    /// <summary>Its predicates with what takes part in them.</summary>
    internal ImmutableArray<Clause> Clauses { get; init; } = [];

    /// <summary>What its terms mean, by number; null where it was read quickly, or that was not asked.</summary>
    internal WordMeanings? Meanings { get; init; }

    /// <summary>What stories, copies and reconciliation compare: per token lemma and kind.</summary>
    public required ImmutableArray<Term> Terms { get; init; }
}

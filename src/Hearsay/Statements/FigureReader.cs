using System.Collections.Immutable;
using Hearsay.Language;

namespace Hearsay.Statements;

/// <summary>Reading in, figures out.</summary>
internal static class FigureReader
{
    /// <summary>Every quantity in the text that a reader would compare, in order.</summary>
    public static ImmutableArray<Figure> Read(Reading reading, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions) => [];
}

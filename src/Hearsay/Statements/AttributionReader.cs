using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements.Attributions;

namespace Hearsay.Statements;

/// <summary>Reading in, attributions out.</summary>
internal static class AttributionReader
{
    /// <summary>Every attribution in the text, in order.</summary>
    public static ImmutableArray<Attribution> Read(Reading reading, AttributionScope scope = AttributionScope.Statements) => [];
}

using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>What a quantity counts: its words, the lemma of their head and of the words that narrow it down, and what happened to it.</summary>
internal sealed record CountedThing(TextSpan Span, string Head, ImmutableArray<string> Modifiers, bool Persons)
{
    /// <summary>The lemma of the verb that says what happened to the counted; null where unknown.</summary>
    public string? Verb { get; init; }

    /// <summary>Index of the head among the tokens.</summary>
    public int Token { get; init; } = -1;
}

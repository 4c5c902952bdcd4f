using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>A sentence of a report and its paragraph.</summary>
public readonly record struct SentenceSpan(TextSpan Span, int Paragraph);

/// <summary>A named person, organisation, place or other thing, by its fullest form in the report.</summary>
public sealed record NamedThing(string Canonical, NameType Type, ImmutableArray<TextSpan> Mentions);

/// <summary>
/// A word of the report as later stages compare it: where, its lemma in lower case, its part of speech, whether it stands in direct speech, and its
/// sentence.
/// </summary>
public readonly record struct Term(TextSpan Span, string Lemma, Upos Tag, bool Quoted, int Sentence);

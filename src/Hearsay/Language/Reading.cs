using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>An article with its language layer. Large and short-lived: statements are drawn from it, then it is dropped.</summary>
public sealed class Reading
{
    /// <summary>What was read.</summary>
    public required Article Article { get; init; }

    /// <summary>The article's text, into which every span points.</summary>
    public string Text => Article.Text;

    public required ImmutableArray<TextSpan> Paragraphs { get; init; }

    public required ImmutableArray<Sentence> Sentences { get; init; }

    public required ImmutableArray<Token> Tokens { get; init; }

    public required ImmutableArray<Name> Names { get; init; }

    public required ImmutableArray<Quotation> Quotations { get; init; }
}

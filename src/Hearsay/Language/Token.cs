using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>A word or mark of the article's text, with its analysis (Universal Dependencies, version 2).</summary>
public readonly record struct Token
{
    /// <summary>Index into <see cref="Reading.Tokens"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Where it stands in the article's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Index into <see cref="Reading.Sentences"/>.</summary>
    public required int Sentence { get; init; }

    /// <summary>The words as written.</summary>
    public required string Form { get; init; }

    /// <summary>Dictionary form.</summary>
    public string Lemma { get; init; }

    /// <summary>Part of speech.</summary>
    public Upos Tag { get; init; }

    /// <summary>UD features ("Number=Plur|Tense=Past"); empty where there are none.</summary>
    public string Features { get; init; }

    /// <summary>Index of the head in <see cref="Reading.Tokens"/>; -1 for the root of a sentence.</summary>
    public int Head { get; init; }

    /// <summary>UD relation to the head ("nsubj:pass"); "root" for the root.</summary>
    public string Relation { get; init; }
}

/// <summary>
/// A sentence: tokens <paramref name="First"/> to <paramref name="First"/> + <paramref name="Count"/> - 1, in paragraph <paramref name="Paragraph"/>.
/// </summary>
public readonly record struct Sentence(int Index, TextSpan Span, int First, int Count, int Paragraph);

/// <summary>The class of a name.</summary>
public enum NameType : byte
{
    Person, Organisation, Place, Other,
}

/// <summary>A named person, organisation, place or other thing.</summary>
public readonly record struct Name(TextSpan Span, int First, int Count, NameType Type);

/// <summary>
/// Words between quotation marks. <paramref name="Span"/> holds the marks, <paramref name="Inner"/> does not; a quotation does not leave its
/// paragraph: one that goes on in the next is there again, with <paramref name="Continues"/> the index of the one it continues (-1 where it continues
/// none).
/// </summary>
public readonly record struct Quotation(TextSpan Span, TextSpan Inner, int Paragraph, bool Closed, int Continues);

using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>What sort of quantity a number gives.</summary>
internal enum QuantityKind : byte
{
    /// <summary>Things or persons counted.</summary>
    Count,

    Money,

    Percent,

    /// <summary>Part of a whole: "two thirds", "most", "one in five".</summary>
    Share,

    /// <summary>A length, mass, temperature ...</summary>
    Measure,

    Duration,

    /// <summary>How old somebody or something is.</summary>
    Age,

    /// <summary>"three times".</summary>
    Multiple,
}

/// <summary>Every quantity of a text, also those that no reader would compare; <see cref="FigureFilter"/> says which those are.</summary>
internal sealed record Quantity
{
    /// <summary>The number with its qualifier, currency, unit and rate.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First lexeme of the number itself, without qualifier and currency.</summary>
    public required int First { get; init; }

    /// <summary>The lexeme after the number.</summary>
    public required int NumberEnd { get; init; }

    /// <summary>The lexeme after number, unit and rate.</summary>
    public required int End { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public required NumberForm Form { get; init; }

    public required FigureQualifier Qualifier { get; init; }

    public required QuantityKind Kind { get; init; }

    /// <summary>Name of the unit, ISO code or shared name of the currency, "percent", "share"; null where things are counted.</summary>
    public string? Unit { get; init; }

    /// <summary>What it is counted per ("day"); null for no rate.</summary>
    public string? Per { get; init; }
}

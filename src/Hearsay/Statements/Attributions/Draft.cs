namespace Hearsay.Statements.Attributions;

/// <summary>An attribution in the making: ranges of tokens that later steps fill and trim.</summary>
internal sealed class Draft
{
    /// <summary>The name of the pattern that read it.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>The word that carries the cue (the verb, the noun, "according").</summary>
    public required int Head { get; init; }

    public required CueForce Force { get; set; }

    public required TokenRange Cue { get; set; }

    public TokenRange? Source { get; set; }

    public List<TokenRange> Content { get; } = [];

    public bool Negated { get; set; }

    /// <summary>
    /// True where the text leaves open who says so ("reportedly", "is feared", "has fuelled concerns"): nobody is named, and nobody was missed.
    /// </summary>
    public bool IsNobodys { get; set; }

    /// <summary>True for a pasted post of a social network: its words are its writer's, marks or not.</summary>
    public bool IsPost { get; init; }

    /// <summary>True for an answer that was not given; it may have no content.</summary>
    public bool IsNonAnswer { get; init; }
}

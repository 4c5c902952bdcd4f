namespace Hearsay.Statements.Attributions;

/// <summary>How wide the net is cast.</summary>
internal enum AttributionScope
{
    /// <summary>What a briefing needs: speech, belief, estimate, judgement, finding.</summary>
    Statements,

    /// <summary>Also intention, desire, knowledge, sympathy and decree, as PolNeAR marks them.</summary>
    All,
}

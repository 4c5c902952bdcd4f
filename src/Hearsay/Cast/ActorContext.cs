using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>Tells whether a place name stands where an actor does: as the subject of a verb of saying, wanting or doing politics.</summary>
internal static class ActorContext
{
    /// <summary>True where <paramref name="token"/> is the subject of such a verb, or its agent.</summary>
    public static bool IsActor(Reading reading, int token)
    {
        var head = reading.Tokens[token].Head;
        if (head < 0) return false;
        if (reading.Is(token, "nsubj") && !reading.Tokens[token].Relation.EndsWith(":pass", StringComparison.Ordinal))
            return Thesaurus.Is(reading.Tokens[head].Lemma, WordSet.Acting);
        return reading.Tokens[token].Relation == "obl:agent" && Thesaurus.Is(reading.Tokens[head].Lemma, WordSet.Acting);
    }
}

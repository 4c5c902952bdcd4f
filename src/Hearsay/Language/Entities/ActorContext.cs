namespace Hearsay.Language;

/// <summary>Tells whether a place name stands where an actor does: as the subject of a verb of saying, wanting or doing politics.</summary>
internal static class ActorContext
{
    private static readonly HashSet<string> Verbs = new(
        (
            "say tell warn deny confirm announce claim insist argue accuse blame condemn urge demand ask call reject refuse agree accept offer propose promise pledge vow threaten "
        + "want hope expect believe think fear consider plan intend seek try decide order ban allow impose lift suspend sign ratify back support oppose veto recognise recognize join leave withdraw send supply deploy summon expel recall "
        + "respond reply react retaliate negotiate declare admit acknowledge dismiss describe report maintain regard see view welcome criticise criticize denounce defend pressure sanction"
    ).Split(' '),
    StringComparer.Ordinal
);

    /// <summary>True where <paramref name="token"/> is the subject of such a verb, or its agent.</summary>
    public static bool IsActor(Reading reading, int token)
    {
        var head = reading.Tokens[token].Head;
        if (head < 0) return false;
        if (reading.Is(token, "nsubj") && !reading.Tokens[token].Relation.EndsWith(":pass", StringComparison.Ordinal))
            return Verbs.Contains(reading.Tokens[head].Lemma);
        return reading.Tokens[token].Relation == "obl:agent" && Verbs.Contains(reading.Tokens[head].Lemma);
    }
}

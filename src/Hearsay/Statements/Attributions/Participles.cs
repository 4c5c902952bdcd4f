namespace Hearsay.Statements.Attributions;

/// <summary>
/// "The mayor said the bridge would hold, adding that ...", '"X," she said, noting that ...': a participle that goes on with reported speech is said
/// by whoever said that, not by a noun or a quotation within it that the tree hangs it on.
/// </summary>
internal static class Participles
{
    /// <summary>Gives such participles the source of the speech before; drafts must come in the order of the text.</summary>
    public static void Share(Words words, IReadOnlyList<Draft> drafts)
    {
        for (var n = 1; n < drafts.Count; n++)
        {
            var draft = drafts[n];
            if (
                draft.Source is not { } source
                || draft.Force is CueForce.Ordered or CueForce.Asked
                || !words[draft.Head].EndsWith("ing", StringComparison.Ordinal)
                || words[draft.Cue.First - 1] != "," && words.QuotationOf(draft.Cue.First - 1) < 0
                || source.Last >= draft.Cue.First - 2
            )
                continue;
            var speech = drafts.Take(n).FirstOrDefault(d =>
                words.Start(d.Head) == words.Start(draft.Head)
                && d.Source is not null
                && d.Content.Exists(c => c.First <= source.First && source.Last <= c.Last)
            );
            if (speech is not null) draft.Source = speech.Source;
        }
    }
}

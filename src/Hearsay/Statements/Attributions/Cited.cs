using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>"The Post said, citing the police, that X": who is cited says so, where that is a person or a body.</summary>
internal static class Cited
{
    /// <summary>Gives what the outlet passes on to whom it cites, in place of the outlet; drafts must come in the order of the text.</summary>
    public static void PassOn(Words words, List<Draft> drafts)
    {
        foreach (var citing in drafts.FindAll(d => words.Is(d.Head, SpeechWord.Citing) && d.Source is not null && d.Content is [_]))
        {
            var who = citing.Content[0];
            var told = drafts.Find(d =>
                d != citing && d.Source == citing.Source && d.Force == CueForce.Said && words.Start(d.Head) == words.Start(citing.Head));
            if (told is null || !Speaks(words, who)) continue;
            told.Source = who;
            drafts.Remove(citing);
        }
    }

    private static bool Speaks(Words words, TokenRange phrase)
    {
        var head = SourceShape.Head(words, phrase);
        return words.Cast.At(head) is { IsNamed: true, Type: not NameType.Place } or { IsNamed: false }
            || PersonNouns.IsRole(words.Reading.Tokens[head].Lemma)
            || words[head] is "source" or "sources"
            || Thesaurus.Is(words[head], WordSet.Collective | WordSet.Force);
    }
}

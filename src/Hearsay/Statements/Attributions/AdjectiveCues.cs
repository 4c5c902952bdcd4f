using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements.Attributions;

/// <summary>"A is confident that X", "A was critical of X": what somebody holds, by adjectives (Data/cue-adjectives.txt).</summary>
internal static class AdjectiveCues
{
    private static readonly FrozenDictionary<string, (CueForce Force, string[] Followers)> Adjectives = DataFile
        .Lines("Statements/Data/cue-adjectives.txt")
        .Select(l => l.Split(' '))
        .ToFrozenDictionary(l => l[0], l => (Enum.Parse<CueForce>(l[1], ignoreCase: true), l[2].Split(',')), StringComparer.Ordinal);

    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsOpen(i) && Adjectives.TryGetValue(words[i], out var entry) && Read(words, i, entry.Force, entry.Followers) is { } draft)
                yield return draft;
        }
    }

    private static Draft? Read(Words words, int adjective, CueForce force, string[] followers)
    {
        var next = adjective + 1;
        if (next >= words.LastWord(adjective) || !followers.Contains(words[next])) return null;
        var joins = words[next] is not ("that" or "to") || (words[next] == "to" && force == CueForce.Stance);
        var first = adjective;
        while (
            first > words.Start(adjective)
            && (
                words.IsAuxiliary(first - 1)
                || words.IsNegation(first - 1)
                || words.IsAdverb(first - 1)
                || words.Is(first - 1, SpeechWord.Degree | SpeechWord.Copula)
            )
        )
            first--;
        if (
            first == adjective
            || !Enumerable
                .Range(first, adjective - first)
                .Any(k => words.IsAuxiliary(k) || words.Is(k, SpeechWord.Copula))
        )
            return null;
        var subject = words.Reading.Child(adjective, "nsubj") is >= 0 and var own ? own : words.Reading.Subject(adjective);
        var source = subject >= 0 && subject < first ? Sources.Phrase(words, subject, first) : Phrases.Before(words, first);
        if (source is null || words[source.Value.First] is "it" or "there" or "this" or "that") return null;
        var draft = new Draft
        {
            Head = adjective,
            Force = force,
            Cue = new TokenRange(first, joins ? next : adjective),
            Source = source,
            Negated = VerbGroups.IsNegated(words, new TokenRange(first, adjective)),
        };
        var start = draft.Cue.Last + 1;
        draft.Content.Add(
            new TokenRange(
                start,
                words[next] == "that" ? ContentEnds.OfClause(words, adjective, start) : ContentEnds.OfPhrase(words, adjective, start, start)
            )
        );
        return draft;
    }
}

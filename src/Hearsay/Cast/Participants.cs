using System.Collections.Immutable;
using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>The cast of a report: persons, organisations and places with their mentions, in the order of first mention.</summary>
public sealed class Participants
{
    private readonly Dictionary<int, Participant> byToken = [];

    internal Participants(Reading reading, ImmutableArray<Participant> all)
    {
        All = all;
        foreach (var (mention, participant) in all.SelectMany(p => p.Mentions.Select(m => (m, p))).OrderBy(m => m.m.Kind))
        {
            byToken.TryAdd(mention.Head, participant);
            if (mention.Kind != MentionKind.Name) continue;
            var (first, count) = reading.TokensIn(mention.Span);
            for (var i = first; i < first + count; i++) byToken.TryAdd(i, participant);
        }
    }

    /// <summary>In the order of first mention.</summary>
    public ImmutableArray<Participant> All { get; }

    /// <summary>The one with a mention headed by the token, or by whose words it is held; null where it is of none that is known.</summary>
    /// <param name="token">An index into the reading's tokens.</param>
    public Participant? At(int token) => byToken.GetValueOrDefault(token);
}

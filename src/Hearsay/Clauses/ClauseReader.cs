using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Clauses;

/// <summary>
/// In: a reading with trees, whoever drew them (Universal Dependencies, version 2). Out: its clauses in the order of their heads.
/// Method: a clause is a predicate (verb, nominal or adjectival predicate, noun with a clause of its own) with what hangs on it and on no predicate
/// below it. Voice, relative pronouns and shared subjects are undone; what the predicate above says of the clause (denied, planned, feared, asked,
/// ordered) becomes its direction, by sets of words in Language/Data/words.txt. A quotation beside a predicate without content is its content,
/// whatever the tree says: the marks were set by a person.
/// Limits: direction looks one predicate up, and through "begin to" and the like; a wrong tree gives wrong clauses.
/// </summary>
internal static class ClauseReader
{
    /// <summary>Every clause of the reading; none where it has no trees.</summary>
    public static ImmutableArray<Clause> Read(Reading reading)
    {
        if (!reading.Tokens.Any(t => t.Head >= 0)) return [];
        var predicates = new Predicates(reading);
        var heads = Enumerable.Range(0, reading.Tokens.Length).Where(i => predicates.IsHead[i]).ToList();
        var index = heads.Select((head, n) => (head, n)).ToDictionary(h => h.head, h => h.n);
        var numbers = NumbersByHead(reading, predicates);
        var contents = new Contents(reading, predicates);
        var arguments = new ArgumentFinder(reading, predicates);
        var directions = new Directions(reading, predicates, contents);
        return
        [
            .. heads.Select((head, n) =>
            {
                var group = new VerbGroup(reading, head);
                var above = predicates.Above(head);
                return new Clause
                {
                    Index = n,
                    Head = head,
                    Kind = predicates.KindOf(head),
                    Span = ClauseSpan.Of(reading, head),
                    Group = group.Span,
                    Lemma = reading.Tokens[head].Lemma.ToLowerInvariant(),
                    Particle = group.Particle,
                    IsNegated = Negations.Negate(reading, head),
                    Hedge = directions.HedgeOf(head),
                    IsPassive = arguments.IsPassive(head),
                    Tense = group.Tense,
                    Direction = directions.Of(head),
                    Arguments = arguments.Of(head),
                    Complement = contents.Of(head) is { } content
                        ? new Complement(content.Kind, content.Span, content.Head >= 0 ? index[content.Head] : -1)
                        : null,
                    Numbers = numbers[head].ToImmutableArray(),
                    Quotation = reading.QuotationAt(reading.Tokens[head].Span.Start),
                    Parent = above >= 0 ? index[above] : -1,
                    Link = contents.LinkOf(head),
                };
            }),
        ];
    }

    private static ILookup<int, int> NumbersByHead(Reading reading, Predicates predicates) =>
        reading
            .Tokens.Where(t => t.Tag == Upos.Num || t.Form.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            .ToLookup(t => predicates.Of(t.Index), t => t.Index);
}

using Hearsay.Language;

namespace Hearsay.Clauses;

/// <summary>What the text says of what a clause tells: its own auxiliaries and opener first, then the predicate above it.</summary>
internal sealed class Directions(Reading reading, Predicates predicates, Contents contents)
{
    /// <summary>No sentence nests deeper; a bound costs nothing.</summary>
    private const int Deepest = 12;

    public Direction Of(int head) => Of(head, Deepest);

    /// <summary>The word with which the text keeps back: an auxiliary, an adverb, "seems to" above; null where it does not.</summary>
    public string? HedgeOf(int head)
    {
        foreach (var child in reading.Children(head))
        {
            var word = Word(child);
            if (reading.Is(child, "aux") && Thesaurus.Is(word, WordSet.Possibility)) return word;
            if (reading.Is(child, "advmod") && Thesaurus.Is(word, WordSet.Doubt)) return word;
        }
        var above = predicates.Above(head);
        return above >= 0 && reading.Is(head, "xcomp") && Thesaurus.Is(Lemma(above), WordSet.Seeming) ? Lemma(above) : null;
    }

    private Direction Of(int head, int depth)
    {
        if (Own(head) is { } own) return own;
        var above = predicates.Above(head);
        if (above < 0 || depth == 0) return Direction.Told;
        return contents.LinkOf(head) switch
        {
            ClauseLink.Complement => Below(above, head, depth),
            // "will meet and sign": the auxiliary is that of both.
            ClauseLink.Coordinate when reading.Child(head, "nsubj") < 0 && reading.Child(head, "aux") < 0 => Of(above, depth - 1),
            _ => Direction.Told,
        };
    }

    /// <summary>By the clause's own words; null where they leave it open.</summary>
    private Direction? Own(int head)
    {
        foreach (var child in reading.Children(head))
        {
            var word = Word(child);
            if (reading.Is(child, "aux"))
            {
                if (Thesaurus.Is(word, WordSet.Future)) return Direction.Planned;
                if (Thesaurus.Is(word, WordSet.Possibility)) return Direction.Possible;
                if (Thesaurus.Is(word, WordSet.Obligation)) return Direction.Ordered;
            }
            else if (reading.Is(child, "mark") && Thesaurus.Is(word, WordSet.Condition) && !reading.Is(head, "ccomp")) return Direction.Possible;
        }
        var sentence = reading.Sentences[reading.Tokens[head].Sentence];
        return reading.Tokens[head].Head < 0 && reading.Tokens[sentence.First + sentence.Count - 1].Form == "?" ? Direction.Asked : null;
    }

    /// <summary>By the predicate whose content the clause is.</summary>
    private Direction Below(int above, int head, int depth)
    {
        var (verb, kind) = (Thesaurus.Of(Lemma(above)), contents.KindOf(above, head));
        var (open, negated) = (kind is ComplementKind.To || reading.Is(head, "xcomp"), Negations.Negate(reading, above));
        if ((verb & WordSet.Denying) != 0) return negated ? Direction.Possible : Direction.Denied;
        if (kind == ComplementKind.Question) return Direction.Asked;
        if ((verb & WordSet.Fearing) != 0) return Direction.Possible;
        if (!open) return kind == ComplementKind.Quotation || (verb & WordSet.Planning) == 0 ? Direction.Told : Of(above, depth - 1);
        if ((verb & WordSet.Failing) != 0) return negated ? Direction.Told : Direction.Denied;
        if (negated && (verb & (WordSet.Planning | WordSet.Seeming)) != 0) return Direction.Denied;
        if ((verb & WordSet.Ordering) != 0 && ((verb & WordSet.Planning) == 0 || HasAddressee(above))) return Direction.Ordered;
        return (verb & WordSet.Planning) != 0 ? Direction.Planned : Of(above, depth - 1);
    }

    /// <summary>"Threatened them", "was asked": somebody is told to do it.</summary>
    private bool HasAddressee(int verb) => reading.Child(verb, "obj") >= 0 || reading.Child(verb, "nsubj:pass") >= 0;

    private string Word(int token) => reading.Tokens[token].Form.ToLowerInvariant().Replace('’', '\'');

    private string Lemma(int token) => reading.Tokens[token].Lemma.ToLowerInvariant();
}

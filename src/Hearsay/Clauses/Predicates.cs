using Hearsay.Language;

namespace Hearsay.Clauses;

/// <summary>
/// Which tokens of a reading head a clause, and to which clause every token belongs: that of the nearest head above it, itself included. Each
/// sentence has at least one.
/// </summary>
internal sealed class Predicates
{
    /// <summary>What can have a clause of its own as a noun: "the fear that", "a plan to".</summary>
    private const WordSet Minded =
        WordSet.Denying | WordSet.Failing | WordSet.Planning | WordSet.Fearing | WordSet.Asking | WordSet.Ordering | WordSet.Stating;

    private readonly Reading reading;
    private readonly int[] owner;

    public Predicates(Reading reading)
    {
        this.reading = reading;
        var count = reading.Tokens.Length;
        IsHead = new bool[count];
        for (var i = 0; i < count; i++) IsHead[i] = reading.Tokens[i].Head < 0 ? reading.Tokens[i].Tag != Upos.Punct : Heads(i);
        owner = new int[count];
        Array.Fill(owner, -1);
        for (var i = 0; i < count; i++) Own(i);
    }

    /// <summary>By token: true where it heads a clause.</summary>
    public bool[] IsHead { get; }

    /// <summary>The head of the clause that the token belongs to; -1 where it is a mark without one.</summary>
    public int Of(int token) => token < 0 ? -1 : owner[token];

    /// <summary>The head of the clause above the one with this head; -1 for a sentence's own.</summary>
    public int Above(int head) => Of(reading.Tokens[head].Head);

    /// <summary>What the head is.</summary>
    public PredicateKind KindOf(int head) => reading.Tokens[head].Tag switch
    {
        Upos.Verb or Upos.Aux => PredicateKind.Verb,
        Upos.Adj or Upos.Adv or Upos.Adp => PredicateKind.Adjectival,
        _ => reading.Child(head, "cop") >= 0 && reading.Child(head, "case") >= 0 ? PredicateKind.Adjectival : PredicateKind.Nominal,
    };

    private bool Heads(int i)
    {
        var token = reading.Tokens[i];
        var relation = token.Relation;
        if (token.Tag == Upos.Punct) return false;
        if (reading.Child(i, "cop") >= 0 || reading.Child(i, "nsubj") >= 0) return true;
        if (reading.Is(i, "ccomp") || reading.Is(i, "csubj") || reading.Is(i, "advcl") || relation == "acl:relcl") return true;
        if (token.Tag is Upos.Noun && HasClause(i)) return true;
        if (token.Tag is not (Upos.Verb or Upos.Aux)) return reading.Is(i, "xcomp") && reading.Child(i, "mark") >= 0;
        // "the wounded", "a wanted man", "saying so" as a noun: the word stands as a noun or adjective would.
        if (reading.Is(i, "xcomp") || reading.Is(i, "acl") || reading.Is(i, "parataxis") || relation == "dep") return true;
        return reading.Is(i, "conj") && IsVerbal(token.Head);
    }

    private bool IsVerbal(int i) => reading.Tokens[i].Tag is Upos.Verb or Upos.Aux || reading.Child(i, "cop") >= 0 || reading.Child(i, "nsubj") >= 0;

    /// <summary>True for a noun whose content a clause tells.</summary>
    private bool HasClause(int noun)
    {
        foreach (var child in reading.Children(noun))
        {
            if (child > noun && (reading.Is(child, "acl") || reading.Is(child, "ccomp")) && reading.Child(child, "mark") >= 0)
                return Thesaurus.Is(reading.Tokens[noun].Lemma, Minded);
        }
        return false;
    }

    /// <summary>Climbs to the first head, or to a token whose owner is known, and notes it for all on the way.</summary>
    private int Own(int token)
    {
        var at = token;
        while (at >= 0 && owner[at] < 0 && !IsHead[at]) at = reading.Tokens[at].Head;
        var found = at < 0 ? -1 : IsHead[at] ? at : owner[at];
        if (found < 0) return -1;
        for (var i = token; i != at; i = reading.Tokens[i].Head) owner[i] = found;
        owner[at] = found;
        return found;
    }
}

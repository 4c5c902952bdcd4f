using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>Questions to the dependency trees. Every number is an index into <see cref="Reading.Tokens"/>.</summary>
public sealed partial class Reading
{
    private int[]? childStarts;
    private int[]? childList;

    /// <summary>The dependents of <paramref name="token"/>, in text order.</summary>
    public ReadOnlySpan<int> Children(int token)
    {
        if (childStarts is null) IndexChildren();
        return childList.AsSpan(childStarts![token], childStarts[token + 1] - childStarts[token]);
    }

    /// <summary>
    /// The first dependent whose relation is <paramref name="relation"/> or a subtype of it ("nsubj" finds "nsubj:pass"); -1 where there is none.
    /// </summary>
    public int Child(int token, string relation)
    {
        foreach (var child in Children(token))
        {
            if (Is(child, relation)) return child;
        }

        return -1;
    }

    /// <summary>True where the relation of <paramref name="token"/> is <paramref name="relation"/> or a subtype of it.</summary>
    public bool Is(int token, string relation)
    {
        var own = Tokens[token].Relation;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    /// <summary>The root of <paramref name="sentence"/>.</summary>
    public int Root(int sentence)
    {
        var s = Sentences[sentence];
        for (var i = s.First; i < s.First + s.Count; i++)
        {
            if (Tokens[i].Head < 0) return i;
        }

        return s.First;
    }

    /// <summary>True where <paramref name="ancestor"/> is <paramref name="token"/> or stands above it.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        // Never more steps than the sentence has tokens: a tree has no cycle, and a bound costs nothing.
        for (var steps = Sentences[Tokens[token].Sentence].Count; token >= 0 && steps >= 0; steps--, token = Tokens[token].Head)
        {
            if (token == ancestor) return true;
        }

        return false;
    }

    /// <summary>
    /// The first and last token under <paramref name="token"/>, itself included. What lies between is all under it where the tree is projective, as
    /// the parser's trees are.
    /// </summary>
    public (int First, int Last) Subtree(int token)
    {
        var (first, last) = (token, token);
        while (Children(first) is { Length: > 0 } left && left[0] < first) first = left[0];
        while (Children(last) is { Length: > 0 } right && right[^1] > last) last = right[^1];
        return (first, last);
    }

    /// <summary>The text of everything under <paramref name="token"/>.</summary>
    public TextSpan SubtreeSpan(int token) => Subtree(token) is var (first, last) ? SpanOf(first, last) : default;

    /// <summary>
    /// The verb's or predicate's subject, active or passive; for a conjunct or an open complement without its own, that of the verb it hangs on; -1
    /// where none is expressed.
    /// </summary>
    public int Subject(int predicate)
    {
        for (var steps = 0; predicate >= 0 && steps < 8; steps++)
        {
            if (Child(predicate, "nsubj") is var own and >= 0) return own;
            if (Child(predicate, "csubj") is var clause and >= 0) return clause;
            if (!Is(predicate, "conj") && !Is(predicate, "xcomp")) return -1;
            predicate = Tokens[predicate].Head;
        }

        return -1;
    }

    /// <summary>True where the subject of <paramref name="predicate"/> undergoes what it says ("was told").</summary>
    public bool IsPassive(int predicate) => Child(predicate, "aux:pass") >= 0 || Child(predicate, "nsubj:pass") >= 0;

    /// <summary>True for "not", "n't", "never" under <paramref name="predicate"/>.</summary>
    public bool IsNegated(int predicate)
    {
        foreach (var child in Children(predicate))
        {
            if (Is(child, "advmod") && Tokens[child].Lemma is "not" or "n't" or "never") return true;
        }

        return false;
    }

    /// <summary>What is coordinated with <paramref name="token"/>, itself first: "ministers, envoys and guards" gives three.</summary>
    public List<int> Conjuncts(int token)
    {
        List<int> all = [token];
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var child in Children(all[i]))
            {
                if (Is(child, "conj")) all.Add(child);
            }
        }

        return all;
    }

    /// <summary>The apposition of a nominal ("Ana Ruiz, the mayor": mayor for Ruiz); -1 where it has none.</summary>
    public int Apposition(int token) => Child(token, "appos");

    /// <summary>
    /// The noun phrase of the nominal <paramref name="token"/>, as the words a reader would name it by: determiners, adjectives, compounds, numbers,
    /// possessors, flat names and what "of" adds; without its preposition, relative clause, apposition, conjuncts and the marks at its edges.
    /// </summary>
    public TextSpan NounPhrase(int token)
    {
        var (first, last) = NounPhraseTokens(token);
        return SpanOf(first, last);
    }

    /// <inheritdoc cref="NounPhrase"/>
    public (int First, int Last) NounPhraseTokens(int token)
    {
        var (first, last) = (token, token);
        var children = Children(token);
        for (var i = children.Length - 1; i >= 0; i--)
        {
            var child = children[i];
            if (child > token) continue;
            if (!IsPartOfPhrase(child, before: true))
            {
                if (!Is(child, "punct") && !Is(child, "case") && !Is(child, "cc") && !Is(child, "mark"))
                    break;
                continue;
            }
            if (IsSpokenBefore(child, token)) break;
            first = Subtree(child).First;
        }

        foreach (var child in children)
        {
            if (child < token) continue;
            if (Is(child, "punct") && Tokens[child].Form is "-" or "–") continue;
            if (!IsPartOfPhrase(child, before: false)) break;
            last = Subtree(child).Last;
        }

        return (first, last);
    }

    /// <summary>
    /// True where <paramref name="child"/> ends somebody's words and <paramref name="token"/> stands behind them: a few quoted words may be part of a
    /// phrase, a quoted clause is not.
    /// </summary>
    private bool IsSpokenBefore(int child, int token) =>
        QuotationAt(Tokens[child].Span.Start) is var q and >= 0
        && !Quotations[q].Span.Contains(Tokens[token].Span.Start)
        && TokensIn(Quotations[q].Span).Count > 5;

    private bool IsPartOfPhrase(int child, bool before)
    {
        var relation = Tokens[child].Relation;
        var colon = relation.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? relation : relation[..colon]) switch
        {
            "det" or "amod" or "compound" or "nummod" or "flat" or "goeswith" or "fixed" => true,
            "nmod" => before
                || relation == "nmod:poss"
                || Child(child, "case") is var preposition && preposition >= 0 && Tokens[preposition].Lemma == "of",
            "advmod" => before,
            "case" => !before && Tokens[child].Tag == Upos.Part,
            _ => false,
        };
    }

    private void IndexChildren()
    {
        var starts = new int[Tokens.Length + 1];
        foreach (var token in Tokens)
        {
            if (token.Head >= 0) starts[token.Head + 1]++;
        }

        for (var i = 0; i < Tokens.Length; i++) starts[i + 1] += starts[i];
        var list = new int[starts[^1]];
        var next = starts.AsSpan(0, Tokens.Length).ToArray();
        foreach (var token in Tokens)
        {
            if (token.Head >= 0) list[next[token.Head]++] = token.Index;
        }

        (childList, childStarts) = (list, starts);
    }
}

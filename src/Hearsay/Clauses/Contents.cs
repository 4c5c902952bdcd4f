using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Clauses;

/// <summary>
/// The content of predicates and how clauses hang together. Here it is settled whether marks or tree are believed: a quotation that touches a
/// predicate without a content of its own is its content, whatever the tree makes of it.
/// </summary>
internal sealed class Contents(Reading reading, Predicates predicates)
{
    /// <summary>Fewer quoted words than these are part of a phrase, not what somebody says.</summary>
    private const int LeastQuoted = 3;

    /// <summary>What the predicate says, thinks or wants; head -1 where no clause makes it.</summary>
    public (ComplementKind Kind, TextSpan Span, int Head)? Of(int head)
    {
        if (ByTree(head) is >= 0 and var below)
        {
            var kind = KindOf(head, below);
            var whole = kind == ComplementKind.Quotation ? QuotationOf(below) : -1;
            return (kind, whole >= 0 ? reading.Quotations[whole].Span : ClauseSpan.Of(reading, below), below);
        }
        return Beside(head) is >= 0 and var quotation ? (ComplementKind.Quotation, reading.Quotations[quotation].Span, HeadWithin(quotation)) : null;
    }

    /// <summary>How the clause with this head hangs on the one above.</summary>
    public ClauseLink LinkOf(int head)
    {
        var above = predicates.Above(head);
        if (above < 0) return ClauseLink.Main;
        if (IsSpokenBeside(head)) return ClauseLink.Parenthesis;
        if (ByTree(above) == head || reading.Is(head, "csubj")) return ClauseLink.Complement;
        if (reading.Is(head, "advcl")) return ClauseLink.Adverbial;
        if (reading.Is(head, "acl")) return ClauseLink.Relative;
        if (reading.Is(head, "ccomp") || reading.Is(head, "xcomp")) return ClauseLink.Complement;
        if (reading.Is(head, "conj"))
            return predicates.IsHead[reading.Tokens[head].Head] ? ClauseLink.Coordinate : ClauseLink.Argument;
        return reading.Is(head, "parataxis") ? ClauseLink.Parenthesis : ClauseLink.Argument;
    }

    /// <summary>The kind of the content that token <paramref name="below"/> heads.</summary>
    public ComplementKind KindOf(int head, int below)
    {
        var mark = reading.Child(below, "mark");
        var quotation = QuotationOf(below);
        if (quotation >= 0 && quotation != QuotationOf(head)) return ComplementKind.Quotation;
        if (mark >= 0)
        {
            var word = reading.Tokens[mark].Form.ToLowerInvariant();
            if (word == "to") return ComplementKind.To;
            if (word == "that") return ComplementKind.That;
            if (Thesaurus.Is(word, WordSet.Question)) return ComplementKind.Question;
        }
        if (below == reading.Tokens[head].Head) return ComplementKind.Bare;
        var first = reading.Tokens[reading.Subtree(below).First];
        return first.Lemma != "that" && Thesaurus.Is(first.Form.ToLowerInvariant(), WordSet.Question) ? ComplementKind.Question : ComplementKind.Bare;
    }

    /// <summary>The head of the content by the tree; -1 where it has none.</summary>
    public int ByTree(int head)
    {
        var nominal = reading.Tokens[head].Tag == Upos.Noun && reading.Child(head, "cop") < 0;
        var found = -1;
        foreach (var child in reading.Children(head))
        {
            if (!predicates.IsHead[child]) continue;
            if (reading.Is(child, "ccomp")) return child;
            if (reading.Is(child, "xcomp") || child > head && IsContent(head, child, nominal)) found = child;
        }
        return found >= 0 ? found : IsSpokenBeside(head) ? reading.Tokens[head].Head : -1;
    }

    /// <summary>"The claim that it sank"; "ordered the guards to leave", also where the tree takes it for a purpose.</summary>
    private bool IsContent(int head, int child, bool nominal) =>
        reading.Child(child, "mark") >= 0
        && (
            nominal
                ? reading.Is(child, "acl")
                : reading.Is(child, "advcl")
                    && reading.Child(head, "obj") >= 0
                    && KindOf(head, child) == ComplementKind.To
                    && Thesaurus.Is(reading.Tokens[head].Lemma, WordSet.Ordering)
        );

    /// <summary>
    /// "…, Quill said, …", "“…,” said Quill": the verb stands beside what it says, without content of its own, and touches a quotation or a comma.
    /// </summary>
    private bool IsSpokenBeside(int head)
    {
        var above = reading.Tokens[head].Head;
        if (above < 0 || !reading.Is(head, "parataxis") || reading.Tokens[head].Tag != Upos.Verb || !predicates.IsHead[above]) return false;
        if (reading.Child(head, "ccomp") >= 0 || reading.Child(head, "obj") >= 0 || reading.Child(head, "xcomp") >= 0) return false;
        return reading.Child(head, "nsubj") >= 0;
    }

    /// <summary>The quotation that touches the predicate or its subject with nothing but marks between; -1 where none does.</summary>
    private int Beside(int head)
    {
        if (reading.Tokens[head].Tag != Upos.Verb || QuotationOf(head) >= 0) return -1;
        var subject = reading.Child(head, "nsubj");
        var (first, last) = (head, head);
        if (subject >= 0)
        {
            var (start, end) = reading.Subtree(subject);
            (first, last) = (Math.Min(first, start), Math.Max(last, end));
        }
        var sentence = reading.Sentences[reading.Tokens[head].Sentence];
        var after = Skip(last + 1, 1, sentence);
        if (after >= 0) return after;
        return Skip(first - 1, -1, sentence);
    }

    private int Skip(int at, int step, Sentence sentence)
    {
        for (; at >= sentence.First && at < sentence.First + sentence.Count; at += step)
        {
            if (QuotationOf(at) is >= 0 and var quotation)
                return reading.TokensIn(reading.Quotations[quotation].Inner).Count >= LeastQuoted ? quotation : -1;
            if (reading.Tokens[at].Tag != Upos.Punct) return -1;
        }
        return -1;
    }

    /// <summary>The topmost clause within the quotation; -1 where it holds none.</summary>
    private int HeadWithin(int quotation)
    {
        var span = reading.Quotations[quotation].Span;
        var (first, count) = reading.TokensIn(span);
        for (var i = first; i < first + count; i++)
        {
            if (predicates.IsHead[i] && (reading.Tokens[i].Head < 0 || !span.Contains(reading.Tokens[reading.Tokens[i].Head].Span))) return i;
        }
        return -1;
    }

    private int QuotationOf(int token) => reading.QuotationAt(reading.Tokens[token].Span.Start);
}

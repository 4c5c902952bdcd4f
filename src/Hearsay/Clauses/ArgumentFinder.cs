using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Clauses;

/// <summary>
/// The phrases that take part in what a clause tells, by what they are to the predicate whatever its voice; with those that it shares with the clause
/// above: the subject of coordinated predicates, of infinitives and participles, the noun that a relative clause says more of.
/// </summary>
internal sealed class ArgumentFinder(Reading reading, Predicates predicates)
{
    private const int Deepest = 8;

    /// <summary>True where the surface subject undergoes what is told, also without an auxiliary ("a man accused of theft").</summary>
    public bool IsPassive(int head) => reading.IsPassive(head) || reading.Child(head, "obl:agent") >= 0 || IsReduced(head);

    public ImmutableArray<Argument> Of(int head)
    {
        var found = new List<Argument>();
        var passive = IsPassive(head);
        var own = reading.Child(head, "obj") >= 0;
        foreach (var subject in Subjects(head, Deepest))
            Add(found, passive ? own ? ArgumentRole.Recipient : ArgumentRole.Object : ArgumentRole.Subject, Antecedent(head, subject));
        if (reading.Child(head, "nsubj") is >= 0 and var actor && DayOf(actor) is >= 0 and var day) AddOblique(found, head, day, passive);
        foreach (var child in reading.Children(head))
        {
            if (reading.Is(child, "obj")) Add(found, ArgumentRole.Object, Antecedent(head, child));
            else if (reading.Is(child, "iobj")) Add(found, ArgumentRole.Recipient, Antecedent(head, child));
            else if (reading.Is(child, "obl") || IsSetting(child)) AddOblique(found, head, child, passive);
        }
        if (reading.Child(head, "case") >= 0 && reading.Child(head, "cop") >= 0) AddOblique(found, head, head, passive);
        if (Gap(head) is >= 0 and var noun) Add(found, ArgumentRole.Object, noun);
        return [.. found.DistinctBy(a => (a.Role, a.Head)).OrderBy(a => a.Span)];
    }

    /// <summary>The surface subject's head, or that of the clause above which the predicate shares; -1 where none is expressed.</summary>
    private List<int> Subjects(int head, int depth)
    {
        if (head < 0) return [];
        foreach (var child in reading.Children(head))
        {
            if (reading.Tokens[child].Relation == "nsubj:outer") continue;
            if (reading.Is(child, "nsubj") || reading.Is(child, "csubj")) return reading.Conjuncts(child);
        }
        if (reading.Tokens[head].Tag == Upos.Noun && reading.Child(head, "cop") < 0)
            return reading.Child(head, "nmod:poss") is >= 0 and var owner ? [owner] : [];
        var above = reading.Tokens[head].Head;
        if (above < 0 || depth == 0) return [];
        var relation = reading.Tokens[head].Relation;
        if (reading.Is(head, "acl"))
        {
            if (relation == "acl:relcl") return [];
            // "The man seen there": the man. "His plan to resign": who plans resigns, "announced a plan to resign": who announces it.
            if (reading.Child(head, "mark") < 0) return [above];
            return Subjects(above, 0) is [_, ..] planning ? planning : Subjects(predicates.Of(reading.Tokens[above].Head), depth - 1);
        }
        if (Controller(head, above) is >= 0 and var controller) return [controller];
        var shares = reading.Is(head, "xcomp") || reading.Is(head, "advcl") || reading.Is(head, "conj") && predicates.IsHead[above];
        return shares ? Subjects(above, depth - 1) : [];
    }

    /// <summary>"Urged residents to leave": the object above does it; -1 where its subject does ("promised her to leave").</summary>
    private int Controller(int head, int above)
    {
        var verb = Thesaurus.Of(reading.Tokens[above].Lemma);
        var ordered = reading.Is(head, "advcl") && (verb & WordSet.Ordering) != 0 && reading.Child(head, "mark") >= 0;
        if (!reading.Is(head, "xcomp") && !ordered) return -1;
        if ((verb & WordSet.Planning) != 0 && (verb & WordSet.Ordering) == 0) return -1;
        var obj = reading.Child(above, "obj");
        return obj >= 0 ? obj : reading.Child(above, "iobj");
    }

    /// <summary>The noun that a relative pronoun stands for; the token itself where it is none.</summary>
    private int Antecedent(int head, int token)
    {
        if (!Thesaurus.Is(reading.Tokens[token].Form.ToLowerInvariant(), WordSet.Relative)) return token;
        for (var (at, steps) = (head, 0); at >= 0 && steps < Deepest; at = reading.Tokens[at].Head, steps++)
        {
            if (reading.Tokens[at].Relation == "acl:relcl") return reading.Tokens[at].Head;
            if (!reading.Is(at, "conj") && !reading.Is(at, "xcomp") && !reading.Is(at, "ccomp")) return token;
        }
        return token;
    }

    /// <summary>"The bridge they built": the noun is the object of a relative clause that has a subject and no object.</summary>
    private int Gap(int head)
    {
        if (reading.Tokens[head].Relation != "acl:relcl" || reading.Tokens[head].Tag != Upos.Verb || reading.IsPassive(head)) return -1;
        if (reading.Child(head, "obj") >= 0 || reading.Child(head, "ccomp") >= 0 || reading.Child(head, "xcomp") >= 0) return -1;
        var noun = reading.Tokens[head].Head;
        if (reading.Child(head, "nsubj") is not (>= 0 and var subject) || Antecedent(head, subject) != subject) return -1;
        foreach (var child in reading.Children(head))
        {
            // "the day when", "the port in which": the noun is a setting, not the object.
            if (child < subject && (reading.Is(child, "advmod") || reading.Is(child, "obl"))) return -1;
        }
        return Settings.IsTime(reading, noun) ? -1 : noun;
    }

    /// <summary>"The court on Monday freed him": the day that the tree hangs on who acts; -1 where there is none.</summary>
    private int DayOf(int subject)
    {
        var token = reading.Tokens[subject];
        var acts = token.Tag == Upos.Propn || PersonNouns.IsRole(token.Lemma) || Thesaurus.Is(token.Lemma, WordSet.BodyNoun);
        if (!acts) return -1;
        foreach (var child in reading.Children(subject))
        {
            var word = reading.Tokens[child].Form.ToLowerInvariant();
            if (child > subject && reading.Is(child, "nmod") && Thesaurus.Is(word, WordSet.Weekday | WordSet.Day)) return child;
        }
        return -1;
    }

    private bool IsReduced(int head)
    {
        var token = reading.Tokens[head];
        return token.Tag == Upos.Verb
            && (token.Relation == "acl" || reading.Is(head, "advcl") && reading.Child(head, "nsubj") < 0 && reading.Child(head, "mark") < 0)
            && token.Features.Contains("VerbForm=Part", StringComparison.Ordinal)
            && token.Features.Contains("Tense=Past", StringComparison.Ordinal)
            && reading.Child(head, "aux") < 0;
    }

    /// <summary>True for adverbs of time and place, and for what says when beside a predicate that is a noun.</summary>
    private bool IsSetting(int child) =>
        reading.Is(child, "advmod") && (Settings.IsTime(reading, child) || Settings.IsPlace(reading, child))
        || reading.Is(child, "nmod") && predicates.IsHead[reading.Tokens[child].Head] && Settings.IsTime(reading, child);

    private void AddOblique(List<Argument> found, int head, int child, bool passive)
    {
        var preposition = reading.Child(child, "case") is >= 0 and var c && c < child ? reading.Tokens[c].Form.ToLowerInvariant() : null;
        if (passive && preposition == "by" && !Settings.IsTime(reading, child))
        {
            foreach (var agent in reading.Conjuncts(child)) Add(found, ArgumentRole.Subject, Antecedent(head, agent));
            return;
        }
        var role =
            Settings.IsTime(reading, child) ? ArgumentRole.Time
            : Settings.IsPlace(reading, child) ? ArgumentRole.Place
            : ArgumentRole.Oblique;
        var noun = Antecedent(head, child);
        if (role == ArgumentRole.Oblique || noun != child)
            foreach (var one in noun == child ? reading.Conjuncts(noun) : [noun]) Add(found, role, one, preposition);
        else
        {
            var (first, last) = reading.NounPhraseTokens(child);
            if (preposition is not null) first = Math.Min(first, reading.Child(child, "case"));
            found.Add(new Argument(role, child, reading.SpanOf(first, last), preposition));
        }
    }

    private void Add(List<Argument> found, ArgumentRole role, int token, string? preposition = null)
    {
        var isClause = predicates.IsHead[token] && reading.Tokens[token].Tag == Upos.Verb;
        found.Add(new Argument(role, token, isClause ? ClauseSpan.Of(reading, token) : reading.NounPhrase(token), preposition));
    }
}

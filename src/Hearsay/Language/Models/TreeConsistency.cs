using System.Collections.Frozen;

namespace Hearsay.Language.Models;

/// <summary>
/// Sets right what heads chosen one by one get wrong together: the parts of a name that hang side by side on one word, the name behind the noun that
/// says what its bearer is, both taken for subjects, the main verb's subject taken for a part of what opens the sentence, the members of a list of
/// which the first was left outside, a verb with a subject taken for an attribute, and a participle behind "with" and a noun hung elsewhere. What is set right is drawn as the treebanks draw it (flat, appos, conj).
/// </summary>
internal sealed class TreeConsistency(string[] relations)
{
    /// <summary>Verbs that take a clause, hardly a noun: behind one a clause without subject is what it tells.</summary>
    private static readonly FrozenSet<string> TakesClauses = FrozenSet.Create(
        StringComparer.Ordinal, "said", "says", "say", "believed", "believes", "believe", "claimed", "claims", "claim", "thought", "thinks", "think",
        "hoped", "hopes", "feared", "fears"
    );

    /// <summary>Adjectives that are nouns for a body as well: "the military confirmed ...".</summary>
    private static readonly FrozenSet<string> Bodies = FrozenSet.Create(StringComparer.Ordinal, "military", "opposition", "judiciary", "executive");

    private readonly byte flat = Number(relations, "flat");
    private readonly byte apposition = Number(relations, "appos");
    private readonly byte conjunct = Number(relations, "conj");
    private readonly byte conjunction = Number(relations, "cc");
    private readonly byte attribute = Number(relations, "amod");
    private readonly byte clause = Number(relations, "ccomp");
    private readonly byte clauseOfNoun = Number(relations, "acl");
    private readonly byte determiner = Number(relations, "det");
    private readonly byte mark = Number(relations, "mark");
    private readonly byte copula = Number(relations, "cop");
    private readonly byte direct = Number(relations, "obj");
    private readonly byte activeSubject = Number(relations, "nsubj");
    private readonly byte owner = Number(relations, "nmod:poss");
    private readonly byte caseMark = Number(relations, "case");
    private readonly bool[] nominal = [.. relations.Select(IsNominal)];
    private readonly bool[] relative = [.. relations.Select(r => r.StartsWith("acl", StringComparison.Ordinal))];
    private readonly bool[] subjectClause = [.. relations.Select(r => r.StartsWith("csubj", StringComparison.Ordinal))];
    private readonly bool[] subject = [.. relations.Select(r => r.StartsWith("nsubj", StringComparison.Ordinal))];

    public void SetRight(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        JoinNames(tags, heads, labels);
        JoinBearers(words, tags, heads, labels);
        FreeSubjects(words, tags, heads, labels);
        JoinLists(words, tags, heads, labels);
        RaiseVerbs(words, tags, heads, labels);
        ShareSubjects(words, tags, heads, labels);
        RaiseFromNouns(tags, heads, labels);
        HangAbsolutes(words, tags, heads, labels);
        for (var told = 0; told < heads.Length; told++)
        {
            // A verb that has a subject has no clause for a second one.
            if (subjectClause[labels[told]] && heads[told] is >= 0 and var verb && SubjectOf(heads, labels, verb, 0) >= 0) labels[told] = clause;
        }
    }

    private static byte Number(string[] relations, string name) => (byte)Math.Max(0, Array.IndexOf(relations, name));

    private static bool IsNominal(string relation) =>
        relation is "obj" or "iobj" or "obl" or "nmod" or "appos" or "conj" or "root"
        || relation.StartsWith("nsubj", StringComparison.Ordinal)
        || relation.StartsWith("obl:", StringComparison.Ordinal)
        || relation.StartsWith("nmod:", StringComparison.Ordinal);

    /// <summary>"Gita Lanski", both hung on one word alike: the second belongs to the first.</summary>
    private void JoinNames(ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var i = 0; i + 1 < heads.Length; i++)
        {
            if (tags[i] != Upos.Propn || tags[i + 1] != Upos.Propn || heads[i] != heads[i + 1] || labels[i] != labels[i + 1] || !nominal[labels[i]])
                continue;
            var first = labels[i] == flat ? heads[i] : i;
            (heads[i + 1], labels[i + 1]) = (first, flat);
        }
    }

    /// <summary>
    /// "Her father Tamar said", "A spokeswoman, Ada Fenn, said", "said Odo Brandt, a farmer": no verb has two subjects on one side; the second stands
    /// beside the first.
    /// </summary>
    private void JoinBearers(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var second = 1; second < heads.Length; second++)
        {
            var verb = heads[second];
            if (!IsNoun(tags[second]) || !subject[labels[second]] || verb < 0) continue;
            for (var first = second - 1; first >= 0 && first != verb && tags[first] is not (Upos.Verb or Upos.Aux); first--)
            {
                if (heads[first] != verb || !subject[labels[first]]) continue;
                var joins = tags[second] == Upos.Propn ? tags[first] == Upos.Noun : tags[first] == Upos.Propn && Opens(words, heads, second);
                if (joins) (heads[second], labels[second]) = (first, apposition);
                break;
            }
        }
    }

    /// <summary>
    /// "As talks went on, the board rejected it", the board taken for a part of what stands before the comma: where the main verb has no subject, what
    /// begins behind the comma and ends before the verb is it.
    /// </summary>
    private void FreeSubjects(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        var verb = heads.IndexOf(-1);
        if (verb < 3 || tags[verb] != Upos.Verb || words[verb].Form.EndsWith("ing", StringComparison.Ordinal)) return;
        if (SubjectOf(heads, labels, verb, 0) >= 0) return;
        var (last, found) = (verb - 1, -1);
        while (last > 0 && (tags[last] is Upos.Adv or Upos.Aux || words[last].Form == ",")) last--;
        if (!IsNoun(tags[last]) && tags[last] != Upos.Pron) return;
        for (var at = last; at >= 0 && at != verb; at = heads[at])
        {
            if ((labels[at] == apposition || labels[at] == conjunct) && heads[at] < at && Opens(words, heads, at)) found = at;
        }

        if (found >= 0) (heads[found], labels[found]) = (verb, activeSubject);
    }

    /// <summary>Whether what hangs on the word, with it, begins right behind a comma.</summary>
    private static bool Opens(ReadOnlySpan<KnownWord> words, ReadOnlySpan<int> heads, int word)
    {
        var first = word;
        while (first > 0 && words[first - 1].Form != "," && IsUnder(heads, first - 1, word)) first--;
        return first > 0 && words[first - 1].Form == ",";
    }

    /// <summary>
    /// "From Tolland, Arden and Lorne": where the member behind a comma and one before it hang alike on one word, the first is the head of the list;
    /// a part of a compound does not stand before a comma either.
    /// </summary>
    private void JoinLists(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var comma = 1; comma + 1 < heads.Length; comma++)
        {
            if (words[comma].Form != ",") continue;
            var second = comma + 1;
            while (heads[second] > second && !nominal[labels[second]]) second = heads[second];
            if (!IsNoun(tags[second]) || HasCase(heads, labels, second)) continue;
            for (var first = comma - 1; first >= 0; first = heads[first] < first ? heads[first] : -1)
            {
                if (!IsNoun(tags[first]) || !(HasMember(heads, labels, first, second) || HasMember(heads, labels, second, second))) continue;
                var inside = heads[first] == second;
                if (!inside && (heads[first] != heads[second] || labels[first] != labels[second] || labels[first] == conjunct)) continue;
                Join(first, second, heads, labels);
                break;
            }
        }
    }

    private void Join(int first, int second, Span<int> heads, Span<byte> labels)
    {
        if (heads[first] == second) (heads[first], labels[first]) = (heads[second], labels[second]);
        (heads[second], labels[second]) = (first, conjunct);
        for (var i = second + 1; i < heads.Length; i++)
        {
            if (heads[i] == second && labels[i] == conjunct) heads[i] = first;
        }
    }

    /// <summary>
    /// "The board confirmed rubber bullets had been used": an attribute has no subject, so that the verb is that of the clause, and what it was taken
    /// to be an attribute in is what it tells.
    /// </summary>
    private void RaiseVerbs(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var verb = 1; verb < heads.Length; verb++)
        {
            var noun = heads[verb];
            if (labels[verb] != attribute || tags[verb] != Upos.Verb || noun <= verb) continue;
            var own = SubjectOf(heads, labels, verb, 0);
            if (own < 0 && heads[verb - 1] == noun && Bodies.Contains(words[verb - 1].Form)) own = verb - 1;
            if (own < 0) continue;
            var told = heads[noun];
            if (told <= noun || !subject[labels[noun]]) continue;
            (heads[verb], labels[verb]) = (heads[told], labels[told]);
            (heads[told], labels[told]) = (verb, clause);
            (heads[own], labels[own]) = (verb, activeSubject);
            for (var i = 0; i < own; i++)
            {
                if (heads[i] == noun && labels[i] == determiner) heads[i] = own;
                else if (heads[i] == told) heads[i] = verb;
            }
        }
    }

    /// <summary>The first subject of a verb from a place on; -1 where it has none.</summary>
    private int SubjectOf(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int verb, int from)
    {
        for (var i = from; i < heads.Length; i++)
        {
            if (heads[i] == verb && subject[labels[i]]) return i;
        }

        return -1;
    }

    /// <summary>
    /// "A board that met said talks had failed": a clause with two subjects on either side of the verb above it, which has none, leaves that the
    /// first. "Showed pictures it said were of the wreck": what was taken for the clause's subject is shown, and the clause is what "it said".
    /// </summary>
    private void ShareSubjects(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var told = 2; told < heads.Length; told++)
        {
            var verb = heads[told];
            if (verb < 0 || verb >= told || labels[told] != clause || tags[verb] != Upos.Verb) continue;
            var first = SubjectOf(heads, labels, told, 0);
            if (first < 0) continue;
            if (first < verb && SubjectOf(heads, labels, told, verb) > verb && SubjectOf(heads, labels, verb, 0) < 0)
            {
                heads[first] = verb;
                continue;
            }

            var says = ClauseOf(heads, labels, first);
            if (first <= verb || says < 0 || says >= told || !TakesClauses.Contains(words[says].Form)) continue;
            (heads[first], labels[first]) = (verb, direct);
            heads[told] = says;
        }
    }

    /// <summary>"The council's finding came": a noun has no clause without a subject or a mark; the noun is the verb's subject.</summary>
    private void RaiseFromNouns(ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var verb = 1; verb < heads.Length; verb++)
        {
            var noun = heads[verb];
            if (
                labels[verb] != clause
                || tags[verb] != Upos.Verb
                || noun < 0
                || noun >= verb
                || tags[noun] != Upos.Noun && !HasOwner(heads, labels, noun)
                || HasMark(heads, labels, verb)
            )
                continue;
            if (SubjectOf(heads, labels, verb, 0) >= 0 || SubjectOf(heads, labels, noun, 0) >= 0) continue;
            (heads[verb], labels[verb]) = (heads[noun], labels[noun]);
            (heads[noun], labels[noun]) = (verb, activeSubject);
        }
    }

    private bool HasOwner(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int noun)
    {
        for (var i = Math.Max(0, noun - 8); i < noun; i++)
        {
            if (heads[i] == noun && labels[i] == owner) return true;
        }

        return false;
    }

    private bool HasMark(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int verb)
    {
        for (var i = Math.Max(0, verb - 12); i < verb; i++)
        {
            if (heads[i] == verb && (labels[i] == mark || labels[i] == copula || labels[i] == caseMark)) return true;
        }

        return false;
    }

    /// <summary>The relative clause of a noun.</summary>
    private int ClauseOf(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int noun)
    {
        for (var i = noun + 1; i < Math.Min(heads.Length, noun + 8); i++)
        {
            if (heads[i] == noun && relative[labels[i]]) return i;
        }

        return -1;
    }

    /// <summary>"With forecasters predicting snow": the participle belongs to the noun right before it.</summary>
    private void HangAbsolutes(ReadOnlySpan<KnownWord> words, ReadOnlySpan<Upos> tags, Span<int> heads, Span<byte> labels)
    {
        for (var verb = 2; verb < heads.Length; verb++)
        {
            var noun = verb - 1;
            if (
                tags[verb] != Upos.Verb
                || !IsNoun(tags[noun])
                || heads[verb] == noun
                || heads[noun] == verb
                || !words[verb].Form.EndsWith("ing", StringComparison.Ordinal)
            )
                continue;
            for (var i = Math.Max(0, noun - 6); i < noun; i++)
            {
                if (heads[i] != noun || (labels[i] != caseMark && labels[i] != mark) || words[i].Form is not ("with" or "With")) continue;
                if (!IsUnder(heads, noun, verb)) (heads[verb], labels[verb]) = (noun, clauseOfNoun);
                break;
            }
        }
    }

    private static bool IsUnder(ReadOnlySpan<int> heads, int word, int top)
    {
        for (var steps = 0; word >= 0 && steps <= heads.Length; steps++, word = heads[word])
        {
            if (word == top) return true;
        }

        return false;
    }

    private static bool IsNoun(Upos tag) => tag is Upos.Noun or Upos.Propn;

    private bool HasCase(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int word)
    {
        for (var i = Math.Max(0, word - 8); i < word; i++)
        {
            if (heads[i] == word && labels[i] == caseMark) return true;
        }

        return false;
    }

    /// <summary>Whether a further member with its "and" hangs on <paramref name="word"/>, behind <paramref name="place"/>.</summary>
    private bool HasMember(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int word, int place)
    {
        for (var i = place + 1; i < Math.Min(heads.Length, place + 12); i++)
        {
            if (heads[i] != word || labels[i] != conjunct) continue;
            for (var k = place + 1; k < i; k++)
            {
                if (heads[k] == i && labels[k] == conjunction) return true;
            }
        }

        return false;
    }
}

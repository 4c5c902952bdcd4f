using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>
/// Joins "the agency" to the body that it means: the one whose name has the noun, whatever the noun; else one that the text calls so ("Tolland Line, a
/// charity,"); else, for the commonest nouns, one near before that can be of the kind, who speaks or is the subject before others. A noun for bodies
/// that no name of the report fits begins a body without a name. Limits: nouns that many bodies share ("the court") never mean a name by its words
/// alone where two have it; so is one that two bodies of the last sentences have in their names.
/// </summary>
internal sealed class NounLinker(Reading reading, Speech speech)
{
    /// <summary>Within so many sentences a second body of that noun leaves open which is meant.</summary>
    private const int Near = 3;

    /// <summary>Within so many sentences a body without a name is taken up again.</summary>
    private const int Reach = 6;

    /// <summary>Notes what the text calls a body: its apposition, what stands before its name, what it is said to be.</summary>
    public void Describe(ParticipantDraft draft, Name name)
    {
        if (draft.Type != NameType.Organisation) return;
        if (name.First > 0 && IsKind(name.First - 1) && reading.Tokens[name.First - 1].Sentence == reading.Tokens[name.First].Sentence) Give(draft, name.First - 1);
        for (var i = name.First; i < name.First + name.Count; i++)
        {
            var above = reading.Tokens[i].Head;
            if (above >= name.First && above < name.First + name.Count) continue;
            foreach (var child in reading.Children(i))
            {
                if (reading.Is(child, "appos") && IsKind(child)) Give(draft, child);
            }
            if (above < 0 || !IsKind(above)) continue;
            if (reading.Is(i, "appos") || reading.Is(i, "nsubj") && reading.Child(above, "cop") >= 0 && !reading.IsNegated(above)) Give(draft, above);
        }
    }

    /// <summary>Joins the noun that token <paramref name="i"/> is to its body, where there is one.</summary>
    public void Link(int i, List<ParticipantDraft> drafts)
    {
        if (!CanMeanABody(i)) return;
        var (first, last) = reading.NounPhraseTokens(i);
        var isBare = first == i - 1 && last == i;
        var isInName = drafts.Exists(d => IsNamedBody(d, i) && Has(d.Name, reading.Tokens[i].Lemma));
        if (((isBare ? Named(i, drafts) : null) ?? CalledSo(i, drafts) ?? (isBare && !isInName ? OfKind(i, drafts) : null)) is { } body)
        {
            body.Add(reading.NounPhrase(i), i, MentionKind.Noun);
            return;
        }

        if (isInName || !speech.Speaks(i) && !Thesaurus.Is(reading.Tokens[i].Lemma, WordSet.Collective | WordSet.Force | WordSet.AgencyNoun | WordSet.PublicBody)) return;
        var told = Called.Of(reading, i, first, last);
        var nameless = drafts.FindLast(d => !d.IsNamed && d.Type == NameType.Organisation && SentencesTo(d, i) <= Reach && d.Roles.Exists(r => r.Answers(told)));
        if (nameless is null)
        {
            drafts.Add(nameless = new ParticipantDraft(NameType.Organisation, reading.NounPhrase(i).Of(reading.Text), isNamed: false));
            nameless.Roles.Add(told);
        }
        nameless.Add(reading.NounPhrase(i), i, MentionKind.Noun);
    }

    /// <summary>The body whose name has the noun; null for none, and where a second one was named shortly before.</summary>
    private ParticipantDraft? Named(int i, List<ParticipantDraft> drafts)
    {
        var noun = reading.Tokens[i].Lemma;
        var bodies = drafts.FindAll(d => IsNamedBody(d, i) && Has(d.Name, noun));
        return !Thesaurus.Is(noun, WordSet.Shared) ? Last(bodies, i)
            : bodies.Count == 1 && SentencesTo(bodies[0], i) <= Near ? bodies[0]
            : null;
    }

    /// <summary>The body that the text calls by the noun and whatever the phrase tells more.</summary>
    private ParticipantDraft? CalledSo(int i, List<ParticipantDraft> drafts)
    {
        var (first, last) = reading.NounPhraseTokens(i);
        var told = Called.Of(reading, i, first, last);
        return Last(drafts.FindAll(d => IsNamedBody(d, i) && d.Roles.Exists(r => r.Answers(told))), i);
    }

    private ParticipantDraft? Last(List<ParticipantDraft> bodies, int i)
    {
        if (bodies.Count == 0) return null;
        var last = bodies.MaxBy(b => b.LastToken)!;
        return bodies.Exists(b => b != last && SentencesTo(b, i) <= Near) ? null : last;
    }

    /// <summary>A body of the last sentences that the noun can stand for: who spoke last, else the only one of the nearest sentence, its subject first.</summary>
    private ParticipantDraft? OfKind(int i, List<ParticipantDraft> drafts)
    {
        var noun = reading.Tokens[i].Lemma;
        var all = drafts.FindAll(d => IsNamedBody(d, i) && BodyKind.Fits(noun, d.Name) && BodyKind.IsSure(noun, d));
        var fitting = all.FindAll(d => SentencesTo(d, i) <= Near);
        if (fitting.Count == 0) return all.Count == 1 ? all[0] : null;
        var spoke = fitting.FindAll(d => d.Mentions.Exists(m => speech.Speaks(m.Head) && Sentences(m.Head, i) <= Near));
        if (spoke.Count == 1) return spoke[0];
        var nearest = fitting.Min(d => SentencesTo(d, i));
        var here = fitting.FindAll(d => SentencesTo(d, i) == nearest);
        if (here.Count == 1) return here[0];
        var subjects = here.FindAll(d => reading.Is(d.LastToken, "nsubj"));
        return subjects.Count == 1 ? subjects[0] : null;
    }

    /// <summary>True for a noun behind "the" that is neither a person nor a thing.</summary>
    private bool CanMeanABody(int i)
    {
        if (!IsKind(i)) return false;
        if (reading.Is(i, "compound") || reading.Is(i, "flat") || reading.Is(i, "appos") || reading.Child(i, "cop") >= 0) return false;
        return reading.Child(i, "det") is >= 0 and var article && reading.Tokens[article].Lemma is "the" or "this" or "that";
    }

    private bool IsKind(int i)
    {
        var token = reading.Tokens[i];
        return (token.Tag == Upos.Noun || token.Tag == Upos.Adj && Thesaurus.Is(token.Lemma, WordSet.Force) && reading.Child(i, "det") >= 0)
            && char.IsLower(token.Form[0])
            && !token.Features.Contains("Number=Plur", StringComparison.Ordinal)
            && !PersonNouns.IsRole(token.Lemma)
            && !Thesaurus.Is(token.Lemma, WordSet.Thing | WordSet.Paper);
    }

    private void Give(ParticipantDraft draft, int noun)
    {
        var (first, last) = reading.NounPhraseTokens(noun);
        draft.Roles.Add(Called.Of(reading, noun, first, Math.Min(last, first + 8)));
    }

    private static bool IsNamedBody(ParticipantDraft draft, int before) => draft.IsNamed && draft.Type == NameType.Organisation && draft.LastToken < before;

    private int SentencesTo(ParticipantDraft draft, int token) => Sentences(draft.LastToken, token);

    private int Sentences(int from, int to) => reading.Tokens[to].Sentence - reading.Tokens[from].Sentence;

    private static bool Has(string name, string noun) => name.Split(' ', '-').Contains(noun, StringComparer.OrdinalIgnoreCase);
}

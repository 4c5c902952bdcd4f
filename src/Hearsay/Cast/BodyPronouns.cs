using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>
/// Finds whom "it" and "they" mean where they speak: for "it" the body that is the subject of the clause above ("the board released pictures that it
/// said were new"), else the body that spoke last or is the only subject of the sentence before; "they" also people told by a plural. Limits: where
/// they do not speak, they stay unresolved: most of them mean things.
/// </summary>
internal sealed class BodyPronouns(Reading reading, Speech speech)
{
    private const int Reach = 3;

    /// <summary>True for a pronoun of the third person without a gender that is somebody who speaks.</summary>
    public bool Speaks(int i) =>
        reading.Tokens[i].Tag == Upos.Pron && Thesaurus.Is(reading.Tokens[i].Form.ToLowerInvariant(), WordSet.Neuter | WordSet.Plural)
        && (speech.Speaks(i)
            || reading.Is(i, "nmod:poss") && Thesaurus.Is(reading.Tokens[reading.Tokens[i].Head].Lemma, WordSet.Stating)
            || reading.Is(i, "nsubj") && reading.Tokens[i].Head is >= 0 and var verb && speech.Says(verb));

    /// <summary>Joins the pronoun to a body or to people where it can be told.</summary>
    public void Resolve(int i, List<ParticipantDraft> drafts)
    {
        var many = Thesaurus.Is(reading.Tokens[i].Form.ToLowerInvariant(), WordSet.Plural);
        var able = drafts.FindAll(d => d.LastToken < i && (many ? d.IsMany || IsBody(d) : IsBody(d) && !d.IsMany));
        var meant = IsTrailing(i)
            ? Spoke(i, able.FindAll(d => d.Mentions.Exists(m => Sentences(m.Head, i) > 0))) ?? Subject(i, able, 1)
            : Above(i, able) ?? (many ? Subject(i, able.FindAll(d => d.IsMany), 0) : null) ?? Spoke(i, able) ?? Subject(i, able, 0) ?? Subject(i, able, 1);
        meant?.Add(reading.Tokens[i].Span, i, MentionKind.Pronoun);
    }

    /// <summary>"..., it said": what stands before in the sentence is what is said.</summary>
    private bool IsTrailing(int i) =>
        reading.Tokens[i].Head is >= 0 and var verb && (reading.Is(verb, "parataxis") || speech.SpokenBy(i) is >= 0 and var q && reading.Quotations[q].Span.Start < reading.Tokens[i].Span.Start);

    private static bool IsBody(ParticipantDraft draft) =>
        draft.Type == NameType.Organisation || draft.Type == NameType.Place && Gazetteer.CountryOf(draft.Name) is not null;

    private ParticipantDraft? Above(int i, List<ParticipantDraft> able)
    {
        var clause = reading.Tokens[i].Head;
        for (var at = clause < 0 ? -1 : reading.Tokens[clause].Head; at >= 0; at = reading.Tokens[at].Head)
        {
            var subject = reading.Child(at, "nsubj");
            if (subject < 0 || subject >= i || Thesaurus.Is(reading.Tokens[subject].Form.ToLowerInvariant(), WordSet.Neuter)) continue;
            return able.Find(d => d.Mentions.Exists(m => m.Head == subject));
        }
        return null;
    }

    /// <summary>Who spoke last of those near before.</summary>
    private ParticipantDraft? Spoke(int i, List<ParticipantDraft> able) =>
        able.SelectMany(d => d.Mentions.Where(m => m.Head < i && speech.Speaks(m.Head) && Sentences(m.Head, i) <= Reach && Sentences(m.Head, i) >= (IsTrailing(i) ? 1 : 0)).Select(m => (d, m.Head))).OrderByDescending(x => x.Head).FirstOrDefault().d;

    /// <summary>The only one that is a subject so many sentences before.</summary>
    private ParticipantDraft? Subject(int i, List<ParticipantDraft> able, int back)
    {
        var subjects = able.FindAll(d => d.Mentions.Exists(m => m.Head < i && Sentences(m.Head, i) == back && reading.Is(m.Head, "nsubj")));
        return subjects.Count == 1 ? subjects[0] : null;
    }

    private int Sentences(int from, int to) => reading.Tokens[to].Sentence - reading.Tokens[from].Sentence;
}

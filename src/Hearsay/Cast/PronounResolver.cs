using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>Finds whom "he" or "she" means: the most salient person before it, by sentence, by grammatical role, by quotation.</summary>
internal sealed class PronounResolver(Reading reading, Speech speech)
{
    /// <summary>How many sentences back a person is still in mind.</summary>
    private const int Reach = 3;

    /// <summary>How much more one weighs whom the sentence before speaks to, where the pronoun replies.</summary>
    private const int AddresseeWeight = 25;

    /// <summary>How much less someone weighs who is only spoken of as another's ("his aunt").</summary>
    private const int KinWeight = 25;

    /// <summary>How much more someone weighs whom the pronoun takes up again in the same clause.</summary>
    private const int TakenUpWeight = 30;

    /// <summary>How much more one weighs who spoke before, where the pronoun speaks.</summary>
    private const int SpeakerWeight = 20;

    /// <summary>True for the personal pronouns of the third person with a gender.</summary>
    public static bool IsPersonal(Token token) => token.Tag == Upos.Pron && GenderOf(token.Form) != Gender.Unknown;

    /// <summary>
    /// "While she agreed, Ana Ruiz said": the first token of the person's name that is the subject of the clause which the pronoun's own one opens;
    /// null where there is none.
    /// </summary>
    public int? NameAhead(int pronoun)
    {
        if (!reading.Is(pronoun, "nsubj") || reading.Tokens[pronoun].Head is not (>= 0 and var verb) || !reading.Is(verb, "advcl")) return null;
        if (reading.Child(reading.Tokens[verb].Head, "nsubj") is not (>= 0 and var subject) || subject < verb) return null;
        foreach (var name in reading.Names)
        {
            if (name.Type != NameType.Person || name.First < verb) continue;
            for (var i = name.First; i < name.First + name.Count; i++)
            {
                // "The mayor, Ana Ruiz," as well
                var isNamed = reading.Is(i, "appos") || reading.Is(i, "flat") || reading.Is(i, "nmod:desc");
                if (i == subject || isNamed && reading.Tokens[i].Head == subject) return name.First;
            }
        }
        return null;
    }

    /// <summary>Joins the pronoun to an entity where one weighs more than every other; to <paramref name="named"/> where it can be.</summary>
    public void Resolve(int pronoun, List<ParticipantDraft> drafts, ParticipantDraft? named = null)
    {
        var gender = GenderOf(reading.Tokens[pronoun].Form);
        if (named is not null && (named.Gender == Gender.Unknown || named.Gender == gender))
        {
            named.Add(reading.Tokens[pronoun].Span, pronoun, MentionKind.Pronoun);
            return;
        }
        var (best, weight, second) = ((ParticipantDraft?)null, 0, 0);
        foreach (var draft in drafts)
        {
            if (draft.Type != NameType.Person || draft.IsMany || (draft.Gender != Gender.Unknown && draft.Gender != gender)) continue;
            var own = Weigh(draft, pronoun);
            if (own > weight) (best, weight, second) = (draft, own, weight);
            else if (own > second) second = own;
        }

        if (best is null || weight == second) return;
        best.Add(reading.Tokens[pronoun].Span, pronoun, MentionKind.Pronoun);
        if (best.Gender == Gender.Unknown) best.Gender = gender;
    }

    private int Weigh(ParticipantDraft draft, int pronoun)
    {
        var best = 0;
        var speaks = speech.Speaks(pronoun);
        var spoken = speech.SpokenBy(pronoun);
        var replies = reading.Is(pronoun, "nsubj") && Thesaurus.Is(reading.Tokens[reading.Tokens[pronoun].Head].Lemma, WordSet.Replying);
        for (var m = draft.Mentions.Count - 1; m >= 0; m--)
        {
            var mention = draft.Mentions[m];
            var distance = reading.Tokens[pronoun].Sentence - reading.Tokens[mention.Head].Sentence;
            if (distance > Reach) break;
            if (mention.Head >= pronoun || IsBound(mention.Head, pronoun)) continue;
            var weight = 100 - 25 * distance + RoleWeight(mention.Head) + (draft.Gender != Gender.Unknown ? 12 : 0) + (draft.IsNamed ? 14 : 0);
            if (distance == 1 && replies && !reading.Is(mention.Head, "nsubj")) weight += AddresseeWeight;
            if (mention.Kind == MentionKind.Pronoun) weight += 10;
            if (IsTakenUp(mention.Head, pronoun)) weight += TakenUpWeight;
            // "Her mother": what is told goes on being told of her whose mother it is.
            if (mention.Kind == MentionKind.Role && !draft.IsNamed && reading.Child(mention.Head, "nmod:poss") >= 0) weight -= KinWeight;
            var quotation = reading.QuotationAt(reading.Tokens[pronoun].Span.Start);
            if (reading.QuotationAt(mention.Span.Start) != quotation) weight -= 15;
            // Who speaks says "I" of himself: within his words "he" is another.
            if (quotation >= 0 && speech.SpokenBy(mention.Head) == quotation) continue;
            // Of whom he speaks is not himself.
            if (spoken >= 0 && reading.QuotationAt(mention.Span.Start) == spoken) continue;
            if (speaks && speech.Speaks(mention.Head)) weight += SpeakerWeight;
            weight += Math.Max(0, 10 - (pronoun - mention.Head) / 4);
            best = Math.Max(best, weight);
        }

        return best;
    }

    /// <summary>By what the mention is to its verb; a name behind its role ("the mayor, Ana Ruiz,") is what the role is, if that is more.</summary>
    private int RoleWeight(int token) =>
        reading.Is(token, "appos") && reading.Tokens[token].Head >= 0
            ? Math.Max(8, RelationWeight(reading.Tokens[token].Head))
            : RelationWeight(token);

    private int RelationWeight(int token) => reading.Tokens[token].Relation switch
    {
        "nsubj" => 30,
        "nsubj:pass" => 25,
        "obj" or "iobj" => 12,
        "root" or "conj" => 10,
        "appos" => 8,
        "nmod:poss" => 8,
        "nmod" or "compound" => -5,
        _ => 5,
    };

    /// <summary>True where both are arguments of one verb ("Ruiz saw her"): then they are two people; a possessive is free.</summary>
    private bool IsBound(int mention, int pronoun)
    {
        if (reading.Tokens[pronoun].Relation == "nmod:poss") return reading.Tokens[pronoun].Head == mention;
        if (IsTakenUp(mention, pronoun)) return false;
        var (a, b) = (reading.Tokens[mention].Head, reading.Tokens[pronoun].Head);
        return a >= 0 && a == b && !reading.Is(mention, "obl") && !reading.Is(mention, "advcl");
    }

    /// <summary>True where both are subjects of one verb ("Ruiz, she never came"): the second takes the first up again.</summary>
    private bool IsTakenUp(int mention, int pronoun) =>
        reading.Is(mention, "nsubj") && reading.Is(pronoun, "nsubj") && reading.Tokens[mention].Head == reading.Tokens[pronoun].Head;

    private static Gender GenderOf(string form) => (Thesaurus.Of(form.ToLowerInvariant()) & (WordSet.Male | WordSet.Female)) switch
    {
        WordSet.Male => Gender.Male,
        WordSet.Female => Gender.Female,
        _ => Gender.Unknown,
    };
}

using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>Gives entities the roles that the text names, and joins later mentions by role ("the mayor") to them.</summary>
internal sealed class RoleLinker(Reading reading, NameLinker names)
{
    /// <summary>Notes the titles before a name, its apposition and its predicate noun.</summary>
    public void Describe(ParticipantDraft draft, Name name, List<ParticipantDraft> drafts)
    {
        if (name.Type != NameType.Person) return;
        var titles = names.TitlesBefore(name).ToList();
        if (titles.Count > 0)
        {
            foreach (var title in titles) draft.Roles.Add(reading.Tokens[title].Lemma.TrimEnd('.'));
            draft.Role ??= reading.SpanOf(titles[^1], titles[0]).Of(reading.Text);
        }

        var head = names.HeadOf(name.First, name.Count);
        foreach (var child in reading.Children(head))
        {
            if (!reading.Is(child, "appos") || child < head) continue;
            if (IsPerson(child)) Give(draft, child);
        }

        var above = reading.Tokens[head].Head;
        if (above < 0) return;
        // "the mayor, Ana Ruiz," and "mayor Ana Ruiz" as the treebanks draw them; "Ana Ruiz is the mayor".
        if ((reading.Is(head, "appos") || reading.Is(head, "flat") || reading.Is(head, "nmod:desc")) && IsPerson(above)) Give(draft, above, drafts);
        if (reading.Is(head, "nsubj") && IsPerson(above) && reading.Child(above, "cop") >= 0 && !reading.IsNegated(above)) Give(draft, above);
    }

    /// <summary>Joins the role that token <paramref name="i"/> heads to its entity, or begins one for it.</summary>
    public void Link(int i, List<ParticipantDraft> drafts)
    {
        var token = reading.Tokens[i];
        if (token.Tag != Upos.Noun || !PersonNouns.IsRole(token.Lemma) || token.Features.Contains("Number=Plur", StringComparison.Ordinal)) return;
        if (
            reading.Is(i, "compound")
            || reading.Is(i, "amod")
            || reading.Is(i, "flat")
            || reading.Is(i, "fixed")
            || reading.Is(i, "nmod:desc")
            || reading.Child(i, "cop") >= 0
        )
            return;
        if (drafts.Exists(d => d.Mentions.Exists(m => m.Head == i))) return;
        var determiner = reading.Child(i, "det") is var d and >= 0 ? reading.Tokens[d].Lemma : "";
        var definite = determiner is "the" or "this" or "that" || reading.Child(i, "nmod:poss") >= 0;
        if (reading.Is(i, "appos")) return;
        var phrase = reading.NounPhrase(i);
        if (definite && drafts.FindLast(x => x.Roles.Contains(token.Lemma) && Near(x, i) && Fits(x, i)) is { } known)
        {
            known.Add(phrase, i, MentionKind.Role);
            return;
        }

        if (drafts.Exists(x => x.Mentions.Exists(m => reading.Tokens[m.Head].Head == i && reading.Is(m.Head, "appos")))) return;
        var draft = new ParticipantDraft(NameType.Person, phrase.Of(reading.Text), isNamed: false)
        {
            Gender = GenderOf(token.Lemma),
            Role = phrase.Of(reading.Text),
        };
        draft.Roles.Add(token.Lemma);
        draft.Add(phrase, i, MentionKind.Role);
        drafts.Add(draft);
    }

    private void Give(ParticipantDraft draft, int noun, List<ParticipantDraft>? drafts = null)
    {
        var token = reading.Tokens[noun];
        draft.Roles.Add(token.Lemma);
        draft.Role ??= reading.NounPhrase(noun).Of(reading.Text);
        if (draft.Gender == Gender.Unknown) draft.Gender = GenderOf(token.Lemma);
        // The role stood before the name and was taken for someone without one.
        if (drafts?.FindLast(d => !d.IsNamed && d.Mentions.Count == 1 && d.Mentions[0].Head == noun) is not { } nameless) return;
        drafts.Remove(nameless);
        draft.Add(nameless.Mentions[0].Span, noun, MentionKind.Role);
    }

    private bool IsPerson(int i) =>
        reading.Tokens[i].Tag is Upos.Noun or Upos.Propn && PersonNouns.IsRole(reading.Tokens[i].Lemma.ToLowerInvariant());

    /// <summary>A nameless one is taken up again only soon; one with a name anywhere in the report.</summary>
    private bool Near(ParticipantDraft draft, int i) => draft.IsNamed || reading.Tokens[i].Sentence - reading.Tokens[draft.LastToken].Sentence <= 6;

    /// <summary>"The French president" is not one whose role is "the Polish president".</summary>
    private bool Fits(ParticipantDraft draft, int i)
    {
        foreach (var child in reading.Children(i))
        {
            if (reading.Is(child, "det") || child > i) continue;
            if (Gazetteer.CountryOf(reading.Tokens[child].Form) is not { } country) continue;
            if (
                draft.Role is { } role
                && role.Split(' ').Select(Gazetteer.CountryOf).FirstOrDefault(c => c is not null) is { } other
                && other != country
            )
                return false;
        }

        return true;
    }

    private static Gender GenderOf(string noun) =>
        Thesaurus.Is(noun, WordSet.MaleNoun) ? Gender.Male
        : Thesaurus.Is(noun, WordSet.FemaleNoun) ? Gender.Female
        : Gender.Unknown;
}

using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>
/// Gives people the roles that the text names, and joins later mentions by role ("the mayor") to them: to the one of whom all that the phrase tells
/// is told, the last who was mentioned where several are.
/// </summary>
internal sealed class RoleLinker(Reading reading, NameLinker names)
{
    /// <summary>Within so many sentences somebody without a name is taken up again.</summary>
    private const int Reach = 6;

    /// <summary>Notes the role before a name, its apposition and its predicate noun.</summary>
    public void Describe(ParticipantDraft draft, Name name, List<ParticipantDraft> drafts)
    {
        if (name.Type != NameType.Person) return;
        if (RoleBefore(name) is { } first) Give(draft, NounOf(first, name.First - 1), (first, name.First - 1));
        var head = names.HeadOf(name.First, name.Count);
        foreach (var child in reading.Children(head))
        {
            if (reading.Is(child, "appos") && child > head && IsPerson(child)) Give(draft, child, Called.Phrase(reading, child), drafts);
        }

        var above = reading.Tokens[head].Head;
        if (above < 0) return;
        // "the mayor, Ana Ruiz," and "mayor Ana Ruiz" as the treebanks draw them; "Ana Ruiz is the mayor".
        if ((reading.Is(head, "appos") || reading.Is(head, "flat") || reading.Is(head, "nmod:desc")) && IsPerson(above))
            Give(draft, above, above < name.First ? (reading.NounPhraseTokens(above).First, BeforeMark(above, name.First)) : Called.Phrase(reading, above), drafts);
        if (reading.Is(head, "nsubj") && IsPerson(above) && reading.Child(above, "cop") >= 0 && !reading.IsNegated(above))
            Give(draft, above, Called.Phrase(reading, above));
    }

    /// <summary>Joins the role that token <paramref name="i"/> heads to its entity, or begins one for it.</summary>
    public void Link(int i, List<ParticipantDraft> drafts)
    {
        var token = reading.Tokens[i];
        if (token.Tag != Upos.Noun && !IsOfficeRead(i) || !PersonNouns.IsRole(token.Lemma.ToLowerInvariant()) || token.Features.Contains("Number=Plur", StringComparison.Ordinal)) return;
        if (
            reading.Is(i, "compound")
            || reading.Is(i, "amod")
            || reading.Is(i, "flat")
            || reading.Is(i, "fixed")
            || reading.Is(i, "nmod:desc")
            || reading.Is(i, "appos")
            || reading.Child(i, "cop") >= 0
        )
            return;
        if (drafts.Exists(d => d.Mentions.Exists(m => m.Head == i))) return;
        var determiner = reading.Child(i, "det") is var d and >= 0 ? reading.Tokens[d].Lemma : "";
        var definite = determiner is "the" or "this" or "that" || reading.Child(i, "nmod:poss") >= 0;
        var (first, last) = Called.Phrase(reading, i);
        var called = Called.Of(reading, i, first, last);
        if (definite && drafts.Where(x => Near(x, i) && x.Roles.Exists(r => r.Answers(called))).MaxBy(x => x.LastToken) is { } known)
        {
            known.Add(reading.NounPhrase(i), i, MentionKind.Role);
            return;
        }

        if (drafts.Exists(x => x.Mentions.Exists(m => reading.Tokens[m.Head].Head == i && reading.Is(m.Head, "appos")))) return;
        var phrase = reading.SpanOf(first, last).Of(reading.Text);
        var draft = new ParticipantDraft(NameType.Person, phrase, isNamed: false) { Gender = GenderOf(token.Lemma), Role = phrase };
        draft.Roles.Add(called);
        draft.Add(reading.NounPhrase(i), i, MentionKind.Role);
        drafts.Add(draft);
    }

    /// <summary>True for a noun that was read as a name, as titles are ("the prime minister").</summary>
    private bool IsOfficeRead(int i) =>
        reading.Tokens[i].Tag == Upos.Propn && char.IsLower(reading.Tokens[i].Form[0]) && reading.Child(i, "det") >= 0;

    /// <summary>Where the words before the name that say what he is begin ("the harbour board's spokesman Odo Brandt"); null where none do.</summary>
    private int? RoleBefore(Name name)
    {
        var sentence = reading.Tokens[name.First].Sentence;
        int? first = null;
        for (var i = name.First - 1; i >= 0 && i >= name.First - 10 && reading.Tokens[i].Sentence == sentence; i--)
        {
            var token = reading.Tokens[i];
            var isPart = token.Tag is Upos.Noun or Upos.Propn or Upos.Adj || token.Tag == Upos.Part && token.Form is "'s" or "’s" || IsOffice(token.Form)
                || IsOfOffice(i) || token.Tag == Upos.Det && IsOfOffice(i - 1);
            if (!isPart) break;
            first = i;
        }

        return first is { } begin && IsOffice(reading.Tokens[NounOf(begin, name.First - 1)].Form) ? begin : null;
    }

    /// <summary>True for "of" and "to" behind the noun of an office ("ambassador to the UN").</summary>
    private bool IsOfOffice(int i) => i > 0 && reading.Tokens[i].Form is "of" or "for" or "to" && IsOffice(reading.Tokens[i - 1].Form);

    /// <summary>The noun of an office: the last one before "of" or "to".</summary>
    private int NounOf(int first, int last)
    {
        var noun = last;
        for (var i = last; i >= first; i--)
        {
            if (i > first && IsOfOffice(i)) noun = i - 1;
        }

        return noun;
    }

    private static bool IsOffice(string form) =>
        PersonNouns.IsRole(form.ToLowerInvariant()) || Thesaurus.Is(form.ToLowerInvariant(), WordSet.Title);

    private void Give(ParticipantDraft draft, int noun, (int First, int Last) phrase, List<ParticipantDraft>? drafts = null)
    {
        var called = Called.Of(reading, noun, phrase.First, phrase.Last);
        draft.Roles.Add(called);
        Tell(draft, phrase);
        if (draft.Gender == Gender.Unknown) draft.Gender = GenderOf(called.Noun);
        // The role stood before the name and was taken for someone without one.
        var nameless = drafts?.FindLast(d =>
            !d.IsNamed && d != draft
            && (d.Mentions.Exists(m => m.Head == noun) || called.Words.Count > 1 && d.Roles.TrueForAll(r => r.Noun == called.Noun && r.Words.SetEquals(called.Words))));
        if (nameless is null) return;
        drafts!.Remove(nameless);
        draft.Mentions.AddRange(nameless.Mentions);
        draft.Roles.AddRange(nameless.Roles);
    }

    /// <summary>Keeps the fullest words for what the person is.</summary>
    private void Tell(ParticipantDraft draft, (int First, int Last) phrase)
    {
        var (first, last) = phrase;
        while (first < last && reading.Tokens[first].Tag is Upos.Det or Upos.Pron && reading.Tokens[first].Lemma is "the" or "a" or "an" or "its" or "his" or "her" or "their") first++;
        var isOffice = false;
        for (var i = first; i <= last; i++) isOffice |= PersonNouns.IsRole(reading.Tokens[i].Lemma.ToLowerInvariant());
        var told = reading.SpanOf(first, last).Of(reading.Text).ReplaceLineEndings(" ");
        if (isOffice && (draft.Role is null || told.Split(' ').Length > draft.Role.Split(' ').Length)) draft.Role = told;
    }

    private int BeforeMark(int noun, int name)
    {
        var last = noun;
        while (last + 1 < name && reading.Tokens[last + 1].Tag != Upos.Punct) last++;
        return last;
    }

    private bool IsPerson(int i) =>
        reading.Tokens[i].Tag is Upos.Noun or Upos.Propn && PersonNouns.IsRole(reading.Tokens[i].Lemma.ToLowerInvariant());

    /// <summary>A nameless one is taken up again only soon; one with a name anywhere in the report.</summary>
    private bool Near(ParticipantDraft draft, int i) => draft.IsNamed || reading.Tokens[i].Sentence - reading.Tokens[draft.LastToken].Sentence <= Reach;

    private static Gender GenderOf(string noun) =>
        Thesaurus.Is(noun, WordSet.MaleNoun) ? Gender.Male
        : Thesaurus.Is(noun, WordSet.FemaleNoun) ? Gender.Female
        : Gender.Unknown;
}

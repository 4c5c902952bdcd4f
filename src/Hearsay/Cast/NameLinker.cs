using Hearsay.Language;
using Hearsay.Language.Models;

namespace Hearsay.Cast;

/// <summary>Joins a name to the entity it names.</summary>
internal sealed class NameLinker(Reading reading, Speech speech)
{
    /// <summary>The entity that <paramref name="name"/> belongs to, new or known; null for names of other things.</summary>
    public ParticipantDraft? Link(Name name, List<ParticipantDraft> drafts)
    {
        if (name.Type == NameType.Other) return null;
        var text = name.Span.Of(reading.Text);
        var draft = Known(name, text, drafts);
        if (draft is null) drafts.Add(draft = new ParticipantDraft(name.Type, text, isNamed: true));
        var head = HeadOf(name.First, name.Count);
        var metonym = name.Type == NameType.Place && draft.Name != text && (Gazetteer.Of(text) & (Listed.Capital | Listed.Country)) == Listed.Capital;
        draft.Add(name.Span, head, metonym ? MentionKind.Metonym : MentionKind.Name);
        if (!metonym && IsFuller(text, draft.Name, name.Type)) draft.Name = text;
        if (name.Type == NameType.Person && draft.Gender == Gender.Unknown) draft.Gender = GenderOf(name);
        return draft;
    }

    /// <summary>The token of a stretch that hangs on one outside it.</summary>
    public int HeadOf(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var head = reading.Tokens[i].Head;
            if (head < first || head >= first + count) return i;
        }

        return first + count - 1;
    }

    /// <summary>The titles that stand right before a name, nearest first.</summary>
    public IEnumerable<int> TitlesBefore(Name name)
    {
        for (var i = name.First - 1; i >= 0 && reading.Tokens[i].Sentence == reading.Tokens[name.First].Sentence; i--)
        {
            var title = Capital(reading.Tokens[i].Form.TrimEnd('.'));
            if ((Gazetteer.Of(reading.Tokens[i].Form) & Listed.Title) == 0 && (Gazetteer.Of(title) & Listed.Title) == 0)
                yield break;
            yield return i;
        }
    }

    private ParticipantDraft? Known(Name name, string text, List<ParticipantDraft> drafts)
    {
        if (AlsoKnown(name, text, drafts) is { } same)
        {
            // The other name may have stood alone before.
            if (drafts.Find(d => d != same && d.IsNamed && d.Name == text) is { } other)
            {
                same.Mentions.AddRange(other.Mentions);
                drafts.Remove(other);
            }
            same.Aliases.Add(text);
            return same;
        }
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var draft = drafts[i];
            if (!draft.IsNamed) continue;
            if ((draft.Name == text || draft.Aliases.Contains(text)) && (draft.Type == name.Type || name.Type != NameType.Person)) return draft;
        }

        return name.Type switch
        {
            NameType.Person => KnownPerson(name, text, drafts),
            NameType.Place => KnownPlace(name, text, drafts),
            _ => KnownBody(name, text, drafts),
        };
    }

    /// <summary>
    /// Whose other name the text says that it is: letters in brackets right behind a body's name that stand in it in their order, and what a person is
    /// also known as.
    /// </summary>
    private ParticipantDraft? AlsoKnown(Name name, string text, List<ParticipantDraft> drafts)
    {
        if (name.First < 2) return null;
        if (reading.Tokens[name.First - 1].Form == "(" && text.Length is > 1 and < 9 && text.All(char.IsUpper))
            return drafts.Find(d => d.Type != NameType.Person && d.Mentions.Exists(m => m.Kind == MentionKind.Name && m.Head < name.First && Ends(m, name.First - 2)) && IsInOrder(text, d.Name));
        var before = TitlesBefore(name).DefaultIfEmpty(name.First).Last() - 1;
        var isAs = before > 0 && reading.Tokens[before].Form == "as";
        if (isAs) before--;
        if (before < 0 || !Thesaurus.Is(reading.Tokens[before].Lemma, WordSet.Naming) && !(isAs && reading.Tokens[before].Lemma == "know")) return null;
        var sentence = reading.Sentences[reading.Tokens[before].Sentence].First;
        return drafts.Where(d => d.Type == NameType.Person && name.Type == NameType.Person && d.LastToken >= sentence && d.LastToken < before).MaxBy(d => d.LastToken);
    }

    private bool Ends(Mention mention, int token) => mention.Span.End == reading.Tokens[token].Span.End;

    private static bool IsInOrder(string letters, string name)
    {
        var at = 0;
        foreach (var c in name.ToUpperInvariant())
        {
            if (at < letters.Length && letters[at] == c) at++;
            else if (at == 0) return false;
        }
        return at == letters.Length;
    }

    private ParticipantDraft? KnownPerson(Name name, string text, List<ParticipantDraft> drafts)
    {
        var words = text.Split(' ');
        var gender = GenderOf(name);
        var found = drafts.FindAll(d =>
            d.IsNamed
            && d.Type == NameType.Person
            && (gender == Gender.Unknown || d.Gender == Gender.Unknown || gender == d.Gender)
            && Agrees(words, d.Name.Split(' '))
        );
        if (found.Count < 2) return found.Count == 0 ? null : found[0];
        return words.Length == 1 ? Nearest(found, gender, HeadOf(name.First, name.Count)) : null;
    }

    /// <summary>
    /// Of several with the surname: of the sex that the title tells, where one is; where the name speaks, who spoke last; else who was named last.
    /// </summary>
    private ParticipantDraft? Nearest(List<ParticipantDraft> several, Gender gender, int token)
    {
        if (gender != Gender.Unknown && several.Exists(d => d.Gender == gender)) several = several.FindAll(d => d.Gender == gender);
        if (speech.Speaks(token) && several.MaxBy(d => LastSaid(d)) is { } last && LastSaid(last) >= 0) return last;
        return several.MaxBy(d => d.LastToken);
    }

    private int LastSaid(ParticipantDraft draft) => draft.Mentions.Where(m => speech.Speaks(m.Head)).Select(m => m.Head).DefaultIfEmpty(-1).Max();

    /// <summary>
    /// True where the shorter name can be of the same person: the surname alone, the given name alone, or the same surname with a given name that
    /// agrees.
    /// </summary>
    private static bool Agrees(string[] words, string[] other)
    {
        var (few, many) = words.Length <= other.Length ? (words, other) : (other, words);
        if (few.Length == 1) return few[0] == many[^1] || (many.Length > 1 && few[0] == many[0]) || (many.Length > 2 && few[0] == many[^2]);
        if (few[^1] != many[^1]) return string.Join(' ', many).StartsWith(string.Join(' ', few) + " ", StringComparison.Ordinal);
        return few[0] == many[0]
            || (few[0].TrimEnd('.').Length == 1 && few[0][0] == many[0][0])
            || (many[0].TrimEnd('.').Length == 1 && few[0][0] == many[0][0]);
    }

    private ParticipantDraft? KnownPlace(Name name, string text, List<ParticipantDraft> drafts)
    {
        if (Gazetteer.CountryOf(text) is not { } country) return null;
        var kind = Gazetteer.Of(text);
        if ((kind & Listed.Country) == 0 && !((kind & Listed.Capital) != 0 && ActorContext.IsActor(reading, HeadOf(name.First, name.Count))))
            return null;
        return drafts.FindLast(d =>
            d.IsNamed && d.Type != NameType.Person && (Gazetteer.Of(d.Name) & Listed.Country) != 0 && Gazetteer.CountryOf(d.Name) == country
        );
    }

    private ParticipantDraft? KnownBody(Name name, string text, List<ParticipantDraft> drafts)
    {
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var draft = drafts[i];
            if (!draft.IsNamed || draft.Type == NameType.Person) continue;
            if (IsAcronym(text, draft.Name) || IsAcronym(draft.Name, text)) return draft;
            if (draft.Type != NameType.Organisation) continue;
            if (
                draft.Name.StartsWith(text + " ", StringComparison.Ordinal)
                && (Gazetteer.Of(draft.Name[(draft.Name.LastIndexOf(' ') + 1)..]) & Listed.Tail) != 0
            )
                return draft;
            if (text.StartsWith(draft.Name + " ", StringComparison.Ordinal) && (Gazetteer.Of(text[(text.LastIndexOf(' ') + 1)..]) & Listed.Tail) != 0)
                return draft;
        }

        return (Gazetteer.Of(text) & Listed.Country) != 0 ? KnownPlace(name, text, drafts) : null;
    }

    /// <summary>True where <paramref name="text"/> is made of the first letters of the capitalised words of <paramref name="full"/>.</summary>
    private static bool IsAcronym(string text, string full)
    {
        var letters = text.Where(char.IsLetter).ToArray();
        if (letters.Length < 2 || letters.Length > 7 || !letters.All(char.IsUpper) || !full.Contains(' ', StringComparison.Ordinal)) return false;
        var initials = full.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]);
        return initials.SequenceEqual(letters);
    }

    private static bool IsFuller(string text, string name, NameType type) => type switch
    {
        NameType.Person => text.Split(' ').Length > name.Split(' ').Length
            || (text.Split(' ').Length == name.Split(' ').Length && text.Length > name.Length),
        NameType.Organisation => IsAcronym(name, text) || text.StartsWith(name + " ", StringComparison.Ordinal),
        _ => false,
    };

    private Gender GenderOf(Name name)
    {
        foreach (var title in TitlesBefore(name))
        {
            var word = reading.Tokens[title].Form.TrimEnd('.').ToLowerInvariant();
            if (Thesaurus.Is(word, WordSet.MaleTitle)) return Gender.Male;
            if (Thesaurus.Is(word, WordSet.FemaleTitle)) return Gender.Female;
        }

        var given = reading.Tokens[name.First].Form;
        // A lone given name tells too, unless it may be a surname.
        if (name.Count < 2)
            return
                (Gazetteer.Of(given) & Listed.Given) != 0
                && (NameLists.Of(WordSight.LowerHash(given)) is var lone && ((lone & KnownName.Surname) == 0 || (lone & KnownName.Female) != 0))
                ? GenderOf(lone)
                : Gender.Unknown;
        var listed = Gazetteer.Of(given) & (Listed.Male | Listed.Female);
        if (listed == Listed.None) return GenderOf(NameLists.Of(WordSight.LowerHash(given)));
        return listed == Listed.Male ? Gender.Male : listed == Listed.Female ? Gender.Female : Gender.Unknown;
    }

    private static Gender GenderOf(KnownName known) => (known & (KnownName.Male | KnownName.Female)) switch
    {
        KnownName.Male => Gender.Male,
        KnownName.Female => Gender.Female,
        _ => Gender.Unknown,
    };

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}

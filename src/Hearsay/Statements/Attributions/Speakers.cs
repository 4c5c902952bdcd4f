using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Sources in, speakers out: whom the cast knows by the source's head is called by the fullest name of the report, several by theirs, everybody else
/// as described. Null where it cannot be told.
/// </summary>
internal sealed class Speakers(Words words)
{
    /// <summary>A relative pronoun stands no deeper in its clause.</summary>
    private const int Deepest = 4;

    /// <summary>Within so many sentences several who spoke together are "they".</summary>
    private const int Reach = 3;

    /// <summary>More words than these, articles among them, are more than one of several who speak together.</summary>
    private const int LongestPart = 6;

    private readonly ReportNames names = new(words);
    private readonly SourcePhrases phrases = new(words);
    private readonly Dictionary<Participant, string> unnamed = new(ReferenceEqualityComparer.Instance);
    private string? several;
    private int severalAt = -1;

    /// <summary>True for "agency", "ministry", "company": a noun for a body that speaks.</summary>
    public static bool IsCollective(string noun) => Thesaurus.Is(noun, WordSet.Collective);

    /// <summary>The speaker of the draft and whom of the cast it is; drafts must come in the order of the text.</summary>
    public (string? Name, Participant? Meant) Of(Draft draft)
    {
        if (draft.Source is not { } whole || SourceShape.Nominal(words, whole) is not { } source) return default;
        if (SourceShape.Nickname(words, source) is { } nickname) return (NameRuns.Text(words, nickname), null);
        source = phrases.Author(source) ?? source;
        if (SourceShape.Owner(words, source) is { } owner && OwnerName(owner) is { } name) return (name, null);
        if (!Speaking.CanSpeak(words, source)) return default;
        if ((Joined(source) ?? phrases.OfficialsOfCountry(source)) is { } together)
        {
            (several, severalAt) = (together, source.First);
            return (together, null);
        }
        var meant = Participant(source);
        if (source.Count == 1 && Thesaurus.Is(words[source.First], WordSet.Plural) && AreMeant(source.First, meant)) return (several, null);
        return (Name(source, meant), meant);
    }

    /// <summary>True where "they" are the several who spoke together shortly before.</summary>
    private bool AreMeant(int pronoun, Participant? meant) =>
        severalAt >= 0
        && words.Reading.Tokens[pronoun].Sentence - words.Reading.Tokens[severalAt].Sentence <= Reach
        && (meant is not { IsMany: true } || meant.Mentions.Last(m => m.Head < pronoun || m == meant.Mentions[0]).Head <= severalAt);

    /// <summary>The name of the body that owns the paper which speaks; null for people, whose papers are theirs, and for what is no name.</summary>
    private string? OwnerName(TokenRange owner)
    {
        if (Participant(owner) is { IsNamed: true } known) return known.Type == NameType.Person ? null : NameOf(known);
        return NameRuns.In(words, owner) is [var run] && run.Range.Last == owner.Last && !names.IsPersonHere(run) && phrases.IsBare(owner, run)
            ? names.Full(run)
            : null;
    }

    /// <summary>Who of the cast is meant by the phrase; null for nobody, and where the phrase says more than a name does.</summary>
    private Participant? Participant(TokenRange source)
    {
        var token = SourceShape.Head(words, phrases.HeadPart(source));
        if (source.Count == 1 && Thesaurus.Is(words[token], WordSet.Relative)) return Antecedent(token) is { } before ? Participant(before) : null;
        if (source.Count == 1 && words.Tag(token) != Upos.Pron && words.IsCapitalByPlace(token)) return null;
        if (words.Cast.At(token) is { } meant && (!meant.IsNamed || meant.Type == NameType.Person || Speaks(token) || phrases.IsBare(source, meant))) return meant.IsNamed ? meant : phrases.Called(source) ?? meant;
        if (words.Reading.Apposition(token) is >= 0 and var apposition && source.Contains(apposition) && words.Cast.At(apposition) is { IsNamed: true, Type: NameType.Person or NameType.Organisation } named)
            return named;
        return phrases.Called(source);

        bool Speaks(int head) => words.Tag(head) is Upos.Pron or Upos.Noun && char.IsLower(words.Form(head)[0]) || source.Count == 1;
    }

    /// <summary>What the relative pronoun stands for: the noun phrase that its clause hangs on; null where the tree shows none.</summary>
    private TokenRange? Antecedent(int pronoun)
    {
        // A person named right before is meant, whatever the tree says.
        var before = words[pronoun - 1] == "," ? pronoun - 2 : pronoun - 1;
        if (before >= words.Start(pronoun) && words[pronoun] == "who" && words.Cast.At(before) is { IsNamed: true, Type: NameType.Person }) return new TokenRange(before, before);
        if (before >= words.Start(pronoun) && words[pronoun] == "which" && IsCollective(words[before]))
            return words.Reading.NounPhraseTokens(before) is var (from, to) ? new TokenRange(from, to) : null;
        var at = pronoun;
        for (var depth = 0; depth < Deepest && at >= 0 && !words.Reading.Is(at, "acl"); depth++) at = words.Reading.Tokens[at].Head;
        if (at < 0 || !words.Reading.Is(at, "acl") || words.Reading.Tokens[at].Head is not (>= 0 and var noun)) return null;
        var (first, last) = words.Reading.NounPhraseTokens(noun);
        return first <= last && last < pronoun ? new TokenRange(first, last) : null;
    }

    private string? Name(TokenRange source, Participant? meant)
    {
        if (meant is { IsNamed: true }) return NameOf(meant);
        if (source.Count == 1 && Thesaurus.Is(words[source.First], WordSet.Relative))
        {
            if (Antecedent(source.First) is not { } before) return null;
            source = before;
        }
        else if (words.Tag(source.First) == Upos.Pron && source.Count == 1)
            return meant is null ? null : unnamed.GetValueOrDefault(meant) ?? Described(PhraseOf(meant));

        var name = Missed(source) ?? Described(phrases.HeadPart(source));
        if (meant is null || name is null) return name;
        if (source.Count == 2 && unnamed.TryGetValue(meant, out var known)) return known;
        unnamed.TryAdd(meant, name);
        return name;
    }

    private TokenRange PhraseOf(Participant meant) => Cast.Called.Phrase(words.Reading, meant.Mentions[0].Head) is var (first, last) ? new TokenRange(first, last) : default;

    /// <summary>A country by its own name, an acronym by what it stands for, a person without title.</summary>
    private string NameOf(Participant meant) =>
        meant.Type == NameType.Person ? SpeakerNames.WithoutTitle(meant.Canonical) : names.Spelled(SpeakerNames.OfCountry(meant.Canonical));

    /// <summary>The name that ends the phrase, or is all of it, where the finder of names passed it over; null where there is none.</summary>
    private string? Missed(TokenRange source)
    {
        var head = phrases.HeadPart(source);
        var runs = IsCommon(head) ? [] : NameRuns.In(words, head);
        var last = runs.LastOrDefault(names.IsPersonHere);
        if (last.Text is { Length: > 0 } && last.Range.Last == head.Last && !phrases.IsWithin(head, last.Range.First))
            return SpeakerNames.WithoutTitle(names.Full(last));
        if (runs is [var only] && phrases.IsBare(head, only)) return SpeakerNames.OfCountry(names.Full(only));
        return head.Count == 2 && words[head.First] == "the" && Speaking.IsBodyNoun(words, head.Last) ? names.WithNoun(words[head.Last], head.First) : null;
    }

    /// <summary>"Austin and Kim", "neither Moscow nor Kyiv", "the US, Japan and its allies": each by its own name; null for one alone.</summary>
    private string? Joined(TokenRange source)
    {
        var parts = new List<TokenRange>();
        var start = source.First;
        for (var i = source.First; i <= source.Last; i++)
        {
            if (words[i] is "and" or "nor" or "or" or "," or "neither" or "both" or "either")
            {
                if (i > start) parts.Add(new TokenRange(start, i - 1));
                start = i + 1;
            }
        }
        if (start <= source.Last) parts.Add(new TokenRange(start, source.Last));
        if (
            parts.Count < 2
            || !Enumerable.Range(source.First, source.Count).Any(i => words[i] is "and" or "nor" or "or")
            || words[parts[^1].First - 1] is not ("and" or "nor" or "or")
        )
            return null;
        if (phrases.SharesNoun(parts))
            return NameRuns.Text(words, words[source.First] is "the" or "both" ? source with { First = source.First + 1 } : source);
        var names = new List<string>();
        foreach (var part in parts)
        {
            if (part.Count > LongestPart || NameRuns.In(words, part) is not [.., _] && !(names.Count > 0 && words[part.Last].EndsWith('s'))) return null;
            names.Add(Name(part, Participant(part)) ?? NameRuns.Text(words, part));
        }
        return names.Count < 2 ? null : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    private string? Described(TokenRange head)
    {
        if (words[head.First] is "its" or "his" or "her" or "their" or "our" or "my" or "your") return null;
        var first = head.First;
        while (first < head.Last && words[first] is "the" or "a" or "an" or "some" or "many" && words[first + 1] != "of") first++;
        var range = new TokenRange(first, head.Last);
        if (
            words[range.Last] is "officials" or "authorities"
            && range.Count > 1
            && NameRuns.In(words, head).Count > 0
            && !Enumerable.Range(range.First, range.Count).Any(i => words[i] == "and")
        )
            range = range with { Last = range.Last - 1 };
        return Small(range);
    }

    /// <summary>True for a phrase that has a capital only because it opens its sentence ("Critics", "Leading politicians").</summary>
    private bool IsCommon(TokenRange range) =>
        range.First == words.Start(range.First)
        && Enumerable.Range(range.First, range.Count).All(i => words.Tag(i) != Upos.Propn && (i == range.First || !char.IsUpper(words.Form(i)[0])))
        && (Gazetteer.Of(words.Form(range.First)) & ~(Listed.Tail | Listed.Lead | Listed.Land | Listed.Title)) == Listed.None;

    /// <summary>The words of the range; a common noun that is capital only by its place at the head of a sentence in small letters.</summary>
    private string Small(TokenRange range)
    {
        var text = NameRuns.Text(words, range);
        return IsCommon(range with { Last = range.First })
            && (words.Tag(range.First) is Upos.Noun or Upos.Adj or Upos.Num or Upos.Det or Upos.Verb || PersonNouns.Counts(words[range.First]))
            && words.Form(range.First)[1..].All(char.IsLower)
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }
}

using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Sources in, canonical speakers out: surnames and first names to the full name of the report, acronyms to what they stand for, pronouns and "the
/// agency" to whom they mean, everybody else as described. Null where it cannot be told.
/// </summary>
internal sealed class Speakers
{
    /// <summary>True for "agency", "ministry", "company": a noun for a body that speaks.</summary>
    public static bool IsCollective(string noun) => Thesaurus.Is(noun, WordSet.Collective);

    private readonly Words words;
    private readonly ReportNames names;
    private readonly SourcePhrases phrases;
    private readonly SpokenBodies bodies;
    private readonly RoleTable roles;
    private readonly Dictionary<Participant, string> unnamed = new(ReferenceEqualityComparer.Instance);
    private string? body, many;
    private int bodyAt = -1, manyAt = -1;

    public Speakers(Words words)
    {
        this.words = words;
        names = new ReportNames(words);
        phrases = new SourcePhrases(words, names);
        bodies = new SpokenBodies(words);
        var persons = names.Runs.Where(n => names.IsPersonHere(n) && words.HasTrees && IsNamedPerson(words.Cast.At(n.Range.Last)));
        roles = new RoleTable(words, persons.Select(n => (n, SpeakerNames.WithoutTitle(names.Full(n)))));
    }

    private static bool IsNamedPerson(Participant? entity) => entity is { IsNamed: true, Type: NameType.Person };

    /// <summary>The speaker of the draft; drafts must come in the order of the text.</summary>
    public string? Of(Draft draft)
    {
        if (draft.Source is not { } whole || SourceShape.Nominal(words, whole) is not { } source) return null;
        var author = phrases.Author(source);
        source = author ?? source;
        if (SourceShape.Owner(words, source) is { } owner && OwnerName(owner) is { } name)
        {
            (body, bodyAt) = (name, source.First);
            return name;
        }
        if (!Speaking.CanSpeak(words, source)) return null;
        var speaker = Resolve(source, out var isPerson, out var isMany);
        if (speaker is null) return null;
        if (isPerson) speaker = SpeakerNames.WithoutTitle(speaker);
        if (isPerson) return speaker;
        if (words.HasTrees && words.Cast.At(SourceShape.Head(words, source)) is { IsNamed: false, Type: NameType.Person } nameless)
            unnamed.TryAdd(nameless, speaker);
        else if (isMany) (many, manyAt) = (speaker, source.First);
        else if (!SpeakerNames.IsArtifact(words[source.Last]) && IsBodyName(source, speaker)) (body, bodyAt) = (speaker, source.First);
        return speaker;
    }

    /// <summary>The role that the report gives the named speaker beside his name; null where it gives none.</summary>
    public string? RoleOf(string? speaker) => speaker is null ? null : roles.RoleOf(speaker);

    /// <summary>The name of the body that owns the paper which speaks; null for people, whose papers are theirs, and for what is no name.</summary>
    private string? OwnerName(TokenRange owner)
    {
        if (phrases.Known(owner) is { Type: not NameType.Person } entity) return SpeakerNames.OfCountry(names.Spelled(entity.Canonical));
        return NameRuns.In(words, owner) is [var run] && run.Range.Last == owner.Last && !names.IsPersonHere(run) && phrases.IsBare(owner, run)
            ? names.Full(run)
            : null;
    }

    /// <summary>True where a later "it" can mean the speaker: a name, or "the ministry" alone.</summary>
    private bool IsBodyName(TokenRange source, string speaker) =>
        char.IsUpper(speaker[0])
            && speaker.Split(' ').Length <= 6
            && !speaker.Contains("’s ", StringComparison.Ordinal)
            && !speaker.Contains("'s ", StringComparison.Ordinal)
        || source.Count == 2 && words[source.First] == "the" && Speaking.IsBodyNoun(words, source.Last);

    /// <summary>True where what was said last of a speaker at <paramref name="at"/> is near enough for a pronoun.</summary>
    private bool IsNear(int at, int token, int reach = 3) =>
        at >= 0 && words.Reading.Tokens[token].Sentence - words.Reading.Tokens[at].Sentence <= reach;

    private string? Resolve(TokenRange source, out bool isPerson, out bool isMany)
    {
        (isPerson, isMany) = (false, false);
        if ((Joined(source) ?? phrases.OfficialsOfCountry(source)) is { } several)
        {
            isMany = true;
            return several;
        }
        if (source.Count > 1 && phrases.Known(source) is { } entity)
        {
            isPerson = entity.Type == NameType.Person || SpeakerNames.WithoutTitle(entity.Canonical) != entity.Canonical;
            return names.Spelled(SpeakerNames.OfCountry(entity.Canonical));
        }
        if (source.Count == 1)
        {
            switch (words[source.First])
            {
                case "he" or "she" or "him" or "her" or "his":
                    isPerson = true;
                    return Person(source.First);
                case "they" or "them" or "their":
                    isMany = true;
                    if (Group(source.First) is { } group) return group;
                    return IsNear(manyAt, source.First) && manyAt >= bodyAt ? many : IsNear(bodyAt, source.First) ? body : null;
                case "it" or "its":
                    return Above(source.First) ?? (IsNear(bodyAt, source.First) ? body : bodies.Subject(source.First));
                case "who" or "which" or "that":
                    return Antecedent(source.First, out isPerson, out isMany);
                case "i" or "we" or "you" or "one" or "this" or "what":
                    return null;
            }
        }
        return Named(source, out isPerson, out isMany);
    }

    /// <summary>
    /// The body that is the subject of the clause in which the pronoun's own clause hangs: "the board released pictures that it said were new"; null
    /// for people and things.
    /// </summary>
    private string? Above(int token)
    {
        if (!words.HasTrees) return null;
        var reading = words.Reading;
        var clause = reading.Tokens[token].Head;
        for (var at = clause < 0 ? -1 : reading.Tokens[clause].Head; at >= 0; at = reading.Tokens[at].Head)
        {
            var subject = reading.Child(at, "nsubj");
            if (subject < 0 || subject >= token || words[subject] is "it") continue;
            if (Sources.Phrase(words, subject, at) is not { } phrase) return null;
            if (phrase.Count <= 5 && words.Cast.At(subject) is { IsNamed: true, Type: not NameType.Person } named && phrases.IsBare(phrase, named))
                return SpeakerNames.OfCountry(names.Spelled(named.Canonical));
            return IsCollective(words[phrase.Last]) && phrase.Count <= 3 && words[phrase.First] == "the" ? Named(phrase, out _, out _) : null;
        }
        return null;
    }

    /// <summary>"While zoo officials are still looking, they believe ...": the people who are the subject before in the sentence; null for others.</summary>
    private string? Group(int token)
    {
        if (!words.HasTrees) return null;
        for (var i = token - 1; i >= words.Start(token); i--)
        {
            if (!words.Reading.Is(i, "nsubj") || words.QuotationOf(i) >= 0 || words.Tag(i) == Hearsay.Language.Upos.Pron) continue;
            if (!words[i].EndsWith('s') || words.Tag(i) != Hearsay.Language.Upos.Noun || !PersonNouns.IsRole(words[i][..^1])) return null;
            return Sources.Phrase(words, i, words.Reading.Tokens[i].Head) is { Count: <= 8 } phrase ? Named(phrase, out _, out _) : null;
        }
        return null;
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
            if (part.Count > 4 || NameRuns.In(words, part) is not [.., var run] && !(names.Count > 0 && words[part.Last].EndsWith('s'))) return null;
            names.Add(ByName(part) ?? NameRuns.Text(words, part));
        }
        return names.Count < 2 ? null : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    private string? ByName(TokenRange part) =>
        phrases.Known(part) is { } entity ? SpeakerNames.OfCountry(entity.Canonical) : Named(part, out _, out _);

    /// <summary>Whom "he" or "she" means: a person of the cast, or somebody without a name by whom the report had said something before.</summary>
    private string? Person(int token) =>
        words.Cast.At(token) is not { } meant ? null
        : meant.IsNamed ? SpeakerNames.WithoutTitle(meant.Canonical)
        : unnamed.GetValueOrDefault(meant) ?? Described(words.TokensOf(meant.Mentions[0].Span), [], out _);

    private string? Antecedent(int token, out bool isPerson, out bool isMany)
    {
        (isPerson, isMany) = (false, false);
        var end = words[token - 1] == "," ? token - 1 : token;
        foreach (var name in names.Runs)
        {
            if (name.Range.Last != end - 1 || words[name.Range.First - 1] == "&") continue;
            isPerson = names.IsPersonHere(name);
            if (words[token] == "who" && !isPerson) break;
            return isPerson ? SpeakerNames.WithoutTitle(names.Full(name)) : SpeakerNames.OfCountry(names.Full(name));
        }
        if (words[token] == "which" && Nearest(end) is { } body) return Named(body, out isPerson, out isMany);
        return
            Phrases.Before(words, end) is { } before
            && SourceShape.Nominal(words, before) is { } phrase
            && (words[token] != "who" || end - before.Last <= 1)
            ? Named(phrase, out isPerson, out isMany)
            : null;
    }

    /// <summary>"Referred questions to the ministry, which ...": the body whose phrase ends right before.</summary>
    private TokenRange? Nearest(int end)
    {
        var first = end - 1;
        if (!IsCollective(words[first])) return null;
        while (
            first > words.Start(end)
            && end - first < 5
            && words[first - 1] is not ("to" or "by" or "from" or "of" or "with" or "for" or "at" or "," or "and")
        )
            first--;
        return words[first] is "the" or "its" ? new TokenRange(first, end - 1) : null;
    }

    private string? Named(TokenRange source, out bool isPerson, out bool isMany)
    {
        (isPerson, isMany) = (false, false);
        var head = phrases.HeadPart(source);
        if (words.HasTrees && words.Cast.At(SourceShape.Head(words, head)) is { IsNamed: true, Type: NameType.Person } known)
        {
            isPerson = true;
            return known.Canonical;
        }
        var runs = NameRuns.In(words, head);
        var last = runs.LastOrDefault(r => names.IsPersonHere(r));
        if (last.Text is { Length: > 0 } && last.Range.Last == head.Last && !phrases.IsWithin(head, last.Range.First))
        {
            isPerson = true;
            return names.Full(last);
        }
        if (runs is [var only] && phrases.IsBare(head, only))
        {
            isPerson = names.IsPersonHere(only);
            return SpeakerNames.OfCountry(names.Full(only));
        }
        if (runs.Count <= 1)
        {
            var called = roles.Holder(head, out var shared);
            if ((shared ? called : SpeakerNames.ByRole(words, head) ?? called) is { } holder)
            {
                isPerson = true;
                return holder;
            }
        }
        return Described(head, runs, out isMany);
    }

    private string? Described(TokenRange head, List<NameRun> runs, out bool isMany)
    {
        isMany = words[head.Last].EndsWith('s') && runs.Count == 0;
        var first = head.First;
        while (first < head.Last && words[first] is "the" or "a" or "an" or "some" or "many" && words[first + 1] != "of") first++;
        var range = new TokenRange(first, head.Last);
        if (words[head.First] is "its" or "his" or "her" or "their" or "our" or "my" or "your") return null;
        if (range.Count == 1 && runs.Count == 0 && words[head.First] == "the" && Speaking.IsBodyNoun(words, first))
            return Collected(first) ?? NameRuns.Text(words, range);
        if (
            words[range.Last] is "officials" or "authorities"
            && range.Count > 1
            && runs.Count > 0
            && !Enumerable.Range(range.First, range.Count).Any(i => words[i] == "and")
        )
            range = range with { Last = range.Last - 1 };
        return Small(range);
    }

    /// <summary>The words of the range; a common noun that is capital only by its place at the head of a sentence in small letters.</summary>
    private string Small(TokenRange range)
    {
        var text = NameRuns.Text(words, range);
        return range.First == words.Start(range.First)
            && words.HasTrees
            && (words.Tag(range.First) is Upos.Noun or Upos.Adj or Upos.Num or Upos.Det || PersonNouns.Counts(words[range.First]))
            && words.Form(range.First) is [_, .. var rest]
            && rest.All(char.IsLower)
            && Gazetteer.Of(words.Form(range.First)) == Listed.None
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }

    /// <summary>
    /// The body that "the company" at the token means: one whose name has the noun, the last speaker or one named shortly before that is of the kind;
    /// null where none is.
    /// </summary>
    private string? Collected(int token)
    {
        var noun = words[token];
        var own = names
            .Runs.Where(n =>
                n.Range.First < token
                && n.Range.Count > 1
                && (!names.IsPersonHere(n) || n.Last.Equals(noun, StringComparison.OrdinalIgnoreCase))
                && n.Text.Split(' ').Contains(noun, StringComparer.OrdinalIgnoreCase)
                && !n.Text.Contains('\'', StringComparison.Ordinal)
            )
            .Select(n => n.Text)
            .LastOrDefault();
        if (own is not null && noun is not ("army" or "military" or "government" or "court" or "party" or "group")) return own;
        if (body is not null && IsNear(bodyAt, token) && char.IsUpper(body[0]) && SpokenBodies.Fits(noun, body) && Gazetteer.CountryOf(body) is null)
            return body;
        return bodies.Meant(noun, token);
    }

}

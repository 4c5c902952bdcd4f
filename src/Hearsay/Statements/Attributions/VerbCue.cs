using System.Collections.Immutable;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>A verb of the lexicon outside quotations, as one of its entries reads it.</summary>
internal sealed class VerbCue
{
    private TokenRange? source;
    private bool isSought;

    private VerbCue(Words words, int verb, CueVerb entry)
    {
        (Words, Verb, Entry, Group) = (words, verb, entry, VerbGroups.Around(words, verb, entry));
        IsPassive = PassiveCues.IsPassive(words, verb);
    }

    public Words Words { get; }

    /// <summary>The verb's token.</summary>
    public int Verb { get; }

    public CueVerb Entry { get; }

    /// <summary>The verb with its auxiliaries, particle and preposition.</summary>
    public TokenRange Group { get; }

    public bool IsPassive { get; }

    /// <summary>Who stands before the verb as its subject; null where nobody does.</summary>
    public TokenRange? Source
    {
        get
        {
            if (!isSought) source = Sources.Before(this);
            isSought = true;
            return source;
        }
    }

    /// <summary>The token before source and verb, where content can end that stands before them.</summary>
    public int Left =>
        Source is not { } speaker ? Group.First - 1
        : speaker.Last < Group.First - 3 && !Surroundings.Adjoins(Words, speaker, Group) ? Group.First - 1
        : Math.Min(speaker.First, Group.First) - 1;

    /// <summary>Every such verb of the text, entries with a particle first: "pointed out" before "pointed to".</summary>
    public static ImmutableArray<VerbCue> In(Words words) =>
    [
        .. from verb in Enumerable.Range(0, words.Count)
           where words.IsOpen(verb) && CueLexicon.Verbs(words.Form(verb)) is { IsEmpty: false } && CanBeVerb(words, verb) && !IsDeclined(words, verb)
           where !IsNaming(words, verb)
           from entry in CueLexicon.Verbs(words.Form(verb)).OrderBy(e => e.Particle is null)
           where entry.Particle is null || words[verb + 1] == entry.Particle
           where !(entry.Lemma == "comment" && words[verb - 1] == "to")
           where !(entry.Lemma == "ask" && words[verb + 1] == "not" && words[verb + 2] == "to" && words[verb + 3] == "be")
           select new VerbCue(words, verb, entry),
    ];

    /// <summary>True for "should respond", "could answer": it is not said that anybody said so.</summary>
    public bool IsModal => Words.Is(Group.First, WordSet.Possibility | WordSet.Obligation);

    /// <summary>A draft with the cue alone.</summary>
    public Draft Draft() => new()
    {
        Head = Verb,
        Force = Entry.Lemma == "call" && Words[Group.Last] is "for" or "on" ? CueForce.Ordered : Entry.Force,
        Cue = Group,
        Negated = VerbGroups.IsNegated(Words, Group),
    };

    /// <summary>The draft, null where what was read is no attribution after all: without content, or a deed.</summary>
    public Draft? Checked(Draft draft)
    {
        // "He showed restraint"
        var shows = Entry.Force == CueForce.Showed && draft.Source is { Count: 1 } who && Words.Is(who.First, WordSet.Male | WordSet.Female | WordSet.Own);
        if (shows && draft.Content is [{ Count: <= 2 }])
            return null;
        // "I mean that it leaked"; "the ruling means that it leaks"
        var isOwn = draft.Source is { } self && Words.Is(self.First, WordSet.Own);
        if (Entry.Lemma == "mean" && Entry.Force == CueForce.Believed && !isOwn) return null;
        if (draft.Source is { } none && Words[none.First] is "neither" or "nobody" or "none" or "no") draft.Negated = true;
        // "Was rated 4"
        if (Entry.Lemma == "rate" && draft.Content.TrueForAll(c => c.First < draft.Cue.First || c.Count == 1 && Words.Tag(c.First) == Upos.Num))
            return null;
        if (!IsPassive && (Deeds.IsDeed(Words, draft, Entry) || IsBare(draft))) return null;
        return
            draft.Content.Count > 0 && (Entry.Takes(~CueFrames.Quotation) || draft.Content.Any(c => Words.QuotationOf(c.First) >= 0))
            ? draft : null;
    }

    /// <summary>"The men found a cart": a verb of clauses with an object alone reports nothing.</summary>
    private bool IsBare(Draft draft) =>
        draft.Content is [var content]
        && content.First > draft.Cue.Last
        && (Entry.Frames & ~(CueFrames.Clause | CueFrames.Recipient)) == 0
        && !Entry.Prepositions.Contains(Words[draft.Cue.Last])
        && Enumerable.Range(content.First, content.Count)
            .All(i => Words.QuotationOf(i) < 0 && Words.Tag(i) is not (Upos.Verb or Upos.Aux) && Words[i] is not ("that" or "so" or "to" or ":"));

    private static bool CanBeVerb(Words words, int token)
    {
        var t = words.Reading.Tokens[token];
        if (t.Tag is Upos.Noun or Upos.Propn && IsBesideSpeech(words, token)) return true;
        if (CueLexicon.Noun(words.Form(token)) is not null && NounCues.IsOwned(words, token)) return false;
        return t.Tag is Upos.Verb && !(t.Relation is "amod" or "compound" or "case" or "mark");
    }

    /// <summary>A verb that the tagger took for a noun: between a noun and quoted speech ("the statement read: “…”").</summary>
    private static bool IsBesideSpeech(Words words, int token)
    {
        if (token == words.Start(token) || !(words.Tag(token - 1) is Upos.Noun or Upos.Propn or Upos.Pron)) return false;
        var next = words[token + 1] == ":" ? token + 2 : token + 1;
        if (Surroundings.OpensQuotation(words, next)) return true;
        return words.IsMark(next) && Enumerable.Range(token - 3, 2).Any(i => Surroundings.ClosesSpeech(words, i));
    }

    /// <summary>'A driver called “Stubby” said'.</summary>
    private static bool IsNaming(Words words, int verb) =>
        SourceShape.IsNickname(words, verb + 1) && words.Tag(words.Quotation(words.QuotationOf(verb + 1)).Last + 1) is Upos.Verb or Upos.Aux;

    /// <summary>"Declined to answer", "refused to say": the infinitive is what was declined.</summary>
    private static bool IsDeclined(Words words, int verb) =>
        words[verb - 1] == "to" && words[verb - 2] is "declined" or "declines" or "refused" or "refuses" or "declining" or "refusing";
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Nouns that report: "his claim that X", "raised concerns about X", "the union's call for X", "a pledge by A to X" (Data/cue-nouns.txt).
/// </summary>
internal static class NounCues
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (
                words.IsOpen(i)
                && (words.Reading.Tokens[i].Tag == Upos.Noun || IsOwned(words, i))
                && CueLexicon.Noun(words.Form(i)) is { } force
                && Read(words, i, force) is { } draft
            )
                yield return draft;
        }
    }

    /// <summary>"The council's finding": a noun, though its ending made it a verb for the tagger.</summary>
    public static bool IsOwned(Words words, int token) =>
        words.Reading.Tokens[token].Tag == Upos.Verb
        && words[token].EndsWith("ing", StringComparison.Ordinal)
        && words.Reading.Child(token, "nmod:poss") is >= 0 and var owner
        && owner < token;

    private static Draft? Read(Words words, int noun, CueForce force)
    {
        var reading = words.Reading;
        if (reading.Tokens[noun].Relation == "compound") return null;
        var owner = reading.Child(noun, "nmod:poss");
        var source = owner >= 0 && owner < noun ? Sources.Phrase(words, owner, noun) : null;
        var cue = new TokenRange(noun, noun);
        if (source is { } possessor)
        {
            if (words[possessor.Last] is "'s" or "'") source = possessor with { Last = possessor.Last - 1 };
            cue = cue with { First = Math.Min(noun, possessor.Last + 1) };
        }
        else if (Carrier(words, noun) is { } verb)
        {
            cue = cue with { First = VerbGroups.Around(words, verb, Plain).First };
            source = Raises(words, verb) ? null : Sources.Of(words, verb, passive: false);
            if (source is { } s && s.Last >= cue.First) source = null;
        }
        else source = Named(words, noun);
        var nobodys = source is null && Carrier(words, noun) is { } raised && Raises(words, raised);
        var next = nobodys ? PastPlace(words, noun + 1) : noun + 1;
        if (nobodys) cue = cue with { Last = next - 1 };
        if (
            words[next] is "by" or "from"
            && reading.Tokens[next].Head is >= 0 and var by
            && by > next
            && Sources.Phrase(words, by, next) is { } agent
        )
        {
            source = agent;
            next = agent.Last + 1;
        }
        if (words[next] is "is" or "was" && words[next + 1] == "that" && source is not null) { cue = cue with { Last = next }; next++; }
        if (!nobodys && words.Is(noun, SpeechWord.Uproar)) return null;
        if (words[noun] is "refusal" && !SpeaksNext(words, noun + 2)) return null;
        return Fill(words, new Draft { Head = noun, Force = force, Cue = cue, Source = source, IsNobodys = nobodys }, next);
    }

    private static Draft? Fill(Words words, Draft draft, int next)
    {
        if (next >= words.LastWord(draft.Head)) return null;
        switch (words[next])
        {
            case "that" when words.Tag(next) is Upos.Sconj || draft.Source is not null || draft.IsNobodys:
                draft.Content.Add(new TokenRange(next, ClauseEnd(words, draft.Head, next)));
                return draft;
            case "of"
            or "for"
            or "about"
            or "on"
            or "against"
            or "over"
                when (draft.Source is not null && next == draft.Head + 1 || draft.IsNobodys)
                    && (
                        words[next] != "of"
                        || draft.Force
                            is CueForce.Judged
                                or CueForce.Denied
                                or CueForce.Warned
                                or CueForce.Confirmed
                                or CueForce.Stance
                                or CueForce.Believed
                    ):
                draft.Cue = draft.Cue with { Last = next };
                draft.Content.Add(new TokenRange(next + 1, ContentEnds.OfPhrase(words, draft.Head, next + 1, next + 1)));
                return draft;
            case "to" when draft.Source is not null && words.Tag(next) != Upos.Adp:
                draft.Content.Add(new TokenRange(next, ContentEnds.OfPhrase(words, draft.Head, next, next)));
                return draft;
            default:
                return null;
        }
    }

    /// <summary>The end of the that-clause; before the verb whose subject the noun is.</summary>
    private static int ClauseEnd(Words words, int noun, int next)
    {
        var end = ContentEnds.OfClause(words, noun, next);
        if (!words.Reading.Is(noun, "nsubj")) return end;
        var verb = words.Reading.Tokens[noun].Head;
        while (verb > next && (words.IsAuxiliary(verb - 1) || words.IsAdverb(verb - 1) || words.IsNegation(verb - 1))) verb--;
        return verb > next + 2 && verb <= end ? verb - 1 : end;
    }

    /// <summary>A refusal to speak answers somebody; a refusal to move is a deed.</summary>
    private static bool SpeaksNext(Words words, int token) =>
        words.Is(token, SpeechWord.Speaking | SpeechWord.Conceding)
        || words[token] == "use" && (words[token + 2] is "word" or "words" or "term" or "terms" or "name" or "phrase");

    /// <summary>True for what events do: "the plan fuelled concerns" names nobody who is concerned.</summary>
    private static bool Raises(Words words, int verb) =>
        SpeechWords.Is(words.Reading.Tokens[verb].Lemma, SpeechWord.Raising)
        || words.Reading.Tokens[verb].Lemma == "raise"
            && words.Reading.Child(verb, "nsubj") is >= 0 and var subject
            && words.Reading.Tokens[subject].Tag == Upos.Noun
            && !PersonNouns.Counts(words[subject])
            && !Speakers.IsCollective(words[subject]);

    /// <summary>Behind "around the world", "across the region": where the fear is, not what it is of.</summary>
    private static int PastPlace(Words words, int next)
    {
        if (!words.Is(next, SpeechWord.Where)) return next;
        for (var i = next + 1; i < next + 6 && i < words.LastWord(next); i++)
        {
            if (words[i + 1] is "that" or "about" or "over") return i + 1;
        }
        return next;
    }

    /// <summary>The country or body whose name stands right before the noun: "US expectations that", "Norland claims that".</summary>
    private static TokenRange? Named(Words words, int noun)
    {
        var first = noun;
        while (
            first - 1 >= words.Start(noun)
            && words.Reading.Tokens[first - 1] is var token
            && (token.Tag == Upos.Propn || Gazetteer.CountryOf(token.Form) is not null)
            && token.Head == noun
            && char.IsUpper(token.Form[0])
            && words.QuotationOf(first - 1) < 0
        )
            first--;
        return first < noun ? new TokenRange(first, noun - 1) : null;
    }

    private static readonly CueVerb Plain = new("", null, CueForce.Said, CueFrames.None, []);

    /// <summary>The verb that only carries the noun: "make a claim", "raise concerns", "issue a warning".</summary>
    private static int? Carrier(Words words, int noun)
    {
        var token = words.Reading.Tokens[noun];
        if (token.Relation != "obj" || token.Head < 0 || token.Head > noun || noun - token.Head > 5) return null;
        return SpeechWords.Is(words.Reading.Tokens[token.Head].Lemma, SpeechWord.Carrying) ? token.Head : null;
    }
}

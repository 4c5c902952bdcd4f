using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// The patterns of verbs that report, quotations aside (what is reported within quoted speech is part of it): source and content as the tree gives
/// them, or where it gives none, by their place in the sentence.
/// </summary>
internal static class VerbPatterns
{
    /// <summary>Quoted tokens that are no mere title.</summary>
    private const int LeastSpoken = 6;

    /// <summary>"Asked whether X, she ...", "when asked about X": the text does not tell who asked.</summary>
    public static Draft? Question(VerbCue cue)
    {
        var (words, verb) = (cue.Words, cue.Verb);
        if (words[verb] != "asked" || !(verb == words.Start(verb) || words[verb - 1] is "when" or "if" or "," or "after")) return null;
        var next = verb + 1;
        var about = words[next] == "about";
        if (!about && words[next] is not ("whether" or "if" or "how" or "why" or "what" or "when" or "who" or "where" or "which")) return null;
        var draft = cue.Draft();
        draft.Cue = new TokenRange(verb, about ? next : verb);
        var first = draft.Cue.Last + 1;
        var last = first;
        while (last < words.LastWord(first) && words[last + 1] is not ("," or ";")) last++;
        draft.Content.Add(new TokenRange(first, last));
        return draft;
    }

    /// <summary>"X, said A": content before the verb, source behind it; "said A: "X"" where the verb opens the sentence.</summary>
    public static Draft? Inverted(VerbCue cue)
    {
        var (words, entry) = (cue.Words, cue.Entry);
        if (cue.IsPassive || !entry.Takes(CueFrames.Clause | CueFrames.Quotation)) return null;
        if (cue.Verb == words.Start(cue.Verb)) return Opening(cue);
        var before = cue.Group.First - 1;
        if (before < words.Start(cue.Verb) || !Surroundings.IsSeam(words, before)) return null;
        var subject = words.Reading.Child(cue.Verb, "nsubj");
        if (words[cue.Verb].EndsWith("ing", StringComparison.Ordinal)) return null;
        var isSpeech = Surroundings.ClosesSpeech(words, before) && words.Quotation(words.QuotationOf(before)).Count >= LeastSpoken;
        var quoted = (isSpeech || words.QuotationOf(subject) >= 0) && Surroundings.IsSpokenBefore(words, before, cue.Group.Last + 1);
        // "The pier, said Quill, is safe", whose subject the tree gives to the speaking
        var apart = words[before] == "," && entry.Force == CueForce.Said && IsNameBetweenCommas(words, cue.Group.Last + 1);
        if (subject >= 0 && subject < cue.Verb && !quoted && !apart) return null;
        if (entry.Takes(CueFrames.Recipient) && entry.Lemma != "ask") return null;
        var next = cue.Group.Last + 1;
        if (entry.Prepositions.Contains(words[cue.Group.Last])) return null;
        if (words.QuotationOf(next) != words.QuotationOf(cue.Verb) || Surroundings.OpensClause(words, next)) return null;
        var inverted =
            subject > cue.Verb && Sources.Phrase(words, subject, cue.Verb) is { } phrase && phrase.First <= next + 1
                ? phrase
                : Phrases.After(words, next);
        return inverted is { } source ? Around(cue, source, before, source.Last + 1) : null;
    }

    /// <summary>'"X," she said', '"X," she said, "Y"'.</summary>
    public static Draft? SpokenBefore(VerbCue cue)
    {
        if (cue.IsPassive || cue.IsModal || cue.Source is not { } source || source.First >= cue.Group.First) return null;
        var (words, next) = (cue.Words, cue.Group.Last + 1);
        // "In an interview on “Face the Town,” Quill said the pier was safe"
        if (words.QuotationOf(words.Start(cue.Verb)) < 0 && words.Reading.Child(cue.Verb, "ccomp") > next && words.QuotationOf(next) < 0) return null;
        var speaks =
            Surroundings.IsInterrupted(words, cue.Left, next)
                && (words.QuotationOf(cue.Left) >= 0 || !words[cue.Verb].EndsWith("ing", StringComparison.Ordinal))
            || Surroundings.IsSpokenBefore(words, cue.Left, next) && cue.Entry.Takes(CueFrames.Clause | CueFrames.Quotation);
        return speaks ? Around(cue, source, cue.Left, next) : null;
    }

    /// <summary>"The ice will hold, Ruiz said, if the frost lasts".</summary>
    public static Draft? Parenthesis(VerbCue cue) =>
        !cue.IsPassive
        && cue.Source is { } source
        && cue.Entry.Takes(CueFrames.Clause)
        && Surroundings.IsParenthesis(cue.Words, source, cue.Group, cue.Left)
            ? Around(cue, source, cue.Left, cue.Group.Last + 1)
            : null;

    /// <summary>"Said that X", "said X", "said: X", 'said "X"'.</summary>
    public static Draft? Clause(VerbCue cue)
    {
        if (cue.IsPassive || cue.Source is null) return null;
        if (Relative(cue) is { } relative) return relative;
        var draft = cue.Draft();
        return Surroundings.AfterCue(cue.Words, draft, cue.Entry) is { } content ? Behind(cue, draft, content) : null;
    }

    /// <summary>What the tree hangs on the verb in its frames: objects, infinitives, predicates.</summary>
    public static Draft? Object(VerbCue cue)
    {
        if (cue.IsPassive || cue.Source is null) return null;
        var draft = cue.Draft();
        if (Complements.RightOf(cue.Words, cue.Verb, cue.Group, cue.Entry) is { } content) return Behind(cue, draft, content);
        if (cue.Entry.Takes(CueFrames.Clause | CueFrames.Quotation) || !cue.Entry.Takes(CueFrames.Object)) return null;
        if (Surroundings.RelativeBefore(cue.Words, cue.Left) is not { } what) return null;
        draft.Source = cue.Source;
        draft.Content.Add(what);
        return cue.Checked(draft);
    }

    /// <summary>"The road will stay closed, the council said".</summary>
    public static Draft? Afterwards(VerbCue cue)
    {
        var words = cue.Words;
        return
            cue.IsPassive
            || cue.IsModal
            || cue.Source is not { } source
            || !cue.Entry.Takes(CueFrames.Clause | CueFrames.Quotation)
            || cue.Left < words.Start(cue.Verb)
            || !(Surroundings.IsSeam(words, cue.Left) || IsAfterthought(cue, source))
            || source.First > cue.Group.First
            || source.Count == 1 && words[source.First] is "who" or "which" or "that"
            ? null : Around(cue, source, Surroundings.IsSeam(words, cue.Left) ? cue.Left : cue.Left + 1, cue.Group.Last + 1);
    }

    private static bool IsNameBetweenCommas(Words words, int first)
    {
        var next = first;
        while (words.Tag(next) == Upos.Propn) next++;
        return next > first && words[next] == ",";
    }

    /// <summary>"It is old I think."</summary>
    private static bool IsAfterthought(VerbCue cue, TokenRange source) =>
        source.Count == 1
        && cue.Words.Is(source.First, WordSet.Own)
        && cue.Group.Last == cue.Words.LastWord(cue.Verb)
        && cue.Entry.Force == CueForce.Believed
        && cue.Words.Tag(cue.Left) is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Adv;

    /// <summary>Any verb beside quoted speech that ends in a comma stands for saying: '"X," she smiled'.</summary>
    public static IEnumerable<Draft> Manners(Words words) => words.OpenVerbs.Select(verb => Manner(words, verb)).OfType<Draft>();

    private static Draft? Manner(Words words, int verb)
    {
        if (words[verb].EndsWith("ing", StringComparison.Ordinal)) return null;
        var last = words.Tag(verb + 1) is Upos.Adp or Upos.Adv && words.Is(verb + 1, SpeechWord.Particle) ? verb + 1 : verb;
        var (source, left, rest) =
            Surroundings.ClosesSpeech(words, verb - 1) ? (Phrases.After(words, last + 1), verb - 1, last + 1)
            : Phrases.Before(words, verb) is { } subject ? (subject, subject.First - 1, last + 1)
            : default;
        if (source is not { Count: <= 12 } speaker || !Names(words, speaker) || !Surroundings.IsSpokenBefore(words, left, rest)) return null;
        var takes = !words.IsMark(rest) && words.Tag(rest) is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb;
        if (takes && speaker.First < verb) return null;
        var quotation = words.Quotation(words.QuotationOf(left));
        if (quotation.First > words.Start(verb) + 2 || words[left - 1] == "." || quotation.Count < (speaker.First < verb ? 5 : 3)) return null;
        var draft = new Draft { Head = verb, Force = CueForce.Said, Cue = new TokenRange(verb, last), Source = speaker };
        Surroundings.AddLeft(words, draft, left);
        Surroundings.AddRest(words, draft, Math.Max(speaker.Last, last) + 1);
        return draft;
    }

    /// <summary>True for what is no relative pronoun, and no torn phrase that ends in a pronoun.</summary>
    private static bool Names(Words words, TokenRange phrase) =>
        !words.Is(phrase.First, WordSet.Relative) && (phrase.Count == 1 || words.Tag(phrase.Last) != Upos.Pron);

    /// <summary>"Said Ruiz: ...", "Writes the mayor: ...": the verb opens the sentence, a colon ends the speaker.</summary>
    private static Draft? Opening(VerbCue cue)
    {
        var (words, verb) = (cue.Words, cue.Verb);
        var colon = verb + 1;
        while (colon < words.End(verb) && colon < verb + 14 && words[colon] != ":") colon++;
        if (words[colon] != ":" || colon < verb + 2 || !Surroundings.OpensQuotation(words, colon + 1)) return null;
        var draft = cue.Draft();
        (draft.Source, draft.Cue) = (new TokenRange(verb + 1, colon - 1), new TokenRange(verb, verb));
        draft.Content.Add(words.Quotation(words.QuotationOf(colon + 1)));
        return draft;
    }

    /// <summary>"What the army says was an accident".</summary>
    private static Draft? Relative(VerbCue cue)
    {
        var (words, next) = (cue.Words, cue.Group.Last + 1);
        if (
            cue.Source is not { } source
            || !cue.Entry.Takes(CueFrames.Clause)
            || source.Last + 1 != cue.Group.First
            || words[source.First - 1] is not ("what" or "which" or "who")
            || !words.IsAuxiliary(next)
        )
            return null;
        var draft = cue.Draft();
        draft.Source = source;
        draft.Content.Add(new TokenRange(source.First - 1, source.First - 1));
        draft.Content.Add(new TokenRange(next, ContentEnds.OfClause(words, cue.Verb, next)));
        return cue.Checked(draft);
    }

    /// <summary>Content left of the seam, and what goes on behind the token.</summary>
    private static Draft? Around(VerbCue cue, TokenRange source, int seam, int rest)
    {
        var draft = cue.Draft();
        draft.Source = source;
        Surroundings.AddLeft(cue.Words, draft, seam);
        Surroundings.AddRest(cue.Words, draft, rest);
        return cue.Checked(draft);
    }

    /// <summary>Content behind the cue, with the relative word or the condition that stands before source and cue.</summary>
    private static Draft? Behind(VerbCue cue, Draft draft, TokenRange content)
    {
        var (words, left) = (cue.Words, cue.Left);
        draft.Source = cue.Source;
        if (Surroundings.RelativeBefore(words, left) is { } stands) draft.Content.Add(stands);
        if (
            cue.Entry.Takes(CueFrames.Clause)
            && left >= words.Start(draft.Head)
            && words[content.First] != "that"
            && Surroundings.Fronted(words, left) is { } condition
        )
            draft.Content.Add(condition);
        draft.Content.Add(content);
        return cue.Checked(draft);
    }
}

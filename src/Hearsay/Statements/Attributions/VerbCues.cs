using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Verbs that report, quotations aside (what is reported within quoted speech is part of it), with the source and content that the tree gives them,
/// or where it gives none, their place in the sentence.
/// </summary>
internal static class VerbCues
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsOpen(i) || !CanBeVerb(words, i)) continue;
            if (words[i] == "quoted" && QuotedAsSaying.Read(words, i) is { } quoted) yield return quoted;
            else if (ByLexicon(words, i) is { } reported) yield return reported;
            else if (Put(words, i) is { } counted) yield return counted;
            else if (Manner(words, i) is { } spoken) yield return spoken;
        }
    }

    private static Draft? ByLexicon(Words words, int verb)
    {
        foreach (var entry in Candidates(words, verb))
        {
            if (Read(words, verb, entry) is { } draft) return draft;
        }
        return null;
    }

    /// <summary>Entries with a particle come first: "pointed out" before "pointed to".</summary>
    private static IEnumerable<CueVerb> Candidates(Words words, int verb)
    {
        var entries = CueLexicon.Verbs(words.Form(verb));
        return entries.Where(e => e.Particle is not null && words[verb + 1] == e.Particle).Concat(entries.Where(e => e.Particle is null));
    }

    private static bool CanBeVerb(Words words, int token)
    {
        if (!words.HasTrees) return true;
        var t = words.Reading.Tokens[token];
        if (
            t.Tag is Upos.Noun or Upos.Propn
            && (
                LooksLikeVerb(words, token)
                || words[token + 1] == ":"
                    && Surroundings.OpensQuotation(words, token + 2)
                    && token > words.Start(token)
                    && words.Tag(token - 1) is Upos.Noun or Upos.Propn
            )
        )
            return true;
        if (CueLexicon.Noun(words.Form(token)) is not null && NounCues.IsOwned(words, token)) return false;
        return t.Tag is Upos.Verb && !(t.Relation is "amod" or "compound" or "case" or "mark") || (words[token] is "said" && t.Relation != "amod");
    }

    /// <summary>A verb of clauses that the tagger took for a noun: between a name and "that", a quotation or a pronoun.</summary>
    private static bool LooksLikeVerb(Words words, int token) =>
        words[token] == "read" && words[token - 2] == "the" && Surroundings.ClosesSpeech(words, token - 3)
        ||
        (words[token].EndsWith("ed", StringComparison.Ordinal) || words[token].EndsWith('s'))
        && words[token + 1] is "that" or "he" or "she" or "they" or "it" or "we" or "“" or "\""
        && token > words.Start(token) && words.Tag(token - 1) is Upos.Propn or Upos.Pron;

    private static Draft? Read(Words words, int verb, CueVerb entry)
    {
        var draft = new Draft { Head = verb, Force = entry.Force, Cue = VerbGroups.Around(words, verb, entry) };
        if (words[verb - 1] == "to" && entry.Lemma == "comment") return null;
        if (IsDeclined(words, verb)) return null;
        if (entry.Lemma == "ask" && words[verb + 1] == "not" && words[verb + 2] == "to" && words[verb + 3] == "be") return null;
        if (entry.Lemma == "call" && words[draft.Cue.Last] is "for" or "on") draft.Force = CueForce.Ordered;
        if (entry.Force == CueForce.Seemed) return SeemingCues.Fill(words, draft, entry) ? draft : null;
        draft.Negated = VerbGroups.IsNegated(words, draft.Cue);
        if (Asked(words, draft) || Opening(words, draft, entry)) return draft;
        var passive = words.HasTrees && PassiveCues.IsPassive(words, verb);
        var read = passive ? PassiveCues.Fill(words, draft, entry) : Inverted(words, draft, entry) || Straight(words, draft, entry);
        if (
            entry.Force == CueForce.Showed
            && draft.Source is { Count: 1 } who
            && words[who.First] is "he" or "she" or "i" or "you"
            && draft.Content.Count == 1
            && draft.Content[0].Count <= 2
        )
            return null;
        if (draft.Source is { } none && words[none.First] is "neither" or "nobody" or "none" or "no") draft.Negated = true;
        if (!passive && (Blows.IsBlow(words, draft, entry) || IsBare(words, draft, entry))) return null;
        return read && draft.Content.Count > 0 && (entry.Takes(~CueFrames.Quotation) || draft.Content.Any(c => words.QuotationOf(c.First) >= 0))
            ? draft
            : null;
    }

    /// <summary>"The men found a cart": a verb of clauses with an object alone reports nothing.</summary>
    private static bool IsBare(Words words, Draft draft, CueVerb entry) =>
        words.HasTrees
        && draft.Content is [var content]
        && content.First > draft.Cue.Last
        && (entry.Frames & ~(CueFrames.Clause | CueFrames.Recipient)) == 0
        && !entry.Prepositions.Contains(words[draft.Cue.Last])
        && Enumerable.Range(content.First, content.Count)
            .All(i => words.QuotationOf(i) < 0 && words.Tag(i) is not (Upos.Verb or Upos.Aux) && words[i] is not ("that" or "so" or "to" or ":"));

    /// <summary>"Declined to answer", "refused to say": the infinitive is what was declined.</summary>
    private static bool IsDeclined(Words words, int verb) =>
        words[verb - 1] == "to" && words[verb - 2] is "declined" or "declines" or "refused" or "refuses" or "declining" or "refusing";

    /// <summary>"Said Ruiz: ...", "Writes the mayor: ...": the verb opens the sentence, a colon ends the speaker.</summary>
    private static bool Opening(Words words, Draft draft, CueVerb entry)
    {
        if (draft.Head != words.Start(draft.Head) || !entry.Takes(CueFrames.Clause | CueFrames.Quotation)) return false;
        var colon = draft.Head + 1;
        while (colon < words.End(draft.Head) && colon < draft.Head + 14 && words[colon] != ":") colon++;
        if (words[colon] != ":" || colon < draft.Head + 2 || !Surroundings.OpensQuotation(words, colon + 1)) return false;
        (draft.Source, draft.Cue) = (new TokenRange(draft.Head + 1, colon - 1), new TokenRange(draft.Head, draft.Head));
        draft.Content.Add(words.Quotation(words.QuotationOf(colon + 1)));
        return true;
    }

    /// <summary>"The union puts the figure at 40", "has put the toll higher, at up to 12": an estimate.</summary>
    private static Draft? Put(Words words, int verb)
    {
        if (words[verb] is not ("put" or "puts" or "putting") || words[verb + 1] is not ("the" or "that" or "its" or "their")) return null;
        var noun = words[verb + 2] is "death" or "total" or "overall" ? verb + 3 : verb + 2;
        if (words[noun] is not ("figure" or "toll" or "number" or "total" or "count" or "cost" or "damage" or "losses" or "estimate" or "size"))
            return null;
        var at = noun + 1;
        while (at < words.LastWord(verb) && at < noun + 8 && words[at] != "at") at++;
        if (words[at] != "at") return null;
        var cue = VerbGroups.Around(words, verb, new CueVerb("put", null, CueForce.Estimated, CueFrames.Object, []));
        if ((words.HasTrees ? Sources.Of(words, verb, passive: false) : null) is not { } source || source.Last >= cue.First) return null;
        var draft = new Draft { Head = verb, Force = CueForce.Estimated, Cue = cue, Source = source };
        draft.Content.Add(new TokenRange(verb + 1, ContentEnds.OfPhrase(words, verb, verb + 1, at + 1)));
        return draft;
    }

    /// <summary>"Asked whether X, she ...", "when asked about X": the text does not tell who asked.</summary>
    private static bool Asked(Words words, Draft draft)
    {
        if (
            words[draft.Head] != "asked"
            || !(draft.Head == words.Start(draft.Head) || words[draft.Head - 1] is "when" or "if" or "," or "after")
            || !words.HasTrees
        )
            return false;
        var next = draft.Head + 1;
        var about = words[next] == "about";
        if (!about && words[next] is not ("whether" or "if" or "how" or "why" or "what" or "when" or "who" or "where" or "which")) return false;
        draft.Cue = new TokenRange(draft.Head, about ? next : draft.Head);
        var first = draft.Cue.Last + 1;
        var last = first;
        while (last < words.LastWord(first) && words[last + 1] is not ("," or ";")) last++;
        draft.Content.Add(new TokenRange(first, last));
        return true;
    }

    /// <summary>Any verb beside quoted speech that ends in a comma stands for saying: '"X," she smiled'.</summary>
    private static Draft? Manner(Words words, int verb)
    {
        if (!words.HasTrees || words.Reading.Tokens[verb].Tag != Upos.Verb || words[verb].EndsWith("ing", StringComparison.Ordinal)) return null;
        if (Phrases.Before(words, verb) is not { } source || source.Count > 12 || words[source.First] is "which" or "that") return null;
        var left = source.First - 1;
        if (words.IsMark(verb + 1) is false && words.Tag(verb + 1) is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb) return null;
        if (source.Count > 1 && words.Reading.Tokens[source.Last].Tag == Upos.Pron) return null;
        if (
            !Surroundings.IsSpokenBefore(words, left, verb + 1)
            || words.Quotation(words.QuotationOf(left)).First > words.Start(verb) + 2
            || words[left - 1] is not ("," or "?" or "!")
            || words.Quotation(words.QuotationOf(left)).Count < 5
        )
            return null;
        var draft = new Draft
        {
            Head = verb,
            Force = CueForce.Said,
            Cue = new TokenRange(verb, words[verb + 1] is "back" or "out" ? verb + 1 : verb),
            Source = source,
        };
        Surroundings.AddLeft(words, draft, left);
        Surroundings.AddRest(words, draft, draft.Cue.Last + 1);
        return draft;
    }

    /// <summary>"X, said A": content before the verb, source behind it.</summary>
    private static bool Inverted(Words words, Draft draft, CueVerb entry)
    {
        var before = draft.Cue.First - 1;
        if (!entry.Takes(CueFrames.Clause | CueFrames.Quotation) || before < words.Start(draft.Head) || !Surroundings.IsSeam(words, before))
            return false;
        var subject = words.HasTrees ? words.Reading.Child(draft.Head, "nsubj") : -1;
        if (words[draft.Head].EndsWith("ing", StringComparison.Ordinal)) return false;
        if (subject >= 0 && subject < draft.Head && !(words.QuotationOf(subject) >= 0 && Surroundings.IsSpokenBefore(words, before, draft.Cue.Last + 1)))
            return false;
        if (entry.Takes(CueFrames.Recipient) && entry.Lemma != "ask") return false;
        var next = draft.Cue.Last + 1;
        if (entry.Prepositions.Contains(words[draft.Cue.Last])) return false;
        if (words.QuotationOf(next) != words.QuotationOf(draft.Head) || Surroundings.OpensClause(words, next)) return false;
        var inverted =
            subject > draft.Head && Sources.Phrase(words, subject, draft.Head) is { } phrase && phrase.First <= next + 1
                ? phrase
                : Phrases.After(words, next);
        if (inverted is not { } source) return false;
        draft.Source = source;
        Surroundings.AddLeft(words, draft, before);
        Surroundings.AddRest(words, draft, source.Last + 1);
        return true;
    }

    private static bool Straight(Words words, Draft draft, CueVerb entry)
    {
        draft.Source =
            (words.HasTrees ? Sources.Of(words, draft.Head, passive: false) : null)
            ?? Phrases.Before(words, draft.Cue.First)
            ?? Sources.OfSentence(words, draft.Head);
        if (draft.Source is { } relative && words.HasTrees && Sources.Widened(words, relative, draft.Cue) is { } wider) draft.Source = wider;
        else if (
            draft.Source is { Count: 1 } pronoun
            && words[pronoun.First] is "who" or "which"
            && words[draft.Cue.First - 1] == ","
            && pronoun.First < draft.Cue.First - 2
            && Phrases.Before(words, draft.Cue.First) is { } whole
        )
            draft.Source = whole;
        else if (draft.Source is { } aside && Sources.WithNamed(words, aside, draft.Cue) is { } named) draft.Source = named;
        if (draft.Source is not { } source) return false;
        var left = Math.Min(source.First, draft.Cue.First) - 1;
        if (source.Last < draft.Cue.First - 3 && !Surroundings.Adjoins(words, source, draft.Cue)) left = draft.Cue.First - 1;
        if (
            source.First < draft.Cue.First
            && (
                Surroundings.IsInterrupted(words, left, draft.Cue.Last + 1)
                    && (words.QuotationOf(left) >= 0 || !words[draft.Head].EndsWith("ing", StringComparison.Ordinal))
                || Surroundings.IsSpokenBefore(words, left, draft.Cue.Last + 1) && entry.Takes(CueFrames.Clause | CueFrames.Quotation)
            )
        )
        {
            Surroundings.AddLeft(words, draft, left);
            Surroundings.AddRest(words, draft, draft.Cue.Last + 1);
            return true;
        }
        if (
            entry.Takes(CueFrames.Clause)
            && source.Last + 1 == draft.Cue.First
            && words[source.First - 1] is "what" or "which" or "who"
            && words.IsAuxiliary(draft.Cue.Last + 1)
        )
        {
            // "what the army says was an accident"
            draft.Content.Add(new TokenRange(source.First - 1, source.First - 1));
            draft.Content.Add(new TokenRange(draft.Cue.Last + 1, ContentEnds.OfClause(words, draft.Head, draft.Cue.Last + 1)));
            return true;
        }
        if (entry.Takes(CueFrames.Clause) && Surroundings.IsParenthesis(words, source, draft.Cue, left))
        {
            Surroundings.AddLeft(words, draft, left);
            Surroundings.AddRest(words, draft, draft.Cue.Last + 1);
            return true;
        }
        var right = Surroundings.AfterCue(words, draft, entry) ?? (words.HasTrees ? Complements.RightOf(words, draft.Head, draft.Cue, entry) : null);
        if (right is { } content)
        {
            if (Surroundings.RelativeBefore(words, left) is { } stands) draft.Content.Add(stands);
            if (
                entry.Takes(CueFrames.Clause)
                && left >= words.Start(draft.Head)
                && words[content.First] != "that"
                && Surroundings.Fronted(words, left) is { } condition
            )
                draft.Content.Add(condition);
            draft.Content.Add(content);
            return true;
        }
        if (!entry.Takes(CueFrames.Clause | CueFrames.Quotation))
        {
            if (entry.Takes(CueFrames.Object) && Surroundings.RelativeBefore(words, left) is { } what) draft.Content.Add(what);
            return draft.Content.Count > 0;
        }
        if (
            left < words.Start(draft.Head)
            || !Surroundings.IsSeam(words, left)
            || source.First > draft.Cue.First
            || (source.Count == 1 && words[source.First] is "who" or "which" or "that")
        )
            return false;
        Surroundings.AddLeft(words, draft, left);
        Surroundings.AddRest(words, draft, draft.Cue.Last + 1);
        return true;
    }
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Who speaks, from the tree: the subject, that of the governing verb, the agent of a passive, the owner of a statement.</summary>
internal static class Sources
{
    /// <summary>The source of the verb; null where the tree has none.</summary>
    public static TokenRange? Of(Words words, int verb, bool passive)
    {
        var reading = words.Reading;
        if (passive) return Agent(words, verb) is { } agent ? Phrase(words, agent, verb) : null;
        return Governed(words, verb) is { } head && head != verb ? Phrase(words, head, verb) : null;
    }

    /// <summary>Who speaks of the verb as its subject, by the tree or by place; the whole phrase where the tree gives a part of it.</summary>
    public static TokenRange? Before(VerbCue cue)
    {
        var (words, group) = (cue.Words, cue.Group);
        if ((Of(words, cue.Verb, passive: false) ?? Phrases.Before(words, group.First) ?? OfSentence(words, cue.Verb)) is not { } source) return null;
        if (source.Count == 1 && words.Tag(source.First) is Upos.Cconj or Upos.Adp or Upos.Sconj) return null;
        return Closed(words, WithoutSetting(words, Whole(words, source, group) ?? WithNamed(words, source, group) ?? source));
    }

    /// <summary>"Last night Ana Ruiz said", "in a radio interview Ana Ruiz said": when and where is no part of who.</summary>
    private static TokenRange WithoutSetting(Words words, TokenRange source)
    {
        const WordSet days = WordSet.Weekday | WordSet.Day;
        for (var i = source.First; i < source.Last && i < source.First + 3; i++)
        {
            var isTime = words.Is(i, days | WordSet.DayPart | WordSet.TimeUnit) && words.Cast.At(i) is null;
            if (isTime && words.Tag(i + 1) is Upos.Propn or Upos.Det or Upos.Pron) return source with { First = i + 1 };
        }
        if (source.Count > 2 && words.Tag(source.Last - 1) == Upos.Adp && IsDate(words, source.Last)) return source with { Last = source.Last - 2 };
        var person = words.Cast.At(source.Last);
        if (words.Tag(source.First - 1) != Upos.Adp || person is not { IsNamed: true, Type: NameType.Person }) return source;
        var first = source.Last;
        while (first > source.First && IsOfName(first - 1)) first--;
        return first > source.First && words.Tag(first - 1) == Upos.Noun ? source with { First = first } : source;

        bool IsOfName(int i) => words.Cast.At(i) == person || words.Is(i, WordSet.Title) || PersonNouns.IsRole(words[i]);
    }

    /// <summary>True for a day, a month by its name, a year.</summary>
    private static bool IsDate(Words words, int token) =>
        words.Is(token, WordSet.Weekday | WordSet.Day)
        || words.Tag(token) == Upos.Propn && words.Is(token, WordSet.Month)
        || words.Tag(token) == Upos.Num && words[token].Length == 4;

    /// <summary>With the bracket that closes behind it: "Ruiz (of Tarn)".</summary>
    private static TokenRange Closed(Words words, TokenRange source)
    {
        var open = 0;
        for (var i = source.First; i <= source.Last; i++) open += words[i] == "(" ? 1 : words[i] == ")" ? -1 : 0;
        return open == 1 && words[source.Last + 1] == ")" ? source with { Last = source.Last + 1 }
            : open == 1 && words[source.Last + 1] == "." && words[source.Last + 2] == ")" ? source with { Last = source.Last + 2 }
            : source;
    }

    /// <summary>"A man who saw it said": the whole phrase, where a wrong tree makes the relative pronoun within it speak.</summary>
    private static TokenRange? Whole(Words words, TokenRange source, TokenRange cue)
    {
        var clause = words.Reading.Tokens[source.First].Head;
        if (source.Count > 1 || words[source.First] is not ("who" or "which")) return null;
        if (clause < 0 || clause >= cue.First || words.Tag(clause) != Upos.Verb) return null;
        if (words.Reading.Tokens[clause].Head is not (>= 0 and var noun) || noun > source.First) return null;
        var last = words[cue.First - 1] == "," ? cue.First - 2 : cue.First - 1;
        return new TokenRange(Math.Max(words.Start(noun), words.Reading.Subtree(noun).First), last);
    }

    /// <summary>The head of the phrase that speaks, found up the tree: "he left, saying ..." is said by him.</summary>
    private static int? Governed(Words words, int verb)
    {
        var reading = words.Reading;
        var at = verb;
        for (var steps = 0; at >= 0 && steps < 8; steps++)
        {
            var subject = Nearest(words, at);
            if (subject >= 0) return IsExpletive(words, subject) ? null : subject;
            var relation = reading.Tokens[at].Relation;
            var head = reading.Tokens[at].Head;
            if (head < 0) return null;
            if (at == verb && relation == "xcomp" && words[at - 1] != "to" && SpeechWords.Is(reading.Tokens[head].Lemma, SpeechWord.Hearing))
                return reading.Child(head, "obj") is >= 0 and var heard ? heard : null;
            if (relation is "conj" or "xcomp" or "parataxis" || relation.StartsWith("advcl", StringComparison.Ordinal)) at = head;
            else if (relation == "acl" && at != verb && PassiveCues.IsPassive(words, at)) return null;
            else if (relation == "acl" && FreeAdjunctOf(words, at, head) is var clause and >= 0) at = clause;
            else if (relation == "acl") return reading.Tokens[head].Tag is Upos.Noun or Upos.Propn or Upos.Pron ? Artifact(words, head) : null;
            else return null;
        }
        return null;
    }

    /// <summary>
    /// "The town declared an alert, citing the wind": a participle behind a comma is said by the subject of the clause, though the tree hangs it on
    /// the object or what belongs to that; the clause's verb, or -1.
    /// </summary>
    private static int FreeAdjunctOf(Words words, int verb, int noun)
    {
        var tokens = words.Reading.Tokens;
        var apart = verb > 0 && (words[verb - 1] == "," || words.QuotationOf(noun) >= 0) && words[verb].EndsWith("ing", StringComparison.Ordinal);
        while (words.Reading.Is(noun, "nmod") && tokens[noun].Head < noun) noun = tokens[noun].Head;
        var clause = tokens[noun].Head;
        return apart && clause >= 0 && (tokens[noun].Relation is "obj" or "obl" or "xcomp") && tokens[clause].Tag == Upos.Verb ? clause : -1;
    }

    /// <summary>The subject next to the verb, where a wrong tree gives it two.</summary>
    private static int Nearest(Words words, int verb)
    {
        var found = -1;
        foreach (var child in words.Reading.Children(verb))
        {
            if (words.Reading.Is(child, "nsubj") && (child < verb || found < 0) && !(found >= 0 && child > found && IsWithin(words, found, child)))
                found = child;
        }
        return found;
    }

    /// <summary>True where a preposition joins the later "subject" to the earlier one ("two officials with knowledge of the talks").</summary>
    private static bool IsWithin(Words words, int subject, int child)
    {
        var first = words.Reading.Subtree(child).First;
        return words.Tag(first) == Upos.Adp && words.Reading.Subtree(subject).Last >= first - 1
            || words.Tag(first - 1) == Upos.Adp && words.Reading.Subtree(subject).Last >= first - 2;
    }

    /// <summary>
    /// Where the tree makes an apposition speak ("Ana Ruiz, a farmer from Tarn, said"): the name before it as well; null where none stands there.
    /// </summary>
    public static TokenRange? WithNamed(Words words, TokenRange source, TokenRange cue)
    {
        var comma = source.First - 1;
        if (
            comma <= words.Start(cue.First)
            || words[comma] != ","
            || words.QuotationOf(comma) >= 0
            || words[source.Last + 1] != ","
            || source.Last + 2 != cue.First
        )
            return null;
        var name = NameRuns.In(words, new TokenRange(Math.Max(words.Start(comma), comma - 6), comma - 1)).LastOrDefault();
        return
            name.Text is { Length: > 0 }
            && name.Range.Last == comma - 1
            && Phrases.Before(words, comma) is { } phrase
            && words[phrase.First - 1] is not ("in" or "at" or "on" or "from" or "near" or "to" or "with" or "for" or "and")
            && !Enumerable.Range(phrase.First, phrase.Count).Any(i => words.Tag(i) == Upos.Adp && words[i] is not ("of" or "for"))
                ? phrase with { Last = source.Last }
                : null;
    }

    /// <summary>"A statement saying ..." is said by whoever issued it, where the sentence tells, else by the statement.</summary>
    private static int Artifact(Words words, int noun)
    {
        var reading = words.Reading;
        if (reading.Child(noun, "nmod:poss") is var owner and >= 0) return owner;
        if (CueLexicon.Noun(words.Form(noun)) is null && !words.Is(noun, SpeechWord.Utterance) || reading.Tokens[noun].Relation is not ("obj" or "obl"))
            return noun;
        // "asked for more time to add to earlier comments condemning it": the comments are the asker's; those that somebody rejects or hears are
        // another's
        for (var at = reading.Tokens[noun].Head; at >= 0; at = reading.Tokens[at].Head)
        {
            if (SpeechWords.Is(reading.Tokens[at].Lemma, SpeechWord.Answering)) return noun;
            if (reading.Subject(at) is var subject and >= 0) return subject;
        }
        return noun;
    }

    /// <summary>For a participle behind a comma that the tree does not help with: who stands before the sentence's main verb.</summary>
    public static TokenRange? OfSentence(Words words, int verb)
    {
        if (!words[verb].EndsWith("ing", StringComparison.Ordinal) || words[verb - 1] != ",") return null;
        var root = words.Reading.Root(words.Reading.Tokens[verb].Sentence);
        return root < verb && words.Reading.Tokens[root].Tag == Upos.Verb ? Phrases.Before(words, root) : null;
    }

    private static int? Agent(Words words, int verb)
    {
        var reading = words.Reading;
        foreach (var child in reading.Children(verb))
        {
            if (child > verb && reading.Is(child, "obl") && reading.Child(child, "case") is var by and >= 0 && words[by] == "by") return child;
        }
        return null;
    }

    private static bool IsExpletive(Words words, int token) => words[token] is "there" || (words[token] == "it" && words.Reading.Is(token, "expl"));

    /// <summary>The phrase of the nominal, with what hangs on it, on its own side of the verb.</summary>
    public static TokenRange? Phrase(Words words, int head, int verb)
    {
        var (first, last) = words.Reading.Subtree(head);
        // A dateline that the tree takes for the subject
        if (head < words.Start(head) && head < verb && words.Start(head) <= last) head = words.Start(head);
        first = First(words, head, head < verb ? first : Math.Max(first, verb + 1));
        last = head < verb ? LastBefore(words, head, verb, Math.Min(last, verb - 1)) : LastBehind(words, head, last);
        while (last > head && words.IsMark(last) && words.QuotationOf(last) < 0 && words[last] is not (")" or "." or "%")) last--;
        if (last > head + 1 && words.Tag(last - 1) == Upos.Adp && IsDate(words, last)) last -= 2;
        return first <= head && head <= last ? new TokenRange(first, last) : null;
    }

    /// <summary>Without clauses, settings and marks before the phrase, with the words before a name that a wrong tree leaves out.</summary>
    private static int First(Words words, int head, int first)
    {
        first = Math.Max(first, Math.Min(head, words.Start(head)));
        for (var i = head - 1; i > first; i--)
        {
            var comma = words[i] == "," && words.QuotationOf(i) < 0 && words.Tag(i + 1) != Upos.Adj || words.Is(i, SpeechWord.Dash);
            if (comma || Surroundings.ClosesSpeech(words, i) || words.Is(i, SpeechWord.Opener) && words.Tag(i) != Upos.Adp) first = i + 1;
        }
        if (first < head && words[first] is "who" or "whom" or "which" or "what" or "that" && words[first + 1] != "of") first++;
        while (first < head && IsNoPart(words, first)) first++;
        while (
            words.Tag(head) == Upos.Propn
            && first > words.Start(head)
            && words.Tag(first - 1) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det
            && !words.IsMark(first - 1)
            && words.QuotationOf(first - 1) < 0
        )
            first--;
        return first;
    }

    /// <summary>True for marks and for what only joins the phrase ("and", "by"), "at least" aside.</summary>
    private static bool IsNoPart(Words words, int token) =>
        words.IsMark(token)
        || words[token] == "even"
        || words.Reading.Tokens[token].Relation is "cc" or "case" or "mark" && !words.Is(token + 1, SpeechWord.Degree);

    /// <summary>The end of a subject before its verb: before a clause that holds the verb, with a further "subject" that belongs to it.</summary>
    private static int LastBefore(Words words, int head, int verb, int last)
    {
        foreach (var child in words.Reading.Children(head))
        {
            if (child > head && words.Reading.IsUnder(verb, child)) last = Math.Min(last, words.Reading.Subtree(child).First - 1);
            // A relative clause between commas tells more of the speaker; it does not say who that is.
            if (child < head || !words.Reading.Is(child, "acl")) continue;
            var start = words.Reading.Subtree(child).First;
            if (start <= last && words[start - 1] == "," && words.Is(start, WordSet.Relative)) return start - 2;
        }
        foreach (var child in words.Reading.Children(verb))
        {
            if (child > head && child < verb && words.Reading.Is(child, "nsubj") && IsWithin(words, head, child))
                last = words.Reading.Subtree(child).Last;
        }
        // "Quill, head of the board, which owns it, said": likewise.
        for (int i = head + 1, marks = 0; i < last; i++)
        {
            if (words[i] == "," && marks++ > 0 && words.Is(i + 1, WordSet.Relative) && words.QuotationOf(i) < 0) return i - 1;
        }
        while (last + 1 < verb && words.Tag(last + 1) == Upos.Propn && !words.IsMark(last)) last++;
        return last;
    }

    /// <summary>The end of a phrase behind the verb: before a quotation, and before "as".</summary>
    private static int LastBehind(Words words, int head, int last)
    {
        for (var i = head + 1; i <= last; i++)
        {
            if (SourceShape.IsNickname(words, i) || SourceShape.IsNickname(words, i + 1)) continue;
            if (words[i] == "as" && words.Tag(i - 1) != Upos.Verb || words[i] is "“" or "„" or "«" && words.QuotationOf(head) < 0 && (words.QuotationOf(i) < 0 || words[i - 1] == ","))
                return i - 1;
        }
        return last;
    }
}

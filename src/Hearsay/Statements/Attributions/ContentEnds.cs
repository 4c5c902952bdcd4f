using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Where content behind its cue ends: mostly with the sentence, before that where the tree or the words begin a new statement.</summary>
internal static class ContentEnds
{
    /// <summary>The end of a clause that begins at <paramref name="first"/>.</summary>
    public static int OfClause(Words words, int verb, int first)
    {
        var end = words.LastWord(verb);
        // A comma or the end of a sentence before the closing mark ends what is quoted for good.
        if (Surroundings.OpensQuotation(words, first) && words.Quotation(words.QuotationOf(first)).Last is var closing && closing < end)
        {
            if (Surroundings.ClosesSpeech(words, closing)) return closing;
        }
        end = Limit(words, verb, first, end);
        // "That, while it hurt, …": nothing ends with its first word.
        for (var i = first + 2; i <= end; i++)
        {
            if (words.QuotationOf(i) < 0 && BeginsStatement(words, verb, i)) return Extended(words, Back(words, first, i - 1));
        }
        return Extended(words, end);
    }

    /// <summary>
    /// The end of an object, infinitive or prepositional phrase whose parts in the tree end at <paramref name="last"/>: with what trails behind it up
    /// to the next mark or conjunct of the verb.
    /// </summary>
    public static int OfPhrase(Words words, int verb, int first, int last)
    {
        var end = words.LastWord(verb);
        last = Math.Min(last, end);
        end = Math.Min(end, Math.Max(last, Limit(words, verb, first, end)));
        for (var i = first + 1; i <= last; i++)
        {
            if (words.QuotationOf(i) < 0 && (BeginsStatement(words, verb, i) || words[i] == "," && BeginsAside(words, i + 1)))
                return Extended(words, Back(words, first, i - 1));
        }
        while (last < end && GoesOn(words, verb, last)) last++;
        return Extended(words, last);
    }

    /// <summary>The end of the quotation that is open at <paramref name="end"/>.</summary>
    public static int Extended(Words words, int end) => words.QuotationOf(end) is >= 0 and var q ? Math.Max(end, words.Quotation(q).Last) : end;

    /// <summary>True where the word behind still belongs to a phrase that the tree ends here.</summary>
    private static bool GoesOn(Words words, int verb, int last)
    {
        var (here, next) = (words.QuotationOf(last), words.QuotationOf(last + 1));
        if (here >= 0 && BeginsStatement(words, verb, last + 1)) return false;
        if (next >= 0) return next == here || words[last] != ",";
        return !(words.IsMark(last + 1) && !words.Is(last + 1, SpeechWord.Sign)) && !words.Is(last + 1, SpeechWord.Break);
    }

    /// <summary>
    /// True behind the comma where a relative clause or a participle follows: "called for calm, marching through Tarn" tells what who calls does
    /// besides, whichever noun the tree hangs it on.
    /// </summary>
    private static bool BeginsAside(Words words, int token) =>
        words[token] is "who" or "which"
        || words.Tag(token) == Upos.Verb
            && words[token].EndsWith("ing", StringComparison.Ordinal)
            && words.Reading.Tokens[token].Relation is "acl" or "advcl";

    /// <summary>True at the colon before speech that its own speaker closes: ': "X," the union wrote'.</summary>
    private static bool BeginsSpeech(Words words, int colon) =>
        words[colon] == ":" && Surroundings.OpensQuotation(words, colon + 1)
        && words.Quotation(words.QuotationOf(colon + 1)).Last is var closing
        && words[closing - 1] == "," && closing < words.LastWord(colon);

    /// <summary>True where a new attribution takes over: ", adding that ...", "and said ...", ", according to ...".</summary>
    private static bool BeginsStatement(Words words, int verb, int token)
    {
        if (words[token] == ";" || BeginsSpeech(words, token)) return true;
        if (words[token] == "according" && words[token + 1] == "to") return true;
        if (words[token] == "," && words.Is(words[token + 1] == "even" ? token + 2 : token + 1, SpeechWord.Concession)) return true;
        if (words[token] is "and" or "but")
        {
            if (words[token] == "but" && words[token - 1] == ",") return true;
            var next = token + 1;
            while (words.IsAdverb(next) || words.IsAuxiliary(next) && next < token + 4) next++;
            return IsSpeech(words, next) && SameForm(words, next, verb);
        }
        // ", adding …", "“…” saying …"
        if (words[token] != "," && words.QuotationOf(token - 1) < 0) return false;
        var at = words[token] == "," ? token + 1 : token;
        if (words.IsAdverb(at)) at++;
        return words[at].EndsWith("ing", StringComparison.Ordinal) && IsSpeech(words, at);
    }

    private static bool SameForm(Words words, int a, int b) =>
        words.Feature(a, "VerbForm").SequenceEqual(words.Feature(b, "VerbForm"))
        && words.Feature(a, "Tense").SequenceEqual(words.Feature(b, "Tense"));

    private static bool IsSpeech(Words words, int token) =>
        words.Tag(token) == Upos.Verb
        && CueLexicon.Verbs(words.Form(token)).Any(entry =>
            entry.Particle is null
            && (entry.Takes(CueFrames.Clause | CueFrames.Predicate) || entry.Force is CueForce.Judged or CueForce.Claimed or CueForce.Ordered)
        );

    /// <summary>
    /// The word before the next conjunct, adverbial clause or loose clause that the tree hangs on the verb itself, or before the main clause that a
    /// clause at the head of the sentence hangs on ("When he said X, they left").
    /// </summary>
    private static int Limit(Words words, int verb, int first, int end)
    {
        foreach (var child in words.Reading.Children(verb))
        {
            if (child <= first || !(words.Reading.Tokens[child].Relation is "conj" or "advcl" or "parataxis")) continue;
            var start = words.Reading.Subtree(child).First;
            // "… and that X": more of what is said
            if (words[start + 1] == "that" && words[start] is "and" or "but") continue;
            if (start <= first + 1 || start > end || (words.QuotationOf(start) >= 0 && words.QuotationOf(start) == words.QuotationOf(first)))
                continue;
            if (words.Reading.Tokens[child].Relation != "conj" && words[start - 1] != ",") continue;
            end = Math.Min(end, Back(words, first, start - 1));
        }
        for (var at = verb; at >= 0; at = words.Reading.Tokens[at].Head)
        {
            if (words.Reading.Tokens[at].Head <= at || !words.Reading.Is(at, "advcl")) continue;
            var last = words.Reading.Subtree(at).Last;
            if (last >= first && last < end) end = Back(words, first, last);
        }
        return end;
    }

    /// <summary>Without the marks and the "and" at the end.</summary>
    private static int Back(Words words, int first, int last)
    {
        while (
            last > first
            && (words[last] is "and" or "but" || (words.IsMark(last) && words.QuotationOf(last) < 0 && words[last] is not (")" or "%" or ".")))
        )
            last--;
        return last;
    }
}

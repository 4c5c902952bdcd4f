using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Where content behind its cue ends: mostly with the sentence, before that where the tree or the words begin a new statement.</summary>
internal static class ContentEnds
{
    /// <summary>The end of a clause that begins at <paramref name="first"/>.</summary>
    public static int OfClause(Words words, int verb, int first)
    {
        var end = words.LastWord(verb);
        if (
            Surroundings.OpensQuotation(words, first)
            && words.Quotation(words.QuotationOf(first)) is var quotation
            && quotation.Last < end
            && EndsSpeech(words, quotation.Last)
        )
            return quotation.Last;
        end = Math.Min(end, Math.Min(BeforeNextPredicate(words, verb, first, end), BeforeMainClause(words, verb, first, end)));
        for (var i = first + 1; i <= end; i++)
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
        end = Math.Min(end, Math.Max(last, Math.Min(BeforeNextPredicate(words, verb, first, end), BeforeMainClause(words, verb, first, end))));
        for (var i = first + 1; i <= last; i++)
        {
            if (words.QuotationOf(i) < 0 && (BeginsStatement(words, verb, i) || words[i] == "," && BeginsAside(words, i + 1)))
                return Extended(words, Back(words, first, i - 1));
        }
        if (last < words.LastWord(verb) && words[last + 1] == "that" && CueLexicon.Noun(words.Form(last)) is not null)
            return OfClause(words, verb, last + 1);
        while (
            last < end
            && !(words.QuotationOf(last) >= 0 && BeginsStatement(words, verb, last + 1))
            && words.QuotationOf(last + 1) is var q
            && (q >= 0 ? q == words.QuotationOf(last) || words[last] is not "," : !IsStop(words, last + 1))
        )
            last++;
        return Extended(words, last);
    }

    /// <summary>Where the stretch ends in ", officials said": the word before that comma; else its last word.</summary>
    public static int BeforeSpeaker(Words words, int first, int last)
    {
        if (
            last != words.LastWord(last)
            || words.QuotationOf(last) >= 0
            || words.IsAdverb(last)
            || !IsSpeech(words, last)
            || !words[last].EndsWith("d", StringComparison.Ordinal) && words[last] is not ("says" or "wrote")
        )
            return last;
        for (var i = last - 2; i > first && i > last - 12; i--)
        {
            if (words[i] == "," && words.QuotationOf(i) < 0) return i - 1;
            if (words.IsAuxiliary(i) || words.Tag(i) == Upos.Verb) return last;
        }
        return last;
    }

    /// <summary>The end of the quotation that is open at <paramref name="end"/>.</summary>
    public static int Extended(Words words, int end) => words.QuotationOf(end) is >= 0 and var q ? Math.Max(end, words.Quotation(q).Last) : end;

    /// <summary>True where quoted speech stops for good at its closing mark: a comma or full stop stands before it, or a new clause behind.</summary>
    private static bool EndsSpeech(Words words, int closing) => words[closing - 1] is "." or "?" or "!" or ",";

    private static bool IsStop(Words words, int token) =>
        (words.IsMark(token) && words[token] is not ("-" or "'" or "$" or "%" or "&" or "/" or "#" or "£" or "€"))
        || words[token]
            is "but"
                or "who"
                or "which"
                or "because"
                or "although"
                or "though"
                or "while"
                or "when"
                or "said"
                or "after"
                or "during"
                or "despite"
                or "before"
                or "until"
                or "amid";

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
        if (BeginsSpeech(words, token)) return true;
        if (words[token] == "," && words[token + 1] is "according") return true;
        if (words[token] == "according" && words[token + 1] == "to" || words[token] == ";") return true;
        if (
            words[token] == ","
            && words[token + 1] is "though" or "although" or "while" or "even"
            && (words[token + 1] != "even" || words[token + 2] is "though" or "as" or "while")
        )
            return true;
        if (words[token] == ",")
        {
            var next = words.IsAdverb(token + 1) ? token + 2 : token + 1;
            return words[next].EndsWith("ing", StringComparison.Ordinal) && IsSpeech(words, next);
        }
        if (
            words[token] is "saying" or "adding" or "arguing" or "claiming" or "insisting" or "noting" or "citing" or "warning" or "telling"
            && words.QuotationOf(token - 1) >= 0
            && words.QuotationOf(token) < 0
        )
            return true;
        if (words[token] is not ("and" or "but")) return false;
        if (words[token] == "but" && words[token - 1] == ",") return true;
        if (words[token - 1] == "," && words[token + 1] is "he" or "she" or "they" or "i" && words[token + 1] != words[verb + 1]) return true;
        var at = token + 1;
        while (words.IsAdverb(at) || words.IsAuxiliary(at) && at < token + 4) at++;
        return IsSpeech(words, at) && SameShape(words[at], words[verb]);
    }

    private static bool IsSpeech(Words words, int token)
    {
        foreach (var entry in CueLexicon.Verbs(words.Form(token)))
        {
            if (
                entry.Particle is null
                && (entry.Takes(CueFrames.Clause | CueFrames.Predicate) || entry.Force is CueForce.Judged or CueForce.Claimed or CueForce.Ordered)
                && words.Reading.Tokens[token].Tag == Upos.Verb
            )
                return true;
        }
        return false;
    }

    /// <summary>Both past, both -ing, or both neither.</summary>
    private static bool SameShape(string a, string b) => Shape(a) == Shape(b);

    private static int Shape(string form) =>
        form.EndsWith("ing", StringComparison.Ordinal) ? 1
        : form.EndsWith("ed", StringComparison.Ordinal)
        || form is "said" or "told" or "wrote" or "thought" or "felt" or "saw" or "knew" or "found" or "put" or "laid" or "read" or "spoke"
            ? 2
        : form.EndsWith('s') ? 3
        : 4;

    /// <summary>The word before the next conjunct, adverbial clause or loose clause that the tree hangs on the verb itself.</summary>
    private static int BeforeNextPredicate(Words words, int verb, int first, int end)
    {
        foreach (var child in words.Reading.Children(verb))
        {
            if (child <= first || !(words.Reading.Tokens[child].Relation is "conj" or "advcl" or "parataxis")) continue;
            var start = words.Reading.Subtree(child).First;
            if (start <= first + 1 || start > end || (words.QuotationOf(start) >= 0 && words.QuotationOf(start) == words.QuotationOf(first)))
                continue;
            if (words.Reading.Tokens[child].Relation != "conj" && words[start - 1] != ",") continue;
            end = Math.Min(end, Back(words, first, start - 1));
        }
        return end;
    }

    /// <summary>For a cue in a clause that opens the sentence ("When he said X, they left"): the word before the comma that ends it.</summary>
    private static int BeforeMainClause(Words words, int verb, int first, int end)
    {
        var head = words.Reading.Tokens[verb].Head;
        if (head <= verb || !words.Reading.Is(verb, "advcl")) return end;
        var last = words.Reading.Subtree(verb).Last;
        return last >= first && last < end ? Back(words, first, last) : end;
    }

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

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>What a verb of the lexicon reports, from the tree: clauses, objects, infinitives and predicates to its right.</summary>
internal static class Complements
{
    /// <summary>The content right of the cue; null where the tree has none in the verb's frames.</summary>
    public static TokenRange? RightOf(Words words, int verb, TokenRange cue, CueVerb entry)
    {
        var reading = words.Reading;
        if (entry.Takes(CueFrames.Measure)) return Measured(words, verb);
        if (entry.Prepositions.Contains(words[cue.Last])) return Prepositional(words, verb, cue);
        int first = -1, last = -1;
        var finite = false;
        foreach (var child in reading.Children(verb))
        {
            if (child <= cue.Last || !Fits(words, verb, child, entry)) continue;
            var range = reading.Subtree(child);
            if (first < 0)
            {
                // ", he said, they would": what goes on behind the comma is read with what stands before.
                if (range.First > cue.Last + 1 && words[range.First - 1] == "," && words.QuotationOf(range.First) < 0) continue;
                first = range.First;
            }
            last = range.Last;
            finite |= reading.Tokens[child].Relation == "ccomp" && !HasTo(words, child) && !words[child].EndsWith("ing", StringComparison.Ordinal);
        }
        if (first < 0) return null;
        first = Math.Max(first, cue.Last + 1);
        if (finite && !entry.Takes(CueFrames.Recipient) && BeginsLater(words, cue.Last + 1, first)) first = cue.Last + 1;
        if (finite && entry.Takes(CueFrames.Recipient)) first = PastRecipient(words, first);
        // "Said, however, that X"
        if (words[first] == ",") first++;
        if (words[first + 1] == "," && words[first + 2] == "that") first += 2;
        return new TokenRange(first, finite ? ContentEnds.OfClause(words, verb, first) : ContentEnds.OfPhrase(words, verb, first, last));
    }

    /// <summary>True where a wrong tree cuts the first words off the clause's subject: a noun phrase without a day, of three words at most.</summary>
    private static bool BeginsLater(Words words, int next, int first)
    {
        if (first <= next || first > next + 2) return false;
        for (var i = next; i < first; i++)
        {
            var named = words.Tag(i) is Upos.Propn or Upos.Det or Upos.Adj or Upos.Num or Upos.Noun;
            if (!named || words.Is(i, WordSet.Weekday | WordSet.Day)) return false;
        }
        return true;
    }

    /// <summary>"Told the Post the wall leaked": behind a noun that another's article follows at once; the token itself where none does.</summary>
    private static int PastRecipient(Words words, int first)
    {
        var next = first;
        while (next < first + 5 && words.Tag(next) is Upos.Noun or Upos.Propn or Upos.Adj || next == first && words.Tag(next) == Upos.Det) next++;
        return next > first && words.Tag(next - 1) is Upos.Noun or Upos.Propn && words.Tag(next) is Upos.Det or Upos.Pron ? next : first;
    }

    private static bool Fits(Words words, int verb, int child, CueVerb entry)
    {
        var reading = words.Reading;
        var relation = reading.Tokens[child].Relation;
        var infinitive = relation == "xcomp" && HasTo(words, child);
        return relation switch
        {
            "ccomp" => entry.Takes(CueFrames.Clause)
                || (entry.Takes(CueFrames.Object) && reading.Tokens[child].Tag == Upos.Verb)
                || (entry.Takes(CueFrames.ObjectInfinitive | CueFrames.Infinitive) && HasTo(words, child)),
            "xcomp" when infinitive => entry.Takes(CueFrames.Infinitive | CueFrames.ObjectInfinitive),
            "xcomp" => entry.Takes(CueFrames.Predicate | CueFrames.Object),
            "advcl" when HasTo(words, child) => entry.Takes(CueFrames.Infinitive | CueFrames.ObjectInfinitive),
            "obj" => ObjectIsContent(words, verb, child, entry) || IsOrdered(words, verb, child, entry),
            "iobj" => ObjectIsContent(words, verb, child, entry) && entry.Takes(CueFrames.Predicate) || IsOrdered(words, verb, child, entry),
            "obl" or "nmod" => entry.Takes(CueFrames.Object | CueFrames.Predicate)
                && CaseOf(words, child) is "as" or "of" or "for" or ""
                && reading.Child(verb, "obj") is var o
                && o >= 0
                && o < child
                && ObjectIsContent(words, verb, o, entry),
            _ => false,
        };
    }

    /// <summary>"Urged drivers to wait": who is to do it belongs to what is wanted.</summary>
    private static bool IsOrdered(Words words, int verb, int obj, CueVerb entry)
    {
        if (!entry.Takes(CueFrames.ObjectInfinitive)) return false;
        foreach (var child in words.Reading.Children(verb))
        {
            if (child > obj && words.Reading.Tokens[child].Relation is "xcomp" or "ccomp" or "advcl" && HasTo(words, child)) return true;
        }
        return false;
    }

    private static bool ObjectIsContent(Words words, int verb, int obj, CueVerb entry)
    {
        if (entry.Takes(CueFrames.Quotation) && words.QuotationOf(words.Reading.Subtree(obj).First) >= 0) return true;
        if (entry.Takes(CueFrames.Object)) return true;
        return entry.Takes(CueFrames.Predicate) && HasPredicate(words, verb, obj);
    }

    /// <summary>"Put the toll higher, at up to 12": from the object to the number.</summary>
    private static TokenRange? Measured(Words words, int verb)
    {
        var reading = words.Reading;
        if (reading.Child(verb, "obj") is not (>= 0 and var counted) || counted < verb) return null;
        foreach (var child in reading.Children(verb))
        {
            if (child <= counted || CaseOf(words, child) != "at") continue;
            var (first, last) = reading.Subtree(child);
            if (Enumerable.Range(first, last - first + 1).Any(i => words.Tag(i) == Upos.Num))
                return new TokenRange(verb + 1, ContentEnds.OfPhrase(words, verb, verb + 1, last));
        }
        return null;
    }

    /// <summary>"Called the plan a mistake", "saw it as a threat", "called it “a farce”": something is said of the object.</summary>
    private static bool HasPredicate(Words words, int verb, int obj)
    {
        var (first, last) = words.Reading.Subtree(obj);
        if (Enumerable.Range(first, last - first + 1).Any(i => words.QuotationOf(i) >= 0) || words.Reading.Child(obj, "appos") >= 0) return true;
        foreach (var child in words.Reading.Children(verb))
        {
            if (child <= verb || child == obj) continue;
            if (words.Reading.Tokens[child].Relation is "xcomp" or "obj" or "iobj" or "ccomp" || CaseOf(words, child) == "as") return true;
            if (child > obj && words.QuotationOf(words.Reading.Subtree(child).First) >= 0) return true;
        }
        return false;
    }

    private static TokenRange? Prepositional(Words words, int verb, TokenRange cue)
    {
        var reading = words.Reading;
        var next = cue.Last + 1;
        if (next > words.LastWord(verb)) return null;
        var preposition = reading.Tokens[cue.Last];
        var top = preposition.Head;
        if (top <= cue.Last || top < 0) top = next;
        var last = Math.Max(next, reading.Subtree(top).Last);
        return words.IsMark(next) && words.QuotationOf(next) < 0 ? null : new TokenRange(next, ContentEnds.OfPhrase(words, verb, next, last));
    }

    private static string CaseOf(Words words, int token) => words.Reading.Child(token, "case") is var c and >= 0 ? words[c] : "";

    private static bool HasTo(Words words, int token) => words.Reading.Child(token, "mark") is var mark and >= 0 && words[mark] == "to";
}

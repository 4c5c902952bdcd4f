using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Verbs of speech beside their content, by position alone: "A said (that) X", "X, A said", "X, said A", "X, A said, Y".</summary>
internal static class SpokenCues
{
    private static readonly FrozenSet<string> Openers = "in on at during to after when as while before following by through via for with from late early last this".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var entry in CueLexicon.Verbs(words.Form(i)))
            {
                if (!entry.Takes(CueFrames.Clause | CueFrames.Quotation) || (entry.Particle is not null && words[i + 1] != entry.Particle)) continue;
                if (Read(words, i, entry) is not { } draft) continue;
                yield return draft;
                break;
            }
        }
    }

    private static Draft? Read(Words words, int verb, CueVerb entry)
    {
        var group = VerbGroups.Around(words, verb, entry);
        var before = group.First - 1;
        var afterMark = before >= words.Start(verb) && (words[before] == "," || IsClosing(words, before));
        var draft = new Draft { Head = verb, Force = entry.Force, Cue = group, Negated = VerbGroups.IsNegated(words, group) };
        if (afterMark && Phrases.After(words, group.Last + 1) is { } inverted && !IsClauseAfter(words, group.Last + 1))
        {
            draft.Source = inverted;
            AddLeft(words, draft, before);
            AddInterrupted(words, draft, inverted.Last + 1);
            return draft.Content.Count > 0 ? draft : null;
        }
        draft.Source = Phrases.Before(words, group.First);
        if (draft.Source is not { } source) return null;
        var left = source.First - 1;
        var parenthetical = left >= words.Start(verb) && (words[left] == "," || IsClosing(words, left));
        var right = RightContent(words, draft, entry);
        if (right is { } content) draft.Content.Add(content);
        else if (parenthetical)
        {
            AddLeft(words, draft, left);
            AddInterrupted(words, draft, group.Last + 1);
        }
        if (draft.Content.Count > 0 && !entry.Takes(CueFrames.Clause) && draft.Content.All(c => words.QuotationOf(c.First) < 0)) return null;
        return draft.Content.Count > 0 ? draft : null;
    }

    /// <summary>What follows the cue up to the end of the sentence, or of a quotation that goes on after it.</summary>
    private static TokenRange? RightContent(Words words, Draft draft, CueVerb entry)
    {
        var end = words.LastWord(draft.Head);
        var first = draft.Cue.Last + 1;
        if (first <= end && words[first] == ":") { draft.Cue = draft.Cue with { Last = first }; first++; }
        if (first > end) return null;
        if (words[first] == "," && words.QuotationOf(first + 1) >= 0 && !Words.IsQuoteMark(words[first - 1])) first++;
        if (words.IsMark(first) && words.QuotationOf(first) < 0) return null;
        if (words.QuotationOf(first) < 0 && words[first] != "that" && Openers.Contains(words[first]) || entry.Takes(CueFrames.Recipient))
        {
            if (Complementizer(words, first, end) is not { } at) return null;
            first = at;
        }
        return new TokenRange(first, Math.Max(end, Extended(words, end)));
    }

    /// <summary>The "that", "whether" or quotation that opens the content after a recipient or an adverbial, at most 15 tokens on.</summary>
    private static int? Complementizer(Words words, int from, int end)
    {
        for (var i = from; i <= end && i < from + 15; i++)
        {
            if (words[i] is "that" or "whether" or "if" or "how" || (words.QuotationOf(i) >= 0 && Words.IsQuoteMark(words[i]))) return i;
            if (words[i] == "," && words.QuotationOf(i + 1) < 0 && words[i + 1] != "that") return null;
        }
        return null;
    }

    private static bool IsClauseAfter(Words words, int token) => words[token] is "that" or "it" or "he" or "she" or "they" or "we" or "i" && words.QuotationOf(token) < 0 && words[token + 1] is not ("," or ".");

    private static bool IsClosing(Words words, int token) => words.QuotationOf(token) is >= 0 and var q && words.Quotation(q).Last == token;

    private static void AddLeft(Words words, Draft draft, int mark)
    {
        var last = words[mark] == "," && words.QuotationOf(mark) < 0 ? mark - 1 : mark;
        var first = words.Start(draft.Head);
        for (var i = first; i <= last; i++)
        {
            if (words.QuotationOf(i) is >= 0 and var q && words.Quotation(q).First < first) first = words.Quotation(q).First;
        }
        if (first <= last) draft.Content.Add(new TokenRange(first, last));
    }

    /// <summary>What goes on after ", she said, ...".</summary>
    private static void AddInterrupted(Words words, Draft draft, int token)
    {
        var end = words.LastWord(draft.Head);
        if (token >= end || words[token] is not ("," or "—" or "--")) return;
        var first = token + 1;
        var next = words[first];
        if (words.QuotationOf(first) < 0 && (next.EndsWith("ing", StringComparison.Ordinal) || next is "who" or "which" or "but" or "and" or "when" or "while" or "as" or "in" or "after" or "a" or "the" or "an" or "according")) return;
        draft.Content.Add(new TokenRange(first, Math.Max(end, Extended(words, end))));
    }

    /// <summary>The end of the quotation that is open at <paramref name="end"/>.</summary>
    private static int Extended(Words words, int end) => words.QuotationOf(end) is >= 0 and var q ? words.Quotation(q).Last : end;
}

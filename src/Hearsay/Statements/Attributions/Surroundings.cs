using Hearsay.Clauses;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Content by its place beside source and cue: behind "said that", before ", she said", around it.</summary>
internal static class Surroundings
{
    /// <summary>How far "told reporters in Tarn on Monday" may part what was said.</summary>
    private const int LongestRecipient = 9;

    /// <summary>How far the speaker's doings may part what was said: ", she said, pointing at the wall, ".</summary>
    private const int LongestAside = 25;

    /// <summary>True for a comma, a dash or the end of a quotation: what stands before it may be said by whom comes next.</summary>
    public static bool IsSeam(Words words, int token) =>
        words[token] is "," or "—" or "--" || (words.QuotationOf(token) is >= 0 and var q && words.Quotation(q).Last == token);

    /// <summary>True where a clause of its own begins, so that no inverted source stands there.</summary>
    public static bool OpensClause(Words words, int token) =>
        words[token] is "that" or "if" or "whether" or ":"
        || (words[token] is "it" or "he" or "she" or "they" or "we" or "i" or "there" && words[token + 1] is not ("," or "." or "in" or "on"));

    /// <summary>True for 'X, she said, "y"': a quotation before, or one behind that goes on in mid-sentence.</summary>
    public static bool IsInterrupted(Words words, int left, int next) =>
        left >= words.Start(next) && IsSeam(words, left) && words[next] == "," && OpensQuotation(words, next + 1)
        && (words.QuotationOf(left) >= 0 || words.Form(next + 2) is { Length: > 0 } form && char.IsLower(form[0]));

    /// <summary>True for "The ice will hold, Ruiz said, if the frost lasts": commas on both sides, a clause before the first.</summary>
    public static bool IsParenthesis(Words words, TokenRange source, TokenRange cue, int left)
    {
        if (
            left <= words.Start(cue.First)
            || words[left] != ","
            || words[cue.Last + 1] != ","
            || OpensQuotation(words, cue.Last + 2)
            || source.Last + 1 != cue.First
            || words.QuotationOf(left) >= 0
            || words[source.First] is "who" or "which" or "that"
            || Fronted(words, left) is not null
        )
            return false;
        var start = words.Start(cue.First);
        for (var i = start; i < left; i++)
        {
            if (
                words.IsAuxiliary(i)
                || words.Reading.Tokens[i] is { Tag: Upos.Verb, Features: { } features }
                    && features.Contains("VerbForm=Fin", StringComparison.Ordinal)
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// True where quoted speech ends right before the source and the cue does not open another: '"X," she told reporters on Monday'.
    /// </summary>
    public static bool IsSpokenBefore(Words words, int left, int next) =>
        (
            left >= words.Start(next)
            || left == words.Start(next) - 1
                && words.SentenceOf(left).Paragraph == words.SentenceOf(next).Paragraph
                && words[left - 1] is "?" or "!" or "…" or "—"
        )
        && words.QuotationOf(left) is >= 0 and var q
        && words.Quotation(q).Last == left
        && words[left - 1] is "," or "?" or "!" or "." or "…" or "..." or "—" or "-"
        && words[next] is not ("that" or ":") && !OpensQuotation(words, next);

    /// <summary>True for the closing mark of quoted speech: a comma or the end of a sentence stands before it.</summary>
    public static bool ClosesSpeech(Words words, int token) =>
        words.QuotationOf(token) is >= 0 and var q && words.Quotation(q).Last == token && words[token - 1] is "," or "?" or "!" or ".";

    public static bool Adjoins(Words words, TokenRange source, TokenRange cue)
    {
        for (var i = source.Last + 1; i < cue.First; i++)
        {
            if (!words.IsMark(i)) return false;
        }
        return true;
    }

    /// <summary>The relative or question word that stands for part of the content: "which officials called a mistake".</summary>
    public static TokenRange? RelativeBefore(Words words, int token) =>
        words[token] is "who" or "whom" or "which" or "what" ? new TokenRange(token, token) : null;

    /// <summary>
    /// What follows the cue up to the end of the sentence, or of a quotation that goes on after it, where the words say that it is content.
    /// </summary>
    public static TokenRange? AfterCue(Words words, Draft draft, CueVerb entry)
    {
        var end = words.LastWord(draft.Head);
        var first = draft.Cue.Last + 1;
        if (words[first] == ":" && first <= words.End(draft.Head))
        {
            draft.Cue = draft.Cue with { Last = first };
            if (first < end) return new TokenRange(first + 1, ContentEnds.Extended(words, end));
            return OpensQuotation(words, first + 1) ? words.Quotation(words.QuotationOf(first + 1)) : null;
        }
        if (first > end || !entry.Takes(CueFrames.Clause | CueFrames.Quotation)) return null;
        if (entry.Prepositions.Contains(words[draft.Cue.Last]) && Announced(words, first, end) is >= 0 and var quoted)
        {
            // "Said of the wall: “It will hold.”"
            draft.Cue = draft.Cue with { Last = draft.Cue.Last - 1 };
            var last = quoted > end ? words.Quotation(words.QuotationOf(quoted)).Last : ContentEnds.OfClause(words, draft.Head, quoted);
            return new TokenRange(quoted, last);
        }
        if (words[first] == "," && OpensQuotation(words, first + 1) && words.QuotationOf(first - 1) < 0) first++;
        else if (!OpensQuotation(words, first) && (words.IsMark(first) || !entry.Takes(CueFrames.Clause))) return null;
        else if (words[first] != "that" && !OpensQuotation(words, first))
        {
            if (words.Tag(first) == Upos.Pron && entry.Takes(CueFrames.Recipient) && BeginsClause(words, first + 1, end)) first++;
            else if (IsBetween(words, first, entry)) first = Opening(words, draft.Head, first, end);
            else if (!BeginsClause(words, first, end)) return null;
        }
        // "Said in a statement:" at the end of a paragraph, what was said in the next
        if (first > end) return words.Quotation(words.QuotationOf(first));
        return first < 0 ? null : new TokenRange(first, ContentEnds.OfClause(words, draft.Head, first));
    }

    /// <summary>The quotation that stands behind the first comma or colon; -1 where none does.</summary>
    private static int Announced(Words words, int first, int end)
    {
        for (var i = first; i <= end && i < first + LongestRecipient; i++)
        {
            if (words.QuotationOf(i) >= 0) return -1;
            if (words[i] is "," or ":") return OpensQuotation(words, i + 1) ? i + 1 : -1;
        }
        return -1;
    }

    /// <summary>All that stands left of the seam in the sentence, and before it where a quotation began earlier.</summary>
    public static void AddLeft(Words words, Draft draft, int seam) => AddUpTo(words, draft, words.QuotationOf(seam) < 0 ? seam - 1 : seam);

    public static void AddUpTo(Words words, Draft draft, int last)
    {
        if (last < 0) return;
        var first = Math.Min(words.Start(draft.Head), words.QuotationOf(last) is >= 0 and var spoken ? words.Quotation(spoken).First : last);
        for (var i = first; i <= last; i++)
        {
            if (words.QuotationOf(i) is >= 0 and var q && words.Quotation(q).First < first) first = words.Quotation(q).First;
        }
        if (words[first] is "but" or "and" && first < last && words.QuotationOf(first) < 0) first++;
        for (var i = last - 1; i > first; i--)
        {
            if (words[i] == ":" && words.QuotationOf(i) < 0 && OpensQuotation(words, i + 1)) first = i + 1;
        }
        if (first <= last) draft.Content.Add(new TokenRange(first, last));
    }

    /// <summary>"If it rains, he said the race will wait": the condition is part of what was said; the days and places before it are not.</summary>
    public static TokenRange? Fronted(Words words, int seam)
    {
        var first = words.Start(seam);
        var opens = seam > first + 1 && words[seam] == "," && words.QuotationOf(seam) < 0 && words.QuotationOf(first) < 0;
        return opens && words.Is(first, SpeechWord.Fronted) ? new TokenRange(first, seam - 1) : null;
    }

    /// <summary>What goes on after ", she said, ...".</summary>
    public static void AddRest(Words words, Draft draft, int token)
    {
        var end = words.LastWord(draft.Head);
        if (Resumed(words, token, end) is >= 0 and var resumed) token = resumed;
        if (token >= end || words[token] is not ("," or "—" or "--" or ":")) return;
        var first = token + 1;
        if (
            !OpensQuotation(words, first)
            && draft.Content.Count > 0
            && words.QuotationOf(draft.Content[^1].Last) >= 0
            && words.QuotationOf(words.LastWord(first)) < 0
        )
            return;
        var resumes = words[token] == ":" || words[first].EndsWith("ing", StringComparison.Ordinal) || words.Is(first, SpeechWord.Resuming);
        if (resumes && !OpensQuotation(words, first) && !OpensQuotation(words, first + 1)) return;
        draft.Content.Add(new TokenRange(first, ContentEnds.OfClause(words, draft.Head, first)));
    }

    /// <summary>
    /// The comma before the quotation that goes on in small letters with what was said, whatever the speaker does meanwhile; -1 where none does.
    /// </summary>
    private static int Resumed(Words words, int token, int end)
    {
        for (var i = token; i < end && i < token + LongestAside && words.QuotationOf(i) < 0; i++)
        {
            var next = words[i] == "," && words[i + 1] is "but" or "and" ? i + 2 : i + 1;
            if (words[i] == "," && OpensQuotation(words, next)) return next == i + 1 || char.IsLower(words.Form(next + 1)[0]) ? i : -1;
            if (i > token && words.Tag(i) == Upos.Verb && IsSpeech(words, i)) return -1;
        }
        return -1;
    }

    private static bool IsSpeech(Words words, int verb) =>
        CueLexicon.Verbs(words.Form(verb))
            .Any(e => e.Takes(CueFrames.Clause | CueFrames.Quotation) && (e.Particle is null || words[verb + 1] == e.Particle));

    /// <summary>True where a recipient, a time or a place stands between the cue and what it says: "told reporters in Tarn on Monday".</summary>
    private static bool IsBetween(Words words, int token, CueVerb entry) =>
        entry.Takes(CueFrames.Recipient) || words.Tag(token) is Upos.Adp or Upos.Sconj or Upos.Adv || Settings.IsTime(words.Reading, token);

    /// <summary>True where a clause without "that" begins: a finite verb or quoted words follow before the next comma.</summary>
    private static bool BeginsClause(Words words, int first, int end)
    {
        for (var i = first + 1; i <= end; i++)
        {
            if (words.QuotationOf(i) >= 0) return true;
            if (words[i] is "," or ";" or ":" or "to" || words.Is(i, WordSet.Relative)) return false;
            if (words.Feature(i, "VerbForm") is "Fin") return true;
        }
        return false;
    }

    /// <summary>The "that" or quotation that opens the content after a recipient or an adverbial, at most 15 tokens on; -1 where none does.</summary>
    private static int Opening(Words words, int verb, int from, int end)
    {
        var told = words.Reading.Child(verb, "ccomp") is >= 0 and var c && c > from ? words.Reading.Subtree(c).First : -1;
        for (var i = from; i <= end && i < from + 15; i++)
        {
            if (i == told && i > from) return i;
            if (words.Is(i, SpeechWord.That) || OpensQuotation(words, i)) return i;
            if (words[i] == ":" && OpensQuotation(words, i + 1)) return i + 1;
            if (words[i] != "," || words[i + 1] == "that" || OpensQuotation(words, i + 1)) continue;
            // "Said on Thursday, while it rained, the pier was safe"
            var isDay = words.Is(i - 1, WordSet.Weekday | WordSet.Day | WordSet.DayPart);
            return isDay && words.Is(i + 1, SpeechWord.Concession | SpeechWord.Fronted) ? i + 1 : -1;
        }
        return -1;
    }

    public static bool OpensQuotation(Words words, int token) => words.QuotationOf(token) is >= 0 and var q && words.Quotation(q).First == token;
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// What is signed: "“Nobody asked us.” — Ana Ruiz" at the end of a line, or the dash and the name in one of their own. Without quotation marks it
/// is signed only where the name is a person's: bodies there say who filed it.
/// </summary>
internal static class Signatures
{
    private const int Longest = 12;

    public static IEnumerable<Draft> Find(Words words)
    {
        for (var dash = 1; dash < words.Count; dash++)
        {
            var isDash = words.Is(dash, SpeechWord.Dash) || words[dash] == "-";
            if (isDash && words.QuotationOf(dash) < 0 && Read(words, dash) is { } draft) yield return draft;
        }
    }

    private static Draft? Read(Words words, int dash)
    {
        var (last, said) = (words.Line(dash).Last, dash - 1);
        while (last > dash && words.IsMark(last)) last--;
        if (last == dash || last - dash > Longest || !IsName(words, dash + 1, last)) return null;
        var isQuoted = words.QuotationOf(said) is >= 0 and var q && words.Quotation(q).Last == said;
        var first = isQuoted ? words.Quotation(words.QuotationOf(said)).First : words.Line(said).First;
        if (said - first < 3 || !isQuoted && !(IsSentence(words, first, said) && IsPerson(words, dash + 1))) return null;
        var draft = new Draft
        {
            Head = dash, Force = CueForce.Said, Cue = new TokenRange(dash, dash), Source = new TokenRange(dash + 1, last), IsPost = !isQuoted,
        };
        draft.Content.Add(new TokenRange(first, said));
        return draft;
    }

    /// <summary>True for a name with what is told of its bearer, without a verb.</summary>
    private static bool IsName(Words words, int first, int last)
    {
        if (words.Tag(first) != Upos.Propn || words.Is(first, SpeechWord.Heading)) return false;
        return !Enumerable.Range(first, last - first + 1).Any(i => words.Tag(i) is Upos.Verb or Upos.Aux || words.QuotationOf(i) >= 0);
    }

    private static bool IsPerson(Words words, int token) => words.Cast.At(token) is { IsNamed: true, Type: NameType.Person };

    /// <summary>True for whole sentences with a verb: no dateline, no list.</summary>
    private static bool IsSentence(Words words, int first, int last) =>
        words[last] is "." or "!" or "?" or "…" && Enumerable.Range(first, last - first + 1).Any(i => words.Tag(i) is Upos.Verb or Upos.Aux);
}

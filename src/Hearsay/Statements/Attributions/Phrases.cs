using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Noun phrases by their neighbours alone: what stands left of a verb as its subject, right of it as an inverted one.</summary>
internal static class Phrases
{
    private static readonly FrozenSet<string> LeftStops =
        "that because while as when if after before since although though but where whether than so until unless what how why if said says nor"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> RightStops =
        "in on at during after when to as while before following amid upon via through by with last this late early yesterday today monday tuesday wednesday thursday friday saturday sunday"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Relatives = "who which that".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The phrase that ends right before <paramref name="position"/>, with a parenthesis between commas after its head; null where there is none.
    /// </summary>
    public static TokenRange? Before(Words words, int position)
    {
        var start = words.Start(position);
        var last = position - 1;
        if (last < start) return null;
        if (words[last] == "," && Comma(words, start, last - 1) is { } opening && opening > start && IsAside(words, opening + 1))
        {
            var head = Before(words, opening);
            return head is { } range && Plausible(words, range) ? range with { Last = last } : null;
        }
        if (words[last] is "who" or "which") return new TokenRange(last, last);
        var first = position;
        while (first > start && !EndsBefore(words, first - 1)) first--;
        while (first < last && words[first] is "and" or "or" or "but" or "in" or "on" or "at") first++;
        var found = new TokenRange(first, last);
        return !found.IsEmpty && Plausible(words, found) ? found : null;
    }

    /// <summary>The phrase that begins at <paramref name="position"/>, with its apposition; null where there is none.</summary>
    public static TokenRange? After(Words words, int position, bool asides = true)
    {
        var end = words.LastWord(position);
        if (
            position > end
            || words.IsMark(position)
            || words[position] is "that" or "to" or "in" or "on" or "at"
            || RightStops.Contains(words[position])
        )
            return null;
        var last = position;
        var aside = !asides;
        while (last < end)
        {
            var next = last + 1;
            if (words.QuotationOf(next) >= 0 && words.QuotationOf(next) != words.QuotationOf(position) || words[next] is "“" or "„" or "«") break;
            if (words[next] == ",")
            {
                if (aside || !IsAside(words, next + 1)) break;
                aside = true;
            }
            else if (
                words[next] is ";" or ":" or "—" or "--" or "–"
                || (!aside && RightStops.Contains(words[next]))
                || words[next] is "when" or "after" or "while"
            )
                break;
            last = next;
        }
        return new TokenRange(position, last);
    }

    private static bool EndsBefore(Words words, int token) =>
        (words.IsMark(token) && words[token] is not ("-" or "&" or "'" or "." or "$" or "%" or "/" or "+"))
        || LeftStops.Contains(words[token])
        || words.IsAuxiliary(token)
        || IsVerb(words, token)
        || (words[token] is "and" or "or" && !JoinsNames(words, token));

    private static bool IsVerb(Words words, int token) => words.Reading.Tokens[token].Tag is Upos.Verb or Upos.Aux
        && !(words.Reading.Tokens[token].Relation is "amod" or "compound" or "flat");

    private static bool JoinsNames(Words words, int token) =>
        token > 0
        && char.IsUpper(FirstLetter(words, token - 1))
            == (char.IsUpper(FirstLetter(words, token + 1)) || words[token + 1] is "the" or "its" or "his" or "her" or "their" or "other");

    private static char FirstLetter(Words words, int token) => words.Form(token) is { Length: > 0 } form ? form[0] : ' ';

    /// <summary>The next comma to the left, at most 30 tokens away.</summary>
    private static int? Comma(Words words, int start, int from)
    {
        for (var i = from; i > start && i > from - 30; i--)
        {
            if (words[i] == ",") return i;
            if (Words.IsQuoteMark(words[i]) && words[i] is not "'") return null;
        }
        return null;
    }

    private static bool IsAside(Words words, int token) =>
        words[token]
            is "a"
                or "an"
                or "the"
                or "his"
                or "her"
                or "its"
                or "their"
                or "who"
                or "whose"
                or "which"
                or "both"
                or "one"
                or "head"
                or "chief"
                or "former"
                or "then"
        || words[token].Length > 0 && char.IsDigit(words[token][0])
        || (
            words[token].Length > 2
            && !words.IsAdverb(token)
            && !words[token].EndsWith("ing", StringComparison.Ordinal)
            && !RightStops.Contains(words[token])
            && !LeftStops.Contains(words[token])
            && words[token] is not ("and" or "or" or "but" or "he" or "she" or "they" or "for" or "with" or "from")
            && CueLexicon.Verbs(words[token]).IsEmpty);

    private static bool Plausible(Words words, TokenRange range) =>
        range.Count <= 40
        && !Relatives.Contains(words[range.Last])
        && Enumerable
            .Range(range.First, range.Count)
            .Any(i => words[i].Length > 0 && char.IsLetter(words[i][0]) && words[i] is not ("there" or "it's"));
}

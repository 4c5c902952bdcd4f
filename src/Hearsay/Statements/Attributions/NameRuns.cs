using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>A proper name in the text as a run of capitalised words without titles before it.</summary>
internal readonly record struct NameRun(TokenRange Range, string Text, bool IsPerson)
{
    public string Last => Text[(Text.LastIndexOf(' ') + 1)..];
}

/// <summary>Proper names by their capitals and, where the reading has them, by its names.</summary>
internal static class NameRuns
{
    private static readonly FrozenSet<string> Titles =
        "president vice premier chancellor secretary minister prime foreign defense defence interior finance senator sen. rep. representative congressman congresswoman gov. governor mayor judge justice chief general gen. colonel col. lt. lieutenant captain capt. sergeant sgt. maj. major admiral adm. commander king queen prince princess pope bishop archbishop father sister rev. reverend rabbi imam sheikh ayatollah dr. dr doctor professor prof. mr. mr mrs. mrs ms. ms miss sir lord lady dame coach attorney ambassador envoy deputy assistant acting former state us u.s. u.s white house press spokesman spokeswoman chairman chairwoman director chief executive officer ceo county city of"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Particles = "al bin ibn de da di del della der den van von la le dos du el y of the and for"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Bodies =
        "department ministry university college school party council agency authority inc inc. corp corp. company co co. bank court house union group office police army navy force forces commission committee association institute center centre news times post journal press states kingdom nations republic board bureau service services administration campaign parliament congress senate government hospital club league church federation foundation society trust fund network coalition guard airlines railway street journal city county province region island islands kremlin pentagon"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsTitle(string word) => Titles.Contains(word);

    public static bool IsBody(string word) => Bodies.Contains(word);

    /// <summary>The names within the range, in order.</summary>
    public static List<NameRun> In(Words words, TokenRange range)
    {
        var runs = new List<NameRun>();
        for (var i = range.First; i <= range.Last; i++)
        {
            if (!IsCapital(words, i) || (i == words.Start(i) && IsCommonStart(words, i)) || words.IsCapitalByPlace(i)) continue;
            var last = i;
            while (
                last < range.Last
                && (
                    IsCapital(words, last + 1)
                    || (
                        words[last + 1] is "of" or "the" or "and" or "for" or "de" or "al" or "bin" or "van" or "von" or "-"
                        && Joins(words, last + 1, range.Last)
                    )
                )
            )
                last++;
            AddRun(words, i, last, runs);
            i = last;
        }
        return runs;
    }

    private static void AddRun(Words words, int first, int last, List<NameRun> runs)
    {
        var named = PersonIn(words, first, last);
        if (named is { } person)
        {
            runs.Add(new NameRun(person, Text(words, person), true));
            return;
        }
        var start = first;
        while (start < last && IsTitle(words[start])) start++;
        var stripped = new TokenRange(start, last);
        var isBody = Enumerable.Range(first, last - first + 1).Any(i => Bodies.Contains(words[i]) || words[i] is "of" or "for");
        if (
            start > first && !isBody
            || start > first
                && last - start >= 1
                && !Enumerable.Range(start, last - start + 1).Any(i => Bodies.Contains(words[i]) || words[i] is "of" or "for" or "the" or "and")
        )
            runs.Add(new NameRun(stripped, Text(words, stripped), true));
        else
        {
            var whole = new TokenRange(first, last);
            runs.Add(new NameRun(whole, Text(words, whole), !isBody && last > first && !words.Form(first).All(char.IsUpper)));
        }
    }

    /// <summary>The last person that the name recogniser found in the run.</summary>
    private static TokenRange? PersonIn(Words words, int first, int last)
    {
        TokenRange? found = null;
        foreach (var name in words.Reading.Names)
        {
            if (name.First > last) break;
            if (name.Type == NameType.Person && name.First >= first && name.First + name.Count - 1 <= last)
                found = new TokenRange(name.First, name.First + name.Count - 1);
        }
        return found;
    }

    private static bool Joins(Words words, int token, int end) =>
        words[token] is "of" or "-" or "de" or "al" or "bin" or "van" or "von"
            ? token < end
                && (
                    IsCapital(words, token + 1)
                    || (words[token] == "of" && words[token + 1] == "the" && token + 2 <= end && IsCapital(words, token + 2))
                )
        : words[token] == "the" ? words[token - 1] == "of" && token < end && IsCapital(words, token + 1)
        : words[token] == "for" && token < end && IsCapital(words, token + 1) && Bodies.Contains(words[token - 1]);

    private static bool IsCapital(Words words, int token) => words.Form(token) is { Length: > 0 } form && char.IsUpper(form[0]);

    /// <summary>Words that are capital only because they open a sentence.</summary>
    private static bool IsCommonStart(Words words, int token) =>
        words[token]
            is "the"
                or "a"
                or "an"
                or "in"
                or "on"
                or "at"
                or "but"
                or "and"
                or "his"
                or "her"
                or "its"
                or "their"
                or "our"
                or "my"
                or "some"
                or "many"
                or "most"
                or "several"
                or "both"
                or "other"
                or "he"
                or "she"
                or "it"
                or "they"
                or "we"
                or "i"
                or "one"
                or "two"
                or "three"
                or "officials"
                or "authorities"
                or "police"
                or "experts"
                or "critics"
                or "analysts"
                or "residents"
                or "witnesses"
                or "supporters"
                or "opponents"
                or "according"
                or "another"
                or "all"
                or "no"
                or "neither"
                or "as"
                or "when"
                or "while"
                or "after"
                or "this"
                or "that"
                or "these"
                or "those"
                or "even"
                or "media"
                or "local"
                or "state"
                or "federal"
                or "forecasters"
                or "researchers"
                or "scientists"
                or "prosecutors"
                or "investigators"
                or "lawmakers"
                or "republicans-"
                or "emergency"
                or "health"
                or "deputy"
                or "said"
                or "says"
                or "asked"
                or "writes"
                or "wrote";

    public static string Text(Words words, TokenRange range)
    {
        var span = words.Reading.Tokens[range.First].Span.Start;
        var text = words.Reading.Text[span..words.Reading.Tokens[range.Last].Span.End];
        return string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}

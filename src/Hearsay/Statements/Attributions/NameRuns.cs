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
    public static bool IsTitle(string word) => Thesaurus.Is(word, WordSet.Title);

    public static bool IsBody(string word) => Thesaurus.Is(word, WordSet.BodyNoun);

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
                        words[last + 1] is "of" or "the" or "and" or "for" or "de" or "al" or "bin" or "van" or "von" or "-" or "&"
                        && Joins(words, last + 1, range.Last)
                    )
                )
            )
                last++;
            last = Math.Min(EndOfName(words, last), range.Last);
            AddRun(words, i, last, runs);
            i = last;
        }
        return runs;
    }

    private static void AddRun(Words words, int first, int last, List<NameRun> runs)
    {
        var joined = Enumerable.Range(first, last - first + 1).Any(i => words[i] == "&");
        if (!joined && PersonIn(words, first, last) is { } person)
        {
            runs.Add(new NameRun(person, Text(words, person), true));
            return;
        }
        var start = first;
        while (start < last && IsTitle(words[start])) start++;
        var stripped = new TokenRange(start, last);
        var isBody = Enumerable.Range(first, last - first + 1).Any(i => IsBody(words[i]) || words[i] is "of" or "for");
        if (
            start > first && !isBody
            || start > first
                && last - start >= 1
                && !Enumerable.Range(start, last - start + 1).Any(i => IsBody(words[i]) || words[i] is "of" or "for" or "the" or "and")
        )
            runs.Add(new NameRun(stripped, Text(words, stripped), true));
        else
        {
            var whole = new TokenRange(first, last);
            runs.Add(new NameRun(whole, Text(words, whole), !isBody && !joined && last > first && !words.Form(first).All(char.IsUpper)));
        }
    }

    /// <summary>The last token of the person's name that holds the token ("Dae" of "Kim Dae-ho"); the token itself where none does.</summary>
    private static int EndOfName(Words words, int token)
    {
        foreach (var name in words.Reading.Names)
        {
            if (name.First > token) break;
            if (name.Type == NameType.Person && token < name.First + name.Count) return name.First + name.Count - 1;
        }
        return token;
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
        words[token] == "&" ? token < end && IsCapital(words, token + 1)
        : words[token] is "of" or "-" or "de" or "al" or "bin" or "van" or "von"
            ? token < end
                && (
                    IsCapital(words, token + 1)
                    || (words[token] == "of" && words[token + 1] == "the" && token + 2 <= end && IsCapital(words, token + 2))
                )
        : words[token] == "the" ? words[token - 1] == "of" && token < end && IsCapital(words, token + 1)
        : words[token] == "for" && token < end && IsCapital(words, token + 1) && IsBody(words[token - 1]);

    private static bool IsCapital(Words words, int token) => words.Form(token) is { Length: > 0 } form && char.IsUpper(form[0]);

    /// <summary>Words that are capital only because they open a sentence.</summary>
    private static bool IsCommonStart(Words words, int token) => Thesaurus.Is(words[token], WordSet.Opening);

    public static string Text(Words words, TokenRange range)
    {
        var span = words.Reading.Tokens[range.First].Span.Start;
        var text = words.Reading.Text[span..words.Reading.Tokens[range.Last].Span.End];
        return string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}

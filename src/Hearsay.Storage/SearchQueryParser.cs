using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.Storage;

/// <summary>Reads a query from left to right; nothing of it reaches the database but words and phrases between quotation marks.</summary>
internal sealed class SearchQueryParser(string text, DateTimeOffset now)
{
    private const int MostTerms = 64;

    // fewer begin too many words to tell reports apart, and are not in the index
    private const int FewestBeforeStar = 3;

    private readonly ImmutableArray<ImmutableArray<SearchTerm>>.Builder _all = ImmutableArray.CreateBuilder<ImmutableArray<SearchTerm>>();
    private readonly ImmutableArray<SearchTerm>.Builder _none = ImmutableArray.CreateBuilder<SearchTerm>();
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);
    private int _at;
    private bool _or;
    private DateOnly? _from;
    private DateOnly? _to;

    public (SearchQuery? Query, string? Error) Parse()
    {
        while (Skip())
        {
            if (Next() is { } error) return (null, error);
            if (_all.Count + _none.Count > MostTerms) return (null, $"more than {MostTerms} words and phrases: look for fewer");
        }
        if (_or) return (null, "there is nothing after OR");
        if (_all.Count == 0 && _none.Count > 0) return (null, "there are only words that must not be there: add one to look for");
        if (_all.Count == 0 && _from is null && _to is null)
            return (null, "there is nothing to look for: give a word, a \"phrase\" or a date (since:2024-05-01)");
        if (_from > _to)
            return (null, string.Create(CultureInfo.InvariantCulture, $"the days run backwards: since {_from:yyyy-MM-dd}, until {_to:yyyy-MM-dd}"));
        return (new SearchQuery { All = _all.ToImmutable(), None = _none.ToImmutable(), From = _from, To = _to, Notes = [.. _notes] }, null);
    }

    private bool Skip()
    {
        for (; _at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] is '(' or ')' or ','); _at++)
        {
            if (text[_at] is '(' or ')') _notes.Add("brackets group nothing here and are passed over");
        }
        return _at < text.Length;
    }

    private string? Next()
    {
        if (Word() is "OR" or "||")
        {
            if (_all.Count == 0 || _or) return "OR stands between two words: flood OR storm";
            _at += 2;
            _or = true;
            return null;
        }
        if (Word() is "AND" or "&&")
        {
            _notes.Add($"{Word()} is not needed: every word must be there");
            _at += Word().Length;
            return null;
        }
        if (Word() is var near && (near == "NEAR" || near.StartsWith("NEAR/", StringComparison.Ordinal)))
            _notes.Add($"{near} is no operator here and is looked for as a word");
        var not = text[_at] == '-' || Word() is "NOT";
        if (not) _at += text[_at] == '-' ? 1 : 3;
        if (not && (!Skip() || _or)) return _or ? "what must not be there cannot stand after OR" : "there is nothing after the last -";
        return Field(not);
    }

    private string? Field(bool not)
    {
        var word = Word();
        var colon = word.IndexOf(':');
        if (colon <= 0 || word[..colon].Any(c => !char.IsAsciiLetter(c))) return Term(SearchField.Anywhere, not);
        var name = word[..colon].ToLowerInvariant();
        if (name is "since" or "until" or "on" or "from" or "after" or "before" or "to" or "date") return Day(name, word, colon, not);
        SearchField? field = name switch
        {
            "title" or "headline" => SearchField.Title,
            "body" or "text" => SearchField.Body,
            "outlet" or "source" => SearchField.Outlet,
            "speaker" or "by" => SearchField.Speaker,
            _ => null,
        };
        // "http://…", "Update:word": no field of ours, so just words
        if (field is null)
        {
            if (!word.Contains("://", StringComparison.Ordinal))
                _notes.Add($"{name}: is no field (title: body: outlet: speaker: since: until: on: are) and {Shown(word)} is looked for as words");
            return Term(SearchField.Anywhere, not);
        }
        _at += colon + 1;
        return _at < text.Length && !char.IsWhiteSpace(text[_at]) ? Term(field.Value, not) : $"there is nothing after {name}:";
    }

    private string? Term(SearchField field, bool not)
    {
        var start = _at;
        string words;
        if (text[_at] is '"' or '“' or '”' or '„')
        {
            var end = text.AsSpan(_at + 1).IndexOfAny('"', '“', '”');
            if (end < 0) return "a quotation mark is not closed: " + Shown(text[_at..]);
            words = text.Substring(_at + 1, end);
            _at += end + 2;
        }
        else
        {
            words = Word();
            _at += words.Length;
        }
        var prefix = words.EndsWith('*') || (_at < text.Length && text[_at] == '*');
        if (_at < text.Length && text[_at] == '*') _at++;
        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('*');
        if (!words.Any(char.IsLetterOrDigit)) return $"{Shown(text[start.._at])} has no word in it";
        if (prefix && LastWord(words) < FewestBeforeStar) return $"{Shown(text[start.._at])}: * takes {FewestBeforeStar} letters or more before it";
        Keep(new SearchTerm(field, words, prefix), not);
        return null;
    }

    /// <summary>How many letters and digits the last word has.</summary>
    private static int LastWord(string words)
    {
        var end = words.Length;
        while (!char.IsLetterOrDigit(words[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(words[start - 1])) start--;
        return end - start;
    }

    private void Keep(SearchTerm term, bool not)
    {
        if (not) _none.Add(term);
        else if (_or) _all[^1] = _all[^1].Add(term);
        else _all.Add([term]);
        _or = false;
    }

    private string? Day(string name, string word, int colon, bool not)
    {
        var given = word[(colon + 1)..];
        if (not || _or) return $"{name}: cannot stand after {(not ? "-" : "OR")}";
        if (Days(given) is not var (first, last))
            return $"{name}: takes a day as YYYY-MM-DD (or YYYY-MM, YYYY) or a time back (36h, 7d), not {Shown(given)}";
        _at += word.Length;
        if (name is "since" or "from" or "on" or "date") _from = first;
        if (name is "until" or "to" or "on" or "date") _to = last;
        if (name is "after") _from = last < DateOnly.MaxValue ? last.AddDays(1) : last;
        if (name is "before") _to = first > DateOnly.MinValue ? first.AddDays(-1) : first;
        return null;
    }

    private (DateOnly First, DateOnly Last)? Days(string given)
    {
        if (TimeBack.Read(given) is { } back && DateOnly.FromDateTime((now - back).UtcDateTime) is var then) return (then, then);
        if (given.Split("..") is [var from, var to] && Days(from) is var (first, _) && Days(to) is var (_, last)) return (first, last);
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, day);
        if (DateOnly.TryParseExact(given + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return (day, day.AddDays(DateTime.DaysInMonth(day.Year, day.Month) - 1));
        return DateOnly.TryParseExact(given + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? (day, new DateOnly(day.Year, 12, 31))
            : null;
    }

    /// <summary>What stands here up to the next blank, bracket or quotation mark.</summary>
    private string Word()
    {
        var end = _at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '“' or '”' or '„' or '(' or ')')) end++;
        return text[_at..end];
    }

    private static string Shown(string words) => words.Length <= 40 ? $"‘{words}’" : $"‘{words[..40]}…’";
}

namespace Hearsay.Language;

/// <summary>A name as found in one sentence, with what each kind scored there.</summary>
internal record struct FoundName(int First, int Count, NameType Type, int Person, int Organisation, int Place, int Other)
{
    public readonly int Score(int kind) => kind switch { 0 => Person, 1 => Organisation, 2 => Place, _ => Other };
}

/// <summary>
/// In: the names found sentence by sentence. Out: the names of the whole report, each string of one kind. Method: titles and lone office words are
/// taken off; listed facts (countries, nationality words, bodies) decide for themselves; else the scores of all mentions of a string are summed, and
/// a lone surname follows the full name.
/// Limits: two things of one name (a town and a person) become one kind.
/// </summary>
internal sealed class NameRefiner(Func<int, string> form, int count)
{
    private readonly Dictionary<string, int[]> sums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameType> surnames = new(StringComparer.Ordinal);

    public List<Name> Refine(List<FoundName> found, Func<int, int, Hearsay.Text.TextSpan> span)
    {
        var starts = found.Select(n => n.First).ToHashSet();
        var trimmed = found.Select(n => Trim(WithoutOffice(n, starts))).Where(n => n.Count > 0 && !IsOfficeWord(n)).ToList();
        foreach (var name in trimmed) Sum(name);
        foreach (var name in trimmed.Where(n => n.Count is 2 or 3 && TypeOf(n) == NameType.Person))
            surnames.TryAdd(form(name.First + name.Count - 1), NameType.Person);
        var all = new List<Name>();
        foreach (var name in trimmed)
        {
            var type =
                name.Count == 1 && surnames.TryGetValue(form(name.First), out var same) && MayBeSurname(form(name.First)) ? same : TypeOf(name);
            all.Add(new Name(span(name.First, name.Count), name.First, name.Count, type));
        }

        return new WholeNames(form, count, span).Of(WithListed(all, span));
    }

    /// <summary>What a listed phrase is for certain; null where lists do not settle it.</summary>
    public static NameType? Fact(string phrase)
    {
        var listed = Gazetteer.Of(phrase);
        if ((listed & Listed.Given) != 0) return null;
        if ((listed & Listed.Nationality) != 0 || Gazetteer.IsPeople(phrase)) return NameType.Other;
        if ((listed & Listed.Country) != 0) return NameType.Place;
        if ((listed & (Listed.Body | Listed.Agency)) != 0) return NameType.Organisation;
        if ((listed & (Listed.Capital | Listed.Place)) != 0) return NameType.Place;
        return (listed & Listed.Company) != 0 ? NameType.Organisation : null;
    }

    /// <summary>A listed town may be the surname of a person of the report; a country, a capital or a body is itself.</summary>
    private static bool MayBeSurname(string word) =>
        Fact(word) is null || (Gazetteer.Of(word) & (Listed.Country | Listed.Capital | Listed.Nationality | Listed.Body | Listed.Agency)) == 0;

    /// <summary>"Tolland Mayor" before another name is whose mayor she is, and that she is one: the place is left, what is no listed place goes.</summary>
    private FoundName WithoutOffice(FoundName name, HashSet<int> starts)
    {
        if (name.Type != NameType.Person || name.Count < 2 || !starts.Contains(name.First + name.Count)) return name;
        var last = form(name.First + name.Count - 1);
        if ((Gazetteer.Of(last) & Listed.Title) == 0) return name;
        name = name with { Count = name.Count - 1 };
        return Fact(Key(name)) is NameType.Place or NameType.Organisation || IsTown(name)
            ? name with { Type = NameType.Place, Person = 0, Place = Math.Max(name.Place, 1) }
            : name with { Count = 0 };
    }

    private bool IsTown(FoundName name) =>
        name.Count == 1 && (NameLists.Of(Models.WordSight.LowerHash(form(name.First))) & (KnownName.Town | KnownName.Region)) != 0;

    private FoundName Trim(FoundName name)
    {
        if (name.Count == 0) return name;
        // "Said" is a given name too; at the beginning of a sentence it is the verb.
        if (
            name.Count > 1
            && form(name.First) is "Said"
            && (name.First == 0 || form(name.First - 1) is "." or "!" or "?" or "”" or "\"" or "’" or ":")
        )
            name = name with { First = name.First + 1, Count = name.Count - 1 };
        var office = Math.Max(OfficeWords(name), SeatBefore(name));
        name = name with { First = name.First + office, Count = name.Count - office };
        while (name.Count > 1 && !char.IsLetterOrDigit(form(name.First + name.Count - 1)[^1]) && form(name.First + name.Count - 1)[^1] != '.')
            name = name with { Count = name.Count - 1 };
        while (name.Count > 1 && form(name.First + name.Count - 1) is "'s" or "’s" or "of" or "the" or "and" or "at" or "in" or "for")
            name = name with { Count = name.Count - 1 };
        while (name.Count > 1 && char.IsLower(form(name.First + name.Count - 1)[0])) name = name with { Count = name.Count - 1 };
        while (name.Count > 1 && form(name.First) is "of" or "and" or "the" or "'s" or "’s")
            name = name with { First = name.First + 1, Count = name.Count - 1 };
        return name;
    }

    /// <summary>
    /// How many words before a person's own name say an office: up to the last title ("Transport Secretary" of "Transport Secretary Ann Boyle").
    /// </summary>
    private int OfficeWords(FoundName name)
    {
        if (name.Type != NameType.Person || (Gazetteer.Of(form(name.First)) & Listed.Given) != 0) return 0;
        var office = 0;
        for (var k = 0; k < name.Count - 1; k++)
        {
            if ((Gazetteer.Of(form(name.First + k)) & Listed.Title) != 0) office = k + 1;
        }

        // "Secretary of State Ann Boyle": the office runs into the name
        var runsIn =
            office == 0
            && name.Count >= 3
            && name.First >= 2
            && form(name.First - 1) == "of"
            && (Gazetteer.Of(form(name.First - 2)) & Listed.Title) != 0;
        return runsIn ? 1 : office;
    }

    /// <summary>1 where a body in capitals stands before a person's full name ("ambassador to the UN Ann Boyle"), else 0.</summary>
    private int SeatBefore(FoundName name) =>
        name.Type == NameType.Person
        && name.Count > 2
        && form(name.First) is { Length: > 1 } first
        && first.All(char.IsUpper)
        && (Gazetteer.Of(first) & (Listed.Body | Listed.Country)) != 0
            ? 1
            : 0;

    /// <summary>"President", "Police", "Court" standing alone name nobody; nor does what holds no letter.</summary>
    private bool IsOfficeWord(FoundName name)
    {
        if (name.Count > 1) return false;
        var word = form(name.First);
        var listed = Gazetteer.Of(word);
        return (listed & (Listed.Title | Listed.Tail | Listed.Lead | Listed.Land)) != 0
                && (listed & (Listed.Given | Listed.Body | Listed.Country | Listed.Place | Listed.Capital)) == 0
            || !word.Any(char.IsLetter);
    }

    private void Sum(FoundName name)
    {
        var key = Key(name);
        if (!sums.TryGetValue(key, out var sum)) sums.Add(key, sum = new int[4]);
        for (var k = 0; k < 4; k++) sum[k] += name.Score(k);
    }

    private NameType TypeOf(FoundName name)
    {
        var key = Key(name);
        if (Fact(key) is { } fact) return fact;
        var sum = sums[key];
        var best = 0;
        for (var k = 1; k < 4; k++)
        {
            if (sum[k] > sum[best]) best = k;
        }

        var type = (NameType)best;
        var first = Gazetteer.Of(form(name.First));
        var last = Gazetteer.Of(form(name.First + name.Count - 1));
        if (name.Count > 1 && type != NameType.Organisation && (last & Listed.Tail) != 0 && type == NameType.Person) return NameType.Organisation;
        if (
            name.Count is 2 or 3
            && type != NameType.Person
            && (first & Listed.Given) != 0
            && (first & (Listed.Place | Listed.Capital | Listed.Country)) == 0
            && last == Listed.None
        )
            return NameType.Person;
        // An unknown acronym that stands with an article or in brackets is most often a body.
        if (
            name.Count == 1
            && type is NameType.Other or NameType.Person
            && key.Length is >= 3 and <= 6
            && key.All(char.IsUpper)
            && name.First > 0
            && form(name.First - 1) is "the" or "The" or "("
        )
            return NameType.Organisation;
        return type;
    }

    private string Key(FoundName name) =>
        name.Count == 1 ? form(name.First) : string.Join(' ', Enumerable.Range(name.First, name.Count).Select(form));

    /// <summary>Countries, nationality words and other listed phrases that the models passed over or cut short ("North" and "Korea").</summary>
    private List<Name> WithListed(List<Name> all, Func<int, int, Hearsay.Text.TextSpan> span)
    {
        var owner = new int[count];
        Array.Fill(owner, -1);
        for (var n = 0; n < all.Count; n++) Array.Fill(owner, n, all[n].First, all[n].Count);
        var kept = new bool[all.Count];
        Array.Fill(kept, true);
        var added = new List<Name>();
        for (var i = 0; i < count; i++)
        {
            var (words, type) = LongestListed(i, owner, all);
            if (words == 0) continue;
            for (var k = i; k < i + words; k++)
            {
                if (owner[k] >= 0) kept[owner[k]] = false;
            }

            added.Add(new Name(span(i, words), i, words, type));
            i += words - 1;
        }

        return [.. all.Where((_, n) => kept[n]).Concat(added).OrderBy(n => n.First)];
    }

    /// <summary>
    /// The longest listed phrase from word <paramref name="i"/> on that settles its kind and cuts through no name; 0 words where there is none.
    /// </summary>
    private (int Words, NameType Type) LongestListed(int i, int[] owner, List<Name> all)
    {
        var best = (Words: 0, Type: NameType.Other);
        if (!char.IsUpper(form(i)[0]) || (owner[i] >= 0 && all[owner[i]].First != i)) return best;
        var phrase = form(i);
        if (!Gazetteer.Opens(phrase)) return best;
        for (var n = 1; n <= 4 && i + n <= count; n++)
        {
            if (n > 1) phrase = $"{phrase} {form(i + n - 1)}";
            if (phrase.Length > 60) break;
            var listed = Gazetteer.Of(phrase);
            var sure =
                n > 1 ? listed & (Listed.Country | Listed.Nationality | Listed.Place | Listed.Capital | Listed.Body | Listed.Agency)
                : owner[i] < 0 ? listed & (Listed.Country | Listed.Nationality)
                : Listed.None;
            var last = owner[i + n - 1];
            if (sure != 0 && Fact(phrase) is { } type && (last < 0 || all[last].First + all[last].Count == i + n)) best = (n, type);
        }

        return best;
    }
}

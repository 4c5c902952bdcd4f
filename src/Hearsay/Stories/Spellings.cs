using Hearsay.Language;

namespace Hearsay.Stories;

/// <summary>Which full names of a story are spellings of one, and what their parts are.</summary>
internal static class Spellings
{
    /// <summary>
    /// Two spellings: the same given name, surnames a letter or two apart, and no report that prints both; or the same surname, with a full and a
    /// short given name ("James", "Jim"), with and without the marks on their letters.
    /// </summary>
    public static IEnumerable<(string A, string B)> Variants(string[] names, Dictionary<string, HashSet<string>> reportsOf)
    {
        var sameSurname = Pairs(names.GroupBy(n => GivenNames.Plain(Last(n), twoLetters: true), StringComparer.Ordinal))
            .Where(p => GivenNames.AreOne(First(p.A), First(p.B)) && MiddlesAgree(p.A, p.B));
        var sameGiven = Pairs(names.GroupBy(First, StringComparer.OrdinalIgnoreCase)).Where(p => RestsAgree(p.A, p.B, reportsOf));
        return sameSurname.Concat(sameGiven);
    }

    public static string First(string name) => name[..name.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>What a person of that name can be called by its end: "Ruiz Lara" and "Lara" of "Ana Ruiz Lara"; a suffix ("Jr.") is no name.</summary>
    public static IEnumerable<string> Ends(string name)
    {
        var words = name.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            if (!Thesaurus.Is(words[i].ToLowerInvariant(), WordSet.Suffix)) yield return string.Join(' ', words[i..]);
        }
        if (words.Length > 2 && Thesaurus.Is(words[^1].ToLowerInvariant(), WordSet.Suffix)) yield return words[^2];
    }

    /// <summary>Letters to put in, take out or change (Levenshtein 1966).</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, above) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[^1];
    }

    private static IEnumerable<(string A, string B)> Pairs(IEnumerable<IGrouping<string, string>> groups) =>
        from g in groups
        let all = g.ToArray()
        from i in Enumerable.Range(0, all.Length)
        from j in Enumerable.Range(i + 1, all.Length - i - 1)
        select (all[i], all[j]);

    private static bool RestsAgree(string x, string y, Dictionary<string, HashSet<string>> reportsOf)
    {
        var (a, b) = (Rest(x), Rest(y));
        if (GivenNames.Plain(a) == GivenNames.Plain(b)) return true;
        var shorter = Math.Min(a.Length, b.Length);
        return a[0] == b[0]
            && (shorter >= 5 && Distance(a, b) <= (shorter >= 7 ? 2 : 1) || SoundAlike(a, b))
            && !reportsOf[x].Overlaps(reportsOf[y]);
    }

    /// <summary>True where three consonants or more are the same and only vowels differ ("Farez", "Fariz"): outlets write foreign names by ear.</summary>
    private static bool SoundAlike(string a, string b) => Consonants(a) is { Length: >= 3 } own && own == Consonants(b);

    private static string Consonants(string name) =>
        string.Concat(GivenNames.Plain(name).ToLowerInvariant().Where(c => char.IsLetter(c) && !"aeiouy".Contains(c, StringComparison.Ordinal)));

    private static string Rest(string name) => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>True where one of the names has no middle name, or both have one that begins alike.</summary>
    private static bool MiddlesAgree(string a, string b)
    {
        var (x, y) = (Middle(a), Middle(b));
        return x.Length == 0 || y.Length == 0 || x[0] == y[0] && (x.Length < 3 || y.Length < 3 || x == y);
    }

    private static string Middle(string name) => name[First(name).Length..^Last(name).Length].Trim();
}

using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>The persons whom the reports of a story name in full, with the offices that stand beside their names.</summary>
internal sealed class StoryPeople
{
    private readonly Dictionary<string, string> spelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> byGiven = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Name, Office Office)> holders;

    private StoryPeople(Story story)
    {
        var named = story.Reports.SelectMany(r => FullNames(r).Select(n => (Report: r, Person: n))).ToArray();
        var reportsOf = named
            .GroupBy(n => n.Person.Canonical, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(n => n.Report.Article.Id).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var name in reportsOf.Keys) spelled[name] = name;
        foreach (var (a, b) in Variants([.. reportsOf.Keys.Order(StringComparer.Ordinal)], reportsOf)) Join(a, b, reportsOf);
        foreach (var name in spelled.Values.Distinct(StringComparer.Ordinal))
        {
            var surname = Last(name);
            bySurname[surname] = bySurname.ContainsKey(surname) ? null : name;
            byGiven[First(name)] = byGiven.ContainsKey(First(name)) ? null : name;
        }
        foreach (var (name, canonical) in spelled) bySurname.TryAdd(Last(name), canonical);
        holders = [.. named.SelectMany(n => Offices.Beside(n.Report, n.Person).Select(o => (Name: spelled[n.Person.Canonical], Office: o)))];
    }

    public static StoryPeople Of(Story story) => new(story);


    /// <summary>The story's name for the person of that name, surname or given name; null where the story has none or several.</summary>
    public string? Named(string speaker) =>
        spelled.TryGetValue(speaker, out var name) ? name
        : speaker.Contains(' ', StringComparison.Ordinal) ? null
        : bySurname.TryGetValue(speaker, out var named) ? named
        : Gazetteer.CountryOf(speaker) is null ? byGiven.GetValueOrDefault(speaker)
        : null;

    /// <summary>
    /// The one person of the story who holds the office that the speaker is called by in <paramref name="source"/>; null for none, for several, and
    /// for what is no single office.
    /// </summary>
    public string? Holder(string speaker, string source)
    {
        if (spelled.ContainsKey(speaker) || Office.Called(source) is not { } called) return null;
        string? found = null;
        foreach (var (name, office) in holders)
        {
            if (!office.Answers(called)) continue;
            if (found is not null && found != name) return null;
            found = name;
        }
        return found;
    }

    /// <summary>
    /// The persons among the report's names, and speakers with an office beside their name, whom the recogniser of names may have missed; by names of
    /// two words or more.
    /// </summary>
    private static IEnumerable<NamedThing> FullNames(Report report)
    {
        var persons = report.Names.Where(n => n.Type == NameType.Person && IsFull(n.Canonical)).ToList();
        var speakers = report
            .Attributions.Select(a => a.Speaker)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(s => IsFull(s) && !persons.Exists(p => p.Canonical == s))
            .Select(s => new NamedThing(s, NameType.Person, Occurrences(report.Article.Text, s)));
        return persons.Concat(speakers.Where(s => Offices.Beside(report, s).Any()));
    }

    private static bool IsFull(string name) =>
        name.Length < 60
        && name.Split(' ') is { Length: >= 2 and <= 5 } words
        && Array.TrueForAll(words, w => w.Length > 0 && char.IsUpper(w[0]) && !w.EndsWith('-'))
        && !Array.Exists(words, w => w is "Minister" or "President" or "Secretary");

    private static ImmutableArray<TextSpan> Occurrences(string text, string name)
    {
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        for (
            var at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0 && found.Count < 20;
            at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)
        )
            found.Add(new TextSpan(at, name.Length));
        return found.ToImmutable();
    }

    /// <summary>
    /// Two spellings: the same given name, surnames a letter or two apart, and no report that prints both; or the same surname, with a full and a
    /// short given name ("James", "Jim"), with and without the marks on their letters.
    /// </summary>
    private static IEnumerable<(string A, string B)> Variants(string[] names, Dictionary<string, HashSet<string>> reportsOf)
    {
        foreach (var sameSurname in names.GroupBy(n => GivenNames.Plain(Last(n), twoLetters: true), StringComparer.Ordinal))
        {
            var all = sameSurname.ToArray();
            for (var i = 0; i < all.Length; i++)
            {
                for (var j = i + 1; j < all.Length; j++)
                {
                    if (GivenNames.AreOne(First(all[i]), First(all[j])) && MiddlesAgree(all[i], all[j])) yield return (all[i], all[j]);
                }
            }
        }
        foreach (var sameGiven in names.GroupBy(First, StringComparer.Ordinal))
        {
            var all = sameGiven.ToArray();
            for (var i = 0; i < all.Length; i++)
            {
                for (var j = i + 1; j < all.Length; j++)
                {
                    var (a, b) = (Rest(all[i]), Rest(all[j]));
                    if (
                        GivenNames.Plain(a) == GivenNames.Plain(b)
                        || a[0] == b[0]
                            && (Math.Min(a.Length, b.Length) >= 5 && Distance(a, b) <= (Math.Min(a.Length, b.Length) >= 7 ? 2 : 1) || SoundAlike(a, b))
                            && !reportsOf[all[i]].Overlaps(reportsOf[all[j]])
                    )
                        yield return (all[i], all[j]);
                }
            }
        }
    }

    /// <summary>True where three consonants or more are the same and only vowels differ ("Farez", "Fariz"): outlets write foreign names by ear.</summary>
    private static bool SoundAlike(string a, string b) => Consonants(a) is { Length: >= 3 } own && own == Consonants(b);

    private static string Consonants(string name) =>
        string.Concat(GivenNames.Plain(name).ToLowerInvariant().Where(c => char.IsLetter(c) && !"aeiouy".Contains(c, StringComparison.Ordinal)));

    private void Join(string a, string b, Dictionary<string, HashSet<string>> reportsOf)
    {
        var (x, y) = (spelled[a], spelled[b]);
        if (x == y) return;
        var (countX, countY) = (reportsOf[x].Count, reportsOf[y].Count);
        // A spelling with the marks on its letters is the name's own.
        if (GivenNames.HasMarks(x) != GivenNames.HasMarks(y)) countX = GivenNames.HasMarks(x) ? int.MaxValue : 0;
        // Where as many print the one as the other, the later in the alphabet: any will do, if it is always the same.
        var winner = countX != countY ? countX > countY ? x : y : string.CompareOrdinal(x, y) > 0 ? x : y;
        foreach (var key in spelled.Keys.Where(k => spelled[k] == x || spelled[k] == y).ToArray()) spelled[key] = winner;
    }

    private static string First(string name) => name[..name.IndexOf(' ', StringComparison.Ordinal)];

    private static string Rest(string name) => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>True where one of the names has no middle name, or both have one that begins alike.</summary>
    private static bool MiddlesAgree(string a, string b)
    {
        var (x, y) = (Middle(a), Middle(b));
        return x.Length == 0 || y.Length == 0 || x[0] == y[0] && (x.Length < 3 || y.Length < 3 || x == y);
    }

    private static string Middle(string name) => name[First(name).Length..^Last(name).Length].Trim();

    /// <summary>Letters to put in, take out or change (Levenshtein 1966).</summary>
    internal static int Distance(string a, string b)
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
}

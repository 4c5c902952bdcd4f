using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;

namespace Hearsay.Stories;

/// <summary>
/// In: the reports of a story. Out: one name for every person whom they name in full. Of several spellings the one that most reports print, of given
/// names the one that most begin with; a surname alone is the only person's of that surname.
/// </summary>
internal sealed class PersonNames
{
    private readonly Dictionary<string, HashSet<string>> reportsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> spelled = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> byEnd = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> byGiven = new(StringComparer.OrdinalIgnoreCase);

    public PersonNames(ImmutableArray<Report> reports)
    {
        foreach (var (report, name) in reports.SelectMany(r => FullNames(r).Select(n => (r, n))))
        {
            if (!reportsOf.TryGetValue(name, out var all)) reportsOf[name] = all = new HashSet<string>(StringComparer.Ordinal);
            all.Add(report.Article.Id);
        }
        string[] names = [.. reportsOf.Keys.Order(StringComparer.Ordinal)];
        var group = names.ToDictionary(n => n, n => n, StringComparer.Ordinal);
        foreach (var (a, b) in Spellings.Variants(names, reportsOf))
        {
            var (kept, gone) = (group[a], group[b]);
            foreach (var name in names.Where(n => group[n] == gone)) group[name] = kept;
        }
        foreach (var person in names.GroupBy(n => group[n], StringComparer.Ordinal))
        {
            var canonical = Cased(Printed([.. person]));
            foreach (var name in person.Append(canonical)) spelled[name] = canonical;
        }
        foreach (var (name, canonical) in spelled)
        {
            foreach (var end in Spellings.Ends(name)) Note(byEnd, end, canonical);
            Note(byGiven, Spellings.First(name), canonical);
        }
    }

    /// <summary>
    /// The story's name for the person of that name, surname or given name, whatever stands behind its comma; null where the story has none or several.
    /// </summary>
    public string? Named(string speaker)
    {
        var comma = speaker.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && speaker[..comma].Contains(' ', StringComparison.Ordinal)) return spelled.GetValueOrDefault(speaker[..comma]);
        if (spelled.TryGetValue(speaker, out var name)) return name;
        if (Behind(speaker) is { } titled) return titled;
        if (speaker.Length == 0 || Gazetteer.CountryOf(speaker) is not null) return null;
        return byEnd.TryGetValue(speaker, out var named) ? named : byGiven.GetValueOrDefault(speaker);
    }

    /// <summary>The person whose full name ends a phrase that only says more of him ("Kraft's Ana Ruiz", "former diver Ana Ruiz"); null for others.</summary>
    private string? Behind(string speaker)
    {
        var words = speaker.Split(' ');
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (Thesaurus.Is(words[i - 1].ToLowerInvariant(), WordSet.Light | WordSet.Local | WordSet.Linking) && !words[i - 1].EndsWith('s')) return null;
            if (spelled.TryGetValue(string.Join(' ', words[i..]), out var name)) return name;
        }
        return null;
    }

    /// <summary>The persons among the report's cast, and speakers whom the finder of names passed over, by names of two words or more.</summary>
    private static IEnumerable<string> FullNames(Report report)
    {
        var cast = report.Cast.Where(p => p is { IsNamed: true, Type: NameType.Person }).Select(p => SpeakerNames.WithoutTitle(p.Canonical));
        var missed = report.Attributions.Where(a => a is { By: < 0, Speaker: not null }).Select(a => a.Speaker!).Where(BeginsAsPersons);
        return cast.Concat(missed).Where(IsFull).Distinct(StringComparer.Ordinal);
    }

    /// <summary>True for a given name and no word of which the names of bodies are made.</summary>
    private static bool BeginsAsPersons(string name) =>
        name.Split(' ') is var words
        && (Gazetteer.Of(words[0]) & Listed.Given) != 0
        && !Array.Exists(words, w => Thesaurus.Is(w.ToLowerInvariant(), WordSet.BodyNoun | WordSet.PublicBody));

    private static bool IsFull(string name) =>
        name.Length < 60
        && name.Split(' ') is { Length: >= 2 and <= 5 } words
        && words[0].Length > 0 && char.IsUpper(words[0][0])
        && Array.TrueForAll(words, w => w.Length > 0 && (char.IsUpper(w[0]) || Thesaurus.Is(w, WordSet.Particle)) && !w.EndsWith('-'))
        && !Array.Exists(words, w => w is "Minister" or "President" or "Secretary");

    private static void Note(Dictionary<string, string?> names, string part, string person) =>
        names[part] = names.TryGetValue(part, out var known) && known != person ? null : person;

    /// <summary>The form to print: with the marks on its letters, then by the given name and then in the spelling that most reports print.</summary>
    private string Printed(string[] forms)
    {
        if (Array.Exists(forms, GivenNames.HasMarks)) forms = Array.FindAll(forms, GivenNames.HasMarks);
        if (Array.Exists(forms, f => f.Any(char.IsLower))) forms = Array.FindAll(forms, f => f.Any(char.IsLower));
        return forms
            .GroupBy(Spellings.First, StringComparer.Ordinal)
            .OrderByDescending(g => g.SelectMany(f => reportsOf[f]).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First()
            .OrderByDescending(f => reportsOf[f].Count).ThenBy(f => f.Count(c => c == ' ')).ThenByDescending(f => f, StringComparer.Ordinal).First();
    }

    /// <summary>A name that is printed in capitals only ("ANA RUIZ"), as names are written.</summary>
    private static string Cased(string name) =>
        name.Any(char.IsLower)
            ? name
            : string.Concat(name.Select((c, i) => i == 0 || !char.IsLetter(name[i - 1]) ? c : char.ToLowerInvariant(c)));
}

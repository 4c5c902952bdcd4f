using System.Collections.Frozen;
using System.Text;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>Which written forms can be one name: short forms of given names (Data/nicknames.txt), letters with and without their marks.</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, string[]> FullOf = Load();

    /// <summary>True for "Jim" and "James", whatever their capitals; for two short forms where they share a full one.</summary>
    public static bool AreOne(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        return x == y || Fulls(x).Intersect(Fulls(y), StringComparer.Ordinal).Any();
    }

    /// <summary>
    /// A name's letters alone, in lower case, without the marks on them: what two spellings of it have in common. A German umlaut counts as the two
    /// letters by which it is written without marks where <paramref name="twoLetters"/> says so ("Jäger", "Jaeger").
    /// </summary>
    public static string Plain(string name, bool twoLetters = false)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Where(char.IsLetterOrDigit))
        {
            plain.Append(Folding.Of([c]));
            if (twoLetters && char.ToLowerInvariant(c) is 'ä' or 'ö' or 'ü') plain.Append('e');
        }
        return plain.Replace("ß", "ss").ToString();
    }

    /// <summary>True where marks stand on the name's letters.</summary>
    public static bool HasMarks(string name) => name.Any(c => c > '\u00BF');

    private static IEnumerable<string> Fulls(string name) => FullOf.TryGetValue(name, out var full) ? full : [name];

    private static FrozenDictionary<string, string[]> Load()
    {
        var fullOf = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Language/Data/nicknames.txt"))
        {
            var names = line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in names)
            {
                if (!fullOf.TryGetValue(name, out var all)) fullOf[name] = all = new HashSet<string>(StringComparer.Ordinal);
                all.Add(names[0]);
            }
        }
        return fullOf.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
    }
}

using System.Collections.Frozen;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>What a listed word or phrase is; several may hold at once.</summary>
[Flags]
internal enum Listed : ushort
{
    None = 0,
    Country = 1,
    Nationality = 2,
    Capital = 4,
    Place = 8,
    Body = 16,
    Seat = 32,
    Company = 64,
    Title = 128,
    Male = 256,
    Female = 512,
    Given = 1024,
    Lead = 2048,
    Tail = 4096,
    Land = 8192,
    Agency = 16384,
}

/// <summary>A country with its words: nationality words, capital, other names.</summary>
internal sealed record Country(string Name, string[] Nationalities, string? Capital, string[] OtherNames);

/// <summary>
/// Lists of facts: countries with nationality words and capitals, regions and cities, bodies, given names, words that go with names (Data/*.txt).
/// </summary>
internal static class Gazetteer
{
    private const int LongestPhrase = 6;
    private static readonly Dictionary<string, Listed> Phrases = new(StringComparer.Ordinal);
    private static readonly Dictionary<uint, Listed> ByHash = new();
    private static readonly Dictionary<string, Country> CountryByWord = new(StringComparer.Ordinal);
    private static readonly FrozenSet<uint> Beginnings = Load();
    private static readonly FrozenSet<string> FirstWords = Phrases.Keys.Select(p => p.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Peoples = DataFile
        .Lines("Language/Data/peoples.txt")
        .SelectMany(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the words of a people, a faith or a camp ("Basques", "Sunni").</summary>
    public static bool IsPeople(string phrase) => Peoples.Contains(phrase);

    /// <summary>True where a listed phrase is this word or begins with it.</summary>
    public static bool Opens(string word) => FirstWords.Contains(word);

    /// <summary>What the phrase is, spelled as listed; None where it is not listed.</summary>
    public static Listed Of(string phrase) => Phrases.GetValueOrDefault(phrase);

    /// <summary>The country that a name, nationality word or capital belongs to; null where it is none of these.</summary>
    public static Country? CountryOf(string word) => CountryByWord.GetValueOrDefault(word);

    /// <summary>Every country, once.</summary>
    public static IEnumerable<Country> Countries => CountryByWord.Values.DistinctBy(c => c.Name, StringComparer.Ordinal);

    /// <summary>What the single word with this hash of its characters is.</summary>
    public static Listed OfWord(uint form) => ByHash.GetValueOrDefault(Extend(0, form));

    /// <summary>What the single word with this hash is, and whether a phrase begins with it.</summary>
    public static (Listed Kind, bool BeginsPhrase) Look(uint form) => (OfWord(form), Beginnings.Contains(Extend(0, form)));

    /// <summary>
    /// The longest listed phrase that begins at word <paramref name="i"/>: how many words, and what it is. Words with the same capitals only.
    /// </summary>
    public static (int Count, Listed Kind) Match(WordTable words, int i)
    {
        if (words.Known(i) is { BeginsPhrase: false } word) return (1, word.Listed);
        var best = (Count: 0, Kind: Listed.None);
        var hash = 0u;
        for (var n = 1; n <= LongestPhrase && i + n <= words.Count; n++)
        {
            hash = Extend(hash, words[i + n - 1].Form);
            if (ByHash.TryGetValue(hash, out var kind)) best = (n, kind);
            if (!Beginnings.Contains(hash)) break;
        }

        return best;
    }

    private static uint Extend(uint hash, uint form) => (hash ^ form) * 0x9E3779B1u + 0x7F4A7C15u;

    private static FrozenSet<uint> Load()
    {
        foreach (var line in DataFile.Lines("Language/Data/countries.txt")) AddCountry(line.Split(';', StringSplitOptions.TrimEntries));
        AddList("regions.txt", kind => kind == "region" || kind == "water" || kind == "state" || kind == "city" ? Listed.Place : Listed.None);
        AddList(
            "bodies.txt",
            kind =>
                kind switch
                {
                    "world" => Listed.Body,
                    "seat" => Listed.Seat | Listed.Body,
                    "agency" => Listed.Agency | Listed.Body,
                    "movement" => Listed.Body,
                    _ => Listed.Company,
                }
        );
        AddList(
            "given-names.txt",
            kind =>
                kind switch
                {
                    "male" => Listed.Male | Listed.Given,
                    "female" => Listed.Female | Listed.Given,
                    _ => Listed.Male | Listed.Female | Listed.Given,
                }
        );
        AddList("name-words.txt", kind => kind switch { "title" => Listed.Title, "lead" => Listed.Lead, "tail" => Listed.Tail, _ => Listed.Land });
        var beginnings = new HashSet<uint>();
        var spans = new List<TextSpan>();
        foreach (var (phrase, kind) in Phrases)
        {
            spans.Clear();
            Tokenizer.Cut(phrase, new TextSpan(0, phrase.Length), spans);
            var hash = 0u;
            foreach (var span in spans) beginnings.Add(hash = Extend(hash, FeatureList.Hash(phrase.AsSpan(span.Start, span.Length))));
            ByHash[hash] = ByHash.GetValueOrDefault(hash) | kind;
        }

        return beginnings.ToFrozenSet();
    }

    private static void AddCountry(string[] fields)
    {
        var capital = fields[2] == "-" ? null : fields[2];
        string[] others = fields.Length > 3 ? [.. fields[3..].SelectMany(f => f.Split(','))] : [];
        var country = new Country(fields[0], fields[1].Split(','), capital, others);
        foreach (var name in others.Prepend(country.Name)) Add(name, Listed.Country, country);
        foreach (var word in country.Nationalities) Add(word, Listed.Nationality, country);
        if (capital is not null) Add(capital, Listed.Capital, country);
    }

    private static void AddList(string file, Func<string, Listed> kindOf)
    {
        foreach (var line in DataFile.Lines("Language/Data/" + file))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries)) Add(phrase, kindOf(line[..colon]), null);
        }
    }

    private static void Add(string phrase, Listed kind, Country? country)
    {
        Phrases[phrase] = Phrases.GetValueOrDefault(phrase) | kind;
        if (country is not null) CountryByWord.TryAdd(phrase, country);
    }
}

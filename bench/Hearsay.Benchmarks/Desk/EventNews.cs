using System.Globalization;
using Hearsay.Benchmarks.Store;

namespace Hearsay.Benchmarks.Desk;

/// <summary>
/// Reports of events, made up by the number: ten outlets tell of each event in the words of the event, give its figures (some revise them) and quote
/// its people. The same numbers give the same reports on every machine.
/// </summary>
public static class EventNews
{
    /// <summary>How many reports there are of an event.</summary>
    public const int ReportsPerEvent = 10;

    private static readonly string[] Outlets =
    [
        "Norvik Post", "Island Herald", "Tessel Courier", "Harbour Gazette", "Western Ledger", "The Daily Beacon", "Coast Observer", "Metro Standard",
        "Valley Chronicle", "Northern Wire",
    ];
    private static readonly string[] Verbs = ["said", "told reporters", "added", "warned", "confirmed"];

    /// <summary>A report as one JSON record, as `hearsay import` reads it.</summary>
    public static object Report(int number, DateTimeOffset published)
    {
        var (story, teller) = (number / ReportsPerEvent, number % ReportsPerEvent);
        var words = Words(story);
        var random = new Random((number * 7_919) + 17);
        var dead = 3 + (story % 40) + (teller > 6 ? 2 : 0);
        var sentences = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"At least {dead} people were killed when the {words[0]} of {Capital(words[1])} gave way near the {words[2]}, officials said on Tuesday."
            ),
            $"“The {words[3]} could not be reached and the {words[4]} was gone within minutes,” {Person(story, 0)}, the mayor of {Capital(words[1])}, {Verbs[story % Verbs.Length]}.",
            $"{Person(story, 1)}, a {words[5]} of the {words[6]}, denied that the {words[0]} had been neglected.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The {words[7]} put the damage at {20 + (story % 70)} million dollars and the number of homeless at {100 * (2 + (story % 30))}."
            ),
        };
        for (var i = 0; i < 6; i++)
            sentences.Add(
                $"{Capital(Pick(words, random))} and {Pick(words, random)} were {InventedNews.Word(random)} by the {Pick(words, random)} while the {InventedNews.Word(random)} of {Capital(words[1])} waited for the {Pick(words, random)}."
            );
        return new
        {
            title = $"{Capital(words[0])} gives way near {Capital(words[1])} {words[2]}",
            outlet = Outlets[teller],
            url = string.Create(
                CultureInfo.InvariantCulture,
                $"https://www.{Outlets[teller].Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example/{number}"
            ),
            published = published.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            text = string.Join("\n\n", sentences.Chunk(2).Select(p => string.Join(' ', p))),
        };
    }

    /// <summary>A word that stands in the reports of this event and in hardly any other.</summary>
    public static string Word(int story) => Words(story)[2];

    /// <summary>The words of an event: none of them stands in the vocabulary that all reports share.</summary>
    private static string[] Words(int story)
    {
        var random = new Random(story);
        return [.. Enumerable.Range(0, 12).Select(_ => "k" + Syllables(random.Next(20_000, 2_000_000)))];
    }

    private static string Syllables(int number)
    {
        string[] parts =
        [
            "bar", "cel", "dun", "fer", "gil", "hov", "jas", "kem", "lun", "mer", "nis", "pol", "rad", "sov", "tul", "ven", "wex", "yor", "zan",
            "qui",
        ];
        return number < parts.Length ? parts[number] : Syllables(number / parts.Length) + parts[number % parts.Length];
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private static string Person(int story, int place)
    {
        string[] given = ["Anna", "Peter", "Maria", "Thomas", "Laura", "Daniel"];
        return $"{given[(story + place) % given.Length]} {Capital(Syllables(9_000 + (story * 2) + place))}";
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

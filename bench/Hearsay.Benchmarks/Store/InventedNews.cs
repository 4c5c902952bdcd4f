using System.Globalization;
using System.Text;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Benchmarks.Store;

/// <summary>
/// News made up by the number: the same seed and number give the same article on every machine. Lengths as news has them (half of them between 300
/// and 650 words), words by Zipf's law over 60,000 invented ones between the English ones that hold a sentence together, so that an index of them
/// grows and answers as it would on news. Linked into the tests too.
/// </summary>
public sealed class InventedNews(int seed)
{
    private const int Vocabulary = 60_000;

    private static readonly string[] Small =
    [
        "the", "of", "to", "and", "a", "in", "that", "for", "it", "was", "on", "with", "as", "is", "at", "by", "from", "were", "his", "their",
        "which", "has", "had", "not", "are",
    ];
    private static readonly string[] Syllables =
    [
        "ba", "cor", "dan", "el", "fin", "gra", "hol", "im", "jun", "kel", "lor", "mar", "nor", "ost", "pel", "quin", "ras", "sel", "tor", "ul",
        "ver", "wen", "yar", "zel", "bri", "cha", "dro", "sta", "tri", "vo",
    ];
    private static readonly string[] Outlets =
    [
        "Norvik Post", "Island Herald", "Tessel Courier", "Harbour Gazette", "Western Ledger", "The Daily Beacon", "Coast Observer", "Metro Standard",
        "Valley Chronicle", "Northern Wire",
    ];
    private static readonly string[] Cues = ["said", "told reporters", "added", "warned", "confirmed"];
    private static readonly double[] Cumulative = Zipf();

    /// <summary>An article with its headline, address, outlet and day.</summary>
    public Article Article(int number)
    {
        var random = Of(number);
        var (outlet, headline, day) = Head(random);
        var text = string.Join("\n\n", Paragraphs(random));
        var url = Url(number, outlet);
        return new Article
        {
            Id = ContentId.Of(url), Url = url, Outlet = outlet, Headline = headline, Language = "en", Text = text, Byline = [Name(random)],
            Published = new PublicationDate(day, DateBasis.Metadata, []),
        };
    }

    /// <summary>Who speaks in an article of this number: two or three names.</summary>
    public static IEnumerable<string> Speakers(int number) => Enumerable.Range(0, 2 + (number % 2)).Select(i => Name(new Random((number * 31) + i)));

    /// <summary>
    /// The same as a page: head with metadata, navigation, the article, furniture and a foot. <paramref name="revision"/> changes a paragraph.
    /// </summary>
    public string Page(int number, int revision = 0)
    {
        var random = Of(number);
        var (outlet, headline, day) = Head(random);
        var page = new StringBuilder($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | {outlet}</title><link rel="canonical" href="{Url(
                number,
                outlet
            )}">
            <meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{headline}"><meta property="article:published_time" content="{day}T08:00:00Z"></head>
            <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/business">Business</a></li></ul></nav></header>
            <main><article><h1>{headline}</h1>

            """);
        foreach (var paragraph in Paragraphs(random)) page.Append(CultureInfo.InvariantCulture, $"<p>{paragraph}</p>\n");
        if (revision > 0)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p>The council of the region said on Friday that it had asked for a report number {revision} about what had happened there.</p>\n"
            );
        page.Append(
            "</article><aside><h3>Most read</h3><ul><li><a href=\"/1\">Ten gardens to see</a></li><li><a href=\"/2\">What the new timetable means</a></li></ul></aside></main><footer><p>About us</p><p>Contact</p></footer></body></html>"
        );
        return page.ToString();
    }

    /// <summary>Words that a reader might look for: common ones more often, as in the texts.</summary>
    public static string Word(Random random) => Invented(Rank(random));

    private Random Of(int number) => new((seed * 7_919) ^ (number * 1_000_003));

    private static string Url(int number, string outlet) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.{outlet.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example/news/{2030 + (number % 2)}/story-{number}"
        );

    private static (string Outlet, string Headline, string Day) Head(Random random)
    {
        var outlet = Outlets[random.Next(Outlets.Length)];
        var headline = Capital(
            string.Join(
                ' ',
                Enumerable.Range(0, random.Next(5, 11)).Select(_ => random.Next(4) == 0 ? Small[random.Next(Small.Length)] : Word(random))
            )
        );
        return (outlet, headline, new DateOnly(2030, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static List<string> Paragraphs(Random random)
    {
        // log-normal: the median 440 words, as a middling news report
        var words = (int)Math.Clamp(440 * Math.Exp(0.55 * Normal(random)), 80, 3000);
        var paragraphs = new List<string>();
        for (var written = 0; written < words;)
        {
            var paragraph = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(random)));
            written += paragraph.Count(c => c == ' ') + 1;
            paragraphs.Add(paragraph);
        }
        return paragraphs;
    }

    private static string Sentence(Random random)
    {
        var words = string.Join(
            ' ',
            Enumerable.Range(0, random.Next(8, 28)).Select(_ => random.NextDouble() < 0.45 ? Small[random.Next(Small.Length)] : Word(random))
        );
        return random.Next(6) switch
        {
            0 => $"“{Capital(words)},” {Name(random)} {Cues[random.Next(Cues.Length)]}.",
            1 => string.Create(CultureInfo.InvariantCulture, $"{Capital(words)} at least {random.Next(2, 900)} people."),
            _ => Capital(words) + ".",
        };
    }

    private static string Name(Random random) => $"{Capital(Invented(random.Next(400)))} {Capital(Invented(400 + random.Next(3000)))}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>The word of this rank: frequent ones are short.</summary>
    private static string Invented(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length) word.Append(Syllables[rest % Syllables.Length]);
        return word.ToString();
    }

    private static int Rank(Random random) =>
        Array.BinarySearch(Cumulative, random.NextDouble() * Cumulative[^1]) is var at && at < 0 ? Math.Min(~at, Vocabulary - 1) : at;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Zipf()
    {
        var sums = new double[Vocabulary];
        for (var (i, sum) = (0, 0.0); i < Vocabulary; i++) sums[i] = sum += 1.0 / (i + 2.7);
        return sums;
    }
}

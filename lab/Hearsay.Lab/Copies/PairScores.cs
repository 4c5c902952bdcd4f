using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Text;

namespace Hearsay.Lab.Copies;

/// <summary>
/// Pairs of reports of one story that were judged by reading (lab/gold/copies): which are one text, which a shortened one, which sentences are copied, who
/// has it from whom. The texts are read where they lie; a text that is not the one that was judged stops the run.
/// </summary>
internal static class PairScores
{
    /// <summary>So many words of a sentence in a passage make it a copied one, or else half of its words.</summary>
    private const int CopiedWords = 12;

    /// <summary>Prints the scores where the corpus is there.</summary>
    public static void Score(ParseResult parsed, Floors floors, bool show)
    {
        if (LabData.Find("data/copies/ground-news", parsed) is not { } corpus) return;
        using var labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(LabData.Repository, "lab", "gold", "copies", "ground-news.json")));
        var texts = labels.RootElement.GetProperty("texts").EnumerateObject().ToDictionary(t => t.Name, t => Judged.Read(corpus, t), StringComparer.Ordinal);
        var pairs = labels.RootElement.GetProperty("pairs").EnumerateArray().Select(p => new Pair(p, texts)).ToList();
        Of("copy or edited copy", p => p is CopyKind.Verbatim or CopyKind.Edited);
        Of("copy of any kind", p => p is CopyKind.Verbatim or CopyKind.Edited or CopyKind.Abridged);
        Of("any passage", p => p is not CopyKind.None);
        floors.Check(Name, "kind right", pairs.Count(p => p.Kind == p.Found) / (double)pairs.Count);
        Check("passages, by sentence", pairs.Sum(p => p.Right), pairs.Sum(p => p.FoundSentences), pairs.Sum(p => p.TrueSentences));
        var copies = pairs.Where(p => p.Kind is not CopyKind.None).ToList();
        var told = copies.Where(p => p.FoundDirection != "unknown").ToList();
        floors.Check(Name, "who has it from whom, told", told.Count / (double)copies.Count);
        floors.Check(Name, "who has it from whom, right where told", told.Count(p => p.Direction == p.FoundDirection) / (double)told.Count);
        if (!show) return;
        foreach (var p in pairs.Where(p => p.Kind != p.Found || p.FoundSentences != p.Right || p.TrueSentences != p.Right || p.Direction != p.FoundDirection))
            Console.WriteLine($"    {p.Name}: {p.Kind}, found {p.Found}; {p.Direction}, found {p.FoundDirection}; {p.Right} of {p.TrueSentences} sentences, {p.FoundSentences} found{p.Differences}");

        void Of(string what, Func<CopyKind, bool> isOne) =>
            Check(what, pairs.Count(p => isOne(p.Kind) && isOne(p.Found)), pairs.Count(p => isOne(p.Found)), pairs.Count(p => isOne(p.Kind)));

        void Check(string what, double right, double found, double wanted)
        {
            floors.Check(Name, $"{what} P", right / found);
            floors.Check(Name, $"{what} R", right / wanted);
            floors.Check(Name, $"{what} F1", 2 * right / (found + wanted));
        }
    }

    private const string Name = "ground-news pairs";

    /// <summary>A text with its sentences as they were judged.</summary>
    private sealed record Judged(Statements.Report Report, WordSequence Words, TextSpan[] Sentences)
    {
        public static Judged Read(string corpus, JsonProperty labels)
        {
            var place = labels.Name.Split('/');
            var row = Csv.Read(Path.Combine(corpus, place[0], "data.csv")).ElementAt(int.Parse(place[1], CultureInfo.InvariantCulture));
            var text = row["text"];
            if (!Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).Equals(labels.Value.GetProperty("sha256").GetString(), StringComparison.Ordinal))
                throw new InvalidDataException($"{labels.Name} in the corpus is not the text that was judged");
            var offsets = GoldFiles.Offsets(text);
            // credits as the pages stage finds them; the text as it was judged
            var page = PageReader.Read(new RawPage { Id = labels.Name, Title = row["title"], Outlet = row["outlet_name"], Format = PageFormat.PlainText, Content = text }).Article;
            var article = page ?? new Article { Id = labels.Name, Outlet = row["outlet_name"], Headline = row["title"], Text = text };
            var report = Reader.Read(article with { Text = text, Published = Published(row["datetime"]) });
            return new(report, WordSequence.Of(report), [.. labels.Value.GetProperty("sentences").EnumerateArray().Select(s => TextSpan.Between(offsets[s[0].GetInt32()], offsets[s[1].GetInt32()]))]);
        }

        private static PublicationDate Published(string value) =>
            DateTime.TryParseExact(value, "d/M/yyyy H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? new PublicationDate(at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), DateBasis.Metadata, [])
                : PublicationDate.Unknown;
    }

    /// <summary>A pair as it was judged and as it was found.</summary>
    private sealed class Pair
    {
        public Pair(JsonElement labels, Dictionary<string, Judged> texts)
        {
            var (first, second) = (texts[labels.GetProperty("first").GetString()!], texts[labels.GetProperty("second").GetString()!]);
            Name = $"{first.Report.Article.Id} ~ {second.Report.Article.Id}";
            Kind = labels.GetProperty("class").GetString() is "partial" ? CopyKind.Passages : Enum.Parse<CopyKind>(labels.GetProperty("class").GetString()!, ignoreCase: true);
            Direction = labels.GetProperty("direction").GetString()!;
            var passages = PassageFinder.Between(first.Words, PassageFinder.SeedsOf(first.Words), second.Words, PassageFinder.SeedsOf(second.Words)).ToList();
            Found = CopyKinds.Of(WordSequence.OfAll(first.Report.Article.Text), WordSequence.OfAll(second.Report.Article.Text), passages.Count > 0);
            FoundDirection = Found is CopyKind.None ? "unknown" : CopySources.Of(first.Report.Article, second.Report.Article) switch { CopySource.Third => "same", var source => source.ToString().ToLowerInvariant() };
            Compare(first, [.. passages.Select(p => (p.First.A, p.Last.A))], labels.GetProperty("copied_in_first"));
            Compare(second, [.. passages.Select(p => (p.First.B, p.Last.B))], labels.GetProperty("copied_in_second"));
        }

        public string Name { get; }

        public CopyKind Kind { get; }

        public CopyKind Found { get; }

        public string Direction { get; }

        public string FoundDirection { get; }

        public int Right { get; private set; }

        public int FoundSentences { get; private set; }

        public int TrueSentences { get; private set; }

        public string Differences { get; private set; } = "";

        private void Compare(Judged text, (int First, int Last)[] passages, JsonElement copied)
        {
            var offsets = GoldFiles.Offsets(text.Report.Article.Text);
            var wanted = copied.EnumerateArray().Select(s => TextSpan.Between(offsets[s[0].GetInt32()], offsets[s[1].GetInt32()])).ToList();
            foreach (var sentence in text.Sentences)
            {
                var own = Enumerable.Range(0, text.Words.Length).Where(w => sentence.Contains(text.Words.SpanOf(w))).ToList();
                if (own.Count == 0) continue;
                var inPassage = own.Count(w => passages.Any(p => p.First <= w && w <= p.Last));
                var (isFound, isTrue) = (inPassage >= Math.Min(CopiedWords, (own.Count + 1) / 2), wanted.Exists(w => w.Contains(sentence)));
                if (isFound) FoundSentences++;
                if (isTrue) TrueSentences++;
                if (isFound && isTrue) Right++;
                if (isFound != isTrue) Differences += $"\n        {(isFound ? "too much" : "missed")} {text.Report.Article.Id}: {sentence.Of(text.Report.Article.Text)}";
            }
        }
    }
}

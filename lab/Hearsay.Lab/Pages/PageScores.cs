using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Lab.Pages;

/// <summary>
/// `lab pages`: the Pages stage on archived pages with their expected text, beside SmartReader alone. Body: F1 of runs of four words (as in the
/// public benchmark of article extraction), mean precision and mean recall over the pages. Title: equal but for white space and quotation marks.
/// Authors: F1 of names. Date: the same day.
/// </summary>
internal static class PageScores
{
    /// <summary>A page and what should come out of it; fields that the corpus does not give are null.</summary>
    internal sealed record Case(string Name, string Html, string Body, string? Title, string[]? Authors, string? Published);

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var each = new Option<bool>("--each") { Description = "Print a line for each page." };
        var pasted = new Option<bool>("--pasted")
        {
            Description =
                "Give the pages as text, as a person would copy them out of a browser, and print what was wrongly kept (+) and wrongly dropped (-).",
        };
        var errors = new Option<double>("--errors")
        {
            Description =
                "Of pages whose body F1 is under this, print what was wrongly kept (+), wrongly dropped (- with its kind) and not found at all (?).",
        };
        var alone = new Option<bool>("--alone") { Description = "Leave SmartReader out, which takes most of the time." };
        var only = new Option<string?>("--only") { Description = "Only pages whose name has this in it." };
        var command = new Command("pages", "Scores body, title, authors and date on pages/fundus and pages/readability, beside SmartReader.")
        {
            each, pasted, errors, alone, only,
        };
        command.SetAction(parsed =>
            parsed.GetValue(pasted)
                ? PastedPages.Run(parsed)
                : Run(parsed, new Shown(parsed.GetValue(each), parsed.GetValue(errors), parsed.GetValue(alone), parsed.GetValue(only)))
        );
        return command;
    }

    private readonly record struct Shown(bool Each, double Errors, bool Alone, string? Only);

    private static int Run(ParseResult parsed, Shown shown)
    {
        var floors = new Floors();
        if (LabData.Find("data/pages/fundus", parsed) is { } fundus) Score("fundus", Fundus(fundus), floors, shown);
        if (LabData.Find("data/pages/readability", parsed) is { } readability) Score("readability", Readability(readability), floors, shown);
        return floors.ExitCode;
    }

    private static void Score(string corpus, IEnumerable<Case> cases, Floors floors, Shown shown)
    {
        var (ours, smart) = (new Overlap(), new Overlap());
        var (titles, dates, titleCases, dateCases) = (0, 0, 0, 0);
        var authors = new Overlap();
        foreach (var c in cases.Where(c => shown.Only is null || c.Name.Contains(shown.Only, StringComparison.OrdinalIgnoreCase)))
        {
            var (article, reason) = PageReader.Read(new RawPage { Path = c.Name, Format = PageFormat.Html, Content = c.Html }, extractionAlone: true);
            var f1 = ours.Add(Shingles(article?.Text ?? ""), Shingles(c.Body));
            if (!shown.Alone) smart.Add(Shingles(SmartReaderText(c.Html)), Shingles(c.Body));
            if (c.Title is { } title && ++titleCases > 0 && Plain(article?.Headline) == Plain(title)) titles++;
            if (c.Published is { } day && ++dateCases > 0 && article?.Published.Value is { } value && value[..10] == day[..10]) dates++;
            if (c.Authors is { } names)
                authors.Pool(
                    article?.Byline.Concat(article.Credits).Select(Plain).ToHashSet() ?? [],
                    [.. names.Select(n => Plain(Agencies.Of(n) ?? n))]
                );
            if (shown.Each || f1 < shown.Errors)
                Console.WriteLine(
                    $"{f1:0.000} {c.Name} {reason} | {article?.Headline} [{c.Title}] | {string.Join("; ", article?.Byline ?? [])} [{string.Join("; ", c.Authors ?? [])}] | {article?.Published.Value} [{c.Published}]"
                );
            if (f1 < shown.Errors) Differences(article, c.Body);
        }
        floors.Check(corpus, "body F1", ours.F1);
        if (!shown.Alone) floors.Check(corpus, "body F1 of SmartReader alone", smart.F1);
        if (titleCases > 0) floors.Check(corpus, "title", titles / (double)titleCases);
        if (dateCases > 0) floors.Check(corpus, "published day", dates / (double)dateCases);
        if (authors.Pages > 0) floors.Check(corpus, "authors F1", authors.F1);
    }

    /// <summary>The paragraphs on which the reading and the corpus differ.</summary>
    private static void Differences(Article? article, string body)
    {
        var (wanted, kept) = (Plain(body), Plain(article?.Text));
        foreach (var line in (article?.Text ?? "").Split("\n\n").Where(p => !wanted.Contains(Plain(p), StringComparison.Ordinal)))
            Console.WriteLine($"  + {line}");
        foreach (
            var d in (article?.Dropped ?? []).Where(d =>
                Plain(d.Text).Length > 8
                && wanted.Contains(Plain(d.Text), StringComparison.Ordinal)
                && !kept.Contains(Plain(d.Text), StringComparison.Ordinal)
            )
        )
            Console.WriteLine($"  - {d.Kind}: {d.Text}");
        var seen = kept + string.Concat((article?.Dropped ?? []).Select(d => Plain(d.Text)));
        foreach (var line in body.Split('\n').Where(p => !seen.Contains(Plain(p), StringComparison.Ordinal))) Console.WriteLine($"  ? {line}");
    }

    internal static IEnumerable<Case> Fundus(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var name = Path.GetFileNameWithoutExtension(file);
            var pages = Directory.GetFiles(Path.GetDirectoryName(file)!, name + "_2*.html.gz").Order(StringComparer.Ordinal).ToList();
            var expected = json.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Value).ToList();
            if (pages.Count != expected.Count)
            {
                Console.Error.WriteLine($"skipped: {name}: {pages.Count} pages, {expected.Count} expected results");
                continue;
            }
            foreach (var (page, e) in pages.Zip(expected)) yield return FundusCase(page, e);
        }
    }

    private static Case FundusCase(string page, JsonElement expected)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(page), CompressionMode.Decompress));
        var sections = expected
            .GetProperty("body")
            .GetProperty("sections")
            .EnumerateArray()
            .SelectMany(s => Strings(s, "headline").Concat(Strings(s, "paragraphs")));
        return new Case(Path.GetFileName(page), reader.ReadToEnd(), string.Join('\n', sections), expected.GetProperty("title").GetString(),
            [.. Strings(expected, "authors")], expected.TryGetProperty("publishing_date", out var date) ? date.GetString() : null);
    }

    private static IEnumerable<Case> Readability(string folder)
    {
        foreach (var page in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(page, "expected-metadata.json")));
            var body = HtmlWalk.Of(new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(page, "expected.html"))).Body!).Leaves;
            yield return new Case(
                Path.GetFileName(page),
                File.ReadAllText(Path.Combine(page, "source.html")),
                string.Join('\n', body.Select(b => b.Text)),
                Text(metadata.RootElement, "title"),
                null,
                null
            );
        }
    }

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Select(e => e.GetString()!)
            : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string SmartReaderText(string html)
    {
        using var reader = new SmartReader.Reader("https://localhost/", html) { ContinueIfNotReadable = true };
        return reader.GetArticle().TextContent ?? "";
    }

    internal static string Plain(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();

    internal static Dictionary<string, int> Shingles(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(w => w.Length > 0).ToList();
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + 4 <= Math.Max(words.Count, 4) && words.Count > 0; i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(4));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }

    internal sealed class Overlap
    {
        private double precision;
        private double recall;
        private int found;
        private int given;
        private int wanted;

        public int Pages { get; private set; }

        public double F1 =>
            given + wanted > 0 ? 2.0 * found / (given + wanted)
            : Pages == 0 ? 0
            : 2 * precision * recall / Pages / Math.Max(1e-9, precision + recall);

        public double Add(Dictionary<string, int> given, Dictionary<string, int> wanted)
        {
            double both = wanted.Sum(w => Math.Min(w.Value, given.GetValueOrDefault(w.Key)));
            var (p, r) = (given.Count == 0 ? 0 : both / given.Values.Sum(), wanted.Count == 0 ? 1 : both / wanted.Values.Sum());
            (precision, recall, Pages) = (precision + p, recall + r, Pages + 1);
            return p + r > 0 ? 2 * p * r / (p + r) : 0;
        }

        public void Pool(HashSet<string> given, HashSet<string> wanted)
        {
            (found, this.given, this.wanted, Pages) = (
                found + given.Count(wanted.Contains),
                this.given + given.Count,
                this.wanted + wanted.Count,
                Pages + 1
            );
        }
    }
}

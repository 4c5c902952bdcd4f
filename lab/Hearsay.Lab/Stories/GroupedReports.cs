using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using Hearsay.Statements;

namespace Hearsay.Lab.Stories;

/// <summary>A corpus of reports with the story that each belongs to.</summary>
internal sealed record GroupedReports(string Name, IReadOnlyList<Report> Reports, IReadOnlyDictionary<string, string> StoryOf)
{
    /// <summary>Every corpus that is there.</summary>
    public static IEnumerable<GroupedReports> All(ParseResult parsed)
    {
        if (LabData.Find("data/stories/giveme5w1h", parsed) is { } giveMe) yield return From("giveme5w1h", GiveMe(giveMe));
        foreach (var name in (string[])["handpicked", "wikinews_big"])
            if (LabData.Find($"data/stories/galaxy-wikinews/{name}.json", parsed) is { } galaxy) yield return From($"galaxy {name}", Galaxy(galaxy));
        if (LabData.Find("data/copies/ground-news", parsed) is { } ground) yield return From("ground-news", Ground(ground));
        if (LabData.Find("seeds", parsed) is not null && LabData.Find("stories", parsed) is not null)
            yield return Folders("four gold stories", [.. GoldFiles.All.Select(g => g.Folder)], LabData.Root(parsed));
        yield return Folders("samples", ["dam-breach", "ferry-strike"], Path.Combine(LabData.Repository, "samples"));
    }

    /// <summary>A report as the stories stage sees it: words and names, no statements.</summary>
    public static Report Read(Article article)
    {
        var reading = LanguageReader.Read(article);
        return new Report
        {
            Article = article,
            Sentences = [.. reading.Sentences.Select(s => new SentenceSpan(s.Span, s.Paragraph))],
            Attributions = [],
            Times = [],
            Figures = [],
            Quotations = reading.Quotations, Names = TermReader.Names(reading), Terms = TermReader.Read(reading),
        };
    }

    private static GroupedReports From(string name, IEnumerable<(Article Article, string Story)> items)
    {
        // texts that stand in a corpus twice have one id
        var all = items.DistinctBy(i => i.Article.Id).ToList();
        return new(name, [.. all.AsParallel().AsOrdered().Select(i => Read(i.Article))], all.ToDictionary(i => i.Article.Id, i => i.Story));
    }

    private static GroupedReports Folders(string name, string[] folders, string root) => From(name,
        from folder in folders
        from page in PageSource.Read(Directory.GetFiles(Path.Combine(root, folder)).Order(StringComparer.Ordinal)).Pages
        let article = PageReader.Read(page).Article
        where article is not null
        select (article, folder));

    private static IEnumerable<(Article, string)> GiveMe(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var root = json.RootElement;
            var story = root.GetProperty("newsCluster").GetProperty("EventId").GetInt32().ToString(CultureInfo.InvariantCulture);
            yield return (Article(root.GetProperty("dId").GetString()!, root, Text(root, "date_publish")), story);
        }
    }

    private static IEnumerable<(Article, string)> Galaxy(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var name = Path.GetFileNameWithoutExtension(file);
        var story = 0;
        foreach (var cluster in json.RootElement.EnumerateArray())
        {
            var item = 0;
            foreach (var article in cluster.GetProperty("articles").EnumerateArray())
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{name}/{story}/{item++}");
                // the dates of the larger sets are those of the download
                var date = name == "handpicked" && article.TryGetProperty("created_at", out var at) ? at.GetProperty("$date").ToString() : null;
                if ((Text(article, "text") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 40)
                    yield return (Article(id, article, date), $"{story}");
            }
            story++;
        }
    }

    private static IEnumerable<(Article, string)> Ground(string folder)
    {
        foreach (var story in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            foreach (var row in Csv.Read(Path.Combine(story, "data.csv")))
                // through the pages stage, which finds the credits
                if (row.GetValueOrDefault("text") is { Length: > 0 } text
                    && PageReader
                        .Read(
                            new RawPage
                            {
                                Id = $"{Path.GetFileName(story)}/{row["id"]}",
                                Title = row.GetValueOrDefault("title"),
                                Outlet = row.GetValueOrDefault("outlet_name"),
                                Format = PageFormat.PlainText,
                                Content = text,
                            }
                        )
                        .Article
                        is { } article
                )
                    yield return (article, Path.GetFileName(story));
    }

    private static Article Article(string id, JsonElement json, string? date) => new()
    {
        Id = id,
        Headline = Text(json, "title"),
        Text = Text(json, "text") ?? "",
        Published = date is { Length: >= 10 } ? new PublicationDate(date[..10], DateBasis.Metadata, []) : PublicationDate.Unknown,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

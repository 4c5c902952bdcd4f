using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Hearsay.Lab.Sameness;
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
        if (Ecb(parsed) is { } ecb) yield return ecb;
        yield return Folders("samples", ["dam-breach", "ferry-strike"], Path.Combine(LabData.Repository, "samples"));
    }

    private static GroupedReports From(string name, IEnumerable<(Article Article, string Story)> items)
    {
        // texts that stand in a corpus twice have one id
        var all = items.DistinctBy(i => i.Article.Id).ToList();
        return new(name, [.. all.AsParallel().AsOrdered().Select(i => Reader.Read(i.Article))], all.ToDictionary(i => i.Article.Id, i => i.Story));
    }

    /// <summary>All reports of these corpora as one stream.</summary>
    public static GroupedReports AsOne(string name, IEnumerable<GroupedReports> corpora)
    {
        var all = corpora.ToList();
        var stories = all.SelectMany(c => c.StoryOf.Select(s => (Report: $"{c.Name}/{s.Key}", Story: $"{c.Name}/{s.Value}"))).ToDictionary(s => s.Report, s => s.Story, StringComparer.Ordinal);
        return new(name, [.. all.SelectMany(c => c.Reports.Select(r => r with { Article = r.Article with { Id = $"{c.Name}/{r.Article.Id}" } }))], stories);
    }

    /// <summary>ECB+, topics 1 to 35; null where it is absent.</summary>
    public static GroupedReports? Ecb(ParseResult parsed) => LabData.Find("data/events/ecbplus", parsed) is { } folder ? From("ecb+", Ecb(folder)) : null;

    /// <summary>The stories whose every sentence was judged, without the reports that are of another event.</summary>
    public static GroupedReports Judged(ParseResult parsed) => From(
        "judged stories",
        from story in MatrixGold.All(LabData.Root(parsed))
        from article in Articles(story.Folder)
        where !story.Elsewhere.Contains(Path.GetFileNameWithoutExtension(article.Path)!)
        // ids are those of files, alike in several folders
        select (article with { Id = story.Name + "/" + article.Id }, story.Name));

    private static GroupedReports Folders(string name, string[] folders, string root) =>
        From(name, from folder in folders from article in Articles(Path.Combine(root, folder)) select (article, folder));

    private static IEnumerable<Article> Articles(string folder) =>
        PageSource.Read(Directory.GetFiles(folder).Order(StringComparer.Ordinal)).Pages.Select(p => PageReader.Read(p).Article).OfType<Article>();

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

    /// <summary>ECB+: in each topic the reports of one event (N_Mecb.xml) and those of another that looks like it (N_Mecbplus.xml).</summary>
    private static IEnumerable<(Article, string)> Ecb(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var sentences = XDocument.Load(file).Root!.Elements("token").GroupBy(t => (int)t.Attribute("sentence")!, t => t.Value)
                .Select(Written)
                // an address or a date of download above the text
                .Where(s => !s.StartsWith("http", StringComparison.Ordinal));
            yield return (new Article { Id = name, Text = string.Join("\n\n", sentences) }, name.Split('_')[0] + (name.EndsWith("plus", StringComparison.Ordinal) ? "+" : ""));
        }
    }

    /// <summary>A sentence of tokens with blanks where they are usual.</summary>
    private static string Written(IEnumerable<string> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (text.Length > 0 && token is not ("," or "." or ";" or ":" or "?" or "!" or ")" or "'s" or "n't") && text[^1] is not ('(' or '$')) text.Append(' ');
            text.Append(token);
        }

        return text.ToString();
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

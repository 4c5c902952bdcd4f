using System.Globalization;
using System.Text.Json;
using Hearsay.Text;

namespace Hearsay.Lab.Times;

/// <summary>The times of the stories with gold, on the raw reports with their true dates of publication: what furniture says is not counted.</summary>
internal static class GoldStories
{
    /// <summary>The names of the gold files and where their reports are.</summary>
    public static readonly (string Name, string Folder)[] All = [("kursk", "seeds"), ("indictment", "stories/indictment"), ("subway", "stories/subway"), ("snow", "stories/snow")];

    public static IEnumerable<TimedDocument> Read(string root, string name, string folder)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "gold", name + ".json")));
        foreach (var report in gold.RootElement.GetProperty("reports").EnumerateArray())
        {
            var id = report.GetProperty("id").GetString()!;
            var raw = File.ReadAllText(Path.Combine(root, folder, report.GetProperty("file").GetString()!));
            if (raw.StartsWith('{'))
            {
                using var page = JsonDocument.Parse(raw);
                raw = page.RootElement.GetProperty("title").GetString() + "\n\n" + page.RootElement.GetProperty("text").GetString();
            }

            var times = gold.RootElement.GetProperty("times").EnumerateArray().Where(t => t.GetProperty("report").GetString() == id)
                .Select(t => new GoldTime(Span(raw, t.GetProperty("span")), t.GetProperty("value").GetString())).ToList();
            var outside = report.GetProperty("boilerplate").EnumerateArray().Select(b => Span(raw, b.GetProperty("span"))).ToList();
            var published = DateOnly.ParseExact(report.GetProperty("published").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return new TimedDocument(id, raw, published, times, outside);
        }
    }

    /// <summary>Code points to UTF-16.</summary>
    private static TextSpan Span(string raw, JsonElement span)
    {
        var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
        var (at, points, from) = (0, 0, 0);
        for (; points < end; points++)
        {
            if (points == start) from = at;
            at += char.IsHighSurrogate(raw[at]) ? 2 : 1;
        }

        return TextSpan.Between(from, at);
    }
}

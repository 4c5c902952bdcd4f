using System.Globalization;
using System.Text.Json;

namespace Hearsay.Lab.Times;

/// <summary>
/// The times of the stories with gold, on the raw reports with their true dates of publication: what furniture says is not counted.
/// </summary>
internal static class GoldStories
{
    public static IEnumerable<TimedDocument> Read(string root, string name, string folder)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "gold", name + ".json")));
        foreach (var report in gold.RootElement.GetProperty("reports").EnumerateArray())
        {
            var id = report.GetProperty("id").GetString()!;
            var raw = GoldFiles.RawText(Path.Combine(root, folder, report.GetProperty("file").GetString()!));
            var offsets = GoldFiles.Offsets(raw);
            var times = gold.RootElement.GetProperty("times").EnumerateArray().Where(t => t.GetProperty("report").GetString() == id)
                .Select(t => new GoldTime(GoldFiles.Span(t.GetProperty("span"), offsets), t.GetProperty("value").GetString())).ToList();
            var outside = report.GetProperty("boilerplate").EnumerateArray().Select(b => GoldFiles.Span(b.GetProperty("span"), offsets)).ToList();
            var published = DateOnly.ParseExact(report.GetProperty("published").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return new TimedDocument(id, raw, published, times, outside);
        }
    }
}

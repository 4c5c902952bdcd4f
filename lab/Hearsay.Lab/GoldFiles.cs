using System.Text;
using System.Text.Json;
using Hearsay.Text;

namespace Hearsay.Lab;

/// <summary>A story that is annotated from end to end: its gold file (schema in gold/SCHEMA.md) and the folder of its reports.</summary>
internal sealed record GoldFiles(string Name, string Folder)
{
    /// <summary>Every story that has complete gold.</summary>
    public static readonly GoldFiles[] All =
    [
        new("kursk", "seeds"), new("indictment", "stories/indictment"), new("subway", "stories/subway"), new("snow", "stories/snow"),
    ];

    /// <summary>The gold file, from the root of the data.</summary>
    public string Gold => $"gold/{Name}.json";

    /// <summary>What the folder of the reports is called.</summary>
    public string ReportsName => Path.GetFileName(Folder);

    /// <summary>The text that the spans of the gold point into: the file as it stands, or title, empty line and text of a JSON report.</summary>
    public static string RawText(string path)
    {
        var raw = File.ReadAllText(path, new UTF8Encoding(false));
        if (!path.EndsWith(".json", StringComparison.Ordinal)) return raw;
        using var json = JsonDocument.Parse(raw);
        return json.RootElement.GetProperty("title").GetString() + "\n\n" + json.RootElement.GetProperty("text").GetString();
    }

    /// <summary>The raw text of a report of the gold with everything but its body blanked, so that offsets stay.</summary>
    public static string Body(JsonElement report, string raw, int[] offsets)
    {
        var text = raw.ToCharArray();
        foreach (var furniture in report.GetProperty("boilerplate").EnumerateArray())
        {
            var span = Span(furniture.GetProperty("span"), offsets);
            Array.Fill(text, '\n', span.Start, span.Length);
        }
        return new string(text);
    }

    /// <summary>For every code point of the text, and for its end, the UTF-16 offset.</summary>
    public static int[] Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            offsets.Add(at);
            at += rune.Utf16SequenceLength;
        }
        offsets.Add(at);
        return [.. offsets];
    }

    /// <summary>A span of the gold in UTF-16 offsets.</summary>
    public static TextSpan Span(JsonElement span, int[] offsets) =>
        TextSpan.Between(offsets[span.GetProperty("start").GetInt32()], offsets[span.GetProperty("end").GetInt32()]);
}

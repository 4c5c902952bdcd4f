using System.Text;
using System.Text.Json;
using Hearsay.Text;

namespace Hearsay.Lab.Attributions;

/// <summary>An attribution of the annotated stories, offsets in UTF-16 code units of its report.</summary>
internal sealed record GoldSaying(string Kind, TextSpan? Source, TextSpan? Cue, TextSpan[] Content, string? Speaker, string? Response);

/// <summary>One report of an annotated story: its text with everything but the body blanked, so that offsets stay.</summary>
internal sealed record GoldReport(string Id, string Text, IReadOnlyList<GoldSaying> Sayings);

/// <summary>Reads the attributions of gold/NAME.json (schema in gold/SCHEMA.md).</summary>
internal static class GoldStory
{
    public static IEnumerable<GoldReport> Read(string goldFile, string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(goldFile));
        foreach (var report in document.RootElement.GetProperty("reports").EnumerateArray())
        {
            var raw = Raw(Path.Combine(folder, report.GetProperty("file").GetString()!));
            var offsets = Offsets(raw);
            var text = new StringBuilder(raw);
            foreach (var boilerplate in report.GetProperty("boilerplate").EnumerateArray())
            {
                var span = Span(boilerplate.GetProperty("span"), offsets)!.Value;
                for (var i = span.Start; i < span.End; i++) text[i] = '\n';
            }
            var id = report.GetProperty("id").GetString()!;
            var sayings = document.RootElement.GetProperty("attributions").EnumerateArray().Where(a => a.GetProperty("report").GetString() == id).Select(a => Saying(a, offsets));
            yield return new GoldReport(id, text.ToString(), [.. sayings]);
        }
    }

    private static GoldSaying Saying(JsonElement a, int[] offsets) => new(
        a.GetProperty("kind").GetString()!, Span(a.GetProperty("source"), offsets), Span(a.GetProperty("cue"), offsets),
        [.. a.GetProperty("content").EnumerateArray().Select(c => Span(c, offsets)!.Value)], a.GetProperty("speaker").GetString(), a.GetProperty("response").GetString());

    private static TextSpan? Span(JsonElement span, int[] offsets) =>
        span.ValueKind == JsonValueKind.Null ? null : TextSpan.Between(offsets[span.GetProperty("start").GetInt32()], offsets[span.GetProperty("end").GetInt32()]);

    private static string Raw(string path)
    {
        var raw = File.ReadAllText(path);
        if (!path.EndsWith(".json", StringComparison.Ordinal)) return raw;
        using var json = JsonDocument.Parse(raw);
        return json.RootElement.GetProperty("title").GetString() + "\n\n" + json.RootElement.GetProperty("text").GetString();
    }

    private static int[] Offsets(string text)
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
}

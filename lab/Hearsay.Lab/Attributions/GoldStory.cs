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
            var raw = GoldFiles.RawText(Path.Combine(folder, report.GetProperty("file").GetString()!));
            var offsets = GoldFiles.Offsets(raw);
            var id = report.GetProperty("id").GetString()!;
            var sayings = document
                .RootElement.GetProperty("attributions")
                .EnumerateArray()
                .Where(a => a.GetProperty("report").GetString() == id)
                .Select(a => Saying(a, offsets));
            yield return new GoldReport(id, GoldFiles.Body(report, raw, offsets), [.. sayings]);
        }
    }

    private static GoldSaying Saying(JsonElement a, int[] offsets) => new(
        a.GetProperty("kind").GetString()!, Span(a.GetProperty("source"), offsets), Span(a.GetProperty("cue"), offsets),
        [.. a.GetProperty("content").EnumerateArray().Select(c => Span(c, offsets)!.Value)],
        a.GetProperty("speaker").GetString(),
        a.GetProperty("response").GetString()
    );

    private static TextSpan? Span(JsonElement span, int[] offsets) =>
        span.ValueKind == JsonValueKind.Null ? null : GoldFiles.Span(span, offsets);
}

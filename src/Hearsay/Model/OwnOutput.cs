using System.Text.Json;

namespace Hearsay.Model;

/// <summary>
/// The marks by which Hearsay knows what it wrote itself: a briefing read as a report would count as one more origin of what it sums up. Every form
/// of a briefing bears one.
/// </summary>
internal static class OwnOutput
{
    /// <summary>What the meta element "generator" of an own page says.</summary>
    public const string Generator = "Hearsay";

    /// <summary>What stands at the end of a briefing in Markdown.</summary>
    public const string MarkdownMark = "<!-- generator: Hearsay -->";

    /// <summary>Why an own page is no report.</summary>
    public const string Refusal = "a briefing of Hearsay's own, no report";

    private const string TerminalMark = "\n── What happened ──";

    /// <summary>True for a briefing as a terminal page or in Markdown.</summary>
    public static bool IsText(string text) =>
        text.Contains(MarkdownMark, StringComparison.Ordinal) || text.Contains(TerminalMark, StringComparison.Ordinal);

    /// <summary>True for a briefing in JSON.</summary>
    public static bool IsJson(JsonElement record) =>
        record.TryGetProperty("schemaVersion", out _) && record.TryGetProperty("stories", out _) && record.TryGetProperty("articles", out _);
}

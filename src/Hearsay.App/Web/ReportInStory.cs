using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Stories;
using Hearsay.Briefings;

namespace Hearsay.App.Web;

/// <summary>
/// What a story's briefing knows of one of its reports: what it has in common with the others.
/// </summary>
/// <param name="Reasons">Why it stands in the story, a sentence each.</param>
public sealed record ReportInStory(ImmutableArray<string> Reasons)
{
    private const int LongestClaim = 140;

    /// <summary>Out of a kept briefing; null where it does not tell of the report.</summary>
    public static ReportInStory? Of(string json, string articleId)
    {
        using var document = JsonDocument.Parse(json);
        var articles = document.RootElement.GetProperty("articles").EnumerateArray().ToList();
        var article = articles.Find(a => a.GetProperty("id").GetString() == articleId);
        if (
            article.ValueKind != JsonValueKind.Object
            || document.RootElement.GetProperty("stories").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } story
        )
            return null;
        var outlets = articles.ToDictionary(
            a => a.GetProperty("id").GetString()!,
            a => a.GetProperty("outlet").GetString() is { } outlet ? OutletName.Readable(outlet) : "another report",
            StringComparer.Ordinal
        );
        return new ReportInStory(
            [.. Claims(story, articleId), .. Passages(story, articleId, outlets), .. Common(story)]
        );
    }

    private static IEnumerable<string> Claims(JsonElement story, string articleId)
    {
        var shared = ClaimShelf.Printed(story)
            .Select(c =>
                (
                    Text: c.GetProperty("text").GetString()!,
                    By: c.GetProperty("support")
                        .EnumerateArray()
                        .Select(s => s.GetProperty("articleId").GetString())
                        .ToHashSet(StringComparer.Ordinal)
                )
            )
            .Where(c => c.By.Contains(articleId) && c.By.Count > 1).OrderByDescending(c => c.By.Count).ToList();
        if (shared.Count == 0) yield break;
        var best =
            shared[0].Text.Length <= LongestClaim
                ? shared[0].Text
                : shared[0].Text[..(shared[0].Text.LastIndexOf(' ', LongestClaim) is > 0 and var end ? end : LongestClaim)] + " …";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"It says {Shown.Count(shared.Count, "thing")} that other reports of the story say too, one of them in {Shown.Count(shared[0].By.Count, "report")}: “{best}”"
        );
    }

    private static IEnumerable<string> Passages(JsonElement story, string articleId, Dictionary<string, string> outlets)
    {
        var partners = story
            .GetProperty("sharedPassages")
            .EnumerateArray()
            .Select(p =>
                p.GetProperty("spans")
                    .EnumerateArray()
                    .Select(s => (Id: s.GetProperty("articleId").GetString()!, Length: s.GetProperty("length").GetInt32()))
                    .ToList()
            )
            .Where(spans => spans.Any(s => s.Id == articleId)).SelectMany(spans => spans.Where(s => s.Id != articleId).Take(1))
            .GroupBy(s => s.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(s => s.Length))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(3)
            .ToList();
        if (partners.Count > 0)
            yield return $"It shares wording with {string.Join(", ", partners.Select(g => string.Create(CultureInfo.InvariantCulture, $"{outlets.GetValueOrDefault(g.Key)} ({g.Sum(s => s.Length):N0} characters)")))}.";
    }

    private static IEnumerable<string> Common(JsonElement story) =>
        story.GetProperty("why").EnumerateArray().Select(w => w.GetString()).OfType<string>();
}

using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>What several reports quote: the fullest wording, and what each outlet made of it.</summary>
internal static class QuoteSection
{
    private const int Most = 12;

    public static BriefingSection Write(StoryIndex index) => new(Phrases.Quotes, [.. Groups(index).Select(g => Write(index, g))]);

    /// <summary>The quotes in the order of the page: those that most reports have first.</summary>
    public static IEnumerable<QuoteGroup> Groups(StoryIndex index) =>
        index.Findings.QuoteGroups.Where(g => !g.Variants.IsEmpty)
            .Select((g, i) => (Group: g, Place: i))
            .OrderByDescending(x => x.Group.Variants.Select(v => v.Span.ArticleId).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(x => x.Group.Variants.Length)
            .ThenBy(x => x.Place)
            .Select(x => x.Group).Take(Most);

    /// <summary>The fullest wording without the quotation marks around it and the comma before them.</summary>
    public static string Words(QuoteGroup group) => Bare(group.Canonical);

    /// <summary>A quote without the marks around it.</summary>
    public static string Bare(string quote) => quote.Trim().Trim('“', '”', '"', ' ').TrimEnd(',', ' ');

    private static BriefingSentence Write(StoryIndex index, QuoteGroup group)
    {
        var kinds = group
            .Variants.GroupBy(v => v.Alteration)
            .OrderBy(g => g.Key)
            .Select(g => $"{Phrases.Of(g.Key)}: {string.Join(", ", index.OutletsOf(g.Select(v => v.Span.ArticleId)))}");
        return new BriefingSentence($"{Phrases.SpeakersOf(group)}: “{Words(group)}”", [.. group.Variants.Select(v => v.Span)])
        {
            Label = group.Speaker, Note = string.Join("; ", kinds),
        };
    }
}

using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>What several reports quote: the fullest wording, and what each outlet made of it.</summary>
internal static class QuoteSection
{
    private const int Most = 12;

    public static BriefingSection Write(StoryIndex index) => new(SectionKind.Quotes, [.. Groups(index).Select(x => Write(index, x.Group) with { Finding = IdOf(x.Place) })]);

    /// <summary>The quotes that the section's sentences tell, in its order.</summary>
    public static IEnumerable<QuoteGroup> Told(StoryIndex index, BriefingSection section) =>
        section.Sentences.Select(s => index.Findings.QuoteGroups.Where((_, place) => IdOf(place) == s.Finding)).SelectMany(g => g);

    /// <summary>What the quote group at this place among the findings is called.</summary>
    public static string IdOf(int place) => "q" + (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The quotes in the order of the page: those that most reports have first.</summary>
    private static IEnumerable<(QuoteGroup Group, int Place)> Groups(StoryIndex index) =>
        index.Findings.QuoteGroups.Select((g, i) => (Group: g, Place: i)).Where(x => !x.Group.Variants.IsEmpty)
            .OrderByDescending(x => x.Group.Variants.Select(v => v.Span.ArticleId).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(x => x.Group.Variants.Length)
            .ThenBy(x => x.Place)
            .Take(Most);

    /// <summary>The fullest wording without the quotation marks around it and the comma before them.</summary>
    public static string Words(QuoteGroup group) => Bare(group.Canonical);

    /// <summary>A quote without the marks around it.</summary>
    public static string Bare(string quote) => quote.Trim().Trim('“', '”', '"', ' ').TrimEnd(',', ' ');

    /// <summary>The fullest wording, and which outlet did what to it.</summary>
    public static BriefingSentence Write(StoryIndex index, QuoteGroup group)
    {
        var kinds = group
            .Variants.GroupBy(v => v.Alteration)
            .OrderBy(g => g.Key)
            .Select(g => $"{Phrases.Of(g.Key)}: {string.Join(", ", index.OutletsOf(g.Select(v => v.Span.ArticleId)))}");
        return new BriefingSentence($"“{Words(group)}”", [.. group.Variants.Select(v => v.Span)])
        {
            Label = group.Speaker, Note = string.Join("; ", group.OtherSpeakers.IsEmpty ? kinds : kinds.Prepend(Phrases.OthersName(group))),
        };
    }
}

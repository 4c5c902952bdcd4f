using Hearsay.Briefings.Sections;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Html;

/// <summary>What several reports quote: the fullest wording, and under it each report's own with the altered words marked.</summary>
internal static class HtmlQuotes
{
    private const int MostNamed = 6;

    public static Html Write(StoryPage page, BriefingSection section) => Html.Of($"""
        <p class="support key"><del>struck out</del>: in the fullest wording, not in this one. <ins>underlined</ins>: only in this one. <span class="away">…</span>: the quote goes on.</p>
        {QuoteSection.Told(page.Index, section).Select(g => Quote(page, g))}
        """);

    private static Html Quote(StoryPage page, QuoteGroup group) => Quote(page, group, page.Permanent("q", group.Canonical));

    private static Html Quote(StoryPage page, QuoteGroup group, (Html Id, Html Link) permanent) => Html.Of($"""
        <figure class="quote"{permanent.Id}><blockquote><p>“{QuoteSection.Words(
            group
        )}”{permanent.Link}</p></blockquote><figcaption>{Phrases.SpeakersOf(group)}</figcaption>
        <ul class="variants">{InFull(page, group)}{Altered(group).Select(v => Variant(page, group, v))}</ul></figure>
        """);

    /// <summary>Several reports with the fullest wording are one line; one alone is told as the others are.</summary>
    private static Html InFull(StoryPage page, QuoteGroup group)
    {
        var full = group.Variants.Where(v => v.Alteration is Alteration.None).ToList();
        if (full.Count < 2) return Html.None;
        var outlets = full.Select(v => page.Index.OutletOf(v.Span.ArticleId)).Distinct(StringComparer.Ordinal).ToList();
        var names = outlets.Count <= MostNamed ? outlets : [.. outlets.Take(MostNamed - 1), $"{outlets.Count - MostNamed + 1} more"];
        var cites = HtmlCitations.Of(page, [.. full.Select(v => v.Span)]);
        return Html.Of(
            $"""<li class="s pop"><p class="who"><b>{Phrases.List(names)}</b> {cites.Numbers} <span class="state">{Phrases.Of(Alteration.None)}</span></p>{cites.Notes}</li>"""
        );
    }

    private static IEnumerable<QuoteVariant> Altered(QuoteGroup group) =>
        group.Variants.Count(v => v.Alteration is Alteration.None) < 2
            ? group.Variants
            : group.Variants.Where(v => v.Alteration is not Alteration.None);

    private static Html Variant(StoryPage page, QuoteGroup group, QuoteVariant variant)
    {
        var cites = HtmlCitations.Of(page, [variant.Span]);
        var wording = variant.Span.Span.Of(page.Index.ReportOf(variant.Span.ArticleId).Article.Text);
        var words = variant.Alteration switch
        {
            Alteration.None => Html.None,
            Alteration.Unquoted => Html.Of($"""<p class="wording">{wording}</p>"""),
            _ => Html.Of($"""<p class="wording">{QuoteDifference.Of(QuoteSection.Words(group), QuoteSection.Bare(wording)).Select(Edited)}</p>"""),
        };
        return Html.Of($"""
            <li class="s pop"><p class="who"><b>{page.Index.OutletOf(variant.Span.ArticleId)}</b> {cites.Numbers} <span class="state">{Phrases.Of(
                variant.Alteration
            )}</span></p>{words}{cites.Notes}</li>
            """);
    }

    private static Html Edited(EditedWords part) => part.Edit switch
    {
        Edit.Cut => Html.Of($"<del>{part.Words}</del> "),
        Edit.Added => Html.Of($"<ins>{part.Words}</ins> "),
        Edit.Outside => new("""<span class="away">…</span> """),
        _ => Html.Of($"{part.Words} "),
    };
}

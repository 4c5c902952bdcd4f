using Hearsay.Briefings.Sections;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Html;

/// <summary>What several reports quote: the fullest wording, and under it each report's own with the altered words marked.</summary>
internal static class HtmlQuotes
{
    public static Html Write(StoryPage page) => Html.Of($"""
        <p class="support key"><del>struck out</del>: in the fullest wording, not in this one. <ins>underlined</ins>: only in this one. <span class="away">…</span>: the quote goes on.</p>
        {QuoteSection.Groups(page.Index).Select(g => Quote(page, g))}
        """);

    private static Html Quote(StoryPage page, QuoteGroup group) => Quote(page, group, page.Permanent("q", group.Canonical));

    private static Html Quote(StoryPage page, QuoteGroup group, (Html Id, Html Link) permanent) => Html.Of($"""
        <figure class="quote"{permanent.Id}><blockquote><p>“{QuoteSection.Words(group)}”{permanent.Link}</p></blockquote><figcaption>{group.Speaker ?? Phrases.Somebody}</figcaption>
        <ul class="variants">{group.Variants.Select(v => Variant(page, group, v))}</ul></figure>
        """);

    private static Html Variant(StoryPage page, QuoteGroup group, QuoteVariant variant)
    {
        var cites = HtmlCitations.Of(page, [variant.Span]);
        var wording = variant.Span.Span.Of(page.Index.ReportOf(variant.Span.ArticleId).Article.Text);
        var words = variant.Alteration is Alteration.None ? Html.None : Html.Of($"""<p class="wording">{QuoteDifference.Of(QuoteSection.Words(group), QuoteSection.Bare(wording)).Select(Edited)}</p>""");
        return Html.Of($"""
            <li class="s pop"><p class="who"><b>{page.Index.OutletOf(variant.Span.ArticleId)}</b> {cites.Numbers} <span class="state">{Phrases.Of(variant.Alteration)}</span></p>{words}{cites.Notes}</li>
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

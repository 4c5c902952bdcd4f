using Hearsay.Briefings.Sections;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Terminal;

/// <summary>Quotes: the fullest wording, then what each report made of it, words cut and added marked.</summary>
internal static class TerminalQuotes
{
    public static void Write(TerminalPage page, StoryIndex index, BriefingSection section)
    {
        page.Paragraph("  ", new Run("[-cut-] and {+added+} are against the fullest wording.", Style.Dim));
        foreach (var group in QuoteSection.Told(index, section))
        {
            page.Line();
            page.Paragraph("  ", new Run(Phrases.SpeakersOf(group), Style.Bold), new Run($" “{QuoteSection.Words(group)}”"));
            foreach (var variant in group.Variants)
            {
                WriteVariant(page, index, group, variant);
            }
        }
    }

    private static void WriteVariant(TerminalPage page, StoryIndex index, QuoteGroup group, QuoteVariant variant)
    {
        var runs = new List<Run>
        {
            new(index.OutletOf(variant.Span.ArticleId)),
            TerminalBriefing.Cites(index, [variant.Span]),
            new($" {Phrases.Of(variant.Alteration)}", Style.Notice),
        };
        if (variant.Alteration is not Alteration.None)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + ":" };
            var wording = variant.Span.Span.Of(index.ReportOf(variant.Span.ArticleId).Article.Text);
            runs.AddRange(variant.Alteration is Alteration.Unquoted ? [new Run($" {wording}")] : Differences(group, wording));
        }

        page.Paragraph("    – ", [.. runs]);
    }

    private static IEnumerable<Run> Differences(QuoteGroup group, string wording) =>
        QuoteDifference.Of(QuoteSection.Words(group), QuoteSection.Bare(wording)).Select(e => e.Edit switch
        {
            Edit.Cut => new Run($" [-{e.Words}-]", Style.Bad),
            Edit.Added => new Run($" {{+{e.Words}+}}", Style.Good),
            Edit.Outside => new Run(" …", Style.Dim),
            _ => new Run($" {e.Words}"),
        });
}

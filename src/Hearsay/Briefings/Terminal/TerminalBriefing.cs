using Hearsay.Briefings.Sections;
using Hearsay.Model;

namespace Hearsay.Briefings.Terminal;

// A briefing document in, a page for a terminal of 80 columns out, with colour or without.
// Method: sections one after the other as BriefingWriter has them; figures and quotes are drawn from the findings, since a small chart and the
// marked words say more than a sentence. "[2¶5]" is paragraph 5 of report 2; the reports are listed at the end. Nothing is told by colour alone.
// Text of others is stripped of control characters first: a report cannot move the cursor or turn the writing direction around.
// Known limits: widths of characters by block, not by font; one story's page is long.

/// <summary>Writes a briefing document for a terminal.</summary>
public static class TerminalBriefing
{
    private const int MostCitations = 8;
    private const int DateColumn = 20;

    /// <summary>
    /// The document, no line wider than 80 columns. With <paramref name="colour"/>, ANSI escape sequences mark what the words say anyway.
    /// </summary>
    public static string Write(BriefingDocument document, bool colour)
    {
        var page = new TerminalPage(colour);
        foreach (var (briefing, place) in document.Stories.Select((b, i) => (b, i)))
        {
            if (place > 0)
            {
                page.Line();
                page.Line();
            }

            WriteStory(page, briefing, document.Stories.Length > 1 ? $"Story {place + 1} of {document.Stories.Length}" : null);
        }

        if (document.Stories.IsEmpty)
        {
            page.Line(new Run(Phrases.NothingRead, Style.Bold));
        }

        WriteFailures(page, document);
        return page.ToString();
    }

    /// <summary>The citations of a sentence: "[1¶2][3¶1]", the first few.</summary>
    internal static Run Cites(StoryIndex index, IEnumerable<Citation> citations)
    {
        var marks = citations.Select(c => $"[{index.NumberOf(c.ArticleId)}¶{index.ParagraphOf(c)}]").Distinct(StringComparer.Ordinal).ToList();
        var more = marks.Count > MostCitations ? $" and {marks.Count - MostCitations} more" : "";
        return new Run(" " + string.Concat(marks.Take(MostCitations)) + more, Style.Link);
    }

    private static void WriteStory(TerminalPage page, StoryBriefing briefing, string? kicker)
    {
        var index = new StoryIndex(briefing);
        if (kicker is not null)
        {
            page.Line(new Run(kicker, Style.Dim));
        }

        page.Paragraph("", new Run(briefing.Story.Title, Style.Bold));
        if (briefing.Length > BriefingLength.Short) page.Paragraph("", new Run(Masthead.Of(index), Style.Dim));
        if (briefing.Length > BriefingLength.Short && Masthead.Thread(briefing) is { } thread) page.Paragraph("", new Run(thread, Style.Dim));
        foreach (var section in briefing.Sections)
        {
            page.Line();
            if (briefing.Length > BriefingLength.Short) page.Line(new Run($"── {section.Heading} ".PadRight(TerminalPage.Width, '─'), Style.Bold));
            if (briefing.Length > BriefingLength.Short) page.Line();
            WriteSection(page, section, index, briefing.Length);
        }

        WriteReports(page, index, briefing);
    }

    private static void WriteSection(TerminalPage page, BriefingSection section, StoryIndex index, BriefingLength length)
    {
        switch (section.Kind)
        {
            case SectionKind.Figures:
                TerminalFigures.Write(page, index, section);
                break;
            case SectionKind.Disputed:
                TerminalFigures.Write(page, index, section);
                WriteSentences(page, FigureSection.Others(index, section), index);
                break;
            case SectionKind.Quotes when length == BriefingLength.Full:
                TerminalQuotes.Write(page, index, section);
                break;
            case SectionKind.Timeline:
                WriteTimeline(page, section, index);
                break;
            default:
                WriteSentences(page, section, index);
                break;
        }
    }

    private static void WriteSentences(TerminalPage page, BriefingSection section, StoryIndex index)
    {
        string? label = null;
        foreach (var sentence in section.Sentences)
        {
            var heading = sentence.Label ?? (section.Kind == SectionKind.Who ? Phrases.OwnVoice : null);
            if (heading is { } next && next != label)
            {
                if (label is not null)
                {
                    page.Line();
                }

                page.Paragraph("  ", new Run(next, Style.Bold));
                label = next;
            }

            var note = sentence.Note is { } n ? $" ({n})" : "";
            page.Paragraph(
                heading is null ? "  • " : "    ",
                new Run(sentence.Text),
                new Run(note, Style.Dim),
                Cites(index, sentence.Citations)
            );
        }
    }

    private static void WriteTimeline(TerminalPage page, BriefingSection section, StoryIndex index)
    {
        string? label = null;
        foreach (var sentence in section.Sentences)
        {
            var date = PlainText.OneLine(sentence.Label == label ? "" : sentence.Label ?? "");
            var wide = PlainText.Columns(date);
            var first = "  " + date + new string(' ', Math.Max(1, DateColumn - 2 - wide));
            page.Paragraph([new Run(first, Style.Bold)], PlainText.Columns(first), [new Run(sentence.Text), Cites(index, sentence.Citations)]);
            label = sentence.Label;
        }
    }

    private static void WriteReports(TerminalPage page, StoryIndex index, StoryBriefing briefing)
    {
        var length = briefing.Length;
        page.Line();
        if (length == BriefingLength.Short)
        {
            var cited = briefing.Sections.SelectMany(s => s.Sentences).SelectMany(s => s.Citations).Select(c => c.ArticleId).ToHashSet(StringComparer.Ordinal);
            page.Paragraph("  ", new Run(string.Join("  ", index.Story.Reports.Where(r => cited.Contains(r.Article.Id)).Select(r => $"[{index.NumberOf(r.Article.Id)}] {index.OutletOf(r.Article.Id)}")), Style.Dim));
            return;
        }

        page.Line(new Run("── Reports ".PadRight(TerminalPage.Width, '─'), Style.Bold));
        page.Line();
        if (length == BriefingLength.Full) page.Paragraph("  ", new Run("[2¶5] above is paragraph 5 of report 2.", Style.Dim));
        foreach (var article in index.Story.Reports.Select(r => r.Article))
        {
            var date = article.Published.Value is { } value ? Phrases.Date(value) : "no date known";
            var title = length == BriefingLength.Full && article.Headline is { } headline ? $", “{headline}”" : "";
            var place = length == BriefingLength.Full ? $" {article.Url ?? article.Path}" : "";
            page.Paragraph(
                [new Run($"  [{index.NumberOf(article.Id)}] ", Style.Link)], 5 + $"{index.NumberOf(article.Id)}".Length,
                [new Run(index.OutletOf(article.Id), Style.Bold), new Run($", {date}{title}"), new Run(place, Style.Dim)]
            );
        }
    }

    private static void WriteFailures(TerminalPage page, BriefingDocument document)
    {
        if (document.Failures.IsEmpty)
        {
            return;
        }

        page.Line();
        page.Line(new Run("── Could not be read ".PadRight(TerminalPage.Width, '─'), Style.Bold));
        page.Line();
        foreach (var failure in document.Failures)
        {
            page.Paragraph("  • ", new Run(failure.Path, Style.Bold), new Run($": {failure.Reason}"));
        }
    }
}

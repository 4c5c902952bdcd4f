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
        page.Paragraph("", new Run(Masthead.Of(index), Style.Dim));
        foreach (var section in briefing.Sections)
        {
            page.Line();
            page.Line(new Run($"── {section.Heading} ".PadRight(TerminalPage.Width, '─'), Style.Bold));
            page.Line();
            WriteSection(page, section, index);
        }

        WriteReports(page, index);
    }

    private static void WriteSection(TerminalPage page, BriefingSection section, StoryIndex index)
    {
        switch (section.Heading)
        {
            case Phrases.Figures:
                TerminalFigures.Write(page, index);
                break;
            case Phrases.Quotes:
                TerminalQuotes.Write(page, index);
                break;
            case Phrases.Timeline:
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
            if (sentence.Label is { } next && next != label)
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
                sentence.Label is null ? "  • " : "    ",
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

    private static void WriteReports(TerminalPage page, StoryIndex index)
    {
        page.Line();
        page.Line(new Run("── Reports ".PadRight(TerminalPage.Width, '─'), Style.Bold));
        page.Line();
        page.Paragraph("  ", new Run("[2¶5] above is paragraph 5 of report 2.", Style.Dim));
        foreach (var article in index.Story.Reports.Select(r => r.Article))
        {
            var date = article.Published.Value is { } value ? Phrases.Date(value) : "no date known";
            var title = article.Headline is { } headline ? $", “{headline}”" : "";
            page.Paragraph(
                [new Run($"  [{index.NumberOf(article.Id)}] ", Style.Link)], 5 + $"{index.NumberOf(article.Id)}".Length,
                [new Run(index.OutletOf(article.Id), Style.Bold), new Run($", {date}{title}"), new Run($" {article.Url ?? article.Path}", Style.Dim)]
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

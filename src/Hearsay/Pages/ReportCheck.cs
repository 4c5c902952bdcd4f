namespace Hearsay.Pages;

/// <summary>
/// A page's text in, why it is no report out. Method: a report tells in sentences. A paragraph is told from a line of a list by its end mark or its
/// length; where no paragraph tells anything, or many lines stand beside few that do (links, a programme, a table of results), there is no report.
/// Limit: a list whose every entry is a sentence is read.
/// </summary>
internal static class ReportCheck
{
    private const int FewestWords = 4;
    private const int LongParagraph = 15;
    private const int ManyLines = 8;

    /// <summary>How many words lines may have for every word of a paragraph.</summary>
    private const int MostOfLines = 4;

    /// <summary>The reason, in words for a person; null for a report.</summary>
    public static string? Refusal(IReadOnlyList<string> paragraphs)
    {
        var (told, lines, listed) = (0, 0, 0);
        foreach (var paragraph in paragraphs)
        {
            var words = FurnitureSorter.Words(paragraph);
            if (words >= LongParagraph || (words >= FewestWords && CleanText.EndsWithMark(paragraph))) told += words;
            else (lines, listed) = (lines + 1, listed + words);
        }
        if (told == 0) return lines >= ManyLines ? "no report on the page: it is a list of short lines" : "no report on the page: it holds no whole sentence";
        return lines >= ManyLines && listed > MostOfLines * told ? "no report on the page: it is a list of short lines" : null;
    }
}

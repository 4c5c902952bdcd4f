using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Html;

/// <summary>The citations of one sentence: the numbers in the text and the notes that they call up.</summary>
internal readonly record struct HtmlCitations(Html Numbers, Html Notes)
{
    /// <summary>Reports cited one by one; page.css has a rule for each place.</summary>
    private const int Most = 8;
    private const int MostSentences = 2;
    private const int LongestSentence = 600;
    private const int FewNotes = 1;
    private const int ShortSentence = 200;

    /// <summary>Notes that stand in the margin of a wide page; page.css has a rule for each.</summary>
    private const int InMargin = 2;

    /// <summary>How much before the cited words the margin shows, in characters.</summary>
    private const int LeadIn = 50;

    /// <summary>For the citations of a sentence that reads <paramref name="text"/>; a note that would only repeat it says so.</summary>
    public static HtmlCitations Of(StoryPage page, ImmutableArray<Citation> citations, string text = "")
    {
        var reports = citations
            .GroupBy(c => c.ArticleId, StringComparer.Ordinal)
            .Select(g => (Article: g.Key, Citations: g.ToList(), Note: page.NextNote()))
            .ToList();
        var shown = reports.Take(Most).ToList();
        // a story of very many sentences would weigh more in notes than in words: the source is a click away where it has a page
        var (noted, longest) = page.NotesAreLight ? (shown.Count, LongestSentence) : (Math.Min(shown.Count, FewNotes), ShortSentence);
        var numbers = shown.Select(
            (r, i) =>
                Html.Of(
                    $"""<a class="c c{i + 1}" href="{page.Place?.Invoke(r.Citations[0]) ?? "#" + r.Note}"{(i < noted ? Html.Of($" aria-describedby=\"{r.Note}\"") : Html.None)}>{page.Index.NumberOf(r.Article)}</a><wbr>"""
                )
        );
        var notes = shown
            .Take(noted)
            .Select((r, i) => Note(page.Index, r.Article, r.Citations, text, Html.Of($"""<li class="n n{i + 1}" id="{r.Note}">"""), longest))
            .ToList()
            .AsEnumerable();
        if (reports.Count > Most)
        {
            var rest = reports.Skip(Most).ToList();
            numbers = numbers.Append(
                Html.Of($"""<a class="c c9" href="#{rest[0].Note}" aria-describedby="{rest[0].Note}">and {rest.Count} more</a>""")
            );
            notes = notes.Append(
                Html.Of(
                    $"""<li class="n n9" id="{rest[0].Note}"><b class="o">Also</b> <span class="q">{string.Join("; ", rest.Select(r => $"{page.Index.NumberOf(r.Article)} {page.Index.OutletOf(r.Article)}"))}</span></li>"""
                )
            );
        }

        if (reports.Count > InMargin) notes = notes.Append(Others(page.Index, [.. reports.Skip(InMargin).Select(r => r.Article)]));
        var list = Html.Of($"""<ul class="notes">{notes.ToList()}</ul>""");
        page.Weigh(list);
        return new HtmlCitations(Html.Of($"""<sup class="cites">{numbers.ToList()}</sup>"""), list);
    }

    /// <summary>The reports whose notes have no room in the margin, by number and outlet.</summary>
    private static Html Others(StoryIndex index, List<string> articles)
    {
        var names = articles.Take(Most).Select(id => Html.Of($"{index.NumberOf(id)} {index.OutletOf(id)}"));
        var more = articles.Count > Most ? Html.Of($" and {articles.Count - Most} more") : Html.None;
        return Html.Of($"""<li class="also">also {names.Select((n, i) => i == 0 ? n : Html.Of($", {n}"))}{more}</li>""");
    }

    /// <summary>The sentence with the words cited marked where they are not all of it.</summary>
    private static Html Note(StoryIndex index, string article, List<Citation> citations, string text, Html open, int longest)
    {
        var sentences = citations
            .Select(c => (Citation: c, Sentence: index.SentenceAround(c)))
            .DistinctBy(x => x.Sentence)
            .Take(MostSentences)
            .ToList();
        var report = index.ReportOf(article).Article;
        var same = sentences.Count == 1 && text.EndsWith(PlainText.OneLine(sentences[0].Sentence.Of(report.Text)), StringComparison.Ordinal);
        var date = Html.Of($""" <span class="d">{(report.Published.Value is { } value ? Phrases.Date(value) : "no date known")}</span>""");
        return Html.Of($"""
            {open}<b class="o">{index.NumberOf(article)} {index.OutletOf(article)}</b>{date}{new Html(
                same ? "<span class=\"q same\">" : "<span class=\"q\">"
            )}{sentences.Select(x => Html.Of($"""<span class="x">{Marked(report.Text, x.Sentence, x.Citation.Span, longest)}</span>"""))}</span></li>
            """);
    }

    private static Html Marked(string text, TextSpan sentence, TextSpan span, int longest)
    {
        if (sentence.Length > longest)
        {
            sentence = span.Length > longest ? new TextSpan(span.Start, longest) : span;
        }

        span = TextSpan.Between(Math.Max(span.Start, sentence.Start), Math.Min(span.End, sentence.End));
        var whole = span.Length >= sentence.Length - 2;
        return whole
            ? Html.Of($"{sentence.Of(text)}")
            : Html.Of($"{Before(text, sentence.Start, span.Start)}<mark>{span.Of(text)}</mark>{Cut(text, span.End, sentence.End)}");
    }

    /// <summary>What stands before the cited words; the far part of a long stretch, which a margin leaves out, by itself.</summary>
    private static Html Before(string text, int start, int end)
    {
        var near = end - start <= LeadIn ? start : text.LastIndexOf(' ', end - LeadIn, end - LeadIn - start) + 1;
        return near <= start ? Cut(text, start, end)
            : Html.Of($"""<span class="far">{Cut(text, start, near)}</span><span class="near">{Cut(text, near, end)}</span>""");
    }

    /// <summary>A stretch with the spaces at its ends, which escaping alone would drop.</summary>
    private static Html Cut(string text, int start, int end)
    {
        var part = text[start..end];
        var (before, after) = (part.Length > 0 && char.IsWhiteSpace(part[0]) ? " " : "", part.Length > 0 && char.IsWhiteSpace(part[^1]) ? " " : "");
        return Html.Of($"{new Html(before)}{part.Trim()}{new Html(after)}");
    }
}

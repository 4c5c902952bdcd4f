using System.Security.Cryptography;
using System.Text;
using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Briefings.Html;

// A briefing document in, one HTML file out that needs nothing else: no script, no font, no picture, no request.
// Method: one function a section, each from the same findings as BriefingWriter's sentences. A citation is a number (of the report) that can be
// focused; the source sentence stands in a note beside the text, in the margin where the page is wide, as a card on hover and focus where not.
// Text of reports goes in through Html.Of, which escapes it; a content-security policy forbids scripts should anything slip through.
// Known limits: a sentence shows the sentences of its first eight reports; a report's own text is not in the page.

/// <summary>Writes a briefing document as an HTML page.</summary>
public static class HtmlBriefing
{
    private static readonly Lazy<string> Style = new(() => "\n" + DataFile.Text("Briefings/Data/page.css").ReplaceLineEndings("\n"));

    /// <summary>The style sheet of the page and of <see cref="Story"/>.</summary>
    public static string StyleSheet => Style.Value;

    /// <summary>
    /// One story without the page around it, for a site that has its reports too: every citation is a link to its words there, every sentence and
    /// claim has an address of its own (an id made from its words, so that it stays while they do), and the ids of sections begin with "story-".
    /// </summary>
    /// <param name="briefing">The story.</param>
    /// <param name="place">The address at which the cited words can be read; of a citation of no words, the report's own.</param>
    public static string Story(StoryBriefing briefing, Func<Citation, string> place) =>
        HtmlStory.Write(new StoryPage(new StoryIndex(briefing), "story", 1) { Place = place }, briefing).Markup;

    /// <summary>The id that a claim with these words has in <see cref="Story"/>.</summary>
    public static string ClaimAnchor(string claim) => "k" + ContentId.Of(claim);

    /// <summary>The whole page.</summary>
    public static string Write(BriefingDocument document)
    {
        var single = document.Stories.Length == 1;
        var title =
            single ? HtmlStory.TitleOf(document.Stories[0])
            : document.Stories.IsEmpty ? Phrases.NothingRead
            : $"{Phrases.Count(document.Stories.Length, "story", "stories")} from {Phrases.Count(document.Reports.Length, "report", "reports")}";
        var body = Html.Of($"""
            <a class="skip" href="#main">Skip to the briefing</a>
            <header class="masthead"><p class="name">Hearsay</p><p class="motto">Every sentence points to the words it came from</p></header>
            <main id="main">
            {(single ? Html.None : Contents(document, title))}
            {document.Stories.Select((s, i) => HtmlStory.Write(s, i + 1, single ? 1 : 2))}
            {Failures(document)}
            </main>
            <footer class="foot"><p>Written by Hearsay from the reports named above. Words in quotation marks, and sentences with a number, are theirs.</p></footer>
            """);
        return Page(title, body);
    }

    private static string Page(string title, Html body)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style.Value)));
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="{OwnOutput.Generator}">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'">
            <title>{title} – Hearsay</title>
            <link rel="icon" href="data:,">
            <style>{new Html(Style.Value)}</style>
            </head>
            <body>
            {body}
            </body>
            </html>

            """).Markup;
    }

    private static Html Contents(BriefingDocument document, string title) => Html.Of($"""
        <h1 class="several">{title}</h1>
        {(document.Stories.IsEmpty ? Html.None : StoryLinks(document))}
        """);

    private static Html StoryLinks(BriefingDocument document) => Html.Of($"""
            <nav class="stories" aria-label="Stories"><ol>{document.Stories.Select(
                (s, i) =>
                    Html.Of(
                        $"""<li><a href="#s{i + 1}">{HtmlStory.TitleOf(s)}</a> <span class="quiet">{Masthead.Of(new StoryIndex(s))}</span></li>"""
                    )
            )}</ol></nav>
        """);

    private static Html Failures(BriefingDocument document) => document.Failures.IsEmpty ? Html.None : Html.Of($"""
        <section class="failures" aria-labelledby="failures"><h2 id="failures">Could not be read</h2>
        <ul>{document.Failures.Select(f => Html.Of($"<li><b>{f.Path}</b>: {f.Reason}</li>"))}</ul></section>
        """);
}

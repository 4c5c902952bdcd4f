using Hearsay.Briefings.Html;
using Hearsay.Model;

namespace Hearsay.Briefings.Mail;

using Html = Hearsay.Briefings.Html.Html;

/// <summary>
/// A briefing document as HTML that mail programs show: no style sheet, no picture, nothing that folds; each sentence with the numbers of the words
/// that it rests on, which stand at the end.
/// </summary>
internal static class MailPage
{
    private const string Look = "font-family: Georgia, serif; line-height: 1.45; max-width: 42em; margin: 1em auto; padding: 0 1em";

    public static string Write(BriefingDocument document)
    {
        var notes = new Footnotes();
        // made first: the notes are numbered in the order of the page
        var stories = document.Stories.Select(s => Story(s, notes)).ToList();
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="generator" content="{OwnOutput.Generator}"></head>
            <body><div style="{Look}">
            {(stories.Count == 0 ? Html.Of($"<h1>{Phrases.NothingRead}</h1>") : Html.None)}{stories}
            {(notes.All.Count == 0 ? Html.None : Words(notes))}
            {Failures(document)}
            </div></body>
            </html>

            """).Markup;
    }

    private static Html Story(StoryBriefing briefing, Footnotes notes)
    {
        var index = new StoryIndex(briefing);
        return Html.Of($"""
            <h1>{HtmlStory.TitleOf(briefing)}</h1>
            <p><i>{Masthead.Of(index)}</i></p>
            {(Masthead.Thread(briefing) is { } thread ? Html.Of($"<p>{thread}</p>") : Html.None)}
            {briefing.Sections.Select(s => Section(s, index, notes))}
            <h2>Reports</h2>
            <ol>{index.Story.Reports.Select(r => Html.Of($"<li>{Report(r.Article, index)}</li>"))}</ol>

            """);
    }

    private static Html Section(BriefingSection section, StoryIndex index, Footnotes notes) => Html.Of($"""
        <h2>{section.Heading}</h2>
        {section.Sentences.Select((s, i) => Sentence(s, i > 0 ? section.Sentences[i - 1].Label : null, index, notes))}

        """);

    private static Html Sentence(BriefingSentence sentence, string? before, StoryIndex index, Footnotes notes)
    {
        var label = sentence.Label is { } next && next != before ? Html.Of($"<h3>{next}</h3>") : Html.None;
        var note = sentence.Note is { } known ? Html.Of($" <small>({known})</small>") : Html.None;
        var numbers = notes.Of(index, sentence).Select(n => Html.Of($"""<a href="#w{n.Number}">{n.Number}</a> """)).ToList();
        return Html.Of($"{label}<p>{sentence.Text}{note} <sup>{numbers}</sup></p>");
    }

    private static Html Words(Footnotes notes) => Html.Of($"""
        <h2>The words that they rest on</h2>
        <ol>{notes.All.Select(n => Html.Of($"""<li id="w{n.Number}">{Linked(n.Outlet, n.Article.Url)}: {n.Words}</li>"""))}</ol>
        """);

    private static Html Report(Article article, StoryIndex index)
    {
        var date = article.Published.Value is { } day ? $", {Phrases.Date(day)}" : "";
        return Html.Of($"{index.OutletOf(article.Id)}: {Linked(HeadlineText.Of(article), article.Url)}{date}");
    }

    private static Html Linked(string words, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? Html.Of($"""<a href="{address.AbsoluteUri}">{words}</a>""")
            : Html.Of($"{words}");

    private static Html Failures(BriefingDocument document) => document.Failures.IsEmpty ? Html.None : Html.Of($"""
        <h2>Could not be read</h2>
        <ul>{document.Failures.Select(f => Html.Of($"<li>{f.Path}: {f.Reason}</li>"))}</ul>
        """);
}

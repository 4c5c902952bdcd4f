namespace Hearsay.Briefings.Html;

/// <summary>The sections made of sentences.</summary>
internal static class HtmlSections
{
    /// <summary>A sentence with its numbers, what is to be known about it, and its notes in the margin.</summary>
    private static Html Sentence(StoryPage page, BriefingSentence sentence, Html before = default)
    {
        var cites = HtmlCitations.Of(page, sentence.Citations, sentence.Text);
        var note = sentence.Note is { } n ? Html.Of($"""<p class="support">{n}</p>""") : Html.None;
        return Html.Of($"""<div class="t">{before}<p>{sentence.Text}{cites.Numbers}</p>{note}</div>{cites.Notes}""");
    }

    public static Html Facts(StoryPage page, BriefingSection section) => Html.Of($"""
        <ol class="facts">{section.Sentences.Select(s => Html.Of($"""<li class="s">{Sentence(page, s)}</li>"""))}</ol>
        """);

    /// <summary>Sentences under the labels they share: a speaker, an outlet.</summary>
    public static Html Labelled(StoryPage page, BriefingSection section) => Html.Join(Grouped(section).Select(g => Html.Of($"""
        <div class="group">{page.Heading(2, page.NextNote(), g.Key)}
        <ul class="said">{g.Select(s => Html.Of($"""<li class="s">{Sentence(page, s with { Note = s.Note is "1 report" ? null : s.Note })}</li>"""))}</ul></div>
        """)));

    public static Html Responses(StoryPage page, BriefingSection section) => Html.Of($"""
        <ul class="responses">{section.Sentences.Select(s => Html.Of($"""
        <li class="s">{Sentence(page, s with { Note = null }, Html.Of($"""<p class="who"><b>{s.Label}</b> <span class="state">{s.Note}</span></p>"""))}</li>
        """))}</ul>
        """);

    public static Html Timeline(StoryPage page, BriefingSection section) => Html.Of($"""
        <ol class="timeline">{Grouped(section).Select(g => Html.Of($"""
        <li class="day"><p class="date">{g.Key}</p><ul>{g.Select(s => Html.Of($"""<li class="s">{Sentence(page, s)}</li>"""))}</ul></li>
        """))}</ol>
        """);

    private static IEnumerable<IGrouping<string, BriefingSentence>> Grouped(BriefingSection section) => section.Sentences.GroupBy(s => s.Label ?? "", StringComparer.Ordinal);
}

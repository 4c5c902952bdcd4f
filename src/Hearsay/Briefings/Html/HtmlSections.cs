using Hearsay.Briefings.Sections;

namespace Hearsay.Briefings.Html;

/// <summary>The sections made of sentences.</summary>
internal static class HtmlSections
{
    /// <summary>A sentence with its numbers, what is to be known about it, and its notes in the margin.</summary>
    private static Html Item(StoryPage page, BriefingSentence sentence, Html before = default)
    {
        var (id, link) = page.Permanent("c", $"{sentence.Label} {sentence.Text}");
        var cites = HtmlCitations.Of(page, sentence.Citations, sentence.Text);
        var note = sentence.Note is { } n ? Html.Of($"""<p class="support">{n}{HtmlCoverage.Letters(page, sentence.Citations)}</p>""") : Html.None;
        return Html.Of($"""<li class="s"{id}><div class="t">{before}<p>{sentence.Text}{cites.Numbers}{link}</p>{note}</div>{cites.Notes}</li>""");
    }

    public static Html Facts(StoryPage page, BriefingSection section) => Html.Of($"""
        <ol class="facts">{section.Sentences.Select(s => Item(page, s))}</ol>
        """);

    /// <summary>Sentences under the labels they share: a speaker, an outlet.</summary>
    public static Html Labelled(StoryPage page, BriefingSection section) => Html.Join(Grouped(section).Select(g => Html.Of($"""
        <div class="group">{page.Heading(2, page.NextNote(), g.Key.Length > 0 ? g.Key : Phrases.OwnVoice)}
        <ul class="said">{g.Select(s => Item(page, s with { Note = s.Note is "1 report" ? null : s.Note }))}</ul></div>
        """)));

    public static Html Responses(StoryPage page, BriefingSection section) => Html.Of($"""
        <ul class="responses">{section.Sentences.Select(s =>
            Item(page, s with { Note = null }, Html.Of($"""<p class="who"><b>{s.Label}</b> <span class="state">{s.Note}</span></p>""")))}</ul>
        """);

    /// <summary>The figures that differ, then what is denied.</summary>
    public static Html Disputed(StoryPage page, BriefingSection section)
    {
        var answers = FigureSection.Others(page.Index, section);
        return Html.Of($"{HtmlFigures.Write(page, section)}{(answers.Sentences.IsEmpty ? Html.None : Responses(page, answers))}");
    }

    public static Html Timeline(StoryPage page, BriefingSection section) => Html.Of($"""
        <ol class="timeline">{Grouped(section).Select(g => Html.Of($"""
        <li class="day"><p class="date">{g.Key}</p><ul>{g.Select(s => Item(page, s))}</ul></li>
        """))}</ol>
        """);

    private static IEnumerable<IGrouping<string, BriefingSentence>> Grouped(BriefingSection section) =>
        section.Sentences.GroupBy(s => s.Label ?? "", StringComparer.Ordinal);
}

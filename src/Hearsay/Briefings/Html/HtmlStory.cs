using System.Globalization;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Html;

/// <summary>One story: its head with the coverage bar, then its sections.</summary>
internal static class HtmlStory
{
    public static string TitleOf(StoryBriefing briefing) => briefing.Story.Title.Length > 0 ? briefing.Story.Title : "Untitled story";

    public static Html Write(StoryBriefing briefing, int number, int level) =>
        Write(new StoryPage(new StoryIndex(briefing), $"s{number}", level), briefing);

    public static Html Write(StoryPage page, StoryBriefing briefing)
    {
        var sections = briefing.Sections.Select((s, i) => (Section: s, Id: page.Id + "-" + (i + 1).ToString(CultureInfo.InvariantCulture))).ToList();
        var (matrix, sharing) = briefing.Length == BriefingLength.Full ? (HtmlMatrix.Write(page), HtmlSharing.Write(page)) : (Html.None, Html.None);
        var contents = sections.Select(s => (s.Id, s.Section.Heading)).ToList();
        if (sharing.Markup.Length > 0)
            contents.Insert(
                contents.FindIndex(c => c.Heading == Phrases.Of(SectionKind.Sources)) is >= 0 and var last ? last : contents.Count,
                (page.Id + "-sharing", HtmlSharing.Heading)
            );
        if (matrix.Markup.Length > 0)
            contents.Insert(
                contents.FindIndex(c => c.Heading == HtmlSharing.Heading || c.Heading == Phrases.Of(SectionKind.Sources)) is >= 0 and var first ? first : contents.Count,
                (page.Id + "-matrix", HtmlMatrix.Heading)
            );
        return Html.Of($"""
            <article class="story" id="{page.Id}" aria-labelledby="{page.Id}-title">
            <header class="head">
            {page.Heading(0, page.Id + "-title", TitleOf(briefing))}
            <p class="standfirst">{Masthead.Of(page.Index)}</p>
            {(Masthead.Thread(briefing) is { } thread ? Html.Of($"""<p class="thread quiet">{thread}</p>""") : Html.None)}
            {HtmlCoverage.Bar(page)}
            </header>
            <nav class="contents" aria-label="Sections of this story"><ul>{contents.Select(c =>
                Html.Of($"""<li><a href="#{c.Id}">{c.Heading}</a></li>""")
            )}</ul></nav>
            {sections.Where(s => s.Section.Kind != SectionKind.Sources).Select(s => Section(page, s.Section, s.Id))}
            {matrix}
            {sharing}
            {sections.Where(s => s.Section.Kind == SectionKind.Sources).Select(s => Section(page, s.Section, s.Id))}
            </article>
            """);
    }

    private static Html Section(StoryPage page, BriefingSection section, string id) => Html.Of($"""
        <section aria-labelledby="{id}">
        {page.Heading(1, id, section.Heading)}
        {Content(page, section)}
        </section>
        """);

    private static Html Content(StoryPage page, BriefingSection section) => section.Kind switch
    {
        SectionKind.Account => HtmlSections.Facts(page, section),
        SectionKind.Disputed => HtmlSections.Disputed(page, section),
        SectionKind.Figures => HtmlFigures.Write(page, section),
        SectionKind.Quotes => HtmlQuotes.Write(page, section),
        SectionKind.Responses => HtmlSections.Responses(page, section),
        SectionKind.Timeline => HtmlSections.Timeline(page, section),
        SectionKind.Sources => HtmlCoverage.Sources(page, section),
        _ => HtmlSections.Labelled(page, section),
    };
}

/// <summary>
/// What the sections of one story's page share: the story, the prefix of its ids, the level of its headings, a count of its citations.
/// </summary>
internal sealed class StoryPage(StoryIndex index, string id, int level)
{
    private readonly Dictionary<string, int> anchors = new(StringComparer.Ordinal);
    private int notes;
    private int weight;

    /// <summary>How many characters of notes a story may have where each source has a page of its own, before notes are cut short.</summary>
    private const int HeavyNotes = 60_000;

    /// <summary>Where the words of a citation can be read; null where the page stands alone.</summary>
    public Func<Citation, string>? Place { get; init; }

    /// <summary>False once the notes of a story whose sources have pages have become heavy.</summary>
    public bool NotesAreLight => Place is null || weight < HeavyNotes;

    /// <summary>Counts notes that were written.</summary>
    public void Weigh(Html written) => weight += written.Markup.Length;

    /// <summary>
    /// The id attribute of something that says <paramref name="words"/>, and the link to itself; nothing where the page stands alone.
    /// </summary>
    public (Html Id, Html Link) Permanent(string kind, string words)
    {
        if (Place is null) return (Html.None, Html.None);
        var anchor = kind + ContentId.Of(words);
        var use = anchors[anchor] = anchors.GetValueOrDefault(anchor) + 1;
        if (use > 1) anchor += "-" + use.ToString(CultureInfo.InvariantCulture);
        return (Html.Of($" id=\"{anchor}\""), Html.Of($" <a class=\"here\" href=\"#{anchor}\" aria-label=\"Link to this passage\">¶</a>"));
    }

    public StoryIndex Index => index;

    public string Id => id;

    /// <summary>A heading <paramref name="depth"/> levels below the story's own.</summary>
    public Html Heading(int depth, string headingId, string text)
    {
        var tag = new Html("h" + Math.Min(6, level + depth).ToString(CultureInfo.InvariantCulture));
        return Html.Of($"""<{tag} class="h{depth}" id="{headingId}">{text}</{tag}>""");
    }

    /// <summary>An id for the next note.</summary>
    public string NextNote() => id + "n" + (++notes).ToString(CultureInfo.InvariantCulture);
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Sources;
using Microsoft.Playwright;

namespace Hearsay.Tests.Briefings;

/// <summary>The page in a real browser: what a person and an assistive program meet.</summary>
[Trait("Lane", "slow")]
public sealed class HtmlInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const int LargestPicture = 300_000;

    /// <summary>
    /// The elements that stick out of the window, unless they are clipped or scroll by themselves; none where the page does not scroll sideways.
    /// </summary>
    private const string TooWide = """
        document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll')).slice(0, 5).map(e => e.outerHTML.slice(0, 200))
        """;

    /// <summary>Leaves the head, three facts, two series of figures and one quote: a picture has less room than a page.</summary>
    private const string Abridged = """
        [...document.querySelectorAll('.facts > .s:nth-child(n+4), .series:nth-of-type(n+3), .quote:nth-of-type(n+2), section')]
            .filter(e => e.tagName != 'SECTION' || !e.querySelector('.facts, .series, .quote')).forEach(e => e.remove())
        """;

    private static readonly string Lock = HtmlBriefing.Write(LockStory.Document);
    private static readonly string Hostile = HtmlBriefing.Write(HostileStory.Document);

    private static readonly Lazy<BriefingDocument> Sample = new(() =>
    {
        var source = PageSource.Read([Repository.At("samples", "dam-breach")]);
        return Reader.Brief(source.Pages, source.Failures);
    });

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var story in new[] { "lock", "sample", "hostile" })
        {
            foreach (var width in new[] { 360, 1440 })
            {
                views.Add(story, width, ColorScheme.Light);
                views.Add(story, width, ColorScheme.Dark);
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_accessibility_violation_no_complaint_no_request_no_sideways_scrolling(string story, int width, ColorScheme scheme)
    {
        await using var open = await browser.Open(Html(story), width, scheme: scheme);
        Assert.Empty(open.Complaints);
        Assert.Single(open.Requests);
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(TooWide));
        var result = await open.Page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            }
        );
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task Keyboard_focus_shows_the_source_sentence_and_the_outlet(int width)
    {
        await using var open = await browser.Open(Lock, width, script: false);
        var citation = open.Page.Locator(".facts .c3").First;
        var note = open.Page.Locator(".facts .n3").First;
        Assert.False(await note.IsVisibleAsync());
        await citation.FocusAsync();
        await Assertions.Expect(note).ToBeVisibleAsync();
        Assert.Contains("Radio", await note.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Brennholm’s lock broke on Tuesday.", await note.TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await IsWithinWindow(note, width));
    }

    [Fact]
    public async Task A_citation_is_reached_with_the_tab_key_alone()
    {
        await using var open = await browser.Open(Lock, 1440);
        for (var i = 0; i < 40 && !await open.Page.EvaluateAsync<bool>("document.activeElement.matches('.facts .c1')"); i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
        }

        Assert.True(await open.Page.EvaluateAsync<bool>("document.activeElement.matches('.facts .c1')"));
    }

    [Fact]
    public async Task The_pointer_over_a_citation_shows_the_note_and_can_move_onto_it()
    {
        await using var open = await browser.Open(Lock, 360);
        await open.Page.Locator(".facts .c1").First.HoverAsync();
        var note = open.Page.Locator(".facts .n1").First;
        await Assertions.Expect(note).ToBeVisibleAsync();
        await note.HoverAsync();
        await Assertions.Expect(note).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Docs", "generated")]
    public async Task The_picture_in_the_readme_is_there_and_light()
    {
        var path = Repository.At("docs", "briefing.png");
        if (Repository.WriteDocs)
        {
            await using var open = await browser.Open(Html("sample"), 1180, 1500);
            await open.Page.EvaluateAsync(Abridged);
            await open.Page.ScreenshotAsync(new() { Path = path });
        }

        Assert.InRange(new FileInfo(path).Length, 10_000, LargestPicture);
    }

    private static string Html(string story) => story switch { "lock" => Lock, "hostile" => Hostile, _ => HtmlBriefing.Write(Sample.Value) };

    private static async Task<bool> IsWithinWindow(ILocator locator, int width)
    {
        var box = await locator.BoundingBoxAsync();
        return box is not null && box.X >= 0 && box.X + box.Width <= width;
    }
}

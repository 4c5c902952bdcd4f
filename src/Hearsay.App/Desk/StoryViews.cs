using System.Globalization;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: a briefing. Out: what the story's page shows of it, kept in the store with its version, so that a request only wraps it.
// Where the store has none of the right form (it is older than this program, or was restored), the story is briefed from its reports once more.

/// <summary>The main parts of the stories' pages.</summary>
internal sealed class StoryViews(DeepReader reader)
{
    /// <summary>Counts the forms that a view has had; one of another form is made anew.</summary>
    private const string Form = "<!--5-->";

    /// <summary>What stands between the page's main part and what can be corrected in it; nothing of reports can, since that is escaped.</summary>
    private const string Hand = "<!--hand-->";

    /// <summary>The address of a report's page.</summary>
    public static string ReportAddress(string articleId) => "/reports/" + Uri.EscapeDataString(articleId);

    /// <summary>The address of cited words: the report's page with these words marked.</summary>
    public static string Address(string articleId, int start, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReportAddress(articleId)}?at={start}-{length}#cited");

    private static string Address(Citation cited) =>
        cited.Span.IsEmpty ? ReportAddress(cited.ArticleId) : Address(cited.ArticleId, cited.Span.Start, cited.Span.Length);

    /// <summary>What the page of a briefed story shows, without its thread, which may change while the story stays as it is.</summary>
    public static StoryView Of(StoryBriefing briefing, int version) =>
        new(briefing.Story.Id, version, Form + HtmlBriefing.Story(briefing with { Thread = null }, Address) + Hand + StoryHand.Of(briefing).Write());

    /// <summary>The page's main part, and what can be corrected in it.</summary>
    public static (string Html, StoryHand Hand) Parts(StoryView view)
    {
        var end = view.Html.IndexOf(Hand, StringComparison.Ordinal);
        return (view.Html[..end], StoryHand.Parse(view.Html[(end + Hand.Length)..]));
    }

    /// <summary>The view of a story, the kept one where there is one that can be used; null where it has no reports.</summary>
    public async Task<StoryView?> FindAsync(INewsStore store, StoredStory story, CancellationToken cancel)
    {
        if (await store.ViewAsync(story.Id, cancel) is { } kept && kept.Html.StartsWith(Form, StringComparison.Ordinal)) return kept;
        if (await BriefAsync(store, story, cancel) is not { } briefing) return null;
        var view = Of(briefing, story.Version);
        await store.SaveViewAsync(view, cancel);
        return view;
    }

    /// <summary>The story briefed from its reports; null where none of them is there.</summary>
    public async Task<StoryBriefing?> BriefAsync(INewsStore store, StoredStory story, CancellationToken cancel)
    {
        var articles = await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel);
        if (articles.IsEmpty) return null;
        var read = await reader.ReadAsync(store, articles, cancel);
        return Reader.Brief(read.Reports, story.Id, read.Deep) with { Thread = StoryCard.Parse(story.Summary)?.Thread };
    }
}

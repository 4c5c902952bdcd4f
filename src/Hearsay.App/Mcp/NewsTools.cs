using System.ComponentModel;
using Hearsay.App.Api;
using Hearsay.App.Checks;
using Hearsay.App.Desk;
using Hearsay.App.Forms;
using Hearsay.Briefings;
using Hearsay.Storage;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Hearsay.App.Mcp;

/// <summary>What an assistant may ask of a store: it only reads, and quotes what stands in a report's text.</summary>
[McpServerToolType]
internal sealed class NewsTools(INewsStore store, StoreCheck check, WhoSaidWhat said, StoryViews stories)
{
    private const int Most = 50;

    [McpServerTool(Name = "check", Title = "Check a sentence", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "Who carries all of a sentence, who a part of it (with what is missing), who the opposite (with what differs), from how many independent origins and since when, each with the report's own words and where they stand. Judged from the reports' full text; unsure is no support. Nobody carrying it does not make it false."
    )]
    public async Task<CheckAnswer> CheckAsync([Description("One statement in English, as “At least 23 people were killed.”")] string sentence, CancellationToken cancel)
    {
        var (answer, refusal) = await check.CheckAsync(store, sentence, atHand: true, cancel);
        return answer ?? throw new McpException(refusal!);
    }

    [McpServerTool(Name = "find", Title = "Find reports", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Reports that answer a query, the best first, with the story each stands in.")]
    public async Task<SearchAnswer> FindAsync(
        [Description("Words, \"phrases\", word*; title: body: outlet: speaker: before either; OR; -word; since: until: on: with a day (2031-05-01) or a time back (7d)")]
        string query,
        [Description("How many at the most, 1 to 50")] int limit = 10,
        CancellationToken cancel = default
    )
    {
        if (limit is < 1 or > Most) throw new McpException($"limit must be from 1 to {Most}");
        var (parsed, fault) = string.IsNullOrWhiteSpace(query) ? (null, "query says what to look for") : SearchQuery.Parse(query);
        if (parsed is null) throw new McpException(fault!);
        var page = await store.SearchAsync(parsed, limit, cancel: cancel);
        return SearchAnswer.Of(page, await store.StoriesOfAsync([.. page.Hits.Select(h => h.Article.Id)], cancel));
    }

    [McpServerTool(Name = "brief", Title = "Brief a story", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "A story's briefing as Markdown: what happened, what changed, what is disputed, the figures, who said what, each sentence with the reports it stands in."
    )]
    public async Task<string> BriefAsync(
        [Description("The id of a story, or of a report in it, as find and check give them")] string story,
        [Description("short (the account alone), page or full")] string length = "page",
        CancellationToken cancel = default
    )
    {
        if (BriefingForm.LengthNamed(length) is not { } size) throw new McpException("length must be short, page or full");
        if (await StoryAsync(story, cancel) is not { } known || await stories.BriefAsync(store, known, cancel) is not { } briefing)
            throw new McpException($"there is no story '{story}'");
        return BriefingForm.Named("markdown")!.WriteAt(new BriefingDocument(briefing.Story.Reports, [briefing], []), size);
    }

    [McpServerTool(Name = "who_said_what", Title = "Who said what", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("What a person or body is reported to have said, or what was said in a story, the last published first: the words to the letter, by whom, in whose report.")]
    public async Task<SaidAnswer> WhoSaidWhatAsync(
        [Description("A name or words of it; left out for everybody in a story")] string? who = null,
        [Description("The id of a story, or of a report in it; left out for all stories")] string? story = null,
        [Description("How many at the most, 1 to 50")] int limit = 20,
        CancellationToken cancel = default
    )
    {
        if (limit is < 1 or > Most) throw new McpException($"limit must be from 1 to {Most}");
        if (string.IsNullOrWhiteSpace(who) && story is null) throw new McpException("who says whose words, or story in which story");
        var known = story is null ? null : await StoryAsync(story, cancel) ?? throw new McpException($"there is no story '{story}'");
        var all = await said.FindAsync(store, who, known?.Id, cancel) ?? [];
        return new SaidAnswer(all.Length, [.. all.Take(limit)]);
    }

    private async Task<StoredStory?> StoryAsync(string id, CancellationToken cancel) =>
        await store.FindStoryAsync(id, cancel)
        ?? ((await store.StoriesOfAsync([id], cancel)).GetValueOrDefault(id) is { } its ? await store.FindStoryAsync(its, cancel) : null);
}

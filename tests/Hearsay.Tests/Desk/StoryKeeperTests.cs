using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Model;
using Hearsay.Sources;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>Stories and briefings of a real store, kept while reports come in, change and go on after a restart.</summary>
public sealed class StoryKeeperTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteNewsStore _store;

    public StoryKeeperTests() => _store = SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_desk_briefs_is_what_the_command_briefs()
    {
        await SaveAsync(Samples());
        await WorkAsync();
        var pages = PageSource.Read([Repository.At("samples")]);
        var batch = Reader.Brief(pages.Pages, pages.Failures);
        foreach (var expected in batch.Stories)
        {
            var story = await StoryWithAsync(expected.Story.Reports[0].Article.Id);
            var kept = await _store.BriefingAsync(story.Id, Cancel);
            Assert.NotNull(kept);
            Assert.Equal(story.Version, kept.Version);
            using var json = JsonDocument.Parse(kept.Json);
            using var whole = JsonDocument.Parse(JsonBriefing.Write(new BriefingDocument(expected.Story.Reports, [expected], [])));
            Assert.Equal(Part(whole, "briefing"), Part(json, "briefing"));
            Assert.Equal(Part(whole, "claims"), Part(json, "claims"));
            Assert.Equal(expected.Story.Title, story.Title);
        }

        static string Part(JsonDocument document, string name) => document.RootElement.GetProperty("stories")[0].GetProperty(name).GetRawText();
    }

    [Fact]
    public async Task Every_report_stands_in_one_story_wherever_the_work_was_cut_off()
    {
        var samples = Samples();
        await SaveAsync(samples[..4]);
        await WorkAsync();
        await SaveAsync(samples[4..]);
        // taken in, and cut off before any briefing
        var shelf = new ReportShelf(10);
        var keeper = new StoryKeeper(_store, shelf, TimeProvider.System, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        Assert.NotNull(await keeper.TakeInAsync(Cancel));
        await WorkAsync();
        var stories = (await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories;
        Assert.Equal(samples.Select(a => a.Id).Order(), stories.SelectMany(s => s.Reports.Select(r => r.ArticleId)).Order());
        Assert.Equal(2, stories.Length);
        Assert.All(stories, s => Assert.Equal(s.Version, StoryCard.Parse(s.Summary)?.Version));
    }

    [Fact]
    public async Task A_changed_text_is_read_and_briefed_anew()
    {
        var article = Samples()[0] with { Url = "https://gazette.example/a" };
        await SaveAsync([article]);
        await WorkAsync();
        var before = await StoryWithAsync(article.Id);
        await SaveAsync([article with { Text = article.Text + "\n\nThe mayor of Tolland said on Friday that nobody was missing any more." }]);
        await WorkAsync();
        var after = await StoryWithAsync(article.Id);
        Assert.Equal(before.Id, after.Id);
        Assert.True(after.Version > before.Version);
        Assert.Equal(StoryEventKind.Revised, (await _store.StoryEventsAsync(after.Id, Cancel))[^1].Kind);
        Assert.Contains("nobody was missing any more", (await _store.BriefingAsync(after.Id, Cancel))!.Json, StringComparison.Ordinal);
    }

    /// <summary>A command in another process reads the text itself; the open desk took only what was unread for changed.</summary>
    [Fact]
    public async Task A_revision_that_another_process_has_brought_in_and_read_reaches_the_open_desk()
    {
        var articles = Samples().Where(a => a.Path!.Contains("dam-breach", StringComparison.Ordinal)).ToImmutableArray();
        await SaveAsync(articles);
        var keeper = new StoryKeeper(_store, new ReportShelf(100), TimeProvider.System, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        var briefer = new StoryBriefer(_store, keeper, Quick(), TimeProvider.System);
        while (await keeper.TakeInAsync(Cancel) is { } first) foreach (var id in first.StoryIds) await briefer.BriefAsync(id, Cancel);
        await using (var other = SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db")))
        {
            var changed = articles[0] with { Text = articles[0].Text + "\n\nThe mayor of Tolland said on Friday that 977 people were missing." };
            await other.SaveAsync([new Arrival { Article = changed, SeenAt = Noon.AddHours(1), Speakers = ["mayor of Tolland"] }], cancel: Cancel);
        }
        var taken = await keeper.TakeInAsync(Cancel);
        Assert.Equal([articles[0].Id], taken!.ArticleIds);
        var story = await briefer.BriefAsync(Assert.Single(taken.StoryIds), Cancel);
        Assert.Contains("977 people were missing", (await _store.BriefingAsync(story!.Id, Cancel))!.Json, StringComparison.Ordinal);
    }

    /// <summary>Texts that changed, or came out of an export, have no signature kept: their reports left their story.</summary>
    [Fact]
    public async Task Reports_whose_texts_all_changed_while_the_desk_was_closed_stay_in_their_story()
    {
        var articles = Samples().Where(a => a.Path!.Contains("dam-breach", StringComparison.Ordinal)).ToImmutableArray();
        await SaveAsync(articles);
        await WorkAsync();
        var before = Assert.Single((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories);
        await _store.SaveAsync(
            [.. articles.Select(a => new Arrival { Article = a with { Text = a.Text + "\n\nThis report was changed." }, SeenAt = Noon.AddHours(1) })],
            cancel: Cancel
        );
        await WorkAsync();
        var after = Assert.Single((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories);
        Assert.Equal((before.Id, articles.Length), (after.Id, after.Reports.Length));
        var events = await _store.StoryEventsAsync(after.Id, Cancel);
        Assert.Single(events, e => e.Kind == StoryEventKind.Begun);
        Assert.DoesNotContain(events, e => e.Kind is StoryEventKind.Split or StoryEventKind.Merged);
    }

    [Fact]
    public async Task A_report_that_another_process_removes_leaves_its_story_and_the_briefing()
    {
        var articles = Samples().Where(a => a.Path!.Contains("dam-breach", StringComparison.Ordinal)).ToImmutableArray();
        var alone = new Article { Id = "alone", Text = "The bakery on Mill Lane has a new oven, its owner Ines Holm said on Monday." };
        await SaveAsync(articles.Add(alone));
        var keeper = new StoryKeeper(_store, new ReportShelf(100), TimeProvider.System, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        var briefer = new StoryBriefer(_store, keeper, Quick(), TimeProvider.System);
        while (await keeper.TakeInAsync(Cancel) is not null)
        {
        }

        var before = await StoryWithAsync(articles[0].Id);
        await using (var other = SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db")))
            await other.RemoveAsync([articles[0].Id, "alone"], "person", Noon, Cancel);
        var taken = (await keeper.TakeInAsync(Cancel))!;
        Assert.Contains(before.Id, taken.StoryIds);
        foreach (var id in taken.StoryIds) await briefer.BriefAsync(id, Cancel);
        var after = Assert.Single((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories);
        Assert.Equal((before.Id, articles.Length - 1), (after.Id, after.Reports.Length));
        Assert.Equal(after.Version, StoryCard.Parse(after.Summary)!.Version);
        Assert.DoesNotContain(articles[0].Id, (await _store.BriefingAsync(after.Id, Cancel))!.Json, StringComparison.Ordinal);
        // what comes in later joins the story as it is now
        await SaveAsync([articles[1] with { Text = articles[1].Text + "\n\nThis report was changed." }]);
        Assert.Equal([articles[1].Id], (await keeper.TakeInAsync(Cancel))!.ArticleIds);
        Assert.Equal(articles.Length - 1, (await _store.FindStoryAsync(before.Id, Cancel))!.Reports.Length);
    }

    [Fact]
    public async Task A_story_lends_its_dates_to_the_reports_that_show_none()
    {
        const string Event = "The dam above the sluice at Corvane gave way and the torrent reached the valley and the bakery in the old mill quarter";
        await SaveAsync([
            new Article
            {
                Id = "dated", Outlet = "Norvik Post", Text = $"{Event} on Thursday, the governor said.",
                Published = new PublicationDate("2031-05-01", DateBasis.Stated, []),
            },
            new Article { Id = "undated", Outlet = "Vale Herald", Text = $"{Event} on Thursday, officials said." },
        ]);
        await WorkAsync();
        var stored = (await _store.FindArticleAsync("undated", Cancel))!;
        Assert.Equal(("2031-05-01", DateBasis.Corroborated), (stored.Published.Value, stored.Published.Basis));
        Assert.NotEmpty(stored.Published.Evidence);
        Assert.Equal(2, (await _store.SearchAsync(SearchQuery.Parse("on:2031-05-01 dam").Query!, cancel: Cancel)).Total);
        Assert.Null((await _store.FindArticleAsync("undated", Cancel))!.Article.Published.Value);
    }

    [Fact]
    public async Task A_report_in_another_language_waits_for_no_story_and_is_part_of_none()
    {
        var article = Samples()[0];
        await SaveAsync([article, new Article { Id = "foreign", Text = "Der Damm oberhalb von Corvane ist gebrochen.", Language = "de" }]);
        var keeper = new StoryKeeper(_store, new ReportShelf(10), TimeProvider.System, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        var taken = (await keeper.TakeInAsync(Cancel))!;
        Assert.Single(Assert.Single((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories).Reports);
        Assert.Equal([article.Id, "foreign"], taken.ArticleIds.Order());
        Assert.Null(await keeper.TakeInAsync(Cancel));
        var corrector = new Corrector(_store, new StoryViews(Quick()), TimeProvider.System);
        var asked = new CorrectionRequest(CorrectionKind.Move, "Ines Holm") { Reports = ["foreign"], Stories = [taken.StoryIds[0]] };
        Assert.Equal(RefusalKind.Wrong, (await corrector.MakeAsync(asked, Cancel)).Refusal?.Kind);
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_is_told_of_and_counted_and_holds_up_nobody()
    {
        await SaveAsync([new Article { Id = "broken", Text = "The bridge was opened again." }, Samples()[0]]);
        var shelf = new ReportShelf(10, (a, _) => a.Id == "broken" ? throw new InvalidOperationException("no tree") : Reader.Read(a));
        var keeper = new StoryKeeper(_store, shelf, TimeProvider.System, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        var taken = (await keeper.TakeInAsync(Cancel))!;
        Assert.Equal((Samples()[0].Id, "broken"), (Assert.Single(taken.ArticleIds), Assert.Single(taken.Faults).ArticleId));
        Assert.Equal(1, (await _store.StatsAsync(Cancel)).SetAside);
        Assert.Equal("InvalidOperationException: no tree", (await _store.FindArticleAsync("broken", Cancel))!.Fault);
        Assert.Null(await keeper.TakeInAsync(Cancel));
    }

    [Fact]
    public async Task A_revised_figure_is_told_once()
    {
        await SaveAsync(Samples().Where(a => a.Path!.Contains("ferry-strike", StringComparison.Ordinal)));
        await WorkAsync();
        var story = Assert.Single((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories);
        var card = StoryCard.Parse(story.Summary)!;
        Assert.NotEmpty(card.Revisions);
        Assert.DoesNotContain(await _store.StoryEventsAsync(story.Id, Cancel), e => e.Kind == StoryEventKind.Figure);
        // as it stood before the last of them was revised
        var before = story with { Summary = (card with { Version = card.Version - 1, Revisions = card.Revisions[..^1] }).Write() };
        await _store.SaveStoriesAsync(new StoryChanges { Stories = [before] }, Cancel);
        for (var round = 0; round < 2; round++)
        {
            var keeper = new StoryKeeper(_store, new ReportShelf(100), TimeProvider.System, windowDays: 7);
            await keeper.OpenAsync(Cancel);
            await new StoryBriefer(_store, keeper, Quick(), TimeProvider.System).BriefAsync(story.Id, Cancel);
        }

        var told = Assert.Single(await _store.StoryEventsAsync(story.Id, Cancel), e => e.Kind == StoryEventKind.Figure);
        Assert.Equal(card.Revisions[^1], told.What);
    }

    [Fact]
    public async Task A_story_merged_away_is_found_under_the_others_id()
    {
        const string Dam = "The dam above the sluice and the reservoir gave way and the torrent reached the valley.";
        const string Shelter = "The shelter in the school took in families of the evacuation and the bakery sent loaves.";
        var articles = (string[])[Dam, Shelter, $"{Dam} {Shelter}", $"{Dam}\n\n{Shelter}", $"{Shelter} {Dam}"];
        var first = new List<string>();
        foreach (var (i, text) in articles.Index())
        {
            await SaveAsync([new Article { Id = $"a{i}", Text = text, Outlet = $"Outlet {i}" }]);
            await WorkAsync();
            if (i < 2) first.Add((await StoryWithAsync($"a{i}")).Id);
        }

        Assert.NotEqual(first[0], first[1]);
        var stories = (await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories;
        Assert.Equal(articles.Length, Assert.Single(stories).Reports.Length);
        Assert.Equal(stories[0].Id, (await _store.FindStoryAsync(first[0], Cancel))?.Id);
        Assert.Equal(stories[0].Id, (await _store.FindStoryAsync(first[1], Cancel))?.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private static DeepReader Quick() => new(new ReportShelf(100), isQuick: true);

    private static ImmutableArray<Article> Samples() =>
        [.. PageSource.Read([Repository.At("samples")]).Pages.Select(p => Reader.Read(p).Report!.Article).OrderBy(a => a.Id, StringComparer.Ordinal)];

    private Task SaveAsync(IEnumerable<Article> articles) =>
        _store.SaveAsync([.. articles.Select(a => new Arrival { Article = a, SeenAt = Noon })], cancel: Cancel);

    private async Task<StoredStory> StoryWithAsync(string articleId) =>
        (await _store.FindStoryAsync((await _store.StoriesOfAsync([articleId], Cancel))[articleId], Cancel))!;

    /// <summary>Opens a desk, lets it work until nothing waits, and closes it.</summary>
    private async Task WorkAsync()
    {
        var shelf = new ReportShelf(100);
        var keeper = new StoryKeeper(_store, shelf, TimeProvider.System, windowDays: 7);
        var briefer = new StoryBriefer(_store, keeper, new DeepReader(shelf, isQuick: true), TimeProvider.System);
        var due = new HashSet<string>(await keeper.OpenAsync(Cancel), StringComparer.Ordinal);
        while (await keeper.TakeInAsync(Cancel) is { } taken) due.UnionWith(taken.StoryIds);
        while (await keeper.LendDatesAsync(Cancel))
        {
        }
        foreach (var id in due) await briefer.BriefAsync(id, Cancel);
    }
}

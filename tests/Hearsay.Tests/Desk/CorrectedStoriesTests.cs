using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Briefings.Proof;
using Hearsay.Model;
using Hearsay.Sources;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>
/// Every correction on a store with two stories: it is applied, holds after more reports have come in, every text has been read anew and the desk was
/// closed, and is gone once it is undone.
/// </summary>
public sealed class CorrectedStoriesTests : IAsyncDisposable
{
    private const string Flood = "The dam above the sluice gave way on Monday and the torrent reached the valley";
    private const string Strike = "The crews of the ferry went on strike on Monday and the crossing to the harbour is closed";

    private static readonly DateTimeOffset Noon = new(2031, 5, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteNewsStore _store;
    private readonly HandClock _clock = new() { Now = Noon };

    public CorrectedStoriesTests() => _store = SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OfStories => new()
    {
        { "move f3 to s1", "f1 f2 | f3 s1 s2 s3" }, { "move s2 to f1", "f1 f2 f3 s2 | s1 s3" }, { "merge f1 s1", "f1 f2 f3 s1 s2 s3" }, { "split f1 f2", "f1 f2 | f3 | s1 s2 s3" },
        { "apart f1 f3", "f1 f2 | f3 | s1 s2 s3" }, { "remove s3", "f1 f2 f3 | s1 s2" },
    };

    [Theory]
    [MemberData(nameof(OfStories))]
    public async Task A_correction_of_stories_is_applied_survives_and_is_undone(string said, string expected)
    {
        await FillAsync();
        var made = await MakeAsync(said);
        await WorkAsync();
        Assert.Equal(expected, await StoriesAsync());
        // restarted, every text changed, more reports, restarted
        await SaveAsync([.. "f1 f2 f3 s1 s2".Split(' ').Select(id => Told(id, id[0] == 'f' ? " The reservoir is empty." : " The union asks for wages."))]);
        await WorkAsync();
        Assert.Equal(expected, await StoriesAsync());
        await SaveAsync([Told("f4"), Told("s4"), Told("f5")]);
        await WorkAsync();
        Assert.Equal(expected, await StoriesAsync(without: "f4 s4 f5"));
        await _store.UndoAsync(made.Id, "Ben", Noon, Cancel);
        await WorkAsync();
        Assert.Equal("f1 f2 f3 f4 f5 | s1 s2 s3 s4", await StoriesAsync());
        Assert.Empty(await _store.CheckAsync(Cancel));
        Assert.All((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories, s => Assert.Equal(s.Version, StoryCard.Parse(s.Summary)?.Version));
    }

    [Fact]
    public async Task Of_a_report_the_last_move_or_split_counts_and_undone_the_one_before()
    {
        await FillAsync();
        await MakeAsync("merge f1 s1");
        var split = await MakeAsync("split f3");
        await WorkAsync();
        Assert.Equal("f1 f2 s1 s2 s3 | f3", await StoriesAsync());
        await SaveAsync([Told("v1")]);
        await WorkAsync();
        var first = await MakeAsync("move f2 to f3");
        await WorkAsync();
        var second = await MakeAsync("move f2 to v1");
        await WorkAsync();
        Assert.Equal("f1 s1 s2 s3 | f2 v1 | f3", await StoriesAsync());
        var third = await MakeAsync("move f3 to f2");
        await WorkAsync();
        Assert.Equal("f1 s1 s2 s3 | f2 f3 v1", await StoriesAsync());
        (Correction, string)[] back =
        [
            (third, "f1 s1 s2 s3 | f2 v1 | f3"), (second, "f1 s1 s2 s3 | f2 f3 | v1"), (first, "f1 f2 s1 s2 s3 | f3 | v1"), (split, "f1 f2 f3 s1 s2 s3 | v1"),
        ];
        foreach (var (undone, expected) in back)
        {
            await _store.UndoAsync(undone.Id, "Ben", Noon, Cancel);
            await WorkAsync();
            Assert.Equal(expected, await StoriesAsync());
        }
    }

    [Fact]
    public async Task What_was_apart_two_stories_never_become_one()
    {
        await FillAsync();
        await MakeAsync("apart-stories f1 s1");
        await SaveAsync([.. Enumerable.Range(0, 6).Select(i => new Article { Id = $"b{i}", Outlet = $"Both {i}", Text = $"{Flood}. {Strike}." })]);
        await WorkAsync();
        Assert.Equal("f1 f2 f3 | s1 s2 s3", await StoriesAsync(without: "b0 b1 b2 b3 b4 b5"));
    }

    [Fact]
    public async Task Stories_older_than_the_window_are_corrected_and_stay_so()
    {
        await FillAsync();
        _clock.Now = Noon.AddDays(60);
        await SaveAsync([Told("f9")]);
        await WorkAsync();
        var made = await MakeAsync("merge f1 s1");
        await WorkAsync();
        Assert.Equal("f1 f2 f3 s1 s2 s3 | f9", await StoriesAsync());
        await _store.UndoAsync(made.Id, "Ben", Noon, Cancel);
        await WorkAsync();
        Assert.Equal("f1 f2 f3 | f9 | s1 s2 s3", await StoriesAsync());
        await MakeAsync("move s2 to f9");
        await WorkAsync();
        _clock.Now = Noon.AddDays(90);
        await SaveAsync([Told("v1")]);
        await WorkAsync();
        Assert.Equal("f1 f2 f3 | f9 s2 | s1 s3 | v1", await StoriesAsync());
    }

    [Fact]
    public async Task A_desk_that_is_open_finds_what_another_process_corrects()
    {
        await FillAsync();
        var shelf = new ReportShelf(100);
        var keeper = new StoryKeeper(_store, shelf, _clock, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        Assert.Null(await keeper.TakeInAsync(Cancel));
        await using var other = SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db"));
        var (made, _) = await other.CorrectAsync(new Correction { Kind = CorrectionKind.Merge, Reports = ["f1", "s1"], By = "Ana", At = Noon }, Cancel);
        Assert.Single((await keeper.TakeInAsync(Cancel))!.StoryIds);
        Assert.Equal("f1 f2 f3 s1 s2 s3", await StoriesAsync());
        var merged = Assert.Single((await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories);
        Assert.Contains(await _store.StoryEventsAsync(merged.Id, Cancel), e => e.Kind == StoryEventKind.Begun);
        await other.UndoAsync(made!.Id, "Ana", Noon, Cancel);
        Assert.Equal(2, (await keeper.TakeInAsync(Cancel))!.StoryIds.Length);
        Assert.Equal("f1 f2 f3 | s1 s2 s3", await StoriesAsync());
        Assert.Null(await keeper.TakeInAsync(Cancel));
    }

    [Fact]
    public async Task A_correction_that_was_made_and_not_applied_before_the_end_is_applied_at_the_next_start()
    {
        await FillAsync();
        await MakeAsync("split f1");
        await using var other = SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db"));
        Assert.Single(await other.CorrectionsAsync(new CorrectionFilter { IsWaiting = true }, Cancel));
        await WorkAsync();
        Assert.Equal("f1 | f2 f3 | s1 s2 s3", await StoriesAsync());
        Assert.Empty(await other.CorrectionsAsync(new CorrectionFilter { IsWaiting = true }, Cancel));
    }

    [Fact]
    public async Task An_outlet_a_date_and_a_speaker_that_were_set_stand_in_the_briefing_and_it_can_be_proved()
    {
        var reports = await SamplesAsync();
        var report = reports.First(r => (r.Speakers ?? []).Contains("Greta Solano"));
        var made = new List<Correction>
        {
            await MadeAsync(new CorrectionRequest(CorrectionKind.Outlet, "Ana") { Reports = [report.Id], Value = "Norvik Gazette" }),
            await MadeAsync(new CorrectionRequest(CorrectionKind.Date, "Ana") { Reports = [report.Id], Value = "2025-03-14" }),
            await MadeAsync(new CorrectionRequest(CorrectionKind.Speaker, "Ana") { Reports = [report.Id], Speaker = "Greta Solano", Value = "Wilhelmina Quist" }),
        };
        await WorkAsync();
        await SaveAsync([report.Article with { ByHand = null, Text = report.Article.Text + "\n\nThis report was changed." }]);
        await WorkAsync();
        var (briefing, json) = await BriefingWithAsync(report.Id);
        var set = briefing.Story.Reports.Single(r => r.Article.Id == report.Id);
        Assert.Equal(("Norvik Gazette", "2025-03-14"), (set.Article.Outlet, set.Article.Published.Value));
        Assert.DoesNotContain(set.Attributions, a => a.Speaker == "Greta Solano");
        var speaking = Assert.Single(set.Attributions.Where(a => a.SpeakerSet is not null).Select(a => a.SpeakerSet).Distinct());
        Assert.Equal(new SetSpeaker("Greta Solano", "Wilhelmina Quist", "Ana"), speaking);
        Assert.Contains("Wilhelmina Quist", (await _store.FindArticleAsync(report.Id, Cancel))!.Speakers!.Value);
        using var document = JsonDocument.Parse(json);
        Assert.Empty(BriefingProof.Faults(BriefingReader.Read(document.RootElement)!));
        using var forged = JsonDocument.Parse(json.Replace("\"read\": \"Greta Solano\"", "\"read\": \"Otto Brandt\"", StringComparison.Ordinal));
        Assert.Contains(BriefingProof.Faults(BriefingReader.Read(forged.RootElement)!), f => f.Contains("was read to have a speaker that no report names", StringComparison.Ordinal));
        foreach (var correction in made) await _store.UndoAsync(correction.Id, "Ben", Noon.AddHours(1), Cancel);
        await WorkAsync();
        var undone = (await BriefingWithAsync(report.Id)).Briefing.Story.Reports.Single(r => r.Article.Id == report.Id);
        Assert.Equal((report.Article.Outlet, report.Article.Published.Value), (undone.Article.Outlet, undone.Article.Published.Value));
        Assert.Contains(undone.Attributions, a => a.Speaker == "Greta Solano");
        Assert.Single(await _store.StoryEventsAsync(await StoryAsync(report.Id), Cancel), e => e.Kind == StoryEventKind.Revised);
    }

    [Fact]
    public async Task A_series_of_figures_is_hidden_and_pinned_whatever_is_read_anew()
    {
        var reports = await SamplesAsync();
        var story = (await _store.StoriesOfAsync([reports[0].Id], Cancel))[reports[0].Id];
        var before = (await BriefingWithAsync(reports[0].Id)).Briefing;
        var hidden = before.Findings.FigureSeries.First(s => s is { IsWhole: true, FigureIds.Length: > 1 });
        var pinned = before.Findings.FigureSeries.Last(s => s is { IsWhole: true, FigureIds.Length: 1 });
        Assert.Equal(BriefingLength.Full, Sentences(before).Where(s => s.Finding == pinned.Id).Select(s => s.Length).DefaultIfEmpty(BriefingLength.Full).Single());
        var made = new[]
        {
            await MadeAsync(new CorrectionRequest(CorrectionKind.Hide, "Ana") { Stories = [story], Series = hidden.Question.ToUpperInvariant() }),
            await MadeAsync(new CorrectionRequest(CorrectionKind.Pin, "Ana") { Stories = [story], Series = pinned.Id }),
        };
        await WorkAsync();
        await SaveAsync([.. reports.Select(r => r.Article with { ByHand = null, Text = "This report was changed.\n\n" + r.Article.Text })]);
        await WorkAsync();
        var (after, json) = await BriefingWithAsync(reports[0].Id);
        Assert.DoesNotContain(after.Findings.FigureSeries, s => s.Question == hidden.Question);
        var first = Sentences(after).First();
        Assert.Equal((pinned.Question, BriefingLength.Page), (first.Label, first.Length));
        using var document = JsonDocument.Parse(json);
        Assert.Empty(BriefingProof.Faults(BriefingReader.Read(document.RootElement)!));
        foreach (var correction in made) await _store.UndoAsync(correction.Id, "Ben", Noon, Cancel);
        await WorkAsync();
        var undone = (await BriefingWithAsync(reports[0].Id)).Briefing;
        Assert.Contains(undone.Findings.FigureSeries, s => s.Question == hidden.Question);
        Assert.DoesNotContain(undone.Findings.FigureSeries, s => s.IsPinned);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private static IEnumerable<BriefingSentence> Sentences(StoryBriefing briefing) =>
        briefing.Sections.Where(s => s.Kind == SectionKind.Figures).SelectMany(s => s.Sentences);

    private static Article Told(string id, string more = "") => new()
    {
        Id = id, Outlet = "Outlet " + id, Url = $"https://{id}.example/1",
        Text = id[0] switch { 'f' => $"{Flood}, officials in {id} said.", 's' => $"{Strike}, officials in {id} said.", _ => $"The candidate of {id} won the ballot by a large turnout." } + more,
    };

    private async Task FillAsync()
    {
        await SaveAsync([.. "f1 f2 f3 s1 s2 s3".Split(' ').Select(id => Told(id))]);
        await WorkAsync();
        Assert.Equal("f1 f2 f3 | s1 s2 s3", await StoriesAsync());
    }

    private async Task<ImmutableArray<StoredArticle>> SamplesAsync()
    {
        var pages = PageSource.Read([Repository.At("samples", "dam-breach")]).Pages;
        await SaveAsync([.. pages.Select(p => Reader.Read(p).Report!.Article)]);
        await WorkAsync();
        return (await _store.ListArticlesAsync(new ArticleFilter(), Cancel)).Articles;
    }

    private Task SaveAsync(ImmutableArray<Article> articles) =>
        _store.SaveAsync([.. articles.Select(a => new Arrival { Article = a, SeenAt = _clock.Now })], cancel: Cancel);

    /// <summary>"move f3 to s1": reports by their ids, stories by one of their reports.</summary>
    private async Task<Correction> MakeAsync(string said)
    {
        var words = said.Split(' ');
        var asked = words switch
        {
            ["move", var report, "to", var to] => new CorrectionRequest(CorrectionKind.Move, "Ana") { Reports = [report], Stories = [await StoryAsync(to)] },
            ["merge", var one, var other] => new CorrectionRequest(CorrectionKind.Merge, "Ana") { Stories = [await StoryAsync(one), await StoryAsync(other)] },
            ["split", .. var reports] => new CorrectionRequest(CorrectionKind.Split, "Ana") { Reports = [.. reports] },
            ["apart", .. var reports] => new CorrectionRequest(CorrectionKind.Apart, "Ana") { Reports = [.. reports] },
            ["apart-stories", var one, var other] => new CorrectionRequest(CorrectionKind.Apart, "Ana") { Stories = [await StoryAsync(one), await StoryAsync(other)] },
            _ => new CorrectionRequest(CorrectionKind.Remove, "Ana") { Reports = [.. words[1..]] },
        };
        return await MadeAsync(asked);
    }

    private async Task<Correction> MadeAsync(CorrectionRequest asked)
    {
        var shelf = new ReportShelf(100);
        var corrector = new Corrector(_store, new StoryViews(new DeepReader(shelf, isQuick: true)), _clock);
        var (made, refusal) = await corrector.MakeAsync(asked, Cancel);
        Assert.Null(refusal);
        return made!;
    }

    private async Task<string> StoryAsync(string report) => (await _store.StoriesOfAsync([report], Cancel))[report];

    private async Task<string> StoriesAsync(string without = "")
    {
        var left = without.Split(' ');
        var stories = (await _store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories.Select(s => s.Reports.Select(r => r.ArticleId).Except(left).Order(StringComparer.Ordinal));
        return string.Join(" | ", stories.Select(s => string.Join(' ', s)).Where(s => s.Length > 0).Order(StringComparer.Ordinal));
    }

    private async Task<(StoryBriefing Briefing, string Json)> BriefingWithAsync(string report)
    {
        var json = (await _store.BriefingAsync(await StoryAsync(report), Cancel))!.Json;
        using var document = JsonDocument.Parse(json);
        return (Assert.Single(BriefingReader.Read(document.RootElement)!.Stories), json);
    }

    /// <summary>Opens a desk, lets it work until nothing waits, and closes it.</summary>
    private async Task WorkAsync()
    {
        var shelf = new ReportShelf(100);
        var keeper = new StoryKeeper(_store, shelf, _clock, windowDays: 7);
        var briefer = new StoryBriefer(_store, keeper, new DeepReader(shelf, isQuick: true), _clock);
        var due = new HashSet<string>(await keeper.OpenAsync(Cancel), StringComparer.Ordinal);
        while (await keeper.TakeInAsync(Cancel) is { } taken) due.UnionWith(taken.StoryIds);
        while (await keeper.LendDatesAsync(Cancel))
        {
        }
        foreach (var id in due) await briefer.BriefAsync(id, Cancel);
    }
}

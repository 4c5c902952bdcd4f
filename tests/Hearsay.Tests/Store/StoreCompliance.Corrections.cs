using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private static Correction Said(CorrectionKind kind, params string[] reports) =>
        new() { Kind = kind, Reports = [.. reports], By = "Ana", At = Invented.Noon.AddDays(1) };

    private async Task<Correction> CorrectedAsync(Correction correction)
    {
        var (made, refusal) = await Store.CorrectAsync(correction);
        Assert.Null(refusal);
        return made!;
    }

    private Task<(Correction? Undone, string? Refusal)> UndoneAsync(long id) => Store.UndoAsync(id, "Ben", Invented.Noon.AddDays(2));

    [Fact]
    public async Task A_correction_is_kept_with_who_and_when_and_so_is_its_undoing()
    {
        var ids = await SwansAsync(2);
        var made = await CorrectedAsync(Said(CorrectionKind.Merge, [.. ids]));
        await CorrectedAsync(Said(CorrectionKind.Outlet, ids[0]) with { Value = "Norvik Gazette" });
        await UndoneAsync(made.Id);
        await ReopenAsync();
        var all = await Store.CorrectionsAsync(new CorrectionFilter());
        Assert.Equal(["2 Outlet Ana ", "1 Merge Ana Ben"], all.Select(c => $"{c.Id} {c.Kind} {c.By} {c.UndoneBy}"));
        Assert.Equal((Invented.Noon.AddDays(1), Invented.Noon.AddDays(2)), (all[1].At, all[1].UndoneAt));
        Assert.Equal([2L], (await Store.CorrectionsAsync(new CorrectionFilter { IsHolding = true })).Select(c => c.Id));
        Assert.Equal([1L], (await Store.CorrectionsAsync(new CorrectionFilter { IsOfStories = true })).Select(c => c.Id));
        Assert.Equal([1L], (await Store.CorrectionsAsync(new CorrectionFilter { Before = 2, Limit = 5 })).Select(c => c.Id));
        Assert.Contains("undone already, by Ben", (await UndoneAsync(made.Id)).Refusal, StringComparison.Ordinal);
        Assert.Equal((null, null), await UndoneAsync(77));
    }

    [Fact]
    public async Task A_correction_of_stories_waits_until_they_know_it_and_anew_once_it_is_undone()
    {
        var ids = await SwansAsync(2);
        var made = await CorrectedAsync(Said(CorrectionKind.Merge, [.. ids]));
        Assert.Equal([made.Id], await WaitingAsync());
        await Store.SaveStoriesAsync(new StoryChanges { Corrected = [new TakenCorrection(made.Id, IsUndone: true)] });
        Assert.Equal([made.Id], await WaitingAsync());
        await Store.SaveStoriesAsync(new StoryChanges { Corrected = [new TakenCorrection(made.Id, IsUndone: false)] });
        Assert.Empty(await WaitingAsync());
        await UndoneAsync(made.Id);
        // whoever took it in has seen it as it was before
        await Store.SaveStoriesAsync(new StoryChanges { Corrected = [new TakenCorrection(made.Id, IsUndone: false)] });
        Assert.Equal([made.Id], await WaitingAsync());
        await Store.SaveStoriesAsync(new StoryChanges { Corrected = [new TakenCorrection(made.Id, IsUndone: true)] });
        Assert.Empty(await WaitingAsync());

        async Task<IEnumerable<long>> WaitingAsync() => (await Store.CorrectionsAsync(new CorrectionFilter { IsWaiting = true })).Select(c => c.Id);
    }

    [Fact]
    public async Task Corrections_that_contradict_each_other_are_refused_by_the_name_of_the_other()
    {
        var ids = await SwansAsync(4);
        var together = await CorrectedAsync(Said(CorrectionKind.Merge, ids[0], ids[1]));
        await CorrectedAsync(Said(CorrectionKind.Merge, ids[1], ids[2]));
        var apart = Said(CorrectionKind.Apart, ids[0]) with { Without = [ids[2]] };
        var refusal = (await Store.CorrectAsync(apart)).Refusal;
        Assert.Equal("it contradicts corrections 1 (merge, by Ana at 2031-03-05 12:00:00Z) and 2 (merge, by Ana at 2031-03-05 12:00:00Z): undo one of them first", refusal);
        await UndoneAsync(together.Id);
        await CorrectedAsync(apart);
        refusal = (await Store.CorrectAsync(Said(CorrectionKind.Merge, ids[0], ids[2]))).Refusal;
        Assert.Equal("it contradicts correction 3 (apart, by Ana at 2031-03-05 12:00:00Z): undo that first", refusal);
        Assert.Contains("contradicts correction 3", (await Store.CorrectAsync(Said(CorrectionKind.Move, ids[0]) with { With = [ids[2]] })).Refusal, StringComparison.Ordinal);
        await CorrectedAsync(Said(CorrectionKind.Move, ids[3]) with { With = [ids[0]], Without = [ids[1]] });
        Assert.Contains("its own story", (await Store.CorrectAsync(Said(CorrectionKind.Split, ids[3]) with { Without = [ids[3]] })).Refusal, StringComparison.Ordinal);
        Assert.Equal(4, (await Store.CorrectionsAsync(new CorrectionFilter()))[0].Id);
    }

    [Fact]
    public async Task What_was_said_last_of_a_report_holds_and_undone_leaves_what_was_said_before()
    {
        var id = (await Store.SaveAsync(Invented.Article(url: FerryUrl, outlet: "Ledger Noon", published: "2031-03-04"))).ArticleId;
        await CorrectedAsync(Said(CorrectionKind.Outlet, id) with { Value = "Norvik Post" });
        var second = await CorrectedAsync(Said(CorrectionKind.Outlet, id) with { Value = "Island Herald", At = Invented.Noon.AddDays(3) });
        var date = await CorrectedAsync(Said(CorrectionKind.Date, id) with { Value = "2031-02-01" });
        var address = await CorrectedAsync(Said(CorrectionKind.Address, id) with { Value = "https://norvikpost.example/moved" });
        await Store.SaveAsync(Invented.Article(Longer, FerryUrl, "Ledger Noon", published: "2031-03-05"), Invented.Noon.AddHours(1));
        var set = (await Store.FindArticleAsync("https://norvikpost.example/moved"))!;
        Assert.Equal(("Island Herald", "2031-02-01", "Ana"), (set.Article.Outlet, set.Published.Value, set.Settings!.Outlet!.By));
        await UndoneAsync(second.Id);
        Assert.Equal("Norvik Post", (await Store.FindArticleAsync(id))!.Article.Outlet);
        await UndoneAsync(date.Id);
        await UndoneAsync(address.Id);
        var back = (await Store.FindArticleAsync(FerryUrl))!;
        Assert.Equal(("2031-03-05", FerryUrl, null), (back.Published.Value, back.Article.Url, await Store.FindArticleAsync("https://norvikpost.example/moved")));
    }

    [Fact]
    public async Task What_is_set_and_taken_back_by_other_ways_is_a_correction_too()
    {
        var id = (await Store.SaveAsync(Invented.Article(outlet: "Ledger Noon"))).ArticleId;
        await SetAsync(id, "Norvik Post", "2031-03-02");
        await SetAsync(id, "", "2031-03-02");
        var all = await Store.CorrectionsAsync(new CorrectionFilter());
        Assert.Equal(["Date 2031-03-02 ", "Outlet Norvik Post person"], all.Select(c => $"{c.Kind} {c.Value} {c.UndoneBy}"));
        await UndoneAsync(all[0].Id);
        Assert.Null((await Store.FindArticleAsync(id))!.Settings);
    }

    [Fact]
    public async Task A_report_that_was_taken_out_comes_back_as_it_was()
    {
        var id = (await Store.SaveAsync(Invented.Article(url: FerryUrl, outlet: "Ledger Noon"))).ArticleId;
        await Store.SaveAsync(Invented.Article(Longer, FerryUrl, "Ledger Noon"), Invented.Noon.AddHours(1));
        await CorrectedAsync(Said(CorrectionKind.Outlet, id) with { Value = "Norvik Post" });
        var before = (await Store.FindArticleAsync(id))!;
        var texts = await TextsAsync(id);
        var made = await CorrectedAsync(Said(CorrectionKind.Remove, id));
        Assert.Null(await Store.FindArticleAsync(id));
        Assert.Equal(id, Assert.Single(await Store.RemovalsAsync(0)).ArticleId);
        Assert.Equal(SaveOutcome.Removed, (await Store.SaveAsync(Invented.Article(url: FerryUrl, outlet: "Ledger Noon"))).Outcome);
        await ReopenAsync();
        await UndoneAsync(made.Id);
        var after = (await Store.FindArticleAsync(id))!;
        Assert.Equal((before.Article.Outlet, before.Arrived, before.Revisions), (after.Article.Outlet, after.Arrived, after.Revisions));
        Assert.Equal(texts, await TextsAsync(id));
        Assert.Equal([id], (await Store.ListArticlesAsync(new ArticleFilter { Waiting = true })).Articles.Select(a => a.Id));
        Assert.Equal(SaveOutcome.Known, (await Store.SaveAsync(Invented.Article(Longer, FerryUrl, "Ledger Noon"), Invented.Noon.AddHours(1))).Outcome);
        Assert.Empty(await Store.CheckAsync());
    }

    [Fact]
    public async Task Speakers_and_figures_that_are_set_go_with_the_article_through_every_text_of_it()
    {
        var id = (await Store.SaveAsync(Invented.Article(url: FerryUrl))).ArticleId;
        var sentence = Invented.Ferry[..Invented.Ferry.IndexOf('\n', StringComparison.Ordinal)];
        var figure = new FigurePlace(id, sentence, sentence.IndexOf("forty people", StringComparison.Ordinal), "forty people".Length);
        var speaker = await CorrectedAsync(Said(CorrectionKind.Speaker, id) with { Speaker = "Ingrid Vahl", Value = "Ingrid Wahl" });
        var hidden = await CorrectedAsync(Said(CorrectionKind.Hide, id) with { Figures = [figure], Value = "How many people?" });
        Assert.Contains("contradicts correction 2 (hide", (await Store.CorrectAsync(Said(CorrectionKind.Pin, id) with { Figures = [figure] })).Refusal, StringComparison.Ordinal);
        await Store.SaveAsync(Invented.Article(Longer, FerryUrl), Invented.Noon.AddHours(1));
        var set = (await Store.FindArticleAsync(id))!.Article.ByHand!;
        Assert.Equal(new SetSpeaker("Ingrid Vahl", "Ingrid Wahl", "Ana"), Assert.Single(set.Speakers));
        Assert.Equal(new SetFigure(sentence, figure.Start, figure.Length, IsPinned: false), Assert.Single(set.Figures));
        await UndoneAsync(speaker.Id);
        await UndoneAsync(hidden.Id);
        Assert.Null((await Store.FindArticleAsync(id))!.Article.ByHand);
    }

    [Fact]
    public async Task What_is_no_correction_is_refused_and_nothing_is_kept()
    {
        var ids = await SwansAsync(2);
        (Correction, string)[] wrong =
        [
            (Said(CorrectionKind.Merge), "about a report"), (Said(CorrectionKind.Merge, ids[0]), "two stories"), (Said(CorrectionKind.Merge, ids[0], "nobody"), "there is no report nobody"),
            (Said(CorrectionKind.Date, ids[0]) with { Value = "yesterday" }, "YYYY-MM-DD"), (Said(CorrectionKind.Outlet, ids[0]), "nothing to set"),
            (Said(CorrectionKind.Outlet, ids[0]) with { Value = "…" }, "no name of an outlet"),
            (Said(CorrectionKind.Address, ids[0]) with { Value = "https://norvikpost.example/1" }, "another report has this address"),
            (Said(CorrectionKind.Move, ids[0]), "the story to move to"), (Said(CorrectionKind.Split, ids[0]), "some of its reports stay"), (Said(CorrectionKind.Apart, ids[0]), "two are kept apart"),
            (Said(CorrectionKind.Speaker, ids[0]) with { Value = "Ana" }, "as it was read"), (Said(CorrectionKind.Pin, ids[0]), "series of figures"),
            (Said(CorrectionKind.Pin, ids[0]) with { Figures = [new FigurePlace(ids[0], "short", 3, 9)] }, "series of figures"),
            (Said(CorrectionKind.Remove, ids[0]) with { By = "" }, "who says so"),
        ];
        foreach (var (correction, why) in wrong)
            Assert.Contains(why, (await Store.CorrectAsync(correction)).Refusal, StringComparison.Ordinal);
        Assert.Empty(await Store.CorrectionsAsync(new CorrectionFilter()));
        Assert.All(await Store.FindArticlesAsync(ids), a => Assert.Null(a.Settings));
    }

    [Fact]
    public async Task Corrections_go_with_an_export_and_can_be_undone_where_they_came_in()
    {
        var ids = await SwansAsync(4);
        await CorrectedAsync(Said(CorrectionKind.Apart, ids[0]) with { Without = [ids[1]] });
        await CorrectedAsync(Said(CorrectionKind.Outlet, ids[0]) with { Value = "Norvik Gazette" });
        await CorrectedAsync(Said(CorrectionKind.Speaker, ids[1]) with { Speaker = "a keeper", Value = "Ines Holm" });
        await UndoneAsync((await CorrectedAsync(Said(CorrectionKind.Date, ids[2]) with { Value = "2031-02-01" })).Id);
        var removed = await CorrectedAsync(Said(CorrectionKind.Remove, ids[3]));
        var records = await Store.ExportAsync().ToListAsync();
        await using var other = OpenOther();
        for (var round = 0; round < 2; round++) await other.RestoreAsync([.. records.Select(r => StoreJson.Read(StoreJson.Write(r))!)]);
        Assert.Equal(records.Select(StoreJson.Write), (await other.ExportAsync().ToListAsync()).Select(StoreJson.Write));
        Assert.Equal([1L], (await other.CorrectionsAsync(new CorrectionFilter { IsWaiting = true })).Select(c => c.Id));
        Assert.Equal("Ines Holm", Assert.Single((await other.FindArticleAsync(ids[1]))!.Article.ByHand!.Speakers).Name);
        await other.UndoAsync(removed.Id, "Ben", Invented.Noon);
        Assert.NotNull(await other.FindArticleAsync(ids[3]));
    }

    /// <summary>An export of an older version has what was set with the report alone.</summary>
    [Fact]
    public async Task What_was_set_in_an_export_without_corrections_can_be_undone_too()
    {
        var ids = await SwansAsync(1);
        await SetAsync(ids[0], "Norvik Gazette", "2031-03-02");
        var records = (await Store.ExportAsync().ToListAsync()).Where(r => r.Correction is null).ToImmutableArray();
        await using var other = OpenOther();
        await other.RestoreAsync(records);
        Assert.Equal("Norvik Gazette", (await other.FindArticleAsync(ids[0]))!.Article.Outlet);
        var outlet = (await other.CorrectionsAsync(new CorrectionFilter())).Single(c => c.Kind == CorrectionKind.Outlet);
        await other.UndoAsync(outlet.Id, "Ben", Invented.Noon);
        var after = (await other.FindArticleAsync(ids[0]))!;
        Assert.NotEqual("Norvik Gazette", after.Article.Outlet);
        Assert.Equal("2031-03-02", after.Published.Value);
    }
}

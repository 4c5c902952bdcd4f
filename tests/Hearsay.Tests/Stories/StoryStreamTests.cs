using System.Collections.Immutable;
using CsCheck;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

public sealed class StoryStreamTests
{
    private static readonly DateOnly Monday = new(2031, 3, 3);

    [Fact]
    public void Reports_of_one_event_join_and_others_begin_stories_of_their_own()
    {
        var stream = new StoryStream(7);
        stream.Add(Flood("a"), Monday);
        var strike = stream.Add(Strike("b"), Monday);
        var joined = stream.Add(Flood("c"), Monday.AddDays(1));
        Assert.Equal(["a", "c"], Assert.Single(joined.Changed).ReportIds);
        Assert.NotEqual(strike.StoryId, joined.StoryId);
        Assert.Equal(2, stream.Stories.Count());
    }

    [Fact]
    public void The_order_of_arrival_makes_no_difference_to_clear_stories()
    {
        StorySignature[] all = [Flood("a"), Strike("b"), Flood("c"), Vote("d"), Strike("e"), Flood("f"), Vote("g")];
        Gen.Shuffle(all).Sample(
            shuffled =>
            {
                var stream = new StoryStream(7);
                foreach (var report in shuffled) stream.Add(report, Monday);
                return Grouped(stream) == "a c f | b e | d g";
            },
            iter: 50);
    }

    [Fact]
    public void A_story_too_large_to_be_grouped_anew_still_takes_in_what_is_like_it()
    {
        var stream = new StoryStream(7);
        for (var i = 0; i < 90; i++) stream.Add(Flood($"f{i:00}"), Monday);
        stream.Add(Strike("b"), Monday);
        stream.Add(Strike("c"), Monday);
        Assert.Equal([90, 2], stream.Stories.Select(s => s.ReportIds.Length));
        Assert.Equal(91, Assert.Single(stream.Add(Flood("g"), Monday).Changed).ReportIds.Length);
    }

    [Fact]
    public void A_report_that_tells_of_two_stories_brings_them_together_under_the_id_of_the_larger()
    {
        var stream = new StoryStream(7);
        stream.Add(Words("a", "dam sluice reservoir"), Monday);
        stream.Add(Words("b", "dam sluice reservoir"), Monday);
        var larger = stream.Add(Words("c", "dam sluice reservoir"), Monday).StoryId;
        var smaller = stream.Add(Words("d", "evacuation shelter school"), Monday).StoryId;
        Assert.NotEqual(larger, smaller);
        StoryChange last = null!;
        foreach (var id in (string[])["e", "f", "g"]) last = stream.Add(Words(id, "dam sluice reservoir evacuation shelter school"), Monday);
        Assert.Equal(larger, last.StoryId);
        Assert.Equal("a b c d e f g", Grouped(stream));
    }

    [Fact]
    public void A_merger_says_which_story_is_no_more()
    {
        var stream = new StoryStream(7);
        var first = stream.Add(Words("a", "dam sluice reservoir"), Monday).StoryId;
        var second = stream.Add(Words("b", "evacuation shelter school"), Monday).StoryId;
        var merged = stream.Add(Words("c", "dam sluice reservoir evacuation shelter school"), Monday);
        var changes = merged.Merged.Concat(stream.Add(Words("d", "dam sluice reservoir evacuation shelter school"), Monday).Merged);
        Assert.Contains(new MergedStory(second, first), changes);
        Assert.Single(stream.Stories);
    }

    [Fact]
    public void A_changed_report_can_leave_its_story()
    {
        var stream = new StoryStream(7);
        stream.Add(Flood("a"), Monday);
        var before = stream.Add(Flood("b"), Monday).StoryId;
        var after = stream.Add(Vote("b"), Monday);
        Assert.NotEqual(before, after.StoryId);
        Assert.Equal("a | b", Grouped(stream));
    }

    [Fact]
    public void After_a_restart_the_stream_goes_on_as_if_nothing_had_been()
    {
        StorySignature[] all = [Flood("a"), Strike("b"), Flood("c"), Vote("d"), Strike("e"), Flood("f"), Vote("g")];
        var whole = new StoryStream(7);
        foreach (var report in all) whole.Add(report, Monday);
        var first = new StoryStream(7);
        var storyOf = all[..4].Select(r => (Report: r, Story: first.Add(r, Monday).StoryId)).ToList();
        var second = new StoryStream(7);
        foreach (var (report, story) in storyOf) second.Restore(StorySignature.Parse(report.ReportId, report.Day, report.WordLine()), Monday, story);
        foreach (var report in all[4..]) second.Add(report, Monday);
        Assert.Equal(
            whole.Stories.Select(s => (s.Id, string.Join(' ', s.ReportIds))),
            second.Stories.Select(s => (s.Id, string.Join(' ', s.ReportIds)))
        );
    }

    [Fact]
    public void What_is_older_than_the_window_is_not_compared()
    {
        var stream = new StoryStream(2);
        var old = stream.Add(Flood("a") with { Day = null }, Monday).StoryId;
        Assert.NotEqual(old, stream.Add(Flood("b") with { Day = null }, Monday.AddDays(3)).StoryId);
        Assert.Equal("b", Grouped(stream));
    }

    [Fact]
    [Trait("Lane", "slow")]
    public void Hundreds_of_reports_of_one_event_stay_one_story()
    {
        var stream = new StoryStream(7);
        for (var i = 0; i < 400; i++) stream.Add(Flood($"{i:000}"), Monday);
        Assert.Single(stream.Stories);
    }

    [Fact]
    public void A_line_that_is_no_signature_is_refused() => Assert.Throws<FormatException>(() => StorySignature.Parse("a", null, "dam"));

    private static string Grouped(StoryStream stream) =>
        string.Join(" | ", stream.Stories.Select(s => string.Join(' ', s.ReportIds.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static StorySignature Flood(string id) => Words(id, "dam sluice reservoir evacuation valley torrent");

    private static StorySignature Strike(string id) => Words(id, "ferry strike union crossing harbour wage");

    private static StorySignature Vote(string id) => Words(id, "ballot turnout candidate recount coalition poll");

    private static StorySignature Words(string id, string words) =>
        new(id, Monday, [.. words.Split(' ').Order(StringComparer.Ordinal).Select(w => new WordCount(w, 2)).ToImmutableArray()]);
}

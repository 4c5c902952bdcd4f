using System.Collections.Immutable;
using CsCheck;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

/// <summary>What a person says of the stories of reports holds against their words, whatever comes in and in whatever order.</summary>
public sealed class StoryConstraintsTests
{
    private static readonly DateOnly Monday = new(2031, 3, 3);

    [Fact]
    public void Reports_that_must_be_together_are_and_draw_what_is_like_them()
    {
        var stream = Stream(["flood a", "flood b", "strike c", "strike d"]);
        var merged = stream.Constrain(Together("a b c d"), ["a", "b", "c", "d"]);
        Assert.Equal(("a b c d", 1, 1), (Grouped(stream), merged.Changed.Length, merged.Merged.Length));
        foreach (var report in (string[])["flood e", "strike f", "vote g"]) stream.Add(Report(report), Monday);
        Assert.Equal("a b c d e f | g", Grouped(stream));
    }

    [Fact]
    public void Reports_that_must_not_meet_do_not_whatever_comes_in_later()
    {
        var stream = Stream(["flood a", "flood b", "flood c"]);
        stream.Constrain(Apart("a", "b c"), ["a", "b", "c"]);
        Assert.Equal("a | b c", Grouped(stream));
        for (var i = 0; i < 6; i++) stream.Add(Report($"flood n{i}"), Monday);
        Assert.NotEqual(StoryOf(stream, "a"), StoryOf(stream, "b"));
        Assert.Equal(StoryOf(stream, "c"), StoryOf(stream, "b"));
    }

    [Fact]
    public void What_is_apart_is_apart_from_all_that_is_together_with_it()
    {
        var stream = Stream(["flood a", "strike b", "flood c"]);
        stream.Constrain(new StoryConstraints([["a", "b"]], [(["b"], ["c"])]), ["a", "b", "c"]);
        Assert.Equal("a b | c", Grouped(stream));
        Assert.True(new StoryConstraints([["a", "b"], ["b", "c"]], [(["a"], ["c"])]).IsContradictory);
        Assert.False(new StoryConstraints([["a", "b"]], [(["b"], ["c"])]).IsContradictory);
    }

    [Fact]
    public void A_report_that_was_placed_draws_nothing_to_where_it_stands()
    {
        var stream = Stream(["flood a", "flood b", "strike c", "strike d"]);
        stream.Add(Words("x", "dam evacuation reservoir sluice torrent valley rescue"), Monday);
        stream.Constrain(new StoryConstraints([["x", "c"]], [(["x"], ["a", "b"])], ["x"]), ["x", "a", "c"]);
        Assert.Equal("a b | c d x", Grouped(stream));
        stream.Add(Words("y", "dam evacuation reservoir sluice torrent valley rescue"), Monday);
        Assert.Equal("a b y | c d x", Grouped(stream));
    }

    [Fact]
    public void Without_its_constraints_a_stream_groups_as_if_there_had_been_none()
    {
        var stream = Stream(["flood a", "flood b", "strike c"]);
        stream.Constrain(new StoryConstraints([["a", "c"]], [(["a"], ["b"])]), ["a", "b", "c"]);
        Assert.Equal("a c | b", Grouped(stream));
        stream.Constrain(StoryConstraints.None, ["a", "b", "c"]);
        Assert.Equal("a b | c", Grouped(stream));
        Assert.Empty(stream.Constrain(StoryConstraints.None, ["a", "b", "c"]).Changed);
    }

    [Fact]
    public void The_order_of_arrival_makes_no_difference()
    {
        string[] all = ["flood a", "strike b", "flood c", "vote d", "strike e", "flood f", "vote g"];
        var said = new StoryConstraints([["a", "b"], ["d", "e"]], [(["b"], ["e"]), (["f"], ["g"])]);
        Gen.Shuffle(all).Sample(shuffled =>
        {
            var stream = new StoryStream(7);
            stream.Constrain(said, []);
            foreach (var report in shuffled) stream.Add(Report(report), Monday);
            return Grouped(stream) == "a b c f | d e g";
        }, iter: 50);
    }

    [Fact]
    public void Reports_under_constraints_stay_in_the_window()
    {
        var stream = Stream(["flood a", "strike b"]);
        stream.Constrain(Apart("a", "b"), ["a", "b"]);
        stream.Add(Report("vote x"), Monday.AddDays(30));
        Assert.Equal("a | b | x", Grouped(stream));
        stream.Constrain(StoryConstraints.None, ["a", "b"]);
        Assert.Equal("x", Grouped(stream));
    }

    [Fact]
    public void What_is_said_of_a_report_before_it_comes_holds_when_it_comes()
    {
        var stream = new StoryStream(7);
        stream.Constrain(Together("a b"), []);
        stream.Add(Report("flood a"), Monday);
        Assert.Equal(stream.Add(Report("strike b"), Monday).StoryId, StoryOf(stream, "a"));
    }

    [Fact]
    [Trait("Lane", "slow")]
    public void Constraints_hold_in_stories_too_large_to_be_grouped_anew()
    {
        var stream = Stream([.. Enumerable.Range(0, 200).Select(i => $"flood r{i:000}")]);
        stream.Constrain(new StoryConstraints([["r000", "w"]], [(["r001"], ["x"]), (["r001"], ["y"])]), ["r000", "r001"]);
        stream.Add(Report("strike w"), Monday);
        stream.Add(Report("flood x"), Monday);
        stream.Add(Report("flood y"), Monday);
        Assert.Equal((StoryOf(stream, "r000"), true), (StoryOf(stream, "w"), StoryOf(stream, "x") != StoryOf(stream, "r001")));
        Assert.NotEqual(StoryOf(stream, "r001"), StoryOf(stream, "y"));
    }

    private static StoryConstraints Together(string reports) => new([[.. reports.Split(' ')]], []);

    private static StoryConstraints Apart(string some, string others) => new([], [([.. some.Split(' ')], [.. others.Split(' ')])]);

    private static StoryStream Stream(string[] reports)
    {
        var stream = new StoryStream(7);
        foreach (var report in reports) stream.Add(Report(report), Monday);
        return stream;
    }

    private static StorySignature Report(string told) => told.Split(' ') is ["flood", var flood] ? Words(flood, "dam evacuation reservoir sluice torrent valley")
        : told.Split(' ') is ["strike", var strike] ? Words(strike, "crossing ferry harbour strike union wage")
        : Words(told.Split(' ')[1], "ballot candidate coalition poll recount turnout");

    private static StorySignature Words(string id, string words) => new(id, Monday, [.. words.Split(' ').Select(w => new WordCount(w, 1))]);

    private static string StoryOf(StoryStream stream, string id) => stream.Stories.Single(s => s.ReportIds.Contains(id)).Id;

    private static string Grouped(StoryStream stream) =>
        string.Join(" | ", stream.Stories.Select(s => string.Join(' ', s.ReportIds.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}

using System.Globalization;
using CsCheck;
using Hearsay.Copies;
using Hearsay.Model;

namespace Hearsay.Tests.Copies;

public sealed class CopyStreamTests
{
    private static readonly DateOnly Monday = new(2031, 3, 3);

    /// <summary>A text of paragraphs of twenty words each that no other seed has.</summary>
    private static string Text(int seed, int paragraphs) =>
        string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(p => string.Join(' ', Words(seed, p, 20)) + "."));

    private static IEnumerable<string> Words(int seed, int paragraph, int count) =>
        Enumerable.Range(0, count).Select(w => string.Create(CultureInfo.InvariantCulture, $"w{seed}x{paragraph}x{w}"));

    [Fact]
    public void What_a_report_has_of_an_earlier_one_is_told_by_kind()
    {
        var stream = new CopyStream(7);
        var text = Text(1, 10);
        Assert.Empty(Add(stream, "source", text));
        Assert.Equal(CopyKind.Verbatim, Assert.Single(Add(stream, "same", text)).Kind);
        Assert.Equal(CopyKind.Edited, Add(stream, "edited", text + "\n\n" + Text(2, 2)).First().Kind);
        Assert.Equal(CopyKind.Abridged, Add(stream, "short", Text(1, 4)).First().Kind);
        Assert.Equal(CopyKind.Passages, Add(stream, "own", Text(1, 2) + "\n\n" + Text(3, 4)).First().Kind);
        Assert.Empty(Add(stream, "other", Text(4, 10)));
    }

    [Fact]
    public void A_passage_is_cited_in_both_texts()
    {
        var stream = new CopyStream(7);
        var (there, here) = (Text(1, 3) + "\n\n" + Text(2, 1), "Something of its own. " + Text(2, 1) + "\n\n" + Text(3, 3));
        Add(stream, "a", there);
        var finding = Assert.Single(Add(stream, "b", here));
        var passage = Assert.Single(finding.Passages);
        Assert.Equal("a", finding.ReportId);
        Assert.Equal(20, finding.Words);
        Assert.Equal(Text(2, 1), passage.Here.Of(here).ToString() + ".");
        Assert.Equal(Text(2, 1), passage.There.Of(there).ToString() + ".");
    }

    [Fact]
    public void A_passage_with_one_word_in_eight_exchanged_is_found_in_any_place() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 7]).Sample((paragraph, at) =>
        {
            var stream = new CopyStream(7);
            Add(stream, "a", Text(1, 5));
            var words = Words(1, paragraph, 20).Select((w, i) => i % 8 == at ? "changed" : w);
            return Add(stream, "b", Text(2, 5) + "\n\n" + string.Join(' ', words) + ".").Any(f => f.ReportId == "a");
        }, iter: 40);

    [Fact]
    public void What_a_text_quotes_counts_for_how_much_of_it_is_a_copy()
    {
        var stream = new CopyStream(7);
        var quoted = string.Join("\n\n", Enumerable.Range(0, 4).Select(p => $"“{string.Join(' ', Words(9, p, 30))}.”"));
        Add(stream, "a", Text(1, 2) + "\n\n" + quoted);
        Assert.Equal(CopyKind.Edited, Assert.Single(Add(stream, "b", Text(1, 2) + "\n\n" + quoted + "\n\n" + Text(2, 1))).Kind);
    }

    [Fact]
    public void What_both_quote_is_no_copy()
    {
        var stream = new CopyStream(7);
        var quote = $"“{string.Join(' ', Words(9, 0, 30))},” ";
        Add(stream, "a", Text(1, 2) + "\n\n" + quote + "the mayor of the town said to the council.");
        Assert.Empty(Add(stream, "b", Text(2, 2) + "\n\n" + quote + "she told a paper on the island later."));
    }

    [Fact]
    public void Of_many_that_run_one_text_the_earliest_is_named_and_each_source_of_a_mixed_report()
    {
        var stream = new CopyStream(7);
        for (var i = 0; i < 20; i++) Add(stream, $"a{i:00}", Text(1, 6));
        Add(stream, "b", Text(2, 6));
        var found = Add(stream, "mixed", Text(1, 6) + "\n\n" + Text(2, 1));
        Assert.Equal(["a00", "b"], found.Select(f => f.ReportId));
    }

    [Fact]
    public void A_report_that_left_the_window_was_removed_or_has_another_text_now_is_no_source()
    {
        var stream = new CopyStream(2);
        Add(stream, "a", Text(1, 5));
        Assert.NotEmpty(Add(stream, "b", Text(1, 5), Monday.AddDays(2)));
        Assert.Equal(["b"], Add(stream, "c", Text(1, 5), Monday.AddDays(3)).Select(f => f.ReportId));
        stream.Remove("b");
        Assert.Equal(["c"], Add(stream, "d", Text(1, 5), Monday.AddDays(3)).Select(f => f.ReportId));
        stream.Remove("d");
        Assert.Empty(Add(stream, "c", Text(2, 5), Monday.AddDays(3)));
        Assert.Empty(Add(stream, "e", Text(1, 5), Monday.AddDays(4)));
        // "c" was taken in anew on the fourth day and stays for two more, "a" and its first text are gone
        Assert.Equal(["c"], Add(stream, "f", Text(2, 5), Monday.AddDays(5)).Select(f => f.ReportId));
    }

    [Fact]
    public void What_was_put_back_is_found_as_if_it_had_just_come()
    {
        var stream = new CopyStream(7);
        stream.Restore(CopyText.Of(new Article { Id = "a", Text = Text(1, 5) }), Monday);
        Assert.Equal(["a"], Add(stream, "b", Text(1, 5), Monday.AddDays(1)).Select(f => f.ReportId));
    }

    [Theory]
    [InlineData("Harrow Post", "", "Norlund Press Agency", "Harrow Post", CopySource.First)]
    [InlineData("Norlund Press Agency", "Harrow Post", "Harrow Post", "", CopySource.Second)]
    [InlineData("Harrow Post", "NPA", "Elver News", "Norlund Press Agency", CopySource.Third)]
    [InlineData("Harrow Post", "NPA", "Elver News", "", CopySource.Third)]
    [InlineData("Harrow Post", "", "Elver News", "", CopySource.First)]
    public void Who_has_it_from_whom_is_told_by_credits_then_by_time(string first, string firstCredits, string second, string secondCredits, CopySource expected)
    {
        Assert.Equal(expected, CopySources.Of(Credited(first, firstCredits, "2031-03-03T08:00:00Z"), Credited(second, secondCredits, "2031-03-03T09:30:00Z")));

        static Article Credited(string outlet, string credit, string published) =>
            new() { Id = outlet, Outlet = outlet, Text = "The mill burned down on Monday.", Credits = credit.Length > 0 ? [credit] : [], Published = new(published, DateBasis.Metadata, []) };
    }

    private static IEnumerable<CopyFinding> Add(CopyStream stream, string id, string text, DateOnly? day = null) =>
        stream.Add(CopyText.Of(new Article { Id = id, Text = text }), day ?? Monday);
}

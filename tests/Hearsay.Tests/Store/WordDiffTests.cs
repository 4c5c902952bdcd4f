using System.Diagnostics;
using CsCheck;
using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Forty people were hurt.", "Forty-two people were hurt.", "Forty|[=>-two ]|people were hurt.")]
    [InlineData("The mayor said yes.", "The mayor said no.", "The mayor said |[yes=>no]|.")]
    [InlineData("One.\n\nTwo.", "One.\n\nNew here.\n\nTwo.", "One.\n\n|[=>New here.\n\n]|Two.")]
    [InlineData("", "All new.", "[=>All new.]")]
    [InlineData("All gone.", "", "[All gone.=>]")]
    [InlineData("Same.", "Same.", "Same.")]
    [InlineData("It was so said the man.", "It was so, said the man.", "It was so|[=>, ]|said the man.")]
    [InlineData("It carries 14,000 cars.", "It carries 15,000 cars.", "It carries |[14,000 =>15,000 ]|cars.")]
    [InlineData("At 9.45, or 1,2", "At 9.50, or 1,3", "At |[9.45=>9.50]|, or |[1,2=>1,3]")]
    [InlineData("", "", "")]
    public void Changes_are_told_by_words(string old, string now, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDiff.Of(old, now).Select(c => c.IsSame ? c.New.Of(now) : $"[{c.Old.Of(old)}=>{c.New.Of(now)}]")));

    [Fact]
    public void The_stretches_cover_both_texts() => Gen.Select(Gen.String["ab .\n"], Gen.String["ab .\n"]).Sample((old, now) =>
    {
        var changes = WordDiff.Of(old, now);
        Assert.Equal(old, string.Concat(changes.Select(c => c.Old.Of(old))));
        Assert.Equal(now, string.Concat(changes.Select(c => c.New.Of(now))));
        Assert.All(changes.Where(c => c.IsSame), c => Assert.Equal(Plain(c.Old.Of(old)), Plain(c.New.Of(now))));
    }, seed: "0N0XIzNsQ0O2", iter: 3000);

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void A_book_against_another_takes_no_minute()
    {
        var clock = Stopwatch.StartNew();
        WordDiff.Of(
            string.Join("\n\n", Enumerable.Range(0, 5000).Select(i => $"Paragraph {i} of the one with {i * 7} words")),
            string.Join("\n\n", Enumerable.Range(0, 5000).Select(i => $"Sentence {i} of another with {i * 5} terms"))
        );
        WordDiff.Of(string.Join(' ', Enumerable.Range(0, 50_000)), string.Join(' ', Enumerable.Range(60_000, 50_000)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }
}

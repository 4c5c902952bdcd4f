using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Sources;
using Hearsay.Stories;

namespace Hearsay.Tests.Reconciliation;

/// <summary>What is printed as a question is a whole English question, whatever the reports.</summary>
public sealed partial class FigureEnglishTests
{
    [Fact]
    public void Every_question_shown_of_the_samples_is_whole()
    {
        var shown = Samples().SelectMany(Shown).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(shown);
        Assert.All(shown, q => Assert.True(IsWhole(q), q));
    }

    [Fact]
    public void Every_question_that_a_figure_of_the_specs_answers_is_whole()
    {
        var text = string.Join("\n\n", Directory.GetFiles(Repository.At("tests/Hearsay.Tests/Specs"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value));
        var story = new StoryText(new Story("s", "", [Reader.Read(new Article { Id = "a", Text = text })], []));
        var asked = FigureSeriesBuilder.Profiles(story).Select(FigureQuestion.Of).OfType<string>().ToArray();
        Assert.True(asked.Length > 20);
        Assert.All(asked, q => Assert.True(IsWhole(q), q));
    }

    [Theory]
    [InlineData("How many boats sank off Karsk?", true)]
    [InlineData("In how many -line statement did the company say?", false)]
    [InlineData("How many times did the ferry call at Karsk six times and in Tolland between?", false)]
    [InlineData("How many women came forward with ‘claims?", false)]
    [InlineData("What share?", false)]
    public void What_is_whole(string question, bool isSo) => Assert.Equal(isSo, IsWhole(question));

    private static IEnumerable<string> Shown(string folder)
    {
        var briefing = Reader.Brief([.. PageSource.Read([folder]).Pages.Select(p => Reader.Read(p).Report!)]);
        return briefing.Findings.FigureSeries.Where(s => s.IsWhole).Select(s => s.Question);
    }

    private static string[] Samples() => Directory.GetDirectories(Repository.At("samples"));

    /// <summary>It asks how many of what, or how much; no fragment joined by a hyphen, no gap, no mark left open, no word at the end that joins what is cut.</summary>
    private static bool IsWhole(string question) => Whole().IsMatch(question) && !Broken().IsMatch(question);

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}+ )?(?:[Hh]ow many \p{L}[\p{L}’'.]*(?:-\p{L}+)*|[Hh]ow much money|[Ww]hat share of) .+ \S+\?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s-|-\s|…|[“”‘""()\[\]:;]|\b(?:its|their|his|her|they|it|he|she|this|these|those)\b|\b(?:a|an|the|of|in|on|at|for|to|with|by|from|as|and|or|but|than|that|between|during)\?$")]
    private static partial Regex Broken();

    [GeneratedRegex(@"^\| ([A-Z][^|]*\.) \|")]
    private static partial Regex Row();
}

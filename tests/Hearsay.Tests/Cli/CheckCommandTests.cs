using System.Text.Json;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Cli;

/// <summary>`hearsay check` on the samples, in files and in a store.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private static readonly string Dam = Repository.At("samples", "dam-breach");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Who_carries_a_sentence_is_said_with_the_words_and_where_they_stand()
    {
        var run = CommandRun.Of("check", "The Corvane Dam gave way after five days of heavy rain.", Dam);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("3 reports carry all of it, from 1 origin, since 13 March 2025\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("→ without “five days of heavy rain”\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nNo report says what cannot hold beside it.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_number_is_held_against_the_right_one_as_JSON()
    {
        var run = CommandRun.Of("check", "About 52 million cubic metres of water drained into the valley.", Dam, "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Empty(json.RootElement.GetProperty("carried").GetProperty("items").EnumerateArray());
        var opposed = json.RootElement.GetProperty("opposed");
        Assert.Equal(1, opposed.GetProperty("independent").GetInt32());
        var item = Assert.Single(opposed.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("page").ValueKind);
        var differs = Assert.Single(item.GetProperty("differs").EnumerateArray());
        Assert.Equal(
            ("figure", "About 38 million cubic meters"), (differs.GetProperty("kind").GetString(), differs.GetProperty("found").GetString())
        );
    }

    [Fact]
    public void A_store_is_searched_and_the_passages_have_addresses_on_the_desk()
    {
        var store = Path.Combine(_folder.Path, "news.db");
        Assert.Equal(0, CommandRun.Of("import", Repository.At("samples"), "--store", store).Code);
        var run = CommandRun.Of("check", "President Edmund Lasko declared three days of national mourning.", "--store", store, "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var item = Assert.Single(json.RootElement.GetProperty("carried").GetProperty("items").EnumerateArray());
        Assert.Equal("The Meridian Post", item.GetProperty("outlet").GetString());
        Assert.NotNull(item.GetProperty("storyId").GetString());
        var (start, length) = (item.GetProperty("start").GetInt32(), item.GetProperty("length").GetInt32());
        Assert.Equal($"/reports/{item.GetProperty("articleId").GetString()}?at={start}-{length}#cited", item.GetProperty("page").GetString());
    }

    [Theory]
    [InlineData("", "there is no sentence to check")]
    [InlineData("Rain.", "too short")]
    [InlineData("Der Damm ist am Mittwoch gebrochen und die Menschen sind geflohen.", "only English is read")]
    public void What_cannot_be_checked_is_refused_in_one_line(string sentence, string reason)
    {
        var run = CommandRun.Of("check", sentence, Dam);
        Assert.Equal((ExitCode.WrongUsage, ""), (run.Code, run.Output));
        Assert.Contains(reason, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_and_a_store_exclude_each_other_and_unread_input_is_named()
    {
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("check", "The dam gave way on Wednesday.", Dam, "--store", "news.db").Code);
        var run = CommandRun.Of("check", "The dam gave way on Wednesday.", Path.Combine(_folder.Path, "nothing.txt"));
        Assert.Equal(ExitCode.UnreadInput, run.Code);
        Assert.Contains("nothing.txt", run.Error, StringComparison.Ordinal);
    }
}

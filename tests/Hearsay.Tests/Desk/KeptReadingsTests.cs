using Hearsay.App.Desk;
using Hearsay.Language;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Language.Encoder;
using Hearsay.Tests.Cli;
using Hearsay.Tests.Store;

namespace Hearsay.Tests.Desk;

public sealed class KeptReadingsTests
{
    [Fact]
    public async Task What_was_found_in_a_text_is_kept_until_the_text_changes()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var store = SqliteNewsStore.Open(Path.Combine(folder.Path, "store.db"));
        const string Text = "The mill at Aldersea burned down on Monday. Nothing is left, its owner said.";
        var article = Invented.Article(Text, "https://aldersea.example/mill");
        await store.SaveAsync(article);
        var stored = (await store.FindArticleAsync(article.Id, cancel))!;
        var encoder = SmallEncoder.Make();

        var first = new DeepReadings(encoder);
        await KeptReadings.RecallAsync(store, [stored], first, cancel);
        var read = LanguageReader.Read(stored.Article, first);
        await KeptReadings.KeepAsync(store, [stored], first, cancel);

        var second = new DeepReadings(encoder);
        await KeptReadings.RecallAsync(store, [stored], second, cancel);
        Assert.Equal(read.Tokens, LanguageReader.Read(stored.Article, second).Tokens);
        Assert.False(second.IsNew(stored.Article.Text));

        await store.SaveAsync(article with { Text = article.Text + " The police came." }, Invented.Noon.AddHours(2));
        var changed = (await store.FindArticleAsync(article.Id, cancel))!;
        var third = new DeepReadings(encoder);
        await KeptReadings.RecallAsync(store, [changed], third, cancel);
        Assert.Null(third.Of(changed.Article.Text));
    }
}

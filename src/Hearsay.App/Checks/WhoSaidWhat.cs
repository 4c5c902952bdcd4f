using System.Collections.Immutable;
using Hearsay.App.Desk;
using Hearsay.Stories;
using Hearsay.Statements;
using Hearsay.Storage;

namespace Hearsay.App.Checks;

// A name, a story or both in, what was said out: by whom, in whose report, in which words.
// Method: the reports of the story, or those that full-text search finds for the speaker, are read and their casts merged story by story, so that "the
// mayor" and "she" stand under her name; what is attributed to nobody is left out.

/// <summary>Finds what people and bodies are reported to have said.</summary>
/// <param name="reader">Reads the reports.</param>
internal sealed class WhoSaidWhat(DeepReader reader)
{
    /// <summary>So many reports are read.</summary>
    private const int MostReports = 100;

    /// <summary>What was said, the last published first; null where there is no such story.</summary>
    /// <param name="store">Where the reports are.</param>
    /// <param name="who">Words of a name; null for everybody.</param>
    /// <param name="storyId">A story; null for all.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ImmutableArray<SaidWords>?> FindAsync(INewsStore store, string? who, string? storyId, CancellationToken cancel)
    {
        var words = (who ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (await ArticlesAsync(store, words, storyId, cancel).ConfigureAwait(false) is not { } articles) return null;
        var stories = await store.StoriesOfAsync([.. articles.Select(a => a.Id)], cancel).ConfigureAwait(false);
        var said = new List<SaidWords>();
        foreach (var story in articles.GroupBy(a => stories.GetValueOrDefault(a.Id) ?? a.Id, StringComparer.Ordinal))
        {
            var read = await reader.ReadDatedAsync(store, [.. story], atHand: true, cancel).ConfigureAwait(false);
            foreach (var report in StoryCast.Merge(StoryGrouper.Tell(read.Reports, story.Key)).Reports)
                said.AddRange(report.Attributions.Where(a => IsBy(a, words)).Select(a => SaidWords.Of(report, a, stories.GetValueOrDefault(report.Article.Id))));
        }

        return [.. said.OrderByDescending(s => s.Published ?? "", StringComparer.Ordinal).ThenBy(s => s.ArticleId, StringComparer.Ordinal).ThenBy(s => s.Start)];
    }

    private static async Task<ImmutableArray<StoredArticle>?> ArticlesAsync(INewsStore store, string[] who, string? storyId, CancellationToken cancel)
    {
        if (storyId is null)
        {
            var query = new SearchQuery { All = [.. who.Select(w => ImmutableArray.Create(new SearchTerm(SearchField.Speaker, w, IsPrefix: false)))] };
            return [.. (await store.SearchAsync(query, MostReports, cancel: cancel).ConfigureAwait(false)).Hits.Select(h => h.Article)];
        }

        if (await store.FindStoryAsync(storyId, cancel).ConfigureAwait(false) is not { } story) return null;
        return await store.FindArticlesAsync([.. story.Reports.Take(MostReports).Select(r => r.ArticleId)], cancel).ConfigureAwait(false);
    }

    /// <summary>True for words of whoever has all these words in the name; that somebody did not say or answer something is none.</summary>
    private static bool IsBy(Attribution said, string[] words) =>
        said is { Speaker: { } speaker, Content.IsEmpty: false, Negated: false }
        && said.Response is not (ResponseState.DeclinedToComment or ResponseState.DidNotRespond or ResponseState.NotAcknowledged)
        && words.All(w => speaker.Split(' ').Contains(w, StringComparer.OrdinalIgnoreCase));
}

/// <summary>What somebody is reported to have said.</summary>
/// <param name="Speaker">The speaker's name in all reports of the story.</param>
/// <param name="Role">What the report says that the speaker is.</param>
/// <param name="Kind">Whether the words stand between quotation marks, are told in the report's own, or both.</param>
/// <param name="Words">What was said, to the letter; several stretches are joined by "…".</param>
/// <param name="Start">Where the first of them begins in the report's text, in UTF-16 code units.</param>
/// <param name="Length">From there to the end of the last.</param>
/// <param name="Page">The desk's page of the report with these words marked.</param>
public sealed record SaidWords(
    string Speaker,
    string? Role,
    SpeechKind Kind,
    string Words,
    string ArticleId,
    string Outlet,
    string? Published,
    string? StoryId,
    int Start,
    int Length,
    string Page
)
{
    internal static SaidWords Of(Report report, Attribution said, string? storyId)
    {
        var (article, first, last) = (report.Article, said.Content[0], said.Content[^1]);
        return new SaidWords(
            said.Speaker!, said.SpeakerRole, said.Kind, string.Join(" … ", said.Content.Select(c => c.Of(article.Text))), article.Id, OutletName.Of(article),
            article.Published.Value, storyId, first.Start, last.End - first.Start, StoryViews.Address(article.Id, first.Start, last.End - first.Start)
        );
    }
}

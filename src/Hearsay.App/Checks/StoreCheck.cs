using System.Collections.Immutable;
using Hearsay.App.Desk;
using Hearsay.Language;
using Hearsay.Reconciliation.Checks;
using Hearsay.Storage;

namespace Hearsay.App.Checks;

// A sentence and a store in, what its reports say of the sentence out.
// Method: full-text search finds the reports that have a name of the sentence (where it has any) and the most of its rare words; they are read, story by
// story, and their sentences judged from the full text. The search decides nothing but what is read.
// Limits: a report that is not among the best MostReports is not read.

/// <summary>Checks sentences against the reports of a store.</summary>
/// <param name="reader">Reads the reports that are found.</param>
internal sealed class StoreCheck(DeepReader reader)
{
    /// <summary>So many reports are read.</summary>
    private const int MostReports = 60;

    /// <summary>The answer, or why the sentence cannot be checked.</summary>
    /// <param name="store">Where the reports are.</param>
    /// <param name="typed">The sentence.</param>
    /// <param name="atHand">Reports that were not read deeply before are read quickly: for whoever waits at a page.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<(CheckAnswer? Answer, string? Refusal)> CheckAsync(INewsStore store, string? typed, bool atHand, CancellationToken cancel)
    {
        var (sentence, refusal) = AskedSentence.Read(typed, reader.IsDeep ? new DeepReadings() : null);
        if (sentence is null) return (null, refusal);
        var found = await store.SearchAsync(Query(sentence), MostReports, cancel: cancel).ConfigureAwait(false);
        var articles = found.Hits.Select(h => h.Article).ToImmutableArray();
        var stories = await store.StoriesOfAsync([.. articles.Select(a => a.Id)], cancel).ConfigureAwait(false);
        var checks = new List<StoryCheck>();
        foreach (var story in articles.GroupBy(a => stories.GetValueOrDefault(a.Id) ?? a.Id, StringComparer.Ordinal))
        {
            var read = await reader.ReadDatedAsync(store, [.. story], atHand, cancel).ConfigureAwait(false);
            checks.Add(Reader.Check(sentence, read.Reports, story.Key, read.Deep));
        }

        return (CheckAnswer.Of(sentence, checks, stories.ContainsKey), null);
    }

    private static SearchQuery Query(AskedSentence sentence)
    {
        var (names, others) = sentence.SearchWords;
        return new SearchQuery { All = [.. new[] { names, others }.Where(w => !w.IsEmpty).Select(Any)] };
    }

    private static ImmutableArray<SearchTerm> Any(ImmutableArray<string> words) => [.. words.Select(w => new SearchTerm(SearchField.Anywhere, w, IsPrefix: false))];
}

using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>The words by which a report is compared with others: the lemmas of headline and body with how often each stands there.</summary>
internal static class StoryWords
{
    /// <summary>A word of the headline counts as often as this many in the body.</summary>
    private const int HeadlineWeight = 2;

    /// <summary>Counts a report's words, in ordinal order; numbers, marks and single letters are left out.</summary>
    public static ImmutableArray<WordCount> Of(Report report)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in report.Terms)
        {
            if (term.Tag is Upos.Punct or Upos.Sym or Upos.Num || !IsWord(term.Lemma)) continue;
            counts[term.Lemma] = counts.GetValueOrDefault(term.Lemma) + 1;
            lemmas.TryAdd(term.Span.Of(report.Article.Text).ToLowerInvariant(), term.Lemma);
        }
        foreach (var word in Words.Of(report.Article.Headline ?? ""))
        {
            var lemma = lemmas.GetValueOrDefault(word.Span.Of(report.Article.Headline!).ToLowerInvariant(), word.Key);
            if (IsWord(lemma)) counts[lemma] = counts.GetValueOrDefault(lemma) + HeadlineWeight;
        }
        return [.. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new WordCount(c.Key, c.Value))];
    }

    private static bool IsWord(string lemma) => lemma.Length > 1 && char.IsLetter(lemma[0]);
}

using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Copies;

/// <summary>A text as one row of words by numbers, cut into runs that no passage crosses.</summary>
internal sealed class WordSequence
{
    private readonly uint[] keys;
    private readonly TextSpan[] spans;
    private readonly int[] ends;

    private WordSequence(uint[] keys, TextSpan[] spans, int[] ends)
    {
        this.keys = keys;
        this.spans = spans;
        this.ends = ends;
    }

    /// <summary>How many words there are.</summary>
    public int Length => keys.Length;

    /// <summary>The same words have the same number on every machine; two others hardly ever do.</summary>
    public ReadOnlySpan<uint> Keys => keys;

    /// <summary>The index behind the last word of each run.</summary>
    public ReadOnlySpan<int> Ends => ends;

    /// <summary>Where the word at <paramref name="index"/> stands.</summary>
    public TextSpan SpanOf(int index) => spans[index];

    /// <summary>Where the run of the word at <paramref name="index"/> starts.</summary>
    public int RunStart(int index) => RunOf(index) is > 0 and var run ? ends[run - 1] : 0;

    /// <summary>The index behind the last word of its run.</summary>
    public int RunEnd(int index) => ends[RunOf(index)];

    /// <summary>The words of a report, those of direct speech left out.</summary>
    public static WordSequence Of(Report report) => Of(report.Article.Text, [.. report.Quotations.Select(q => q.Inner)]);

    /// <summary>The words of an article that nobody has read, those of direct speech left out.</summary>
    public static WordSequence Of(Article article) =>
        Of(article.Text, [.. QuotationMatcher.Match(article.Text, Paragraphs.Of(article.Text)).Select(q => q.Inner)]);

    /// <summary>All the words of a text; where they stand is not kept.</summary>
    public static WordSequence OfAll(string text)
    {
        var all = Of(text, []);
        return new WordSequence(all.keys, [], all.ends);
    }

    private static WordSequence Of(string text, ImmutableArray<TextSpan> quotations)
    {
        var words = new List<Word>();
        var ends = new List<int>();
        foreach (var run in OwnWords.Runs(text, quotations))
        {
            words.AddRange(run);
            ends.Add(words.Count);
        }

        return new WordSequence([.. words.Select(w => Number(w.Key))], [.. words.Select(w => w.Span)], [.. ends]);
    }

    /// <summary>The numbers of all stretches of <paramref name="length"/> words within a run, each with the index of its first word.</summary>
    public IEnumerable<(ulong Shingle, int Index)> ShinglesOf(int length)
    {
        for (var (start, run) = (0, 0); run < ends.Length; start = ends[run++])
            for (var i = start; i + length <= ends[run]; i++) yield return (Shingle(i, length), i);
    }

    private ulong Shingle(int first, int length)
    {
        var hash = 14695981039346656037UL;
        for (var i = first; i < first + length; i++) hash = (hash ^ keys[i]) * 1099511628211UL;
        // the low bits of the last word alone would tell which stretches are alike
        return hash ^ (hash >> 29);
    }

    private int RunOf(int index) => Array.BinarySearch(ends, index + 1) is var at && at >= 0 ? at : ~at;

    // FNV-1a over the characters
    private static uint Number(string word)
    {
        var hash = 2166136261U;
        foreach (var c in word) hash = (hash ^ c) * 16777619U;
        return hash;
    }
}

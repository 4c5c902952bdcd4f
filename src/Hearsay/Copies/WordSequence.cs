using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Copies;

/// <summary>A report's own prose as one row of words, cut into runs that no passage crosses.</summary>
internal sealed class WordSequence
{
    private readonly ImmutableArray<int> runs;
    private readonly ImmutableArray<int> ends;

    private WordSequence(ImmutableArray<Word> words, ImmutableArray<int> runs, ImmutableArray<int> ends)
    {
        Words = words;
        this.runs = runs;
        this.ends = ends;
    }

    /// <summary>The words in order, those of direct speech left out.</summary>
    public ImmutableArray<Word> Words { get; }

    /// <summary>Where the run of the word at <paramref name="index"/> starts.</summary>
    public int RunStart(int index) => runs[index] == 0 ? 0 : ends[runs[index] - 1];

    /// <summary>The index behind the last word of its run.</summary>
    public int RunEnd(int index) => ends[runs[index]];

    /// <summary>The words of a report.</summary>
    public static WordSequence Of(Report report)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var runs = ImmutableArray.CreateBuilder<int>();
        var ends = ImmutableArray.CreateBuilder<int>();
        foreach (var run in OwnWords.Runs(report.Article.Text, [.. report.Quotations.Select(q => q.Inner)]))
        {
            words.AddRange(run);
            runs.AddRange(Enumerable.Repeat(ends.Count, run.Length));
            ends.Add(words.Count);
        }
        return new WordSequence(words.ToImmutable(), runs.ToImmutable(), ends.ToImmutable());
    }

    /// <summary>The numbers of all stretches of <paramref name="length"/> words within a run, each with the index of its first word.</summary>
    public IEnumerable<(ulong Shingle, int Index)> ShinglesOf(int length)
    {
        for (var (start, run) = (0, 0); run < ends.Length; start = ends[run++])
            foreach (var (offset, shingle) in Shingles.Of(Words[start..ends[run]], length).Index()) yield return (shingle, start + offset);
    }
}

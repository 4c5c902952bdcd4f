using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Copies;

/// <summary>Reports in, the passages that any two of them share out.</summary>
internal static class PassageFinder
{
    /// <summary>A passage has at least so many words in either report.</summary>
    public const int LeastWords = 12;

    /// <summary>At most one word in so many is edited.</summary>
    private const int WordsPerEdit = 5;

    /// <summary>Twelve words with two of them edited still have so many in a row.</summary>
    private const int SeedWords = 4;

    /// <summary>A seed that one report repeats more often than this is a phrase, not a trace of copying.</summary>
    private const int MostRepeats = 8;

    /// <summary>Every passage, in the order of the reports, then of the text.</summary>
    public static ImmutableArray<SharedPassage> Find(ImmutableArray<Report> reports)
    {
        var passages = ImmutableArray.CreateBuilder<SharedPassage>();
        var sequences = reports.Select(WordSequence.Of).ToList();
        var seeds = sequences.Select(SeedsOf).ToList();
        for (var a = 0; a < reports.Length; a++)
        {
            for (var b = a + 1; b < reports.Length; b++)
            {
                foreach (var (first, last) in Between(sequences[a], sequences[b], Common(seeds[a], seeds[b])))
                {
                    passages.Add(new SharedPassage(
                        Cite(reports[a].Article, sequences[a].Words, first.A, last.A),
                        Cite(reports[b].Article, sequences[b].Words, first.B, last.B)
                    )
                );
                }
            }
        }
        return passages.ToImmutable();
    }

    private static Dictionary<ulong, List<int>> SeedsOf(WordSequence words)
    {
        var seeds = new Dictionary<ulong, List<int>>();
        foreach (var (shingle, index) in words.ShinglesOf(SeedWords))
        {
            if (!seeds.TryGetValue(shingle, out var list)) seeds.Add(shingle, list = []);
            list.Add(index);
        }
        return seeds;
    }

    private static List<WordMatch> Common(Dictionary<ulong, List<int>> a, Dictionary<ulong, List<int>> b)
    {
        var matches = new List<WordMatch>();
        foreach (var (shingle, inA) in a)
        {
            if (inA.Count > MostRepeats || !b.TryGetValue(shingle, out var inB) || inB.Count > MostRepeats) continue;
            foreach (var x in inA)
                foreach (var y in inB) matches.Add(new WordMatch(x, y));
        }
        matches.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return matches;
    }

    /// <summary>First and last word of each passage; of two that overlap in either report, the one with more words in common stays.</summary>
    private static IEnumerable<(WordMatch First, WordMatch Last)> Between(WordSequence a, WordSequence b, List<WordMatch> seeds)
    {
        var aligned = new HashSet<WordMatch>();
        var found = new List<List<WordMatch>>();
        foreach (var seed in seeds)
        {
            if (aligned.Contains(seed)) continue;
            var matches = Alignment.Extend(a, b, seed, SeedWords);
            aligned.UnionWith(matches);
            found.AddRange(Close(matches));
        }
        var kept = new List<(WordMatch First, WordMatch Last)>();
        foreach (var matches in found.OrderByDescending(m => m.Count).ThenBy(m => m[0].A).ThenBy(m => m[0].B))
        {
            var (first, last) = (matches[0], matches[^1]);
            if (!kept.Any(k => (first.A <= k.Last.A && k.First.A <= last.A) || (first.B <= k.Last.B && k.First.B <= last.B))) kept.Add((first, last));
        }
        return kept.OrderBy(k => k.First.A).ThenBy(k => k.First.B);
    }

    /// <summary>The stretches of an alignment that are long enough and edited little enough: it is cut at its widest gap until that holds.</summary>
    private static IEnumerable<List<WordMatch>> Close(List<WordMatch> matches)
    {
        var open = new Stack<List<WordMatch>>([matches]);
        while (open.TryPop(out var part))
        {
            if (Math.Min(part[^1].A - part[0].A, part[^1].B - part[0].B) + 1 < LeastWords) continue;
            var (edits, widest, at) = (0, 0, 0);
            for (var i = 1; i < part.Count; i++)
            {
                var gap = Math.Max(part[i].A - part[i - 1].A, part[i].B - part[i - 1].B) - 1;
                edits += gap;
                if (gap > widest) (widest, at) = (gap, i);
            }
            if (edits * WordsPerEdit <= part.Count + edits) yield return part;
            else
            {
                open.Push(part[..at]);
                open.Push(part[at..]);
            }
        }
    }

    private static Citation Cite(Article article, ImmutableArray<Word> words, int first, int last)
    {
        var end = words[last].Span.End;
        // a sentence's own full stop belongs to it
        if (end < article.Text.Length && article.Text[end] is '.' or '!' or '?') end++;
        return new Citation(article.Id, TextSpan.Between(words[first].Span.Start, end));
    }
}

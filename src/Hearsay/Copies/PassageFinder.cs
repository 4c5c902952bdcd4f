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
        var seeds = sequences.Select(s => SeedsOf(s)).ToList();
        for (var a = 0; a < reports.Length; a++)
        {
            for (var b = a + 1; b < reports.Length; b++)
            {
                passages.AddRange(Between(sequences[a], seeds[a], sequences[b], seeds[b])
                    .Select(p => Cite(p, reports[a].Article, sequences[a], reports[b].Article, sequences[b])));
            }
        }
        return passages.ToImmutable();
    }

    /// <summary>Where each stretch of a few words starts; only those that are <paramref name="among"/> these, where they are given.</summary>
    public static Dictionary<ulong, List<int>> SeedsOf(WordSequence words, Dictionary<ulong, List<int>>? among = null)
    {
        var seeds = new Dictionary<ulong, List<int>>();
        foreach (var (shingle, index) in words.ShinglesOf(SeedWords))
        {
            if (among?.ContainsKey(shingle) == false) continue;
            if (!seeds.TryGetValue(shingle, out var list)) seeds.Add(shingle, list = []);
            list.Add(index);
        }
        return seeds;
    }

    /// <summary>The passages of two texts, in the order of the first; of two that overlap in either, the one with more words in common stays.</summary>
    public static IEnumerable<WordPassage> Between(WordSequence a, Dictionary<ulong, List<int>> seedsOfA, WordSequence b, Dictionary<ulong, List<int>> seedsOfB)
    {
        var aligned = new HashSet<WordMatch>();
        var found = new List<List<WordMatch>>();
        foreach (var seed in Common(seedsOfA, seedsOfB))
        {
            if (aligned.Contains(seed)) continue;
            var matches = Alignment.Extend(a, b, seed, SeedWords);
            aligned.UnionWith(matches);
            found.AddRange(Close(matches));
        }
        var kept = new List<WordPassage>();
        foreach (var matches in found.OrderByDescending(m => m.Count).ThenBy(m => m[0].A).ThenBy(m => m[0].B))
        {
            var next = new WordPassage(matches[0], matches[^1], matches.Count);
            if (!kept.Any(k => (next.First.A <= k.Last.A && k.First.A <= next.Last.A) || (next.First.B <= k.Last.B && k.First.B <= next.Last.B))) kept.Add(next);
        }
        return kept.OrderBy(k => k.First.A).ThenBy(k => k.First.B);
    }

    /// <summary>The passage in the two articles' texts.</summary>
    public static SharedPassage Cite(WordPassage passage, Article first, WordSequence firstWords, Article second, WordSequence secondWords) =>
        new(Cite(first, firstWords, passage.First.A, passage.Last.A), Cite(second, secondWords, passage.First.B, passage.Last.B));

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

    private static Citation Cite(Article article, WordSequence words, int first, int last)
    {
        var end = words.SpanOf(last).End;
        // a sentence's own full stop belongs to it
        if (end < article.Text.Length && article.Text[end] is '.' or '!' or '?') end++;
        return new Citation(article.Id, TextSpan.Between(words.SpanOf(first).Start, end));
    }
}

/// <summary>A passage by its first and its last word in two texts, and how many of its words they have in common.</summary>
internal readonly record struct WordPassage(WordMatch First, WordMatch Last, int Common);

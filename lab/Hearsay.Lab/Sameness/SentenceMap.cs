using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Lab.Sameness;

/// <summary>Which sentences of the gold each sentence of a reading stands in, found word by word, since the reading leaves furniture out.</summary>
internal static class SentenceMap
{
    private const int Run = 4;

    /// <summary>Per sentence of the reading the numbers, counted from 1, of the gold's sentences that it covers by .3 or that hold half of it.</summary>
    public static List<int>[] Of(string raw, IReadOnlyList<TextSpan> gold, string text, IReadOnlyList<TextSpan> sentences)
    {
        var (theirs, ours) = (ReportText.WordsOf(raw), ReportText.WordsOf(text));
        var places = Aligned([.. theirs.Select(w => w.Form)], [.. ours.Select(w => w.Form)]);
        var goldOf = new int[theirs.Length];
        var sizes = new int[gold.Count];
        for (int w = 0, g = 0; w < theirs.Length; w++)
        {
            while (g < gold.Count && gold[g].End <= theirs[w].Span.Start) g++;
            goldOf[w] = g < gold.Count && gold[g].Overlaps(theirs[w].Span) ? g : -1;
            if (goldOf[w] >= 0) sizes[g]++;
        }

        var found = new List<int>[sentences.Count];
        for (int s = 0, w = 0; s < sentences.Count; s++)
        {
            var (hits, all) = (new Dictionary<int, int>(), 0);
            while (w < ours.Length && ours[w].Span.End <= sentences[s].Start) w++;
            for (; w < ours.Length && ours[w].Span.Start < sentences[s].End; w++)
            {
                if (places[w] < 0) continue;
                all++;
                if (goldOf[places[w]] is >= 0 and var g) hits[g] = hits.GetValueOrDefault(g) + 1;
            }

            found[s] = [.. hits.Where(h => h.Value >= .3 * sizes[h.Key] || h.Value >= .5 * all).Select(h => h.Key + 1).Order()];
        }

        return found;
    }

    /// <summary>For each of our words the place of the same word of theirs, going forward; -1 where there is none.</summary>
    private static int[] Aligned(string[] theirs, string[] ours)
    {
        var runs = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= theirs.Length; i++)
        {
            var key = string.Join(' ', theirs, i, Run);
            if (!runs.TryGetValue(key, out var list)) runs[key] = list = [];
            list.Add(i);
        }

        var places = new int[ours.Length];
        Array.Fill(places, -1);
        var last = -1;
        for (var i = 0; i < ours.Length; i++)
        {
            if (last >= 0 && last + 1 < theirs.Length && theirs[last + 1] == ours[i])
            {
                places[i] = ++last;
            }
            else if (i + Run <= ours.Length && runs.TryGetValue(string.Join(' ', ours, i, Run), out var at) && at.Exists(p => p > last))
            {
                places[i] = last = at.Find(p => p > last);
            }
        }

        return places;
    }
}

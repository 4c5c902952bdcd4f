using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>A first look at who shares text, word for word only; what exactly is shared is for the copies stage to say.</summary>
internal static class SharedWording
{
    /// <summary>So many words in a row are not shared by chance.</summary>
    public const int Words = 12;

    /// <summary>How many of the reports share a stretch of so many words, outside quotations, with another.</summary>
    public static int Reports(ImmutableArray<Report> reports)
    {
        var holders = new Dictionary<ulong, int>();
        var sharing = new HashSet<int>();
        for (var i = 0; i < reports.Length; i++)
        {
            foreach (var run in OwnWords.Runs(reports[i].Article.Text, [.. reports[i].Quotations.Select(q => q.Inner)]))
                foreach (var shingle in Shingles.Of(run, Words).Distinct())
                    if (!holders.TryAdd(shingle, i) && holders[shingle] != i) sharing.UnionWith([i, holders[shingle]]);
        }
        return sharing.Count;
    }
}

using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Copies;

/// <summary>
/// Reports and the passages they share in, origins out. Reports that credit one agency are one origin; then reports that share several passages are
/// joined, the most words in common first, except where that would throw the texts of two agencies together. A report that credits several agencies
/// goes where most of its wording stands.
/// </summary>
internal static class OriginFinder
{
    /// <summary>Several: one passage may come from a statement that both reports had before them.</summary>
    private const int LeastPassages = 2, LeastWords = 30;

    /// <summary>One passage is enough where it makes up this share of the shorter report.</summary>
    private const double LargePart = 0.3;

    /// <summary>Origins in the order of their first report; every report is in exactly one.</summary>
    public static ImmutableArray<Origin> Find(ImmutableArray<Report> reports, ImmutableArray<SharedPassage> passages)
    {
        var agencies = Agencies.Of([.. reports.Select(r => r.Article)]);
        var links = Links(reports, passages);
        var groups = new OriginGroups(agencies);
        for (var i = 0; i < reports.Length; i++)
            for (var j = 0; j < i; j++)
                if (agencies[i] is [var agency] && agencies[j] is [var other] && agency == other) groups.Join(i, j);
        foreach (var link in links.Where(l => l.IsCopying).OrderByDescending(l => l.Words).ThenBy(l => l.A).ThenBy(l => l.B))
            groups.Join(link.A, link.B);
        for (var i = 0; i < reports.Length; i++)
        {
            if (agencies[i] is [var first, _, ..] && groups.AgencyOf(i) is null && groups.FirstOf(first) is { } member) groups.Join(i, member);
        }
        var outlets = OutletName.Of(reports);
        ImmutableArray<string> names = [.. reports.Select(r => outlets[r.Article.Id])];
        return [.. groups.Members.Select(g => OriginText.Of(g, reports, names, agencies, links))];
    }

    private static ImmutableArray<CopyLink> Links(ImmutableArray<Report> reports, ImmutableArray<SharedPassage> passages)
    {
        var index = reports.Index().ToDictionary(r => r.Item.Article.Id, r => r.Index, StringComparer.Ordinal);
        var sizes = reports.Select(r => WordSequence.Of(r).Length).ToList();
        return
        [
            .. from passage in passages
               group passage by (A: index[passage.First.ArticleId], B: index[passage.Second.ArticleId]) into pair
               let words = pair.Sum(p => Text.Words.Of(p.First.Span.Of(reports[pair.Key.A].Article.Text)).Length)
               let copying = (pair.Count() >= LeastPassages && words >= LeastWords)
                   || words >= LargePart * Math.Min(sizes[pair.Key.A], sizes[pair.Key.B])
               select new CopyLink(pair.Key.A, pair.Key.B, pair.Count(), words, copying),
        ];
    }
}

/// <summary>
/// Two reports (by position) that share passages: how many, of how many words, and whether that is enough to say that they have one source.
/// </summary>
internal readonly record struct CopyLink(int A, int B, int Passages, int Words, bool IsCopying)
{
    /// <summary>True where the report at this position is one of the two.</summary>
    public bool Has(int report) => A == report || B == report;
}

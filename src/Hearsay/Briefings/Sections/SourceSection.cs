using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Briefings.Sections;

/// <summary>
/// Where the reports come from: each origin with its reports and the reason, shown by passages they share or by how they begin; then the outlets that
/// have one owner. One owner does not make two reports one origin: only a common text does.
/// </summary>
internal static class SourceSection
{
    private const int MostPassages = 3;

    public static BriefingSection Write(StoryIndex index) => new(
        SectionKind.Sources,
        [
            .. index
                .Provenance.Origins.Where(o => o.ArticleIds.Length > 0)
                .OrderByDescending(o => o.ArticleIds.Length)
                .ThenBy(o => index.NumberOf(o.ArticleIds[0]))
                .Select(o => Write(index, o)),
            .. SameOwner(index),
        ]
    );

    /// <summary>The outlets of an origin and the reason.</summary>
    public static BriefingSentence Write(StoryIndex index, Origin origin)
    {
        var outlets = Phrases.List(index.OutletsOf(origin.ArticleIds));
        var text = origin.Why.Length == 0 ? outlets : origin.Why.StartsWith(outlets, StringComparison.Ordinal) ? origin.Why : $"{outlets}: {origin.Why}";
        return new BriefingSentence(text, Shown(index, origin))
        {
            Label = origin.Name, Note = Phrases.Count(origin.ArticleIds.Length, "report", "reports, one origin"),
        };
    }

    private static IEnumerable<BriefingSentence> SameOwner(StoryIndex index) =>
        from report in index.Story.Reports
        let owner = OutletName.OwnerOf(report.Article)
        where owner is not null
        group report.Article.Id by owner into siblings
        let outlets = index.OutletsOf(siblings).ToList()
        where outlets.Count > 1
        orderby outlets.Count descending, siblings.Key
        select new BriefingSentence(Phrases.OneOwner(outlets, siblings.Key), [.. siblings.Select(id => Opening.Of(index, id)).OfType<Citation>()])
        {
            Label = Phrases.Owners,
        };

    private static ImmutableArray<Citation> Shown(StoryIndex index, Origin origin)
    {
        var members = origin.ArticleIds.ToImmutableHashSet(StringComparer.Ordinal);
        var shared = index.Provenance.Passages.Where(p => members.Contains(p.First.ArticleId) && members.Contains(p.Second.ArticleId))
            .OrderByDescending(p => p.First.Span.Length).Take(MostPassages).SelectMany(p => new[] { p.First, p.Second }).Distinct().ToList();
        var rest = origin.ArticleIds.Where(id => shared.All(s => s.ArticleId != id)).Select(id => Opening.Of(index, id)).OfType<Citation>();
        return [.. shared, .. rest];
    }
}

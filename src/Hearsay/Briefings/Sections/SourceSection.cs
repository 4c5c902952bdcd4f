using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;

namespace Hearsay.Briefings.Sections;

/// <summary>Where the reports come from: each origin with its reports and the reason, shown by passages they share or by how they begin.</summary>
internal static class SourceSection
{
    private const int MostPassages = 3;

    public static BriefingSection Write(StoryIndex index) => new(
        Phrases.Sources,
        [
            .. index
                .Provenance.Origins.Where(o => o.ArticleIds.Length > 0)
                .OrderByDescending(o => o.ArticleIds.Length)
                .ThenBy(o => index.NumberOf(o.ArticleIds[0]))
                .Select(o => Write(index, o)),
        ]
    );

    private static BriefingSentence Write(StoryIndex index, Origin origin)
    {
        var why = origin.Why.Length == 0 ? "" : $": {origin.Why}";
        return new BriefingSentence($"{Phrases.List(index.OutletsOf(origin.ArticleIds))}{why}", Shown(index, origin))
        {
            Label = origin.Name, Note = Phrases.Count(origin.ArticleIds.Length, "report", "reports, one origin"),
        };
    }

    private static ImmutableArray<Citation> Shown(StoryIndex index, Origin origin)
    {
        var members = origin.ArticleIds.ToImmutableHashSet(StringComparer.Ordinal);
        var shared = index.Provenance.Passages.Where(p => members.Contains(p.First.ArticleId) && members.Contains(p.Second.ArticleId))
            .OrderByDescending(p => p.First.Span.Length).Take(MostPassages).SelectMany(p => new[] { p.First, p.Second }).Distinct().ToList();
        var rest = origin.ArticleIds.Where(id => shared.All(s => s.ArticleId != id)).Select(id => Opening.Of(index, id)).OfType<Citation>();
        return [.. shared, .. rest];
    }
}

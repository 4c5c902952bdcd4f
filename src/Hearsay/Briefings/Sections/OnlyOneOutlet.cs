using System.Collections.Immutable;

namespace Hearsay.Briefings.Sections;

/// <summary>Claims that one report alone has, by outlet; the weightiest first; what stands in the account is not said again.</summary>
internal static class OnlyOneOutlet
{
    private const int MostEach = 8;

    public static BriefingSection Write(StoryIndex index, ImmutableHashSet<string> written)
    {
        if (index.Story.Reports.Length < 2)
        {
            return new BriefingSection(SectionKind.Only, []);
        }

        var alone = index.Claims
            .Where(c => !c.Support.IsEmpty && !written.Contains(c.Id) && c.Support.All(s => s.ArticleId == c.Support[0].ArticleId))
            .OrderBy(c => index.NumberOf(c.Support[0].ArticleId)).ThenByDescending(c => c.Weight).ThenBy(c => c.Id, StringComparer.Ordinal);
        var printed = new Printed(index);
        printed.Mark(
            index.Claims.Where(c => written.Contains(c.Id)).SelectMany(c => c.Support).Select(c => (c.ArticleId, index.SentenceAround(c)))
        );
        var sentences = alone.Where(c => printed.Add(ClaimWording.Of(index, c.Support).Sentence, c.Support))
            .GroupBy(c => c.Support[0].ArticleId, StringComparer.Ordinal)
            .SelectMany(g => g.Take(MostEach).Select(c => ClaimWording.Write(index, c, index.OutletOf(g.Key)) with { Note = null }));
        return new BriefingSection(SectionKind.Only, [.. sentences]);
    }
}

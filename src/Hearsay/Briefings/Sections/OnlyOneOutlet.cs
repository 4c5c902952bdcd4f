using System.Collections.Immutable;

namespace Hearsay.Briefings.Sections;

/// <summary>Claims that one report alone has, by outlet; what stands under "What happened" is not said again.</summary>
internal static class OnlyOneOutlet
{
    private const int MostEach = 4;

    public static BriefingSection Write(StoryIndex index, ImmutableHashSet<string> written)
    {
        if (index.Story.Reports.Length < 2)
        {
            return new BriefingSection(Phrases.OnlyOne, []);
        }

        var alone = index.Claims
            .Where(c => !c.Support.IsEmpty && !written.Contains(c.Id) && c.Support.All(s => s.ArticleId == c.Support[0].ArticleId))
            .OrderBy(c => index.NumberOf(c.Support[0].ArticleId)).ThenBy(c => c.Support[0].Span).ThenBy(c => c.Id, StringComparer.Ordinal);
        var printed = new Printed(index);
        printed.Mark(
            index.Claims.Where(c => written.Contains(c.Id)).SelectMany(c => c.Support).Select(c => (c.ArticleId, index.SentenceAround(c)))
        );
        var sentences = alone.Select(c => (Claim: c, Wording: ClaimWording.Of(index, c.Support)))
            .Where(x => printed.Add(x.Wording.Sentence, x.Claim.Support))
            .GroupBy(x => x.Claim.Support[0].ArticleId, StringComparer.Ordinal)
            .SelectMany(g =>
                g.Take(MostEach).Select(x => new BriefingSentence(x.Wording.Sentence.Text, x.Wording.Citations) { Label = index.OutletOf(g.Key) })
            );
        return new BriefingSection(Phrases.OnlyOne, [.. sentences]);
    }
}

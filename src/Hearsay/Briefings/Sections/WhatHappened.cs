using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

/// <summary>
/// The claims that an editor would put first, by their learned importance; a sentence that hangs on others, or that gives a figure for which a later report
/// has another, only where nothing else is left. For a story without claims, how its reports begin.
/// </summary>
internal static class WhatHappened
{
    private const int Most = 8;
    private const int Fewest = 4;

    public static (BriefingSection Section, ImmutableHashSet<string> ClaimIds) Write(StoryIndex index)
    {
        var ranked = index.Claims.Where(c => !c.Support.IsEmpty)
            .OrderBy(c => !ClaimWording.StandsAlone(ClaimWording.Of(index, c.Support).Sentence))
            .ThenBy(c => IsOutdated(index, c))
            .ThenByDescending(c => c.Lead)
            .ThenBy(c => c.Id, StringComparer.Ordinal);
        var sentences = new List<BriefingSentence>();
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var printed = new Printed(index);
        foreach (var claim in ranked)
        {
            if (sentences.Count == Most)
            {
                break;
            }

            if (printed.Add(ClaimWording.Of(index, claim.Support).Sentence, claim.Support))
            {
                sentences.Add(ClaimWording.Write(index, claim));
                ids.Add(claim.Id);
            }
        }

        return (new BriefingSection(Phrases.WhatHappened, sentences.Count > 0 ? [.. sentences] : Leads(index)), ids.ToImmutable());
    }

    /// <summary>True where it gives a figure for which a later report has another value.</summary>
    private static bool IsOutdated(StoryIndex index, Claim claim) =>
        index.Outdated.Any(f => f.ArticleId == claim.Support[0].ArticleId && index.SentenceAround(claim.Support[0]).Contains(f.Figure.Span));

    private static ImmutableArray<BriefingSentence> Leads(StoryIndex index) =>
    [
        .. index.Story.Reports.Select(r => Opening.Of(index, r.Article.Id)).OfType<Citation>()
            .Select(c => (Citation: c, Sentence: SourcedSentence.Of(index, c)))
            .GroupBy(x => x.Sentence.Text, StringComparer.Ordinal)
            .Select(g => new BriefingSentence(g.Key, [.. g.Select(x => x.Sentence.Where)])
            {
                Note = Phrases.Support(g.Count(), index.IndependentOf(g.Select(x => x.Citation.ArticleId))),
            })
            .Take(Fewest),
    ];
}

/// <summary>The first sentence of a report.</summary>
internal static class Opening
{
    /// <summary>Null for a report without text; its first paragraph where it has no sentences.</summary>
    public static Citation? Of(StoryIndex index, string articleId)
    {
        var report = index.ReportOf(articleId);
        if (!report.Sentences.IsEmpty)
        {
            return new Citation(articleId, report.Sentences[0].Span);
        }

        var end = report.Article.Text.IndexOf("\n\n", StringComparison.Ordinal);
        var length = end < 0 ? report.Article.Text.Length : end;
        return length == 0 ? null : new Citation(articleId, new TextSpan(0, length));
    }
}

using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

/// <summary>
/// First how the report begins under whose headline the story stands, so that title and lead tell of one state of things; then the claims that most
/// stands behind and that reports begin with, the best supported first; for a story without claims, how its reports begin.
/// </summary>
internal static class WhatHappened
{
    private const int Fewest = 4;
    private const int Most = 8;
    private const int LeadSentences = 3;

    public static (BriefingSection Section, ImmutableHashSet<string> ClaimIds) Write(StoryIndex index)
    {
        var ranked = index.Claims.Where(c => !c.Support.IsEmpty)
            .OrderBy(c => IsSpoken(index, c))
            .ThenBy(c => ClaimWording.Of(index, c.Support).Sentence.PointsBack)
            .ThenByDescending(c => (2 * c.IndependentOrigins) + c.Outlets + Touching(c) + Leading(index, c))
            .ThenBy(c => Depth(index, c))
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .ToList();
        var sentences = new List<BriefingSentence>();
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var printed = new Printed(index);
        if (Lead(index, ranked) is var (lead, opening, said) && printed.Add(lead, said?.Support ?? [opening]))
        {
            sentences.Add(
                new BriefingSentence(lead.Text, said is null ? [opening] : [opening, .. said.Support.Where(s => s.ArticleId != opening.ArticleId)])
                {
                    Note = Phrases.Support(said?.Outlets ?? 1, said?.IndependentOrigins ?? 1),
                }
            );
            if (said is not null) ids.Add(said.Id);
        }

        foreach (var claim in ranked)
        {
            if (sentences.Count == Most || (sentences.Count >= Fewest && claim.Outlets + Touching(claim) < 2))
            {
                break;
            }

            var (sentence, _) = ClaimWording.Of(index, claim.Support);
            if (printed.Add(sentence, claim.Support))
            {
                sentences.Add(ClaimWording.Write(index, claim));
                ids.Add(claim.Id);
            }
        }

        return (new BriefingSection(Phrases.WhatHappened, sentences.Count > 0 ? [.. sentences] : Leads(index)), ids.ToImmutable());
    }

    /// <summary>
    /// How the report with the story's title begins, and the claim that this is, where it is one; null where the story has no claims, or where the
    /// sentence cannot stand for itself.
    /// </summary>
    private static (SourcedSentence Sentence, Citation Opening, Claim? Claim)? Lead(StoryIndex index, List<Claim> ranked)
    {
        var titled = index.Story.Reports.LastOrDefault(r => r.Article.Headline == index.Story.Title);
        if (titled is null || !index.Claims.Any() || Opening.Of(index, titled.Article.Id) is not { } opening)
        {
            return null;
        }

        var sentence = SourcedSentence.Of(index, opening);
        if (!ClaimWording.StandsAlone(sentence))
        {
            return null;
        }

        // only a claim that is worded by this very sentence lends it its support
        return (sentence, opening, ranked.Find(c => c.Support[0].ArticleId == opening.ArticleId && c.Support[0].Span.Overlaps(opening.Span)));
    }

    /// <summary>True where most of the sentence is direct speech: what was said stands under "In their words", here stands what happened.</summary>
    private static bool IsSpoken(StoryIndex index, Claim claim)
    {
        var where = ClaimWording.Of(index, claim.Support).Sentence.Where;
        return index.ReportOf(where.ArticleId).Quotations.Sum(q => Shared(q.Span, where.Span)) * 2 > where.Span.Length;
    }

    /// <summary>How many more reports have a part of it: what many touch matters, though it counts for no support.</summary>
    private static int Touching(Claim claim) => claim.Partial.Select(p => p.ArticleId).Distinct(StringComparer.Ordinal).Count();

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    /// <summary>How many reports have the claim among their first sentences: what outlets begin with matters most.</summary>
    private static int Leading(StoryIndex index, Claim claim) =>
        claim
            .Support.Concat(claim.Partial).Where(s =>
                index.ReportOf(s.ArticleId).Sentences is { Length: > LeadSentences } sentences && s.Span.Start < sentences[LeadSentences].Span.Start
            )
            .Select(s => s.ArticleId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How deep in its report the claim first stands: 0 at the top, 1 at the end; the report that has it highest counts.</summary>
    private static double Depth(StoryIndex index, Claim claim) =>
        claim.Support.Min(s => (double)s.Span.Start / Math.Max(1, index.ReportOf(s.ArticleId).Article.Text.Length));

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

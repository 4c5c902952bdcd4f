using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

// The claims of a story with their learned importance in, the three to six sentences that open the page out.
// Method: one sentence after the other, each the one that adds most: its lead (how many of the points that belong at the top it is likely to make) less
// what is told already, which the support of the claims says. A sentence that hangs on others, or that gives a value which another took the place of, is
// left out; what took its place leads as it would have.
// Where nothing is known of importance, how the reports begin.
// Source: greedy selection by coverage (Lin and Bilmes 2011), redundancy as in maximal marginal relevance (Carbonell and Goldstein 1998).

/// <summary>The few sentences that open the page.</summary>
internal static class Account
{
    private const int Most = 6;
    private const int Fewest = 3;

    /// <summary>So many words the short form has, with counts, citations and the names of the reports that it cites.</summary>
    private const int ShortWords = 118;

    /// <summary>A further sentence has to add so many points of the lead.</summary>
    private const double Least = 0.2;

    public static (BriefingSection Section, ImmutableHashSet<string> ClaimIds) Write(StoryIndex index)
    {
        var left = index.Claims.Where(c => !c.Support.IsEmpty)
            .Select(c => (Claim: c, Sentence: ClaimWording.Write(index, c, dated: true), Stands: ClaimWording.StandsAlone(SourcedSentence.Of(index, c.Support[0]))))
            .ToList();
        var standing = left.Where(x => x.Stands && !IsOutdated(index, x.Claim)).ToList();
        if (standing.Count > 0) left = standing;
        var lead = left.ToDictionary(x => x.Claim.Id, x => Leading(index, x.Claim), StringComparer.Ordinal);
        var told = new Told(index);
        var sentences = new List<BriefingSentence>();
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        while (sentences.Count < Most && left.Count > 0)
        {
            var (best, adds) = left.Select(x => (x, Adds: lead[x.Claim.Id] * (1 - told.Share(x.Sentence)))).MaxBy(x => x.Adds);
            if (adds <= 0 || (sentences.Count >= Fewest && adds < Least)) break;
            left.Remove(best);
            told.Add(best.Sentence);
            sentences.Add(best.Sentence with { Length = BriefingLength.Page });
            ids.Add(best.Claim.Id);
        }

        return (new BriefingSection(SectionKind.Account, sentences.Count > 0 ? Shortened(index, sentences) : Openings(index)), ids.ToImmutable());
    }

    /// <summary>The sentences, those marked that the short form has room for: the first in any case.</summary>
    private static ImmutableArray<BriefingSentence> Shortened(StoryIndex index, List<BriefingSentence> sentences)
    {
        var left = ShortWords - PageSelection.Words(index.Story.Title);
        var cited = new HashSet<string>(StringComparer.Ordinal);
        var marked = ImmutableArray.CreateBuilder<BriefingSentence>();
        foreach (var sentence in sentences)
        {
            var names = sentence.Citations.Select(c => c.ArticleId).Distinct(StringComparer.Ordinal).Where(id => !cited.Contains(id)).ToList();
            var words = PageSelection.WordsOf(sentence) + names.Sum(id => 1 + PageSelection.Words(index.OutletOf(id)));
            var isIn = marked.Count == 0 || words <= left;
            marked.Add(isIn ? sentence with { Length = BriefingLength.Short } : sentence);
            if (!isIn) continue;
            left -= words;
            cited.UnionWith(names);
        }

        return marked.ToImmutable();
    }

    /// <summary>How much it leads: no less than what it took the place of.</summary>
    private static double Leading(StoryIndex index, Claim claim) =>
        index.Replacements.Where(r => Gives(index, claim, r.New))
            .SelectMany(r => index.Claims.Where(c => !c.Support.IsEmpty && Gives(index, c, r.Old))).Select(c => c.Lead).Append(claim.Lead).Max();

    /// <summary>True where it gives a value for which a later report has another.</summary>
    private static bool IsOutdated(StoryIndex index, Claim claim) => index.Replacements.Any(r => Gives(index, claim, r.Old));

    private static bool Gives(StoryIndex index, Claim claim, GivenFigure figure) =>
        figure.ArticleId == claim.Support[0].ArticleId && index.SentenceAround(claim.Support[0]).Contains(figure.Figure.Span);

    private static ImmutableArray<BriefingSentence> Openings(StoryIndex index) =>
    [
        .. index.Story.Reports.Select(r => Opening.Of(index, r.Article.Id)).OfType<Citation>()
            .Select(c => (Citation: c, Sentence: SourcedSentence.Of(index, c, dated: true)))
            .GroupBy(x => x.Sentence.Text, StringComparer.Ordinal)
            .Select(g => ClaimWording.Counted(
                new BriefingSentence(g.Key, [.. g.Select(x => x.Sentence.Where)]) { Length = BriefingLength.Short },
                g.Count(),
                index.Provenance.IndependentOf(g.Select(x => x.Citation.ArticleId))))
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

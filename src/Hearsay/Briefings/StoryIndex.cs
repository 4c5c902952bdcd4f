using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Briefings;

/// <summary>A figure with the report that gives it.</summary>
internal sealed record GivenFigure(Figure Figure, string ArticleId)
{
    public Citation Citation => new(ArticleId, Figure.Span);

    /// <summary>Who gives it, as the page says it.</summary>
    public string By => Figure.AccordingTo ?? Phrases.OwnVoice;

    /// <summary>Its lower bound, else its upper one.</summary>
    public decimal? Value => Figure.Low ?? Figure.High;
}

/// <summary>A story's reports, looked up the ways a page needs them: by id, by number, by the sentence that a citation stands in.</summary>
internal sealed class StoryIndex
{
    private readonly FrozenDictionary<string, int> numbers;
    private readonly FrozenDictionary<string, string> outlets;
    private readonly ImmutableArray<ReportIndex> statements;
    private readonly Lazy<ImmutableArray<Replacement>> replacements;

    public StoryIndex(Story story, Provenance provenance, Findings findings)
    {
        (Story, Provenance, Findings) = (story, provenance, findings);
        replacements = new Lazy<ImmutableArray<Replacement>>(() => [.. Replacement.Of(this)]);
        numbers = story.Reports.Select((r, i) => KeyValuePair.Create(r.Article.Id, i + 1)).ToFrozenDictionary(StringComparer.Ordinal);
        outlets = OutletName.Of(story.Reports);
        statements = [.. story.Reports.Select(r => new ReportIndex(r))];
        Figures = story
            .Reports.SelectMany(r => r.Figures.Select(f => new GivenFigure(f, r.Article.Id)))
            .DistinctBy(f => f.Figure.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(f => f.Figure.Id, StringComparer.Ordinal);
    }

    public StoryIndex(StoryBriefing briefing)
        : this(briefing.Story, briefing.Provenance, briefing.Findings)
    {
    }

    public Story Story { get; }

    public Provenance Provenance { get; }

    public Findings Findings { get; }

    /// <summary>The claims that are worded by a whole sentence, which alone are printed.</summary>
    public IEnumerable<Claim> Claims => Findings.Claims.Where(c => !c.IsClause);

    /// <summary>Every figure of the story by its id.</summary>
    public FrozenDictionary<string, GivenFigure> Figures { get; }

    /// <summary>The values that a later report has another in place of.</summary>
    public ImmutableArray<Replacement> Replacements => replacements.Value;

    /// <summary>The report's place in the story, counted from 1: the number that its citations bear on the page.</summary>
    public int NumberOf(string articleId) => numbers[articleId];

    public Report ReportOf(string articleId) => Story.Reports[numbers[articleId] - 1];

    /// <summary>The report's statements by where they stand.</summary>
    public ReportIndex StatementsOf(string articleId) => statements[numbers[articleId] - 1];

    /// <summary>Who published the report, as the page says it.</summary>
    public string OutletOf(string articleId) => outlets[articleId];

    /// <summary>The outlets of these reports, each once, in the story's order.</summary>
    public IEnumerable<string> OutletsOf(IEnumerable<string> articleIds) =>
        articleIds.Distinct(StringComparer.Ordinal).OrderBy(NumberOf).Select(OutletOf).Distinct(StringComparer.Ordinal);

    /// <summary>The sentence or sentences that the stretch stands in; the stretch itself where the report has no sentences there.</summary>
    public TextSpan SentenceAround(Citation citation)
    {
        var sentences = ReportOf(citation.ArticleId).Sentences;
        var cover = citation.Span;
        for (var i = FirstEndingAfter(sentences, citation.Span.Start); i < sentences.Length && sentences[i].Span.Start < citation.Span.End; i++)
        {
            cover = TextSpan.Cover(cover, sentences[i].Span);
        }

        return cover;
    }

    /// <summary>The claim that the sentence around the citation makes, in the claim's wording or in words that say the same; null where it makes none.</summary>
    public Claim? ClaimAt(Citation citation) =>
        SentenceAround(citation) is var span ? Claims.FirstOrDefault(c => c.Equal.Any(e => e.ArticleId == citation.ArticleId && e.Span == span)) : null;

    /// <summary>How much the sentence matters, from 0 to 1: the weight of the claim that it tells, else of the weightiest that stands in its words.</summary>
    public double WeightOf(BriefingSentence sentence)
    {
        if (Findings.Claims.FirstOrDefault(c => c.Id == sentence.Finding) is { } claim) return claim.Weight;
        var (id, span) = (sentence.Citations[0].ArticleId, SentenceAround(sentence.Citations[0]));
        return Claims.Where(c => !c.Support.IsEmpty && c.Support[0].ArticleId == id && c.Support[0].Span.Overlaps(span)).Select(c => c.Weight).DefaultIfEmpty().Max();
    }

    /// <summary>The number, counted from 1, of the paragraph that the offset stands in.</summary>
    public int ParagraphOf(Citation citation)
    {
        var text = ReportOf(citation.ArticleId).Article.Text.AsSpan(0, citation.Span.Start);
        return 1 + System.MemoryExtensions.Count(text, "\n\n");
    }

    private static int FirstEndingAfter(ImmutableArray<SentenceSpan> sentences, int offset)
    {
        var (low, high) = (0, sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sentences[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

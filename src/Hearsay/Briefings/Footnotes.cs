using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings;

/// <summary>A sentence of a report that a page cites.</summary>
/// <param name="Number">Counted from 1 in the order of the page.</param>
/// <param name="Article">The report.</param>
/// <param name="Outlet">Who published it, as the page says it.</param>
/// <param name="Words">The sentence.</param>
internal sealed record Footnote(int Number, Article Article, string Outlet, string Words);

/// <summary>The sentences that a page has cited so far, each once.</summary>
internal sealed class Footnotes
{
    private readonly Dictionary<(string, TextSpan), Footnote> bySentence = [];
    private readonly List<Footnote> notes = [];

    /// <summary>All of them in the order of their numbers.</summary>
    public IReadOnlyList<Footnote> All => notes;

    /// <summary>The notes of a sentence of the briefing, each once.</summary>
    public IEnumerable<Footnote> Of(StoryIndex index, BriefingSentence sentence) => sentence.Citations.Select(c => Of(index, c)).Distinct();

    private Footnote Of(StoryIndex index, Citation citation)
    {
        var sentence = index.SentenceAround(citation);
        if (!bySentence.TryGetValue((citation.ArticleId, sentence), out var note))
        {
            var article = index.ReportOf(citation.ArticleId).Article;
            note = new Footnote(notes.Count + 1, article, index.OutletOf(citation.ArticleId), sentence.Of(article.Text));
            notes.Add(bySentence[(citation.ArticleId, sentence)] = note);
        }

        return note;
    }
}

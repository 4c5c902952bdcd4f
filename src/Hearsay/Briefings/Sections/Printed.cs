using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

/// <summary>The stretches of reports that a section rests on so far, so that it does not say the same thing twice.</summary>
internal sealed class Printed(StoryIndex index)
{
    private readonly HashSet<string> wordings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TextSpan>> spans = new(StringComparer.Ordinal);

    /// <summary>False where the wording has been printed, overlaps with a printed one, or half of the support stands in sentences already cited; else it counts as printed from now on.</summary>
    public bool Add(SourcedSentence sentence, ImmutableArray<Citation> support)
    {
        var sentences = support.Select(s => (s.ArticleId, Span: index.SentenceAround(s))).Distinct().ToList();
        var known = sentences.Count(s => Overlaps(s.ArticleId, s.Span));
        if (wordings.Contains(sentence.Text) || Overlaps(sentence.Where.ArticleId, sentence.Where.Span) || known * 2 >= sentences.Count)
        {
            return false;
        }

        wordings.Add(sentence.Text);
        Mark(sentences.Append((sentence.Where.ArticleId, sentence.Where.Span)));
        return true;
    }

    /// <summary>Counts stretches as printed.</summary>
    public void Mark(IEnumerable<(string ArticleId, TextSpan Span)> stretches)
    {
        foreach (var (id, span) in stretches)
        {
            if (!spans.TryGetValue(id, out var list))
            {
                spans[id] = list = [];
            }

            list.Add(span);
        }
    }

    private bool Overlaps(string articleId, TextSpan span) => spans.TryGetValue(articleId, out var list) && list.Any(s => s.Overlaps(span));
}

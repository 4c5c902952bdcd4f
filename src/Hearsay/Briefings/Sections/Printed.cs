using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

/// <summary>The stretches of reports that a section rests on so far, so that it does not say the same thing twice.</summary>
internal sealed class Printed(StoryIndex index)
{
    /// <summary>Two wordings of which the shorter has more than this share of its words in the other say the same.</summary>
    private const double Alike = 0.75;

    private readonly List<HashSet<string>> wordings = [];
    private readonly Dictionary<string, List<TextSpan>> spans = new(StringComparer.Ordinal);

    /// <summary>
    /// False where much the same has been printed, or the wording overlaps with a printed one, or half of the support stands in sentences already
    /// cited; else it counts as printed from now on.
    /// </summary>
    public bool Add(SourcedSentence sentence, ImmutableArray<Citation> support)
    {
        var sentences = support.Select(s => (s.ArticleId, Span: index.SentenceAround(s))).Distinct().ToList();
        var known = sentences.Count(s => Overlaps(s.ArticleId, s.Span));
        var words = Words(sentence.Text);
        if (wordings.Any(w => IsAlike(w, words)) || Overlaps(sentence.Where.ArticleId, sentence.Where.Span) || known * 2 >= sentences.Count)
        {
            return false;
        }

        wordings.Add(words);
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

    private static HashSet<string> Words(string text) =>
        [
            .. text.ToLowerInvariant()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(w => string.Concat(w.Where(char.IsLetterOrDigit)))
                .Where(w => w.Length > 0),
        ];

    private static bool IsAlike(HashSet<string> a, HashSet<string> b) => a.Count(b.Contains) > Alike * Math.Min(a.Count, b.Count);

    private bool Overlaps(string articleId, TextSpan span) => spans.TryGetValue(articleId, out var list) && list.Any(s => s.Overlaps(span));
}

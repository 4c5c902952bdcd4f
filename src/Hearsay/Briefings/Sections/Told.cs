using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

/// <summary>The sentences that stand on the page so far, so that no point is made twice: by what their citations carry, and by their words.</summary>
internal sealed class Told(StoryIndex index)
{
    /// <summary>Of a sentence that says all of what is told and more, or shares a part with it, so much is told.</summary>
    private const double Touched = 0.5;

    /// <summary>Where all of its words stand there, so much is told at most: the same words can say another thing.</summary>
    private const double Worded = 0.8;

    /// <summary>More than this, and the sentence adds nothing.</summary>
    private const double Most = 0.6;

    private readonly List<Point> points = [];

    public void Add(BriefingSentence sentence) => points.Add(new Point(index, sentence));

    /// <summary>False where most of the sentence is told already; else it counts as told from now on.</summary>
    public bool AddNew(BriefingSentence sentence)
    {
        if (Share(sentence) > Most) return false;
        Add(sentence);
        return true;
    }

    /// <summary>From 0 to 1: how much of the sentence is told already.</summary>
    public double Share(BriefingSentence sentence)
    {
        var point = new Point(index, sentence);
        return points.Select(p => Share(p, point)).DefaultIfEmpty().Max();
    }

    private static double Share(Point told, Point next) =>
        next.Carried.Any(c => c == told.Own) || Overlaps(told.Own, next.Own) ? 1
        : told.Carried.Contains(next.Own) || told.Touched.Contains(next.Own) || next.Touched.Contains(told.Own) ? Math.Max(Touched, Alike(told, next))
        : Alike(told, next);

    private static double Alike(Point told, Point next) => Worded * next.Words.Count(told.Words.Contains) / Math.Max(1, next.Words.Count);

    private static bool Overlaps((string Id, TextSpan Span) a, (string Id, TextSpan Span) b) => a.Id == b.Id && a.Span.Overlaps(b.Span);

    private sealed class Point(StoryIndex index, BriefingSentence sentence)
    {
        /// <summary>Where the words stand.</summary>
        public (string Id, TextSpan Span) Own { get; } = Around(index, sentence.Citations[0]);

        /// <summary>The sentences of other reports that say all of it.</summary>
        public ImmutableArray<(string Id, TextSpan Span)> Carried { get; } = [.. sentence.Citations.Skip(1).Select(c => Around(index, c))];

        public ImmutableArray<(string Id, TextSpan Span)> Touched { get; } = [.. sentence.Partial.Select(c => Around(index, c))];

        public HashSet<string> Words { get; } = ContentOf(sentence.Text);

        private static (string Id, TextSpan Span) Around(StoryIndex index, Citation citation) => (citation.ArticleId, index.SentenceAround(citation));

        private static HashSet<string> ContentOf(string text) => Reconciliation.ReportText.WordsOf(text).Select(w => w.Stem).Where(s => s.Length > 0).ToHashSet(StringComparer.Ordinal);
    }
}

using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>A report as it was read in, the same with what a person set of its statements out; no span changes.</summary>
internal static class SetStatements
{
    public static Report On(Report report) => report.Article.ByHand is { } set ? Marked(Renamed(report, set.Speakers), set.Figures) : report;

    private static Report Renamed(Report report, ImmutableArray<SetSpeaker> speakers)
    {
        var set = speakers.ToDictionary(s => s.Read, StringComparer.Ordinal);
        return report with
        {
            Attributions =
            [
                .. report.Attributions.Select(a =>
                    a.Speaker is { } read && set.TryGetValue(read, out var right) ? a with { Speaker = right.Name, SpeakerSet = right } : a),
            ],
            Figures = [.. report.Figures.Select(f => f.AccordingTo is { } read && set.TryGetValue(read, out var right) ? f with { AccordingTo = right.Name } : f)],
        };
    }

    private static Report Marked(Report report, ImmutableArray<SetFigure> marks)
    {
        var marked = marks.SelectMany(m => Meant(report, m).Select(f => (f.Id, m.IsPinned))).ToLookup(m => m.Id, m => m.IsPinned, StringComparer.Ordinal);
        return report with { Figures = [.. report.Figures.Select(f => marked.Contains(f.Id) ? f with { IsPinned = marked[f.Id].First() } : f)] };
    }

    private static IEnumerable<Figure> Meant(Report report, SetFigure mark)
    {
        var text = report.Article.Text;
        var places = report.Sentences.Where(s => s.Span.Of(text).SequenceEqual(mark.Sentence))
            .Select(s => new TextSpan(s.Span.Start + mark.Start, mark.Length)).ToHashSet();
        if (places.Count > 0) return report.Figures.Where(f => places.Contains(f.Span));
        var words = mark.Sentence.Substring(mark.Start, mark.Length);
        return report.Figures.Where(f => f.Span.Of(text).SequenceEqual(words)).ToList() is [var only] ? [only] : [];
    }
}

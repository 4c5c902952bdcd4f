using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.App.Web;

// In: a report. Out: its paragraphs, sentences and pieces; a piece lies in the same marks from its first to its last character, so that marks may
// overlap.
// Method: one sweep over the ends of all marks, in linear time after sorting. What a mark says (a date, a number, a speaker) comes after its last
// piece.

/// <summary>The text of a report, cut where marks begin and end.</summary>
internal static class ReportLayers
{
    /// <summary>Every paragraph with its sentences; <paramref name="cited"/> is marked besides.</summary>
    public static ImmutableArray<MarkedParagraph> Of(Report report, TextSpan? cited)
    {
        var text = report.Article.Text;
        var marks = Marks(report, cited).Where(m => !m.Span.IsEmpty && m.Span.End <= text.Length).ToList();
        var edges = marks
            .SelectMany(m => new[] { new Edge(m.Span.Start, m, true), new Edge(m.Span.End, m, false) })
            .OrderBy(e => e.At)
            .ThenBy(e => e.Opens)
            .ToList();
        var sentences = report.Sentences.IsEmpty ? [new SentenceSpan(new TextSpan(0, text.Length), 0)] : report.Sentences;
        var open = new List<Mark>();
        var (next, paragraphs) = (0, ImmutableArray.CreateBuilder<MarkedParagraph>());
        var (inParagraph, built) = (sentences[0].Paragraph, ImmutableArray.CreateBuilder<MarkedSentence>());
        foreach (var (number, sentence) in sentences.Index())
        {
            if (sentence.Paragraph != inParagraph)
            {
                paragraphs.Add(new MarkedParagraph(built.DrainToImmutable()));
                inParagraph = sentence.Paragraph;
            }

            built.Add(new MarkedSentence(number, Pieces(text, sentence.Span, edges, open, ref next)));
        }

        paragraphs.Add(new MarkedParagraph(built.DrainToImmutable()));
        return paragraphs.ToImmutable();
    }

    private static ImmutableArray<MarkedPiece> Pieces(string text, TextSpan sentence, List<Edge> edges, List<Mark> open, ref int next)
    {
        var pieces = ImmutableArray.CreateBuilder<MarkedPiece>();
        var at = sentence.Start;
        while (next < edges.Count && edges[next].At <= sentence.Start) Turn(edges[next++], open);
        while (at < sentence.End)
        {
            var end = next < edges.Count ? Math.Min(sentence.End, edges[next].At) : sentence.End;
            var classes = string.Join(' ', open.Select(m => m.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            var said = ImmutableArray.CreateBuilder<(string Kind, string Value)>();
            while (next < edges.Count && edges[next].At <= end)
            {
                var edge = edges[next++];
                Turn(edge, open);
                if (!edge.Opens && edge.Mark.Value is { } value) said.Add((edge.Mark.Kind, value));
            }

            pieces.Add(new MarkedPiece(text[at..end], classes, said.ToImmutable()));
            at = end;
        }

        return pieces.ToImmutable();
    }

    private static void Turn(Edge edge, List<Mark> open)
    {
        if (edge.Opens) open.Add(edge.Mark);
        else open.Remove(edge.Mark);
    }

    private static IEnumerable<Mark> Marks(Report report, TextSpan? cited)
    {
        foreach (var time in report.Times) yield return new Mark("l-time", time.Span, Day(time.Value));
        foreach (var figure in report.Figures) yield return new Mark("l-figure", figure.Span, Words(figure));
        foreach (var name in report.Names)
        {
            var full = name.Canonical;
            foreach (var span in name.Mentions) yield return new Mark("l-name", span, span.Of(report.Article.Text) == full ? null : full);
        }

        foreach (var said in report.Attributions)
        {
            if (said.Source is { } source) yield return new Mark("l-source", source, null);
            if (said.Cue is { } cue) yield return new Mark("l-cue", cue, null);
            foreach (var (place, content) in said.Content.Index())
                yield return new Mark("l-said", content, place == said.Content.Length - 1 ? said.Speaker : null);
        }

        if (cited is { } words) yield return new Mark("cited", words, null);
    }

    /// <summary>A day, a month or a year in words; nothing where the value is a length, or a time that is not known.</summary>
    private static string? Day(string value) => value.Length switch
    {
        4 when value.All(char.IsAsciiDigit) => value,
        7 when DateTime.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => month.ToString(
            "MMMM yyyy",
            CultureInfo.InvariantCulture
        ),
        >= 10 when DateTime.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) + (value.Length > 11 ? ", " + value[11..] : ""),
        _ => null,
    };

    private static string Words(Figure figure)
    {
        var value = (figure.Low, figure.High) switch
        {
            ({ } low, { } high) when low == high => Number(low),
            ({ } low, { } high) => $"{Number(low)}–{Number(high)}",
            ({ } low, null) => $"≥ {Number(low)}",
            (null, { } high) => $"≤ {Number(high)}",
            _ => "a number not told",
        };
        return $"{value} {figure.Counted ?? figure.Unit}{(figure.AccordingTo is { } by ? $", {by}" : "")}";
    }

    private static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);

    private sealed record Mark(string Kind, TextSpan Span, string? Value);

    private sealed record Edge(int At, Mark Mark, bool Opens);
}

/// <summary>A paragraph of a report.</summary>
internal sealed record MarkedParagraph(ImmutableArray<MarkedSentence> Sentences);

/// <summary>A sentence of a report, counted from 0.</summary>
internal sealed record MarkedSentence(int Number, ImmutableArray<MarkedPiece> Pieces);

/// <summary>A stretch within a sentence, the names of the marks it lies in, and what the marks that end with it say.</summary>
internal sealed record MarkedPiece(string Text, string Classes, ImmutableArray<(string Kind, string Value)> Said);

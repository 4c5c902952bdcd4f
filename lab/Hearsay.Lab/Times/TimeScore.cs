using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Lab.Times;

/// <summary>An expression of time as a corpus has it; <paramref name="Value"/> is null where it gives none.</summary>
internal sealed record GoldTime(TextSpan Span, string? Value);

/// <summary>A document of a corpus with its expressions of time.</summary>
internal sealed record TimedDocument(
    string Id,
    string Text,
    DateOnly? Published,
    IReadOnlyList<GoldTime> Times,
    IReadOnlyList<TextSpan>? Outside = null
);

/// <summary>
/// Counts as TempEval-3 does: strict, same span; relaxed, any overlap, one to one, the best overlap first; value, relaxed and the value the same. A
/// gold expression without a value can only be missed by value.
/// </summary>
internal sealed class TimeScore(Func<string, string?, bool>? same = null)
{
    private readonly Func<string, string?, bool> same = same ?? ((a, b) => a == b);
    private readonly List<(string Kind, string Line)> errors = [];
    private int predicted, gold, strict, relaxed, value;

    public void Add(TimedDocument document, IEnumerable<TimeExpression> found)
    {
        var times = found.Where(f => document.Outside?.Any(o => o.Overlaps(f.Span)) != true).ToList();
        predicted += times.Count;
        gold += document.Times.Count;
        strict += times.Count(p => document.Times.Any(g => g.Span == p.Span));
        var pairs = (
            from p in times
            from g in document.Times
            where p.Span.Overlaps(g.Span)
            orderby Overlap(p.Span, g.Span) descending, p.Span, g.Span
            select (p, g)
        ).ToList();
        var (usedP, usedG) = (new HashSet<TimeExpression>(), new HashSet<GoldTime>());
        foreach (var (p, g) in pairs)
        {
            if (usedP.Contains(p) || usedG.Contains(g)) continue;
            usedP.Add(p);
            usedG.Add(g);
            relaxed++;
            var right = same(p.Value, g.Value);
            if (right) value++;
            if (!right)
                Note("value", document, g.Span, $"{p.Span.Of(document.Text)} = {p.Value}, gold {g.Span.Of(document.Text)} = {g.Value ?? "-"}");
            else if (p.Span != g.Span) Note("extent", document, g.Span, $"{p.Span.Of(document.Text)}, gold {g.Span.Of(document.Text)}");
        }

        foreach (var p in times.Where(p => !usedP.Contains(p))) Note("spurious", document, p.Span, $"{p.Span.Of(document.Text)} = {p.Value}");
        foreach (var g in document.Times.Where(g => !usedG.Contains(g)))
            Note("missed", document, g.Span, $"{g.Span.Of(document.Text)} = {g.Value ?? "-"}");
    }

    public void Report(string corpus, Floors floors)
    {
        Console.WriteLine($"{corpus}: {gold} gold, {predicted} found, {strict} strict, {relaxed} relaxed, {value} with their value");
        floors.Check(corpus, "times strict F1", F1(strict));
        floors.Check(corpus, "times relaxed F1", F1(relaxed));
        floors.Check(corpus, "times value F1", F1(value));
    }

    /// <summary>The first errors of each kind with the words around them.</summary>
    public void PrintErrors(int most)
    {
        foreach (var kind in errors.GroupBy(e => e.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"-- {kind.Key}: {kind.Count()}");
            foreach (var (_, line) in kind.Take(most)) Console.WriteLine("   " + line);
        }
    }

    private double F1(int right) => predicted + gold == 0 ? 0 : 2.0 * right / (predicted + gold);

    private static double Overlap(TextSpan a, TextSpan b) =>
        (double)(Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));

    private void Note(string kind, TimedDocument document, TextSpan at, string what)
    {
        var from = Math.Max(0, at.Start - 40);
        var to = Math.Min(document.Text.Length, at.End + 30);
        var context = document.Text[from..at.Start] + "[" + at.Of(document.Text) + "]" + document.Text[at.End..to];
        errors.Add((kind, $"{what.ReplaceLineEndings(" ")}   <{document.Id[..Math.Min(12, document.Id.Length)]}> {context.ReplaceLineEndings(" ")}"));
    }
}

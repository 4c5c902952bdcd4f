using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>
/// What a dated report says for a day as the publication date of another: the words in the other (<paramref name="Own"/>) and in the dated report
/// (<paramref name="Other"/>), how many days that the other names it leaves unexplained, whether it was published on that very day, and how many
/// words in a row the two share in all.
/// </summary>
internal sealed record DateSupport(DateOnly Day, Report Dated, TextSpan Own, TextSpan? Other)
{
    public required int Unexplained { get; init; }

    public required bool IsOfThatDay { get; init; }

    public required int SharedWords { get; init; }
}

/// <summary>A report whose day is known, ready to be asked about others of the same story.</summary>
internal sealed class DatedReport(Report report)
{
    /// <summary>So many words in a row count as wording in common.</summary>
    private const int Stretch = 8;

    /// <summary>A text that shares this much of its own prose with a dated one, and names no day, is dated with it.</summary>
    private const double SameTextPart = 0.3;

    private readonly DateOnly day = report.Article.Published.Day!.Value;
    private readonly ImmutableArray<DayClue> clues = DayClue.Of(report);
    private readonly HashSet<ulong> wording = [.. Wording(report).Select(w => w.Shingle)];

    /// <summary>The day that this report supports for another; null where it says nothing of the days that the other names.</summary>
    public DateSupport? Support(Report other, ImmutableArray<DayClue> named)
    {
        var explained = named
            .Select(c => (Clue: c, Day: Explained(c)))
            .Where(x => x.Day is not null)
            .OrderByDescending(x => x.Day)
            .ThenBy(x => x.Clue.Span.Start)
            .ToList();
        if (explained.Count == 0) return null;
        var (clue, found) = (explained[0].Clue, explained[0].Day!.Value);
        return new DateSupport(found, report, clue.Span, Naming(found))
        {
            Unexplained = named.Where(c => Explained(c) is null).Select(c => c.Mention with { Span = default }).Distinct().Count(),
            IsOfThatDay = found == day,
            SharedWords = SharedWords(other),
        };
    }

    /// <summary>This report's day for one that names no day but stands in good part in this report too; null where it does not.</summary>
    public DateSupport? SameText(Report other, ImmutableArray<DayClue> named)
    {
        if (!named.IsEmpty || SharedWords(other) < SameTextPart * OwnWords.Runs(other.Article.Text, Quoted(other)).Sum(r => r.Length)) return null;
        var (_, own) = Wording(other).First(w => wording.Contains(w.Shingle));
        var (_, here) = Wording(report).First(w => Wording(other).Any(o => o.Shingle == w.Shingle));
        return new DateSupport(day, report, own, here) { Unexplained = 0, IsOfThatDay = true, SharedWords = SharedWords(other) };
    }

    // The day that a clue means, where this report was published on it or names it too.
    private DateOnly? Explained(DayClue clue) => clue.Near(day) is { } meant && (meant == day || Naming(meant) is not null) ? meant : null;

    private TextSpan? Naming(DateOnly meant) => clues.Where(c => c.Near(day) == meant).Select(c => (TextSpan?)c.Span).FirstOrDefault();

    private int SharedWords(Report other)
    {
        var (count, covered) = (0, 0);
        foreach (var (shingle, span) in Wording(other))
        {
            if (!wording.Contains(shingle)) continue;
            // a stretch that overlaps the one before adds its last word only
            count += span.Start < covered ? 1 : Stretch;
            covered = span.End;
        }
        return count;
    }

    private static IEnumerable<(ulong Shingle, TextSpan Span)> Wording(Report report) =>
        from run in OwnWords.Runs(report.Article.Text, Quoted(report))
        from shingle in Shingles.Of(run, Stretch).Index()
        select (shingle.Item, TextSpan.Cover(run[shingle.Index].Span, run[shingle.Index + Stretch - 1].Span));

    private static ImmutableArray<TextSpan> Quoted(Report report) => [.. report.Quotations.Select(q => q.Inner)];
}

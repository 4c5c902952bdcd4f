using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Copies;

// In: reports, one at a time, as they arrive. Out: for each the reports before it whose text it has, with the passages.
// Method: the numbers of all stretches of five words, every second of them by its number, are kept with where they stand, by the day of arrival. Those of a
// new report call up the reports that hold the same ones; the words around each must agree too. Of these, the one that explains most is aligned with the
// new report exactly (PassageFinder), then the one that explains most of the rest, and so on: of the many that run one text, the earliest few are enough.
// Source: fingerprints taken by their number, as in Manber 1994; which stretches of text to keep, Schleimer, Wilkerson and Aiken 2003.
// Limits: a passage that is edited in every fourth word is not seen; of reports that share one text with more than MostAligned others, not all are named.

/// <summary>Finds copies among the reports of a window, whatever story they are in. Not safe for use by several threads at once.</summary>
/// <param name="windowDays">A report is compared with those that arrived so many days before it, at least 1.</param>
public sealed class CopyStream(int windowDays)
{
    /// <summary>Words of a stretch, and one stretch in so many is kept.</summary>
    private const int SeedWords = 5, Kept = 2;

    /// <summary>So many words on either side of a stretch are looked at, and so many of all these agree where a passage is likely.</summary>
    private const int Around = 10, Agreeing = 10;

    /// <summary>So many reports are compared with a new one exactly, and no more are looked at.</summary>
    private const int MostAligned = 6;

    private readonly int windowDays =
        windowDays >= 1 ? windowDays : throw new ArgumentOutOfRangeException(nameof(windowDays), windowDays, "at least one day");

    private readonly Queue<(DateOnly Day, SeedTable Table, List<string> Ids)> days = new();
    private readonly Dictionary<string, CopyText> texts = new(StringComparer.Ordinal);
    private (DateOnly Day, SeedTable Table, List<string> Ids) today;
    private int taken;

    /// <summary>Takes in a report and tells which earlier ones hold text of it, the one with most in common first. One whose id is known is taken in anew.</summary>
    /// <param name="text">The report's words.</param>
    /// <param name="arrived">When it came; not before the one before it.</param>
    public ImmutableArray<CopyFinding> Add(CopyText text, DateOnly arrived)
    {
        Forget(arrived);
        Remove(text.ReportId);
        var found = Find(text);
        Keep(text, arrived);
        return found;
    }

    /// <summary>Puts a report back where it was: after a restart, in the order of arrival and before the first <see cref="Add"/>.</summary>
    public void Restore(CopyText text, DateOnly arrived)
    {
        Forget(arrived);
        Remove(text.ReportId);
        Keep(text, arrived);
    }

    /// <summary>Takes a report out; one that is not of the window is none of its business.</summary>
    public void Remove(string reportId)
    {
        if (texts.Remove(reportId, out var text)) text.IsGone = true;
    }

    private void Keep(CopyText text, DateOnly arrived)
    {
        text.Number = ++taken;
        texts.Add(text.ReportId, text);
        if (today.Table is null || today.Day != arrived) days.Enqueue(today = (arrived, new SeedTable(), []));
        today.Ids.Add(text.ReportId);
        foreach (var (seed, index) in Seeds(text.Words)) today.Table.Add(seed, text, index);
    }

    private ImmutableArray<CopyFinding> Find(CopyText text)
    {
        var candidates = Candidates(text);
        if (candidates.Count == 0) return [];
        var seeds = PassageFinder.SeedsOf(text.Words);
        var explained = new bool[text.Words.Length];
        var findings = ImmutableArray.CreateBuilder<CopyFinding>();
        for (var i = 0; i < MostAligned; i++)
        {
            var (best, most) = (default(CopyText), 0);
            foreach (var candidate in candidates)
            {
                var open = candidate.Stands.Count(at => !explained[at]);
                if (open > most || (open == most && open > 0 && candidate.Number < best!.Number)) (best, most) = (candidate, open);
            }

            if (best is null) break;
            foreach (var at in best.Stands) explained[at] = true;
            ImmutableArray<WordPassage> passages = [.. PassageFinder.Between(text.Words, seeds, best.Words, PassageFinder.SeedsOf(best.Words, seeds))];
            if (passages.IsEmpty) continue;
            foreach (var passage in passages) explained.AsSpan(passage.First.A..(passage.Last.A + 1)).Fill(true);
            findings.Add(new CopyFinding(best.ReportId, CopyKinds.Of(text.All, best.All, sharePassages: true), passages.Sum(p => p.Common),
                [.. passages.Select(p => new CopiedSpan(Span(text.Words, p.First.A, p.Last.A), Span(best.Words, p.First.B, p.Last.B)))]));
        }

        foreach (var candidate in candidates) candidate.Stands.Clear();
        return [.. findings.OrderByDescending(f => f.Words)];
    }

    /// <summary>The reports that have stretches of this one where the words around agree too; where these stand in it is noted with them.</summary>
    private List<CopyText> Candidates(CopyText text)
    {
        var candidates = new List<CopyText>();
        foreach (var (seed, index) in Seeds(text.Words))
        {
            foreach (var day in days)
            {
                for (var at = day.Table.First(seed); at > 0; at = day.Table.Next(at))
                {
                    var (other, place) = day.Table[at];
                    if (other.IsGone || other == text || (other.Stands.Count > 0 && other.Stands[^1] == index) || !Agree(text.Words.Keys, index, other.Words.Keys, place)) continue;
                    if (other.Stands.Count == 0) candidates.Add(other);
                    other.Stands.Add(index);
                }
            }
        }

        return candidates;
    }

    /// <summary>Whether enough of the words around two stretches agree, place by place.</summary>
    private static bool Agree(ReadOnlySpan<uint> a, int x, ReadOnlySpan<uint> b, int y)
    {
        var before = Math.Min(Around, Math.Min(x, y));
        var after = Math.Min(Around + SeedWords, Math.Min(a.Length - x, b.Length - y));
        var agree = 0;
        for (var i = -before; i < after; i++)
            if (a[x + i] == b[y + i]) agree++;
        return agree >= Agreeing;
    }

    private static IEnumerable<(uint Seed, int Index)> Seeds(WordSequence words) =>
        words.ShinglesOf(SeedWords).Where(s => s.Shingle % Kept == 0).Select(s => ((uint)(s.Shingle >> 32), s.Index));

    private static Text.TextSpan Span(WordSequence words, int first, int last) => Text.TextSpan.Between(words.SpanOf(first).Start, words.SpanOf(last).End);

    private void Forget(DateOnly day)
    {
        while (days.TryPeek(out var oldest) && day.DayNumber - oldest.Day.DayNumber > windowDays)
        {
            days.Dequeue();
            foreach (var id in oldest.Ids)
            {
                // one that was taken in anew since has words of a later day
                if (texts.TryGetValue(id, out var text) && oldest.Table.Holds(text)) Remove(id);
            }
        }
    }
}

/// <summary>A report's own words, as far as finding copies of them needs.</summary>
public sealed class CopyText
{
    private CopyText(string reportId, WordSequence words, WordSequence all) => (ReportId, Words, All) = (reportId, words, all);

    /// <summary>The article's id.</summary>
    public string ReportId { get; }

    /// <summary>Its own prose.</summary>
    internal WordSequence Words { get; }

    /// <summary>Its words with direct speech.</summary>
    internal WordSequence All { get; }

    /// <summary>The order in which they came; 0 for one that no stream has taken in.</summary>
    internal int Number { get; set; }

    internal bool IsGone { get; set; }

    /// <summary>While a new report is looked at: where stretches of this one stand in it.</summary>
    internal List<int> Stands { get; } = new(0);

    /// <summary>The words of an article, in whatever language; it needs not have been read.</summary>
    public static CopyText Of(Article article) => new(article.Id, WordSequence.Of(article), WordSequence.OfAll(article.Text));
}

/// <summary>What a report has in common with one that came before it.</summary>
/// <param name="ReportId">The earlier one.</param>
/// <param name="Kind">How much of the one is the other.</param>
/// <param name="Words">How many words they have in common, in passages.</param>
/// <param name="Passages">Where, in the order of the new report.</param>
public sealed record CopyFinding(string ReportId, CopyKind Kind, int Words, ImmutableArray<CopiedSpan> Passages);

/// <summary>A passage: where it stands in the new report, and where in the earlier one.</summary>
public readonly record struct CopiedSpan(Text.TextSpan Here, Text.TextSpan There);

using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>
/// In: a story. Out: publication dates of those of its reports that do not show theirs alone, each with the words that show it in both reports.
/// Method: a report that says "Thursday" or "October 31" and tells of the same event as a report of a known day means that week and that year. Its
/// clues are resolved against each dated report; a dated report counts where it stands on that day itself or names the same day too. The latest day
/// that the undated report reports from is its date. The dated report that explains most of the clues decides, then the one of that very day, then
/// the number that agree, then the wording they share.
/// Limits: a report written days later that names no later day gets the day it tells of; where two days are equally well supported, none is given.
/// </summary>
public static class DateCorroborator
{
    /// <summary>Dates that the other reports of the story support, by article id; reports whose date is known alone are not among them.</summary>
    public static ImmutableSortedDictionary<string, PublicationDate> Corroborate(Story story)
    {
        var dates = ImmutableSortedDictionary.CreateBuilder<string, PublicationDate>(StringComparer.Ordinal);
        var dated = story.Reports.Where(r => r.Article.Published.Day is not null).Select(r => new DatedReport(r)).ToImmutableArray();
        if (dated.IsEmpty) return dates.ToImmutable();
        foreach (var report in story.Reports.Where(r => r.Article.Published.Value is null))
        {
            if (Best(report, dated) is { } support) dates.Add(report.Article.Id, Date(report, support));
        }
        return dates.ToImmutable();
    }

    private static DateSupport? Best(Report report, ImmutableArray<DatedReport> dated)
    {
        var clues = DayClue.Of(report);
        var supports = dated.Select(d => d.Support(report, clues)).OfType<DateSupport>().ToList();
        if (supports.Count == 0)
            return dated
                .Select(d => d.SameText(report, clues))
                .OfType<DateSupport>()
                .OrderByDescending(s => s.SharedWords)
                .ThenBy(s => s.Day)
                .FirstOrDefault();
        var byDay = supports.GroupBy(s => s.Day).Select(g => new
        {
            Rank = (-g.Min(s => s.Unexplained), g.Any(s => s.IsOfThatDay), g.Count(), g.Max(s => s.SharedWords)),
            Best = g.OrderBy(s => s.Unexplained)
                .ThenByDescending(s => s.IsOfThatDay)
                .ThenByDescending(s => s.SharedWords)
                .ThenBy(s => s.Dated.Article.Id, StringComparer.Ordinal)
                .First(),
        }).OrderByDescending(x => x.Rank).ToList();
        return byDay.Count > 1 && byDay[0].Rank == byDay[1].Rank ? null : byDay[0].Best;
    }

    private static PublicationDate Date(Report report, DateSupport support)
    {
        var evidence = ImmutableArray.CreateBuilder<Citation>();
        evidence.Add(new Citation(report.Article.Id, support.Own));
        if (support.Other is { } other) evidence.Add(new Citation(support.Dated.Article.Id, other));
        evidence.AddRange(support.Dated.Article.Published.Evidence.Where(e => !evidence.Contains(e)));
        return new PublicationDate(
            support.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DateBasis.Corroborated, evidence.ToImmutable(),
            support.Dated.Article.Published.Words
        );
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.Storage;

namespace Hearsay.App.Web;

/// <summary>What was corrected of a story and what can be, as its page shows it.</summary>
/// <param name="Hand">What can be corrected.</param>
/// <param name="Who">The name that the reader gave last; empty where none.</param>
/// <param name="Made">The correction that was just made or undone; null where none was.</param>
/// <param name="Refusal">Why what was asked for was not done; null where nothing was refused.</param>
/// <param name="Holding">What was corrected of its reports, the last first.</param>
/// <param name="Others">The titles of other stories.</param>
public sealed record StoryByHand(
    StoryHand Hand, string Who, CorrectionLine? Made, string? Refusal, ImmutableArray<CorrectionLine> Holding, ImmutableArray<string> Others)
{
    private const int MostOthers = 50, MostLines = 20, MostLooked = 200;

    /// <summary>Another one where the page shows something else.</summary>
    public string Stamp => $"{Who}\n{Made}\n{string.Join('\n', Holding)}\n{string.Join('\n', Others)}";

    internal static async Task<StoryByHand> OfAsync(StoredStory story, StoryHand hand, StoryVisit visit, HttpContext context, StoryDesk desk, CancellationToken cancel)
    {
        var mine = story.Reports.Select(r => r.ArticleId).ToHashSet(StringComparer.Ordinal);
        var holding = await desk.Store.CorrectionsAsync(new CorrectionFilter { IsHolding = true, Limit = MostLooked }, cancel);
        var made = visit.Made is > 0 and < long.MaxValue and var number
            ? (await desk.Store.CorrectionsAsync(new CorrectionFilter { Before = number + 1, Limit = 1 }, cancel)).FirstOrDefault(c => c.Id == number)
            : null;
        ImmutableArray<Correction> shown = [.. holding.Where(c => c.Concerned.Any(mine.Contains)).Take(MostLines)];
        var named = await desk.Store.FindArticlesAsync([.. shown.Concat(made is null ? [] : [made]).Select(c => c.Reports[0]).Distinct(StringComparer.Ordinal)], cancel);
        var names = named.ToDictionary(a => a.Id, a => StoryLedger.TitleOf(a), StringComparer.Ordinal);
        var others = (await desk.Front.ReadAsync(cancel)).Stories.Where(s => s.Story.Id != story.Id).Select(s => s.Story.Title).Distinct(StringComparer.Ordinal);
        return new StoryByHand(
            hand, Corrections.WhoLast(context), made is null ? null : CorrectionLine.Of(made, names), visit.Refusal,
            [.. shown.Where(c => c.Id != made?.Id).Select(c => CorrectionLine.Of(c, names))], [.. others.Take(MostOthers)]);
    }
}

/// <summary>A correction in words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Words">What was corrected.</param>
/// <param name="By">Who made it; where it was undone, who did that.</param>
/// <param name="IsUndone">Whether it was.</param>
public sealed record CorrectionLine(long Number, string Words, string By, bool IsUndone)
{
    /// <summary>The line of a correction; a report is named by its title.</summary>
    public static CorrectionLine Of(Correction correction, IReadOnlyDictionary<string, string> titles)
    {
        var by = correction.UndoneBy ?? correction.By;
        return new CorrectionLine(
            correction.Id, WordsOf(correction, Reports(correction, titles)), by == SetCommand.Person ? "a person" : by, correction.UndoneBy is not null);
    }

    private static string WordsOf(Correction correction, string reports) => correction.Kind switch
    {
        CorrectionKind.Move => $"moved {reports} to another story",
        CorrectionKind.Merge => $"merged stories of {Shown.Count(correction.Reports.Length, "report")}",
        CorrectionKind.Split => $"took {reports} out of its story",
        CorrectionKind.Apart => $"kept {reports} apart from another",
        CorrectionKind.Remove => $"removed {reports}",
        CorrectionKind.Outlet => $"set the outlet of {reports} to {correction.Value}",
        CorrectionKind.Date => $"set the date of {reports} to {correction.Value}",
        CorrectionKind.Address => $"set the address of {reports} to {correction.Value}",
        CorrectionKind.Speaker => $"set the speaker “{correction.Speaker}” in {reports} to {correction.Value}",
        CorrectionKind.Hide => $"hid the figures of “{correction.Value}”",
        _ => $"pinned the figures of “{correction.Value}”",
    };

    private static string Reports(Correction correction, IReadOnlyDictionary<string, string> titles)
    {
        var first = titles.TryGetValue(correction.Reports[0], out var title) ? title.StartsWith('“') ? title : $"“{title}”" : "a report";
        return correction.Reports.Length == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {Shown.Count(correction.Reports.Length - 1, "other report")}");
    }
}

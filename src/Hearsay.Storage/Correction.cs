using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Storage;

/// <summary>What a person can correct.</summary>
public enum CorrectionKind
{
    /// <summary>Reports stand in another story.</summary>
    Move,

    /// <summary>Stories are one.</summary>
    Merge,

    /// <summary>Reports of a story are a story of their own.</summary>
    Split,

    /// <summary>Reports are in no story with certain others, now and later.</summary>
    Apart,

    /// <summary>Reports are taken out, and kept for whoever undoes it.</summary>
    Remove,

    Outlet,

    /// <summary>The day of publication.</summary>
    Date,

    Address,

    /// <summary>Who speaks in a report.</summary>
    Speaker,

    /// <summary>A series of figures does not stand in the briefing.</summary>
    Hide,

    /// <summary>A series of figures stands in the briefing, before others.</summary>
    Pin,
}

/// <summary>
/// What a person said of reports against what was read in them. It holds in every later grouping and reading until it is undone, and is kept with who
/// said so and when; so is who undid it.
/// </summary>
public sealed record Correction
{
    private const int Longest = 200;

    /// <summary>Counts the corrections of a store from 1; 0 where it is not kept yet.</summary>
    public long Id { get; init; }

    public required CorrectionKind Kind { get; init; }

    /// <summary>The reports that it is about, by their ids; at least one.</summary>
    public required ImmutableArray<string> Reports { get; init; }

    /// <summary>The reports that they are in one story with from then on; of a move.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>The reports that none of them is ever in a story with; of a move, a split, and what is apart.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>The outlet, day, address or speaker that is right; of a series of figures its question. Null for others.</summary>
    public string? Value { get; init; }

    /// <summary>Who speaks as the report was read; null where it is not about a speaker.</summary>
    public string? Speaker { get; init; }

    /// <summary>The figures of the series that is hidden or pinned.</summary>
    public ImmutableArray<FigurePlace> Figures { get; init; } = [];

    /// <summary>Who: "person" where nobody gave a name.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who undid it; null while it holds.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>When it was undone; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Every report that it speaks of.</summary>
    public IEnumerable<string> Concerned => Reports.Concat(With).Concat(Without);

    /// <summary>Whether it says which reports are in one story.</summary>
    public bool IsOfStories => Kind is CorrectionKind.Move or CorrectionKind.Merge or CorrectionKind.Split or CorrectionKind.Apart;

    /// <summary>What is wrong with it, in words; null where nothing is.</summary>
    public string? Fault() =>
        Reports.IsEmpty ? "a correction is about a report at least"
        : By.Length is 0 or > Longest ? $"who says so is a name of {Longest} characters at the most"
        : Kind switch
        {
            CorrectionKind.Move when With.IsEmpty => "a move names the story to move to",
            CorrectionKind.Merge when Reports.Length < 2 => "two stories at least are merged",
            CorrectionKind.Split when Without.IsEmpty => "a story is split where some of its reports stay",
            CorrectionKind.Apart when Without.IsEmpty => "two are kept apart",
            CorrectionKind.Outlet or CorrectionKind.Date or CorrectionKind.Address =>
                string.IsNullOrWhiteSpace(Value) ? "there is nothing to set" : SettingChange.Of(this)!.Fault(),
            CorrectionKind.Speaker when string.IsNullOrWhiteSpace(Speaker) || Value is not { Length: <= Longest } || !Value.Any(char.IsLetter) =>
                $"a speaker is set by the name as it was read and the right one, of {Longest} characters at the most",
            CorrectionKind.Hide or CorrectionKind.Pin when Figures.IsEmpty || Figures.Any(f => !f.IsWhole) => "a series of figures is hidden or pinned",
            _ => null,
        };

    /// <summary>
    /// What these corrections say together of who is in one story with whom. Those that were undone say nothing; of a report that was moved or split off
    /// the last such correction counts, and what was said of its stories before does not, unless it is to be apart for good.
    /// </summary>
    public static StoryConstraints ConstraintsOf(IEnumerable<Correction> corrections)
    {
        var together = new List<ImmutableArray<string>>();
        var apart = new List<(ImmutableArray<string>, ImmutableArray<string>)>();
        var placed = new List<string>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        // one that is not kept yet is the last
        foreach (var correction in corrections.Where(c => c is { IsOfStories: true, UndoneAt: null }).OrderByDescending(c => c.Id == 0 ? long.MaxValue : c.Id))
        {
            if (correction.Kind == CorrectionKind.Apart)
            {
                apart.Add((correction.Reports, correction.Without));
                continue;
            }

            var reports = Unsaid(correction.Reports);
            together.Add([.. reports, .. Unsaid(correction.With)]);
            apart.Add((reports, Unsaid(correction.Without)));
            if (correction.Kind == CorrectionKind.Move) placed.AddRange(reports);
            if (correction.Kind != CorrectionKind.Merge) said.UnionWith(correction.Reports);
        }

        return new StoryConstraints(together, apart, placed);

        ImmutableArray<string> Unsaid(ImmutableArray<string> ids) => [.. ids.Where(id => !said.Contains(id))];
    }
}

/// <summary>What a correction says, apart from who said it and when.</summary>
internal sealed record CorrectionWords
{
    public ImmutableArray<string> Reports { get; init; } = [];

    public ImmutableArray<string> With { get; init; } = [];

    public ImmutableArray<string> Without { get; init; } = [];

    public string? Value { get; init; }

    public string? Speaker { get; init; }

    public ImmutableArray<FigurePlace> Figures { get; init; } = [];

    public static CorrectionWords Of(Correction correction) => new()
    {
        Reports = correction.Reports, With = correction.With, Without = correction.Without, Value = correction.Value, Speaker = correction.Speaker,
        Figures = correction.Figures,
    };
}

/// <summary>A figure of a report, by the sentence that it stands in and where in it.</summary>
/// <param name="Sentence">The sentence to the letter: it says which figure is meant when words before it change.</param>
/// <param name="Start">Where the figure begins in it, in UTF-16 code units.</param>
/// <param name="Length">Of the figure, in UTF-16 code units.</param>
public sealed record FigurePlace(string ArticleId, string Sentence, int Start, int Length)
{
    /// <summary>Whether the figure lies within its sentence.</summary>
    internal bool IsWhole => Start >= 0 && Length > 0 && Length <= Sentence.Length - Start;

    /// <summary>The figure's own words.</summary>
    [JsonIgnore]
    public string Words => Sentence.Substring(Start, Length);
}

/// <summary>Which corrections to list; the last made first.</summary>
public sealed record CorrectionFilter
{
    /// <summary>Only those that hold.</summary>
    public bool IsHolding { get; init; }

    /// <summary>Only those that say which reports are in one story.</summary>
    public bool IsOfStories { get; init; }

    /// <summary>Only those that the stories do not know of yet: made or undone since.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Only those made before this one; null for all.</summary>
    public long? Before { get; init; }

    public int Limit { get; init; } = int.MaxValue;
}

/// <summary>A correction as the stories took it in: once it is undone it waits anew.</summary>
public readonly record struct TakenCorrection(long Id, bool IsUndone);

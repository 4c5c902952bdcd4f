using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Reconciliation;
using Hearsay.Storage;
using Hearsay.Text;

namespace Hearsay.App.Desk;

// In: what a person asks to be corrected, naming stories and reports as they are now. Out: the correction in the store, which names reports alone and
// figures by their sentences: stories come and go, and the numbers of series with every reading.
// Limits: what is asked of a story is kept for the reports that it has at that moment.

/// <summary>Makes corrections; by a command and by the API, with the same refusals.</summary>
internal sealed class Corrector(INewsStore store, StoryViews views, TimeProvider clock)
{
    private const int MostNamed = 20;

    /// <summary>Keeps what is asked for, or says what is in the way.</summary>
    public async Task<(Correction? Made, CorrectionRefusal? Refusal)> MakeAsync(CorrectionRequest asked, CancellationToken cancel)
    {
        var named = await store.FindArticlesAsync(asked.Reports, cancel);
        var known = named.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        if (asked.Reports.FirstOrDefault(id => !known.Contains(id)) is { } noReport) return (null, Unknown($"there is no report '{noReport}'"));
        if (asked.Kind == CorrectionKind.Move && named.FirstOrDefault(a => !a.Article.IsEnglish) is { } unread)
            return (null, Wrong($"report {unread.Id} is part of no story: {Reader.Refusal(unread.Article)}"));
        var stories = new List<StoredStory>();
        foreach (var id in asked.Stories)
        {
            if (await store.FindStoryAsync(id, cancel) is not { } story) return (null, Unknown($"there is no story '{id}'"));
            // merged stories are found under one id
            if (!stories.Exists(s => s.Id == story.Id)) stories.Add(story);
        }

        var (correction, refusal) = await DraftAsync(asked, [.. stories], cancel);
        if (correction is null) return (null, refusal);
        if (correction.Fault() is { } fault) return (null, Wrong(fault));
        var (made, against) = await store.CorrectAsync(correction, cancel);
        return (made, against is null ? null : new CorrectionRefusal(RefusalKind.Conflict, against));
    }

    private async Task<Draft> DraftAsync(CorrectionRequest asked, ImmutableArray<StoredStory> stories, CancellationToken cancel)
    {
        var correction = new Correction
        {
            Kind = asked.Kind, Reports = [.. asked.Reports.Distinct(StringComparer.Ordinal)], By = asked.Who.Trim(), At = clock.GetUtcNow(),
        };
        return asked.Kind switch
        {
            CorrectionKind.Move => stories is [var to] ? await MovedAsync(correction, to, cancel) : Wrong("a move names one story to move to"),
            CorrectionKind.Merge => stories.Length > 1 ? correction with { Reports = [.. stories.SelectMany(s => IdsOf(s))] } : Wrong("two stories at least are merged"),
            CorrectionKind.Split => await SplitAsync(correction, cancel),
            CorrectionKind.Apart => Apart(correction, stories),
            CorrectionKind.Remove => correction,
            CorrectionKind.Speaker => await SpeakerAsync(correction, asked, cancel),
            CorrectionKind.Hide or CorrectionKind.Pin => stories is [var story]
                ? await SeriesAsync(correction, story, asked.Series ?? "", cancel)
                : Wrong("a series of figures is of one story"),
            _ => correction with { Value = asked.Value?.Trim() },
        };
    }

    private async Task<Draft> MovedAsync(Correction correction, StoredStory to, CancellationToken cancel)
    {
        if (IdsOf(to).Intersect(correction.Reports).FirstOrDefault() is { } there) return Wrong($"report {there} stands in story {to.Id} already");
        return correction with { With = IdsOf(to), Without = [.. (await BesideAsync(correction.Reports, cancel)).SelectMany(s => s)] };
    }

    private async Task<Draft> SplitAsync(Correction correction, CancellationToken cancel) =>
        await BesideAsync(correction.Reports, cancel) is [var rest] ? correction with { Without = rest } : Wrong("a split names reports of one story");

    private static Draft Apart(Correction correction, ImmutableArray<StoredStory> stories) => (stories, correction.Reports) switch
    {
        ([var one, var other], []) => correction with { Reports = IdsOf(one), Without = IdsOf(other) },
        ([], [var one, var other]) => correction with { Reports = [one], Without = [other] },
        _ => Wrong("two different stories are kept apart, or two reports"),
    };

    /// <summary>Of each story in which one of these reports stands, the others.</summary>
    private async Task<ImmutableArray<ImmutableArray<string>>> BesideAsync(ImmutableArray<string> reports, CancellationToken cancel)
    {
        var beside = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var id in (await store.StoriesOfAsync(reports, cancel)).Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (await store.FindStoryAsync(id, cancel) is { } story) beside.Add([.. IdsOf(story).Except(reports)]);
        }

        return beside.ToImmutable();
    }

    /// <summary>The name as it was read, whatever was set in its place before.</summary>
    private async Task<Draft> SpeakerAsync(Correction correction, CorrectionRequest asked, CancellationToken cancel)
    {
        if (correction.Reports is not [var id] || await store.FindArticleAsync(id, cancel) is not { } article) return Wrong("a speaker is set in one report");
        var (named, set) = (asked.Speaker?.Trim() ?? "", article.Settings?.Speakers ?? []);
        var read = set.FirstOrDefault(s => s.Set.Value == named)?.Speaker ?? named;
        var known = (article.Speakers ?? []).Concat(set.Select(s => s.Speaker)).Distinct(StringComparer.Ordinal).ToList();
        // a deeper reading may name somebody whom the one that is kept does not
        if (known.Contains(read) || read.Length > 0 && article.Article.Text.Contains(read, StringComparison.Ordinal))
            return correction with { Speaker = read, Value = asked.Value?.Trim() };
        return Unknown($"'{named}' does not speak in report {id}: " + (known.Count > 0 ? string.Join(", ", known.Take(MostNamed)) : "nobody was read to"));
    }

    private async Task<Draft> SeriesAsync(Correction correction, StoredStory story, string named, CancellationToken cancel)
    {
        if (await BriefingAsync(story, cancel) is not { } briefing) return Unknown($"the reports of story {story.Id} are no longer here");
        var all = briefing.Findings.FigureSeries.Where(s => s.IsWhole).ToList();
        if (all.Find(s => s.Id == named || string.Equals(s.Question, named, StringComparison.OrdinalIgnoreCase)) is not { } series)
        {
            var those = all.Count == 0 ? "it has none" : string.Join("; ", all.Take(MostNamed).Select(s => $"{s.Id} {s.Question}"));
            return Unknown($"there is no series '{named}' in story {story.Id}: {those}");
        }

        var places = PlacesOf(briefing, series).ToImmutableArray();
        return correction with { Reports = [.. places.Select(p => p.ArticleId).Distinct(StringComparer.Ordinal)], Figures = places, Value = series.Question };
    }

    /// <summary>The figures of the series by the sentences that they stand in.</summary>
    private static IEnumerable<FigurePlace> PlacesOf(StoryBriefing briefing, FigureSeries series) =>
        from report in briefing.Story.Reports
        from figure in report.Figures.Where(f => series.FigureIds.Contains(f.Id))
        from sentence in report.Sentences.Where(s => s.Span.Contains(figure.Span)).Take(1)
        select new FigurePlace(report.Article.Id, sentence.Span.Of(report.Article.Text).ToString(), figure.Span.Start - sentence.Span.Start, figure.Span.Length);

    /// <summary>The briefing that the story's page shows; made where none is kept.</summary>
    private async Task<StoryBriefing?> BriefingAsync(StoredStory story, CancellationToken cancel)
    {
        if (await store.BriefingAsync(story.Id, cancel) is not { } kept || kept.Version != story.Version) return await views.BriefAsync(store, story, cancel);
        using var json = JsonDocument.Parse(kept.Json);
        return BriefingReader.Read(json.RootElement) is { Stories: [var briefing] } ? briefing : await views.BriefAsync(store, story, cancel);
    }

    private static ImmutableArray<string> IdsOf(StoredStory story) => [.. story.Reports.Select(r => r.ArticleId)];

    private static CorrectionRefusal Wrong(string why) => new(RefusalKind.Wrong, why);

    private static CorrectionRefusal Unknown(string why) => new(RefusalKind.Unknown, why);

    /// <summary>A correction that may be kept, or why there is none.</summary>
    private readonly record struct Draft(Correction? Correction, CorrectionRefusal? Refusal)
    {
        public static implicit operator Draft(Correction correction) => new(correction, null);

        public static implicit operator Draft(CorrectionRefusal refusal) => new(null, refusal);
    }
}

/// <summary>What a person asks to be corrected; the stories and reports by their ids.</summary>
/// <param name="Value">The outlet, day, address or speaker that is right.</param>
/// <param name="Speaker">Who speaks as the report was read.</param>
/// <param name="Series">The id or the question of a series of figures.</param>
/// <param name="Who">Who asks for it.</param>
internal sealed record CorrectionRequest(CorrectionKind Kind, string Who)
{
    public ImmutableArray<string> Reports { get; init; } = [];

    public ImmutableArray<string> Stories { get; init; } = [];

    public string? Value { get; init; }

    public string? Speaker { get; init; }

    public string? Series { get; init; }
}

/// <summary>Why a correction is refused.</summary>
internal enum RefusalKind
{
    /// <summary>It does not say what such a correction has to.</summary>
    Wrong,

    /// <summary>It names what is not there.</summary>
    Unknown,

    /// <summary>What is there stands against it.</summary>
    Conflict,
}

/// <summary>Why a correction is refused, also in words.</summary>
internal sealed record CorrectionRefusal(RefusalKind Kind, string Why);

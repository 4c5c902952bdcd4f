using System.Collections.Immutable;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Reconciliation.Checks;
using Hearsay.Stories;

namespace Hearsay.App.Checks;

/// <summary>What reports say of a sentence, as programs read it.</summary>
/// <param name="Sentence">What was checked.</param>
/// <param name="Carried">Who says all of it.</param>
/// <param name="Partly">Who says a part, with what is missing.</param>
/// <param name="Opposed">Who says what cannot hold beside it, with what differs.</param>
/// <param name="Reports">How many reports were looked through.</param>
/// <param name="Stories">How many stories they tell.</param>
public sealed record CheckAnswer(string Sentence, CheckedReports Carried, CheckedReports Partly, CheckedReports Opposed, int Reports, int Stories)
{
    /// <summary>What the reports of several stories say together.</summary>
    /// <param name="isStored">Of reports of a store, whether the report with this id stands in one of its stories; null where they are of none.</param>
    public static CheckAnswer Of(AskedSentence sentence, IReadOnlyList<StoryCheck> checks, Func<string, bool>? isStored) => new(
        sentence.Text,
        CheckedReports.Of(checks, c => c.Carried, isStored),
        CheckedReports.Of(checks, c => c.Partly, isStored),
        CheckedReports.Of(checks, c => c.Opposed, isStored),
        checks.Sum(c => c.Story.Reports.Length),
        checks.Count
    );
}

/// <summary>Reports that say the same of a sentence.</summary>
/// <param name="Independent">From how many independent origins they come: copies of one text are one.</param>
/// <param name="Since">When the first of those with a date was published, ISO 8601; null where none has one.</param>
/// <param name="Items">Each with its words, the first published first.</param>
public sealed record CheckedReports(int Independent, string? Since, ImmutableArray<CheckedReport> Items)
{
    public static CheckedReports Of(IReadOnlyList<StoryCheck> checks, Func<SentenceCheck, ImmutableArray<CheckedPassage>> which, Func<string, bool>? isStored)
    {
        var items = checks.SelectMany(c => which(c.Check).Select(p => CheckedReport.Of(c, p, isStored)))
            .OrderBy(r => r.Published is null).ThenBy(r => r.Published, StringComparer.Ordinal).ThenBy(r => r.ArticleId, StringComparer.Ordinal);
        ImmutableArray<CheckedReport> all = [.. items];
        return new CheckedReports(checks.Sum(c => c.Independent(which(c.Check))), all.Select(r => r.Published).FirstOrDefault(p => p is not null), all);
    }
}

/// <summary>A report's words on a sentence.</summary>
/// <param name="StoryId">The story that it stands in; null where the reports are of no store.</param>
/// <param name="Text">Its sentence.</param>
/// <param name="Start">Where that begins in the report's text, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="AccordingTo">Who is said to say so; empty where the outlet does.</param>
/// <param name="Missing">The words of the checked sentence that do not stand there.</param>
/// <param name="Differs">What the report says otherwise.</param>
/// <param name="Page">The desk's page of the report with these words marked; null where the reports are of no store.</param>
public sealed record CheckedReport(
    string ArticleId,
    string Outlet,
    string? Headline,
    string? Published,
    string? Url,
    string? Path,
    string? StoryId,
    string Text,
    int Start,
    int Length,
    ImmutableArray<string> AccordingTo,
    ImmutableArray<string> Missing,
    ImmutableArray<CheckedDifference> Differs,
    string? Page
)
{
    public static CheckedReport Of(StoryCheck check, CheckedPassage passage, Func<string, bool>? isStored)
    {
        var (article, span) = (check.ArticleOf(passage), passage.Where.Span);
        return new CheckedReport(
            article.Id, OutletName.Of(article), article.Headline, article.Published.Value, article.Url, article.Path, isStored?.Invoke(article.Id) == true ? check.Story.Id : null,
            span.Of(article.Text), span.Start, span.Length, passage.AccordingTo, passage.Missing,
            [.. passage.Differs.Select(d => new CheckedDifference(d.Kind, d.Asked, d.Found))],
            isStored is not null ? StoryViews.Address(article.Id, span.Start, span.Length) : null
        );
    }
}

/// <summary>What differs, in the words of both.</summary>
public sealed record CheckedDifference(DifferenceKind Kind, string Asked, string Found);

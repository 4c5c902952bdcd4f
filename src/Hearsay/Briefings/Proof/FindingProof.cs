using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Briefings.Sections;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Briefings.Proof;

/// <summary>Whether the findings of a story follow from its reports: their counts, names, numbers and verdicts.</summary>
internal static partial class FindingProof
{
    /// <summary>Two values this far apart cannot agree; nearer they may be one figure told with more or less care.</summary>
    private const decimal Apart = 0.2m;

    [GeneratedRegex(@"^(?<who>.+) share (?<passages>[\d,]+) passages? \((?<words>[\d,]+) words?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Sharing { get; }

    public static IEnumerable<string> Faults(StoryIndex index, string where)
    {
        var words = new StoryVocabulary(index);
        if (!words.HasTitle(index.Story.Title)) yield return $"{where}.title: no report has it";
        foreach (var report in index.Story.Reports)
        {
            foreach (var figure in report.Figures.Where(f => !Holds(report, f, words))) yield return $"{where}: figure {figure.Id} is not what its words say";
            foreach (var said in report.Attributions.Where(a => a.Speaker is { } speaker && !words.Has(speaker)))
                yield return $"{where}: attribution {said.Id} has a speaker that no report names";
            foreach (var said in report.Attributions.Where(a => a.SpeakerSet is { } set && !words.Has(set.Read)))
                yield return $"{where}: attribution {said.Id} was read to have a speaker that no report names";
        }

        var findings = index.Findings;
        var faults = Wrong("claims", findings.Claims, c => Holds(index, c)).Concat(Wrong("figureSeries", findings.FigureSeries, s => Holds(index, s, words)))
            .Concat(Wrong("quoteGroups", findings.QuoteGroups, q => Holds(index, q, words))).Concat(Wrong("responses", findings.Responses, r => Holds(index, r, words)))
            .Concat(Wrong("timeline", findings.Timeline, t => Holds(index, t))).Concat(Wrong("origins", index.Provenance.Origins, o => Holds(index, o, words)));
        foreach (var fault in faults) yield return $"{where}.{fault}: it does not follow from what it cites";
    }

    private static IEnumerable<string> Wrong<T>(string field, ImmutableArray<T> items, Func<T, bool> holds)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (!holds(items[i])) yield return $"{field}[{i}]";
        }
    }

    /// <summary>True where the words are those of its first support, the speakers those of its words, and the counts those of the support.</summary>
    private static bool Holds(StoryIndex index, Claim claim)
    {
        var ids = claim.Support.Select(s => s.ArticleId).Distinct(StringComparer.Ordinal).ToList();
        var (own, report) = (claim.Support[0], index.ReportOf(claim.Support[0].ArticleId));
        var around = index.SentenceAround(own);
        var said = index.StatementsOf(own.ArticleId).WithContentNear(around).Where(a => a.Content.Any(around.Overlaps)).Select(a => a.Speaker).ToHashSet(StringComparer.Ordinal);
        var stems = StemsOf(index, own).ToHashSet(StringComparer.Ordinal);
        return claim.Support.All(s => s == own || StemsOf(index, s).Any(stems.Contains)) && claim.Outlets == ids.Count && claim.IndependentOrigins == index.Provenance.IndependentOf(ids) && claim.AccordingTo.All(said.Contains)
            && (claim.IsClause ? IsMadeOf(claim.Text, around.Of(report.Article.Text)) : IsWithin(claim.Text, around.Of(report.Article.Text)));
    }

    /// <summary>The stems of the words around the citation: of its sentence and the one before, which it may lean on.</summary>
    private static IEnumerable<string> StemsOf(StoryIndex index, Citation citation)
    {
        var (report, around) = (index.ReportOf(citation.ArticleId), index.SentenceAround(citation));
        var before = report.Sentences.LastOrDefault(s => s.Span.End <= around.Start).Span;
        return ReportText.WordsOf($"{before.Of(report.Article.Text)} {around.Of(report.Article.Text)}").Select(w => w.Stem).Where(s => s.Length > 0);
    }

    private static bool Holds(Report report, Figure figure, StoryVocabulary words)
    {
        var said = figure.Span.Of(report.Article.Text).ToString();
        // "27 out of 30", "9 minutes and 46 seconds": its value is none of its numbers
        var isComposed = StoryVocabulary.WordsOf(said).Any(w => w is "and" or "of");
        var digits = isComposed ? [] : StoryVocabulary.DigitsOf(said).ToList();
        var bounds = new[] { figure.Low, figure.High }.OfType<decimal>().Select(Significant).ToList();
        return (digits.Count == 0 || bounds.Count == 0 || digits.Select(Significant).Intersect(bounds).Any())
            && (figure.AccordingTo is null || words.Has(figure.AccordingTo)) && (figure.Counted is null || words.Has(figure.Counted)) && (figure.Low ?? 0) <= (figure.High ?? decimal.MaxValue);
    }

    /// <summary>The digits of a number without the zeros at its ends: 8,000 and 8 million are "8".</summary>
    private static string Significant(decimal number) =>
        Math.Abs(number).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');

    /// <summary>How many characters behind a figure the same in another unit may stand.</summary>
    private const int Converted = 24;

    private static bool Holds(StoryIndex index, FigureSeries series, StoryVocabulary words)
    {
        var figures = series.FigureIds.Where(index.Figures.ContainsKey).Select(id => index.Figures[id]).ToList();
        if (figures.Count != series.FigureIds.Length || series.FigureIds.Distinct(StringComparer.Ordinal).Count() != figures.Count) return false;
        var values = figures.Select(f => (f.Figure.Low, f.Figure.High)).Distinct().Count();
        var disjoint = figures.Any(a => figures.Any(b => a.Figure.Unit == b.Figure.Unit && a.Figure.Low > (b.Figure.High * (1 + Apart))));
        // "60 million crowns ($8.4 million)" is given once
        var own = figures.Count(b => !figures.Any(a => a.ArticleId == b.ArticleId && a.Figure.Unit != b.Figure.Unit && b.Figure.Span.Start - a.Figure.Span.End is > 0 and <= Converted));
        var origins = index.Provenance.IndependentOf(figures.Select(f => f.ArticleId));
        var verdict = series.Verdict switch
        {
            Verdict.Single => figures.Select(f => f.ArticleId).Distinct(StringComparer.Ordinal).Count() == 1,
            Verdict.Agree => own > 1 && !disjoint,
            Verdict.Differ => own > 1 && figures.Any(a => figures.Any(b => (a.Figure.Low ?? a.Figure.High) > (b.Figure.High ?? b.Figure.Low))),
            _ => own > 1 && values > 1,
        };
        return verdict && series.IndependentOrigins == origins && words.HasQuestion(series.Question, figures.Select(f => f.Figure.Unit)) && series.Note == SeriesWording.Note(figures.Select(f => (f.Figure, index.ReportOf(f.ArticleId).Article.Text, index.OutletOf(f.ArticleId))));
    }

    private static bool Holds(StoryIndex index, QuoteGroup group, StoryVocabulary words)
    {
        var wordings = group.Variants.Select(v => StoryVocabulary.WordsOf(v.Span.Span.Of(index.ReportOf(v.Span.ArticleId).Article.Text)).ToList()).ToList();
        var fullest = StoryVocabulary.WordsOf(group.Canonical).ToList();
        return (group.Speaker is null || words.Has(group.Speaker)) && group.OtherSpeakers.All(words.Has) && wordings.Exists(w => IsWithin(fullest, w))
            && group.Variants.Zip(wordings).All(v => v.First.Alteration is not Alteration.None || v.Second.SequenceEqual(fullest, StringComparer.Ordinal));
    }

    private static bool Holds(StoryIndex index, Response response, StoryVocabulary words) =>
        words.Has(response.By) && words.Has(response.To)
        && index.ReportOf(response.Span.ArticleId).Attributions.Any(a => a.Response == response.State && Near(index, response.Span, a));

    private static bool Near(StoryIndex index, Citation citation, Attribution attribution) =>
        (attribution.Cue ?? attribution.Source ?? attribution.Content.FirstOrDefault()) is var place && index.SentenceAround(citation).Overlaps(place);

    private static bool Holds(StoryIndex index, TimelineEntry entry) =>
        entry.Support.Any(s => IsWithin(entry.Text, index.SentenceAround(s).Of(index.ReportOf(s.ArticleId).Article.Text)))
        && entry.Support.Any(s => IsDated(index, s, entry.Date));

    /// <summary>True where the sentence names a time of that date, or the report was published then, which is what it is dated by otherwise.</summary>
    private static bool IsDated(StoryIndex index, Citation citation, string date)
    {
        var report = index.ReportOf(citation.ArticleId);
        var sentence = index.SentenceAround(citation);
        return report.Times.Any(t => sentence.Contains(t.Span) && (Begins(t.Value, date) || Begins(date, t.Value) || t.Value.Contains("-W", StringComparison.Ordinal) || AreAWeekApart(t.Value, date)))
            || report.Article.Published.Value is { } published && Begins(published, date);
    }

    /// <summary>"Friday" may be the next or the last: other reports tell which.</summary>
    private static bool AreAWeekApart(string value, string date) =>
        DateOnly.TryParseExact(value.Length > 10 ? value[..10] : value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var one)
        && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other) && Math.Abs(one.DayNumber - other.DayNumber) == 7;

    private static bool Begins(string value, string date) => value.StartsWith(date, StringComparison.Ordinal);

    /// <summary>True where the reasons name outlets of the story, and count the passages that stand there.</summary>
    private static bool Holds(StoryIndex index, Origin origin, StoryVocabulary words)
    {
        var sharing = origin.Why.Split("; ").Select(w => Sharing.Match(w)).Where(m => m.Success).ToList();
        return origin.Known == (origin.ArticleIds.Length > 1 || OriginText.IsKnown(index.ReportOf(origin.ArticleIds[0]), origin.Why)) && words.HasReason(origin.Why) && words.HasReason(origin.Name) && sharing.TrueForAll(m => Passages(index, origin, m.Groups["who"].Value).Contains(int.Parse(m.Groups["passages"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    /// <summary>How many passages the pairs of reports share whose outlets are called so.</summary>
    private static IEnumerable<int> Passages(StoryIndex index, Origin origin, string who) =>
        index.Provenance.Passages.Where(p => origin.ArticleIds.Contains(p.First.ArticleId, StringComparer.Ordinal))
            .GroupBy(p => string.CompareOrdinal(p.First.ArticleId, p.Second.ArticleId) < 0 ? (p.First.ArticleId, p.Second.ArticleId) : (p.Second.ArticleId, p.First.ArticleId))
            .Where(g => who.Contains(LabelOf(index, g.Key.Item1), StringComparison.Ordinal) && who.Contains(LabelOf(index, g.Key.Item2), StringComparison.Ordinal))
            .Select(g => g.Count());

    private static string LabelOf(StoryIndex index, string id) => index.OutletOf(id);

    /// <summary>True where the words stand in the text, one behind the other.</summary>
    private static bool IsWithin(string words, ReadOnlySpan<char> text) => IsWithin([.. StoryVocabulary.WordsOf(words)], [.. StoryVocabulary.WordsOf(text)]);

    private static bool IsWithin(List<string> part, List<string> whole) =>
        Enumerable.Range(0, Math.Max(0, whole.Count - part.Count + 1)).Any(i => part.SequenceEqual(whole.Skip(i).Take(part.Count), StringComparer.Ordinal));

    /// <summary>True where each word stands in the text: a clause has the subject of another before it.</summary>
    private static bool IsMadeOf(string words, ReadOnlySpan<char> text) =>
        StoryVocabulary.WordsOf(text).ToHashSet(StringComparer.Ordinal).IsSupersetOf(StoryVocabulary.WordsOf(words).Where(w => w.Any(char.IsLetterOrDigit)));
}

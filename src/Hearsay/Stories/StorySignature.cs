using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>All that grouping has to know of a report: kept where the report itself is not at hand.</summary>
/// <param name="ReportId">The article's id.</param>
/// <param name="Day">The day of publication; null where it is not known.</param>
/// <param name="Words">The lemmas of headline and body with how often each stands there, in ordinal order of the lemmas.</param>
public sealed record StorySignature(string ReportId, DateOnly? Day, ImmutableArray<WordCount> Words)
{
    /// <summary>The signature of a report that was read.</summary>
    public static StorySignature Of(Report report) => new(report.Article.Id, report.Article.Published.Day, StoryWords.Of(report));

    /// <summary>The words as one line of text, for keeping: <c>lemma count</c> pairs, tab between pairs.</summary>
    public string WordLine() => string.Join('\t', Words.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Word} {w.Count}")));

    /// <summary>The signature whose words were kept by <see cref="WordLine"/>.</summary>
    /// <exception cref="FormatException">The line is not of that form.</exception>
    public static StorySignature Parse(string reportId, DateOnly? day, string wordLine) => new(reportId, day, wordLine
        .Split('\t', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => (Pair: pair, Space: pair.LastIndexOf(' ')))
        .Select(p =>
            p.Space > 0
                ? new WordCount(p.Pair[..p.Space], int.Parse(p.Pair.AsSpan(p.Space + 1), CultureInfo.InvariantCulture))
                : throw new FormatException($"no count in “{p.Pair}”")
        )
        .ToImmutableArray());
}

/// <summary>A lemma and how often it stands in a report.</summary>
public readonly record struct WordCount(string Word, int Count);

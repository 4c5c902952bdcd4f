using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// When a report was published, from the surest evidence down: metadata; a line that states it; the date in its address; a dateline with day and
/// year; the report's own words (<see cref="DateInference"/>). A line that states another day than the metadata wins over it, unless it is of an update: what a program wrote down
/// may be the day of the download. A date that nothing supports is null. What the words say in part is in <see cref="DateClues"/>, for other reports
/// of the same story to complete.
/// </summary>
internal static class PublicationDateReader
{
    /// <summary>
    /// The date, with the words that show it. <paramref name="id"/> is the article's, for the citations into <paramref name="text"/>.
    /// </summary>
    public static PublicationDate Read(string id, string text, ImmutableArray<Block> blocks, PageContent content)
    {
        var stated = Stated(blocks, content.MonthFirst);
        if (content.Published is { } published && DateStatement.Value(published, content.MonthFirst) is { } value)
        {
            var metadata = new PublicationDate(value, DateBasis.Metadata, []);
            return stated is { Update: false } && Math.Abs(stated.Value.Date.Day!.Value.DayNumber - metadata.Day!.Value.DayNumber) > 1
                ? stated.Value.Date
                : metadata;
        }
        if (stated is { } line) return line.Date;
        var address = content.Url ?? "";
        var given = DateMentions.InAddress(address);
        return InAddress(address, given) ?? InDateline(id, text) ?? DateInference.Infer(id, text, blocks, given?.Year) ?? PublicationDate.Unknown;
    }

    private static (PublicationDate Date, bool Update)? Stated(ImmutableArray<Block> blocks, bool? monthFirst)
    {
        var lines = blocks
            .Where(b => b.Kind == DroppedKind.DateLine)
            .Select(b => (b.Text, Value: DateStatement.Value(DateStatement.First(b.Text), monthFirst), Update: DateStatement.IsUpdate(b.Text)))
            .Where(x => x.Value is not null)
            .ToList();
        if (lines.Count == 0) return null;
        var (words, value, update) = lines.OrderBy(x => x.Update).First();
        return (new PublicationDate(value, DateBasis.Stated, [], words), update);
    }

    /// <summary>The day that the dateline over the report gives, where it gives it whole.</summary>
    private static PublicationDate? InDateline(string id, string text) =>
        DatelineReader.Match(text, first: true) is { Date: { } span } && DateMentions.In(span.Of(text)) is [{ Date: { } date }]
            ? new PublicationDate(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DateBasis.Stated, [new Citation(id, span)])
            : null;

    /// <summary>Many outlets put the day into the address.</summary>
    private static PublicationDate? InAddress(string url, DateMention? given) =>
        given is { Date: { } date, Span: var span }
            ? new PublicationDate(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DateBasis.Metadata, [], span.Of(url).Trim('/'))
            : null;
}

using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// When a report was published, from the surest evidence down: metadata; a line that states it; the date in its address; the report's own words.
/// A date that nothing supports is null. What the words say in part is in <see cref="DateClues"/>, for other reports of the same story to complete.
/// </summary>
internal static class PublicationDateReader
{
    /// <summary>The date, with the words that show it.</summary>
    public static PublicationDate Read(string id, string text, ImmutableArray<Block> blocks, PageContent content)
    {
        var stated = Stated(blocks);
        if (content.Published is { } published && DateStatement.Value(published) is { } metadata)
        {
            return new PublicationDate(metadata, DateBasis.Metadata, []);
        }
        return stated ?? PublicationDate.Unknown;
    }

    private static PublicationDate? Stated(ImmutableArray<Block> blocks)
    {
        var lines = blocks.Where(b => b.Kind == DroppedKind.DateLine).Select(b => (b.Text, Value: DateStatement.Value(b.Text), Update: DateStatement.IsUpdate(b.Text))).Where(x => x.Value is not null).ToList();
        return lines.Count == 0 ? null : lines.OrderBy(x => x.Update).First() is var (words, value, _) ? new PublicationDate(value, DateBasis.Stated, [], words) : null;
    }
}

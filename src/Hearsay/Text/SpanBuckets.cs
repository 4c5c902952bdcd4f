namespace Hearsay.Text;

/// <summary>
/// Finds which of many stretches of a text lie near a given one without looking at all: stretches are kept by the blocks of the text that they touch.
/// A query costs the blocks it covers and what lies there, so that asking for every sentence of a text stays linear in the text.
/// </summary>
internal sealed class SpanBuckets
{
    private const int BlockBits = 8;

    private readonly Dictionary<int, List<int>> blocks = [];

    /// <summary>Item i has all stretches of <paramref name="spans"/>[i]; an item may have none.</summary>
    public SpanBuckets(IEnumerable<IEnumerable<TextSpan>> spans)
    {
        var item = 0;
        foreach (var own in spans)
        {
            foreach (var span in own) Add(span, item);
            item++;
        }
    }

    /// <summary>
    /// The items that may overlap or touch <paramref name="span"/>, each once, ascending: all that do are among them, and others of the same blocks.
    /// </summary>
    public IEnumerable<int> Near(TextSpan span)
    {
        var found = new SortedSet<int>();
        for (var block = span.Start >> BlockBits; block <= span.End >> BlockBits; block++)
        {
            if (blocks.TryGetValue(block, out var items)) found.UnionWith(items);
        }

        return found;
    }

    private void Add(TextSpan span, int item)
    {
        for (var block = span.Start >> BlockBits; block <= span.End >> BlockBits; block++)
        {
            if (!blocks.TryGetValue(block, out var items)) blocks[block] = items = [];
            if (items.Count == 0 || items[^1] != item) items.Add(item);
        }
    }
}

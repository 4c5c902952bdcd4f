using System.Text;

namespace Hearsay.Sources.Feeds;

/// <summary>An element of a feed, read leniently.</summary>
internal sealed class MarkupNode(string source, string name, MarkupNode? parent)
{
    private StringBuilder? text;

    /// <summary>
    /// The name in lower case; its prefix is the usual one of its namespace ("dc", "media", "content"), and none where it is in that of the feed
    /// itself.
    /// </summary>
    public string Name { get; } = name;

    /// <summary>The element around it.</summary>
    public MarkupNode? Parent { get; } = parent;

    /// <summary>Attributes, names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Elements in it, in order.</summary>
    public List<MarkupNode> Children { get; } = [];

    /// <summary>Where its content starts in the source.</summary>
    public int ContentStart { get; init; }

    /// <summary>Where its content ends in the source.</summary>
    public int ContentEnd { get; set; }

    /// <summary>Its content as it stands in the source.</summary>
    public string Source => ContentEnd > ContentStart ? source[ContentStart..ContentEnd] : "";

    /// <summary>How many elements are around it.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Its own text, without that of the elements in it.</summary>
    public string Text => text?.ToString() ?? "";

    /// <summary>An attribute; null where it is not there or blank.</summary>
    public string? this[string attribute] =>
        Attributes.TryGetValue(attribute, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Adds text to it.</summary>
    public void Append(string more) => (text ??= new StringBuilder()).Append(more);

    /// <summary>The elements in it that have one of the names, in order.</summary>
    public IEnumerable<MarkupNode> All(params string[] names) => Children.Where(c => names.Contains(c.Name, StringComparer.Ordinal));

    /// <summary>The first element in it that has the first of the names that any has.</summary>
    public MarkupNode? First(params string[] names) =>
        names.Select(n => Children.FirstOrDefault(c => c.Name == n)).FirstOrDefault(c => c is not null);
}

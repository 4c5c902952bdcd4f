namespace Hearsay.Pages;

/// <summary>What an element says, the place of the box around it in <see cref="PageOutline.Boxes"/>, and how many paragraphs stand before it.</summary>
internal readonly record struct PlacedMark(string Text, int Box, int Leaf);

/// <summary>
/// The elements of a page that say something of the page: meta and link elements, headings, times, names of authors; texts as they stand there, in
/// the order of the page.
/// </summary>
internal sealed class PageMarks
{
    private const int Most = 64;

    private readonly Dictionary<string, List<string>> metas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language that the root element names.</summary>
    public string? Language { get; set; }

    /// <summary>The title element's text.</summary>
    public string? Title { get; set; }

    /// <summary>Where the page says it has its one address.</summary>
    public string? Canonical { get; set; }

    /// <summary>The headings of the first level.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>The times that time elements bear.</summary>
    public List<PlacedMark> Times { get; } = [];

    /// <summary>The texts of elements that are marked as naming an author.</summary>
    public List<PlacedMark> Authors { get; } = [];

    /// <summary>Keeps what a meta element, or an element with an item property, says.</summary>
    public void Add(string name, string content)
    {
        if (!metas.TryGetValue(name, out var values)) metas[name] = values = [];
        if (values.Count < Most) values.Add(content);
    }

    /// <summary>The first value of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (metas.TryGetValue(name, out var values) && values.Find(v => !string.IsNullOrWhiteSpace(v)) is { } value) return CleanText.Line(value);
        }
        return null;
    }

    /// <summary>All values of a name.</summary>
    public IEnumerable<string> All(string name) => metas.TryGetValue(name, out var values) ? values : [];
}

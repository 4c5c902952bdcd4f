using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Copies;

/// <summary>Reports whose text comes from one place: they are not independent of each other.</summary>
public sealed record Origin(string Name, ImmutableArray<string> ArticleIds, string Why)
{
    /// <summary>False where there is too little text to tell where it comes from: such a report never counts as independent.</summary>
    public bool Known { get; init; } = true;
}

/// <summary>A passage of 12 words or more outside direct speech that stands, word for word or almost, in two reports.</summary>
public sealed record SharedPassage(Citation First, Citation Second);

/// <summary>Where the reports of a story come from. Every report is in exactly one origin.</summary>
public sealed record Provenance(ImmutableArray<Origin> Origins, ImmutableArray<SharedPassage> Passages)
{
    /// <summary>From how many origins the reports with these ids come, as far as is known; one where nothing is known.</summary>
    public int IndependentOf(IEnumerable<string> articleIds)
    {
        var ids = articleIds.ToHashSet(StringComparer.Ordinal);
        return Math.Max(1, Origins.Count(o => o.Known && o.ArticleIds.Any(ids.Contains)));
    }
}

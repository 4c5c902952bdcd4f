using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Stories;

/// <summary>A story in, publication dates out for those of its reports that do not show theirs alone.</summary>
public static class DateCorroborator
{
    /// <summary>Dates that the other reports of the story support, by article id; reports whose date is known alone are not among them.</summary>
    public static ImmutableSortedDictionary<string, PublicationDate> Corroborate(Story story) => ImmutableSortedDictionary<string, PublicationDate>.Empty;
}

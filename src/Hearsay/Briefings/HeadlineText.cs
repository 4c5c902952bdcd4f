using Hearsay.Model;

namespace Hearsay.Briefings;

/// <summary>What pages and lists call a report.</summary>
public static class HeadlineText
{
    /// <summary>Stands where a report has no headline.</summary>
    public const string None = "(no headline)";

    /// <summary>Its headline, or words that say that it has none.</summary>
    public static string Of(Article article) => article.Headline ?? None;
}

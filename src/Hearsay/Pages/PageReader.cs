using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>An article, or the reason why there is none; exactly one of the two is set.</summary>
public readonly record struct PageResult(Article? Article, string? Reason);

/// <summary>Page in, article out.</summary>
public static class PageReader
{
    /// <summary>Tells a report's own text from the furniture around it.</summary>
    public static PageResult Read(RawPage page) =>
        new(new Article { Id = page.Id ?? ContentId.Of(page.Content), Path = page.Path, Url = page.Url, Outlet = page.Outlet, Headline = page.Title, Text = page.Content, Language = "en" }, null);
}

namespace Hearsay.Pages;

/// <summary>HTML in, paragraphs and metadata out.</summary>
internal static class HtmlPage
{
    /// <summary>Reads a page.</summary>
    public static PageContent Read(string html) => new() { Reason = "HTML is not read yet" };
}

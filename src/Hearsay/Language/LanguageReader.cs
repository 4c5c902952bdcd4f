using Hearsay.Model;

namespace Hearsay.Language;

/// <summary>Article in, reading out.</summary>
public static class LanguageReader
{
    /// <summary>Reads an article's text.</summary>
    public static Reading Read(Article article) =>
        new() { Article = article, Paragraphs = [], Sentences = [], Tokens = [], Names = [], Quotations = [] };
}

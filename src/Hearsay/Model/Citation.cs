using Hearsay.Text;

namespace Hearsay.Model;

/// <summary>The words of one report that show something: a stretch of <see cref="Article.Text"/> of the article with the id.</summary>
public readonly record struct Citation(string ArticleId, TextSpan Span);

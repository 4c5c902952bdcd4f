using System.Globalization;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>The day of a report as lists name it.</summary>
internal static class ReportDay
{
    /// <summary>The day on which it was published, as it shows or its story lends; "no date" where nothing tells. Never its arrival.</summary>
    public static string Of(StoredArticle article) =>
        article.Published.Value is null ? "no date" : article.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

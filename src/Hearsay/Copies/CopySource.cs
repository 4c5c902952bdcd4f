using Hearsay.Model;

namespace Hearsay.Copies;

/// <summary>Who of two that share text has it from whom.</summary>
public enum CopySource
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The second has it from the first.</summary>
    First,

    /// <summary>The first has it from the second.</summary>
    Second,

    /// <summary>Both have it from a third: they run the text of an agency that neither of them is.</summary>
    Third,
}

/// <summary>
/// Tells who has a text from whom: who is named in the other's credits is its source; what credits an agency is the agency's; else the earlier was first,
/// where the moments of publication are known.
/// </summary>
public static class CopySources
{
    /// <summary>Who has the text that these two share from whom.</summary>
    public static CopySource Of(Article first, Article second)
    {
        var agencies = Agencies.Of([first, second]);
        var (isFirst, isSecond) = (Is(first, agencies[1]), Is(second, agencies[0]));
        if (isFirst != isSecond) return isFirst ? CopySource.First : CopySource.Second;
        if (agencies.Any(a => !a.IsEmpty)) return CopySource.Third;
        return (first.Published.Value, second.Published.Value) is ({ } a, { } b) && string.CompareOrdinal(a, b) is not 0 and var order && a.Length == b.Length
            ? order < 0 ? CopySource.First : CopySource.Second
            : CopySource.Unknown;
    }

    private static bool Is(Article article, IEnumerable<string> credited) => article.Outlet is { } outlet && credited.Any(c => Agencies.IsSame(c, outlet));
}

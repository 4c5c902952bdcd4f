using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Copies;

/// <summary>Which agencies a report says its text comes from.</summary>
internal static partial class Agencies
{
    /// <summary>A credit is a short line.</summary>
    private const int MostCharacters = 300;

    /// <summary>
    /// The agencies that each report names in credits and datelines, one spelling for each agency in the whole story. An agency that no list knows is
    /// learnt from the reports that carry it in their dateline, and then found in the bylines and credit lines of the others, and in the name of its
    /// own outlet.
    /// </summary>
    public static ImmutableArray<ImmutableArray<string>> Of(ImmutableArray<Article> articles)
    {
        var named = articles.Select(a => a.Credits.Concat(a.Datelines.Select(d => d.Agency).OfType<string>()).ToList()).ToList();
        // the shortest spelling stands for all: "NPA" for "Norlund Press Agency"
        var spellings = named
            .SelectMany(n => n)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(n => n.Length)
            .ThenBy(n => n, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. articles.Zip(
                named,
                (article, names) =>
                    names.Concat(Mentioned(article)).Select(Known).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray()
            ),
        ];

        string? Known(string name) => spellings.FirstOrDefault(s => IsSame(s, name));
    }

    /// <summary>
    /// The names around a report that may be an agency's: its outlet, its byline, and every run of capitalised words in lines that are neither text
    /// nor picture.
    /// </summary>
    private static IEnumerable<string> Mentioned(Article article) =>
        article
            .Dropped.Where(d => d.Kind == DroppedKind.Other && d.Text.Length < MostCharacters)
            .SelectMany(d => Capitalised().Matches(d.Text).Select(m => m.Value))
            .Concat(article.Byline).Concat(article.Outlet is { } outlet ? [outlet] : []);

    /// <summary>Whether two spellings are of one agency: with the article or without, in full or by initials.</summary>
    public static bool IsSame(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        return string.Equals(x, y, StringComparison.OrdinalIgnoreCase) || Initials(x) == y || Initials(y) == x;
    }

    private static string Plain(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string? Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? null : string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}.&]*(?: \p{Lu}[\p{L}.&]*)*", RegexOptions.NonBacktracking)]
    private static partial Regex Capitalised();
}

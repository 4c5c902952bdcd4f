using System.Collections.Immutable;
using Hearsay.Statements;

namespace Hearsay.Copies;

/// <summary>Which agencies a report says its text comes from.</summary>
internal static class Agencies
{
    /// <summary>The agencies that each report names in credits and datelines, one spelling for each agency in the whole story, in the order of the reports.</summary>
    public static ImmutableArray<ImmutableArray<string>> Of(ImmutableArray<Report> reports)
    {
        var named = reports.Select(r => r.Article.Credits.Concat(r.Article.Datelines.Select(d => d.Agency).OfType<string>()).Distinct(StringComparer.Ordinal).ToImmutableArray()).ToList();
        // the shortest spelling stands for all: "NPA" for "Norlund Press Agency"
        var spellings = named.SelectMany(n => n).Distinct(StringComparer.Ordinal).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToList();
        return
        [
            .. reports.Zip(named, (report, names) => Own(report, names).Select(n => spellings.First(s => IsSame(s, n))).Distinct(StringComparer.Ordinal).ToImmutableArray()),
        ];

        // an agency that is read at its own address is its own source
        IEnumerable<string> Own(Report report, ImmutableArray<string> names) =>
            report.Article.Outlet is { } outlet && spellings.Any(s => IsSame(s, outlet)) ? names.Add(spellings.First(s => IsSame(s, outlet))) : names;
    }

    private static bool IsSame(string a, string b)
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
}

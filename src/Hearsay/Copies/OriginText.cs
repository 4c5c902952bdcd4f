using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Copies;

/// <summary>An origin's name and why its reports are one, in words for a reader.</summary>
internal static class OriginText
{
    /// <summary>With fewer words of its own than this a report cannot be told from a copy.</summary>
    private const int LeastOwnWords = 40;

    private const string NoAgency = "Credits no agency";

    /// <summary>More than so many are not listed by name.</summary>
    private const int MostListed = 5;

    private static readonly string[] AgencyWords = ["agency", "wire", "service", "services", "press", "news", "bureau"];

    /// <summary>The origin of the reports at <paramref name="members"/>; each report is called by its outlet in <paramref name="names"/>.</summary>
    public static Origin Of(
        ImmutableArray<int> members,
        ImmutableArray<Report> reports,
        ImmutableArray<string> names,
        ImmutableArray<ImmutableArray<string>> agencies,
        ImmutableArray<CopyLink> links
    )
    {
        var agency = members
            .Where(m => agencies[m].Length == 1)
            .Concat(members.Where(m => agencies[m].Length > 0))
            .Select(m => agencies[m][0])
            .FirstOrDefault();
        var why = members.Length == 1 ? Alone(members[0], names, agency, links) : Together(members, names, agency, agencies, links);
        return new Origin(agency is null ? Common(members, names) : Wire(agency), [.. members.Select(m => reports[m].Article.Id)], why)
        {
            Known = members.Length > 1 || IsKnown(reports[members[0]], why),
        };
    }

    /// <summary>Whether it can be told where a report comes from whose origin has no other and is explained so.</summary>
    public static bool IsKnown(Report alone, string why) =>
        !why.StartsWith(NoAgency, StringComparison.Ordinal) || WordSequence.Of(alone).Length >= LeastOwnWords;

    private static string Wire(string agency) =>
        AgencyWords.Contains(agency.Split(' ')[^1], StringComparer.OrdinalIgnoreCase) ? agency : $"{agency} wire";

    private static string Common(ImmutableArray<int> members, ImmutableArray<string> names) =>
        members.Length == 1 ? names[members[0]] : $"common text of {Listed(members.Select(m => names[m]))}";

    private static string Alone(int member, ImmutableArray<string> names, string? agency, ImmutableArray<CopyLink> links)
    {
        var shared = links.Where(l => l.Has(member)).OrderByDescending(l => l.Words).ThenBy(l => l.A).ThenBy(l => l.B).ToList();
        var credit = agency is null ? NoAgency : $"Credits {agency}, as no other report does";
        if (shared.Count == 0) return $"{credit}; no passage of {PassageFinder.LeastWords} words or more outside quotations stands in another report.";
        var other = names[shared[0].A == member ? shared[0].B : shared[0].A];
        return $"{credit}; {Passages(shared[0].Passages, shared[0].Words)} in common with {other}, too little to come from one text.";
    }

    private static string Together(
        ImmutableArray<int> members,
        ImmutableArray<string> names,
        string? agency,
        ImmutableArray<ImmutableArray<string>> agencies,
        ImmutableArray<CopyLink> links
    )
    {
        var crediting = members.Where(m => agency is not null && agencies[m].Contains(agency)).ToList();
        var parts = new List<string>();
        if (crediting.Count > 0)
            parts.Add($"{Listed(crediting.Select(m => names[m]))} {(crediting.Count == 1 ? "credits" : "credit")} {agency}");
        var strongest = members
            .Select(m => StrongestOf(m, links))
            .OfType<CopyLink>()
            .Where(l => members.Contains(l.A) && members.Contains(l.B))
            .Distinct()
            .OrderByDescending(l => l.Words).ThenBy(l => l.A).ThenBy(l => l.B).ToList();
        parts.AddRange(
            strongest
                .Take(MostListed)
                .Select(l => $"{Pair(names[l.A], names[l.B])} share {Passages(l.Passages, l.Words)}")
        );
        if (strongest.Count > MostListed) parts.Add("the others share passages with these or among themselves");
        return string.Join("; ", parts) + ".";
    }

    private static string Pair(string a, string b) => a == b ? $"two reports of {a}" : $"{a} and {b}";

    private static CopyLink? StrongestOf(int member, ImmutableArray<CopyLink> links) =>
        links
            .Where(l => l.IsCopying && l.Has(member))
            .OrderByDescending(l => l.Words)
            .ThenBy(l => l.A)
            .ThenBy(l => l.B)
            .Select(l => (CopyLink?)l)
            .FirstOrDefault();

    private static string Passages(int count, int words) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "passage" : "passages")} ({words} words)");

    private static string Listed(IEnumerable<string> items)
    {
        // an outlet with several reports is named once, with their number
        var all = items
            .GroupBy(i => i, StringComparer.Ordinal)
            .Select(g => g.Count() == 1 ? g.Key : string.Create(CultureInfo.InvariantCulture, $"{g.Key} ({g.Count()} reports)"))
            .ToList();
        if (all.Count > MostListed) all = [.. all.Take(MostListed), string.Create(CultureInfo.InvariantCulture, $"{all.Count - MostListed} more")];
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// What an outlet prints over its reports: its own name, and the path of sections that leads to the page ("Home > Sport > Rowing").
/// A line is a masthead where it is a name that ends as newspapers' and stations' names do (Data/mastheads.txt), or bears the year of its founding;
/// since headlines may name outlets too, another line has to be left for the headline.
/// </summary>
internal static partial class Masthead
{
    private const int LongestHead = 6;
    private const int LongestName = 5;

    private static readonly HashSet<string> Nouns = new(DataFile.Lines("Pages/Data/mastheads.txt"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Marks mastheads and section paths in place as sections; returns the outlet's name, or null.</summary>
    public static string? Mark(List<Block> blocks, string? title)
    {
        string? outlet = null;
        for (var i = 0; i < Math.Min(blocks.Count, LongestHead); i++)
        {
            if (!blocks[i].IsBody) continue;
            if (CleanText.EndsWithMark(blocks[i].Text) && FurnitureSorter.Words(blocks[i].Text) > 12) break;
            var name = IsPath(blocks[i].Text) ? "" : outlet is null ? Name(blocks[i].Text, first: i == 0) : null;
            if (name is null || (title is null && !PageHead.HasHeadlineAfter(blocks, i))) continue;
            blocks[i] = blocks[i] with { Kind = DroppedKind.Section };
            if (name.Length > 0) outlet = name;
        }
        return outlet;
    }

    /// <summary>Short labels between the marks that sites put between the levels of their tree.</summary>
    private static bool IsPath(string line)
    {
        if (line.Length > 120 || CleanText.EndsWithMark(line)) return false;
        var parts = PathMark().Split(line);
        return (parts.Length >= 2 && parts.All(p => FurnitureSorter.Words(p) <= 4 && p.Length > 0 && char.IsUpper(p[0])))
            || (line.Split(" | ") is { Length: >= 3 } labels && labels.All(p => FurnitureSorter.Words(p) <= 2 && p.Length > 0 && char.IsUpper(p[0])));
    }

    private static string? Name(string line, bool first)
    {
        if (line.Length > 120 || line.AsSpan().ContainsAny("\"“”?!")) return null;
        var parts = Break().Split(line, 2);
        var name =
            parts[0].StartsWith("The ", StringComparison.Ordinal) && Seat().Match(parts[0]) is { Success: true } seat
                ? parts[0][..seat.Index]
                : parts[0];
        var words = name.Split(' ');
        if (words.Length > LongestName || !words.All(w => w.Length > 0 && (char.IsUpper(w[0]) || w is "of" or "and" or "the" or "&"))) return null;
        if (parts.Length > 1 && Founded().IsMatch(parts[1])) return Cased(name);
        if (words.Length < 2 || !Nouns.Contains(words[^1])) return null;
        return words[0] is "The" or "THE" || parts.Length > 1 || (first && (words.Length <= 3 || !name.Any(char.IsLower))) ? Cased(name) : null;
    }

    /// <summary>A name in capitals is given as it is written elsewhere, unless it has initials in it.</summary>
    private static string Cased(string name)
    {
        var words = name.Split(' ');
        if (name.Any(char.IsLower) || words.Any(w => w.Length <= 3 && w is not ("THE" or "OF" or "AND"))) return name;
        return string.Join(
            ' ',
            words.Select(w => w is "OF" or "AND" ? w.ToLowerInvariant() : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(w.ToLowerInvariant()))
        );
    }

    [GeneratedRegex(@" ?[>»›] ?")]
    private static partial Regex PathMark();

    [GeneratedRegex(@" ?[|·•] ?| [-–—] ")]
    private static partial Regex Break();

    [GeneratedRegex(@", [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}$")]
    private static partial Regex Seat();

    [GeneratedRegex(@"\b(?:[Ss]ince|[Ee]st\.?|[Ee]stablished|[Ff]ounded)(?: in)? (?:1[6-9]|20)\d\d\b")]
    private static partial Regex Founded();
}

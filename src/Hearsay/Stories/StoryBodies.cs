using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>
/// In: a story. Out: the full name of a body that a report calls by a part of it. Method: a name that one longer name of the story begins with, the
/// rest being what ends the names of bodies ("Common Ground", "Common Ground Media"); a name or a noun for a force or a government that the report,
/// else the story, prints behind a place or a nationality ("Rovers", "Tolland Rovers"; "police", "Tolland police").
/// Limits: where two longer names are printed, the one that makes up most of them by far, else none.
/// </summary>
internal sealed class StoryBodies(Story story)
{
    /// <summary>Of all longer forms printed, how many must be the one that is taken.</summary>
    private const double Sure = .8;

    /// <summary>Shorter names that differ in a letter are two names.</summary>
    private const int ShortestMisspelled = 7;

    private readonly ImmutableArray<Report> reports = story.Reports;
    private readonly HashSet<string> places =
    [
        .. story.Reports.SelectMany(r => r.Names).Where(n => n.Type == NameType.Place).Select(n => n.Canonical),
    ];
    private readonly string[] longer =
    [
        .. story
            .Reports.SelectMany(r => r.Names)
            .Where(n => n.Type is NameType.Organisation or NameType.Other && n.Canonical.Contains(' ', StringComparison.Ordinal))
            .Select(n => n.Canonical)
            .Distinct(StringComparer.Ordinal),
    ];

    private readonly string[] named =
    [
        .. story.Reports.SelectMany(r => r.Names).Where(n => n.Type == NameType.Organisation).Select(n => n.Canonical).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The full name of the body that the report calls <paramref name="speaker"/>; null where the story has none or several.</summary>
    public string? Named(Report report, string speaker)
    {
        if ((OtherName(speaker) ?? SpelledOut(speaker) ?? Spelling(speaker)) is { } other) return other;
        var noun = Thesaurus.Is(speaker.ToLowerInvariant(), WordSet.Force) ? speaker.ToLowerInvariant() : null;
        if (noun is null && (!char.IsUpper(speaker[0]) || !speaker.Contains(' ', StringComparison.Ordinal) && !IsBody(report, speaker)))
            return null;
        if (noun is null && WithEnding(speaker) is { } ended) return ended;
        return WithPlace([report], noun ?? speaker, noun is not null) ?? WithPlace(reports, noun ?? speaker, noun is not null);
    }

    /// <summary>What letters stand for, where a report prints them in brackets behind it ("Norland Central Television (NCTV)").</summary>
    private string? SpelledOut(string letters)
    {
        if (letters.Length is < 3 or > 8 || !letters.All(char.IsUpper)) return null;
        var printed = longer.Where(l => reports.Any(r => r.Article.Text.Contains($"{l} ({letters})", StringComparison.Ordinal))).ToArray();
        return printed is [var only] ? only : null;
    }

    /// <summary>
    /// The spelling that most reports print of a body's name, where others differ in one letter of one long word and no report prints both.
    /// </summary>
    private string? Spelling(string name)
    {
        if (name.Length < ShortestMisspelled || !char.IsUpper(name[0])) return null;
        var (best, most) = ((string?)null, Printing(name).Length);
        foreach (var other in named.Where(n => n != name && n.Length >= ShortestMisspelled && n[0] == name[0] && StoryPeople.Distance(n, name) == 1))
        {
            var printing = Printing(other);
            if (printing.Intersect(Printing(name)).Any() || printing.Length < most || printing.Length == most && string.CompareOrdinal(other, best ?? name) > 0) continue;
            (best, most) = (other, printing.Length);
        }
        return best;
    }

    private string[] Printing(string name) =>
        [.. reports.Where(r => r.Names.Any(n => n.Canonical == name)).Select(r => r.Article.Id)];

    private static bool IsBody(Report report, string name) =>
        report.Names.Any(n => n.Type is NameType.Organisation or NameType.Other && n.Canonical == name);

    /// <summary>
    /// "Norlandish army" for "Norland's army" where the story prints it, "Norlandish military" for it where the story prints that more often, and the
    /// other way round; null where it does not.
    /// </summary>
    private string? OtherName(string speaker)
    {
        var space = speaker.LastIndexOf(' ');
        if (space > 2 && speaker[space - 1] == 's' && speaker[space - 2] is '\'' or '’' && Thesaurus.Is(speaker[(space + 1)..], WordSet.Force))
            return Gazetteer.CountryOf(speaker[..(space - 2)])?.Nationalities.Select(n => n + speaker[space..]).FirstOrDefault(n => Printed(n) > 0);
        if (space < 0 || speaker[(space + 1)..] is not ("army" or "military")) return null;
        if ((Gazetteer.Of(speaker[..space]) & Listed.Nationality) == 0) return null;
        var other = speaker[..space] + (speaker.EndsWith("army", StringComparison.Ordinal) ? " military" : " army");
        return Printed(other) > Printed(speaker) ? other : null;
    }

    private int Printed(string words) =>
        reports.Sum(r => r.Article.Text.AsSpan().Count(words));

    private string? WithEnding(string name)
    {
        var all = longer.Where(l =>
            l.StartsWith(name + " ", StringComparison.Ordinal) && (Gazetteer.Of(l[(name.Length + 1)..]) & Listed.Tail) != 0
        );
        return all.ToArray() is [var only] ? only : null;
    }

    /// <summary>The form with a place before it that the reports print, where one is by far the most frequent.</summary>
    private string? WithPlace(IEnumerable<Report> among, string name, bool isNoun)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in among)
        {
            var text = report.Article.Text;
            for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            {
                if (at < 2 || text[at - 1] != ' ' || at + name.Length < text.Length && char.IsLetterOrDigit(text[at + name.Length])) continue;
                if (!isNoun && !text.AsSpan(at, name.Length).SequenceEqual(name)) continue;
                if (PlaceBefore(text, at - 1, isNoun) is not { } place) continue;
                var whole = $"{place} {name}";
                counts[whole] = counts.GetValueOrDefault(whole) + 1;
            }
        }
        if (counts.Count == 0) return null;
        var best = counts.MaxBy(c => c.Value);
        return best.Value >= Sure * counts.Values.Sum() ? best.Key : null;
    }

    /// <summary>The place, or before a noun also the nationality, that ends at the offset; of one word or two.</summary>
    private string? PlaceBefore(string text, int end, bool isNoun)
    {
        string? found = null;
        var start = end;
        for (var words = 1; words <= 2 && start > 0; words++)
        {
            start = text.LastIndexOfAny([' ', '\n'], start - 1) + 1;
            var phrase = text[start..end];
            if (phrase.Length < 2 || !char.IsUpper(phrase[0])) break;
            var listed = Gazetteer.Of(phrase);
            if (
                (listed & (Listed.Country | Listed.Capital | Listed.Place | Listed.Seat)) != 0
                || phrase.All(char.IsUpper) && (listed & Listed.Body) != 0
                || places.Contains(phrase)
                || isNoun && (listed & Listed.Nationality) != 0
            )
                found = phrase;
            start--;
        }
        return found;
    }
}

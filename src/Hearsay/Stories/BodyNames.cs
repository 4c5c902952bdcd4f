using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;

namespace Hearsay.Stories;

/// <summary>
/// In: the reports of a story. Out: one name for a body that they call in several ways. Method: forms of the same telling words are one ("Norland's
/// Defense Ministry", "the Norland defence ministry"); letters are the name that they begin; a name that one longer name of the story begins with,
/// the rest being what ends the names of bodies ("Common Ground", "Common Ground Media"); a name or a noun for a force that the report, else the
/// story, prints behind a place or a nationality ("Rovers", "Tolland Rovers"; "police", "Tolland police"); an agency by what it is for ("Norland's
/// harbour agency"); the government of a country is the country.
/// Limits: where two longer names are printed, the one that makes up most of them by far, else none.
/// </summary>
internal sealed class BodyNames
{
    /// <summary>Of all longer forms printed, how many must be the one that is taken.</summary>
    private const double Sure = .8;

    /// <summary>Shorter names that differ in a letter are two names.</summary>
    private const int ShortestMisspelled = 7;

    private readonly ImmutableArray<Report> reports;
    private readonly HashSet<string> places;
    private readonly string[] longer;
    private readonly string[] named;
    private readonly Dictionary<string, string> byWords;

    public BodyNames(ImmutableArray<Report> reports)
    {
        this.reports = reports;
        var names = reports.SelectMany(r => r.Names).ToList();
        places = [.. names.Where(n => n.Type == NameType.Place).Select(n => n.Canonical)];
        named = [.. names.Where(n => n.Type == NameType.Organisation).Select(n => n.Canonical).Distinct(StringComparer.Ordinal)];
        longer =
        [
            .. names.Where(n => n.Type is NameType.Organisation or NameType.Other && n.Canonical.Contains(' ', StringComparison.Ordinal))
                .Select(n => n.Canonical).Distinct(StringComparer.Ordinal),
        ];
        var speakers = reports.SelectMany(r => r.Attributions).Select(a => a.Speaker).OfType<string>();
        byWords = speakers.Concat(longer).Concat(named).Distinct(StringComparer.Ordinal)
            .Where(n => n.Any(char.IsUpper))
            .GroupBy(Words, StringComparer.Ordinal)
            .Where(g => g.Skip(1).Any() && (g.Key.Contains(' ', StringComparison.Ordinal) || g.All(n => IsOnly(n, g.Key))))
            .ToDictionary(g => g.Key, g => SpeakerNames.Adjectival(SpeakerNames.OfCountry(MostPrinted(g))), StringComparer.Ordinal);
    }

    /// <summary>Of several forms the one of the wider word ("military", not "army"), then the one that most reports print, then the one printed most often, then one that is nobody's ("Polish army").</summary>
    private string MostPrinted(IEnumerable<string> forms) => forms
        .OrderBy(n => n.Split(' ').Any(OneWord.IsNarrower))
        .ThenByDescending(ReportsPrinting)
        .ThenByDescending(Printed)
        .ThenBy(n => n.AsSpan().IndexOfAny("'’") >= 0)
        .ThenBy(n => n, StringComparer.Ordinal)
        .First();

    private static bool IsOnly(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what is the name of one body.</summary>
    public bool Knows(string name) => longer.Contains(name, StringComparer.Ordinal);

    public static string WithoutPossessive(string name) => name is [.., '\'' or '’', 's'] ? name[..^2] : name is [.., '\'' or '’'] ? name[..^1] : name;

    /// <summary>The full name of the body that the report calls <paramref name="speaker"/>; null where the story has none or several.</summary>
    public string? Named(Report report, string speaker)
    {
        var other = Government(speaker) ?? Agency(speaker) ?? SameWords(speaker) ?? SpelledOut(speaker) ?? Spelling(speaker) ?? AtTheEnd(speaker) ?? Owned(speaker);
        if (other is not null) return other;
        var noun = Thesaurus.Is(speaker.ToLowerInvariant(), WordSet.Force) ? speaker.ToLowerInvariant() : null;
        if (noun is null && (!char.IsUpper(speaker[0]) || !speaker.Contains(' ', StringComparison.Ordinal) && !IsBody(report, speaker)))
            return null;
        if (noun is null && WithEnding(speaker) is { } ended) return ended;
        var placed = WithPlace([report], noun ?? speaker, noun is not null) ?? WithPlace(reports, noun ?? speaker, noun is not null);
        return placed is null ? null : SameWords(placed) ?? placed;
    }

    /// <summary>The body or country of that name for which somebody speaks; null for a place that is no country, and for what has no name.</summary>
    public string? Speaking(Report report, string name)
    {
        var listed = Gazetteer.Of(name);
        if ((listed & (Listed.Country | Listed.Nationality)) != 0) return Gazetteer.CountryOf(name)?.Name;
        if (places.Contains(name) || (listed & (Listed.Place | Listed.Capital)) != 0) return null;
        if (Named(report, name) is { } full) return full;
        return name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]) || IsBody(report, name) || (listed & Listed.Seat) != 0
            ? SpeakerNames.OfCountry(name)
            : null;
    }

    /// <summary>What a country has, by its adjective ("Polish harbour agency"); null for others.</summary>
    private static string? Owned(string speaker) => SpeakerNames.Adjectival(speaker) is var name && name != speaker ? name : null;

    /// <summary>The country of which the speaker is the government ("the Norland government", "the government of Norland"); null for others.</summary>
    private static string? Government(string speaker)
    {
        var words = speaker.Split(' ');
        var rest = OneWord.Of(words[^1]) == "government" ? words[..^1] : words is ["government" or "Government", "of", .. var of] ? of : [];
        return rest.Length is 1 or 2 ? Gazetteer.CountryOf(WithoutPossessive(string.Join(' ', rest)))?.Name : null;
    }

    /// <summary>The form that most reports print of those made of the same telling words.</summary>
    private string? SameWords(string speaker) =>
        byWords.TryGetValue(Words(speaker), out var form) && form != speaker ? form : null;

    /// <summary>The telling words of a name in the order of the alphabet, countries by one name.</summary>
    private static string Words(string name) => string.Join(' ', WordsOf(name).Order(StringComparer.Ordinal));

    private static IEnumerable<string> WordsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = WithoutPossessive(words[i]);
            if (Thesaurus.Is(word.ToLowerInvariant(), WordSet.Light)) continue;
            if (i + 1 < words.Length && OneWord.OfTwo(word, WithoutPossessive(words[i + 1])) is { } two)
            {
                yield return two;
                i++;
            }
            else yield return OneWord.Of(word);
        }
    }

    /// <summary>What letters stand for: the one longer name that a report prints before them in brackets, or that begins with them.</summary>
    private string? SpelledOut(string letters)
    {
        if (letters.Length is < 3 or > 8 || !letters.All(char.IsUpper)) return null;
        var printed = longer.Where(l => reports.Any(r => r.Article.Text.Contains($"{l} ({letters})", StringComparison.Ordinal))).ToArray();
        if (printed.Length == 0) printed = [.. longer.Where(l => Initials(l) == letters).DistinctBy(Words, StringComparer.Ordinal)];
        return printed is [var only] ? SameWords(only) ?? only : null;
    }

    private static string Initials(string name) => string.Concat(name.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));

    /// <summary>
    /// The spelling that most reports print of a body's name, where others differ in one letter of one long word and no report prints both.
    /// </summary>
    private string? Spelling(string name)
    {
        if (name.Length < ShortestMisspelled || !char.IsUpper(name[0])) return null;
        var (best, most) = ((string?)null, Printing(name).Length);
        foreach (var other in named.Where(n => n != name && n.Length >= ShortestMisspelled && n[0] == name[0] && Spellings.Distance(n, name) == 1))
        {
            var printing = Printing(other);
            if (printing.Intersect(Printing(name)).Any() || printing.Length < most || printing.Length == most && string.CompareOrdinal(other, best ?? name) > 0) continue;
            (best, most) = (other, printing.Length);
        }
        return best;
    }

    /// <summary>The name of a body that ends a phrase which says more of it in small letters ("official Canal Post"); null for others.</summary>
    private string? AtTheEnd(string speaker)
    {
        var words = speaker.Split(' ');
        var first = Array.FindIndex(words, w => w.Length > 0 && char.IsUpper(w[0]));
        if (first <= 0 || !words[..first].All(IsAdjective)) return null;
        var name = string.Join(' ', words[first..]);
        return named.Contains(name, StringComparer.Ordinal) || Knows(name) ? name : null;
    }

    /// <summary>True for a word in small letters that is neither a person nor a preposition.</summary>
    private static bool IsAdjective(string word) =>
        word.All(c => char.IsLower(c) || c == '-') && !PersonNouns.Counts(word) && !Thesaurus.Is(word, WordSet.Local | WordSet.Light);

    /// <summary>The one agency of the story whose name has all the words of its description but the noun; null for none and for several.</summary>
    private string? Agency(string description)
    {
        string[] words = [.. WordsOf(description)];
        if (words.Length < 3 || !description.EndsWith(" agency", StringComparison.Ordinal)) return null;
        var fitting = longer
            .Where(l => WordsOf(l).ToList() is var own && Thesaurus.Is(own[^1], WordSet.AgencyNoun) && words[..^1].All(own.Contains))
            .GroupBy(Words, StringComparer.Ordinal)
            .ToList();
        return fitting is [var only] ? byWords.GetValueOrDefault(only.Key) ?? only.First() : null;
    }

    private string[] Printing(string name) =>
        [.. reports.Where(r => r.Names.Any(n => n.Canonical == name)).Select(r => r.Article.Id)];

    private static bool IsBody(Report report, string name) =>
        report.Names.Any(n => n.Type is NameType.Organisation or NameType.Other && n.Canonical == name);

    private int ReportsPrinting(string words) => reports.Count(r => r.Article.Text.Contains(words, StringComparison.Ordinal));

    private int Printed(string words) => reports.Sum(r => r.Article.Text.AsSpan().Count(words));

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
        var counts = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
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

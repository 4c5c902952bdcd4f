using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>
/// Why the reports of a story belong together, in words for a reader: what they name, when they were published, what text they share.
/// </summary>
internal static class StoryReasons
{
    private const int MostWords = 4;

    /// <summary>One sentence a reason.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<Report> reports, StoryDraft draft) =>
        reports.Length == 1 ? ["No other report tells of this event."] : [.. Telling(draft), .. Named(draft), .. Published(reports), .. Sharing(reports)];

    /// <summary>The event, by the words that are no names and that most headlines and first sentences have in common, the most telling first.</summary>
    private static IEnumerable<string> Telling(StoryDraft draft)
    {
        var total = draft.Reports.Length;
        var leads = draft.Leads.Select(l => l.ToDictionary(w => w.Word, w => w.Weight, StringComparer.Ordinal)).ToList();
        var words = leads.SelectMany(l => l)
            .GroupBy(w => w.Key, w => w.Value, StringComparer.Ordinal)
            .Where(g => g.Count() * 2 > total)
            .OrderByDescending(g => g.Sum()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).Take(MostWords).ToImmutableArray();
        for (; words.Length > 1; words = words[..^1])
        {
            var telling = leads.Count(l => words.All(l.ContainsKey));
            if (telling * 2 <= total) continue;
            yield return $"{Count(telling, total)} begin with {Listed([.. words.Select(w => $"“{AsWritten(w, draft.Reports)}”")])}.";
            yield break;
        }
    }

    /// <summary>The names, or else the words, that most reports have in common, the most telling first.</summary>
    private static IEnumerable<string> Named(StoryDraft draft)
    {
        var total = draft.Reports.Length;
        var common = (from names in draft.Reports
                      from name in names.Names.Where(n => n.Type is not NameType.Other).Select(n => n.Canonical).Distinct(StringComparer.Ordinal)
                      group name by name into g
                      where g.Count() * 2 > total
                      orderby g.Count() descending, draft.Reports.Sum(r =>
                          r.Names.Where(n => n.Canonical == g.Key).Sum(n => n.Mentions.Length)
                      ) descending, g.Key
                      select (Name: g.Key, Reports: g.Count())).Take(3).ToList();
        if (common.Count > 0)
        {
            var fewest = common.Min(c => c.Reports);
            yield return $"{Count(fewest, total)} name {Listed([.. common.Select(c => c.Name)])}.";
            yield break;
        }
        var words = (from report in draft.Words
                     from word in report
                     group word.Weight by word.Word into g
                     where g.Count() * 2 > total
                     orderby g.Sum() descending, g.Key
                     select (g.Key, Reports: g.Count())).Take(5).ToList();
        if (words.Count > 0)
            yield return $"{Count(words.Min(w => w.Reports), total)} speak of {Listed([.. words.Select(w => $"“{AsWritten(w.Key, draft.Reports)}”")])}.";
    }

    /// <summary>The form in which a lemma is written most often.</summary>
    private static string AsWritten(string lemma, ImmutableArray<Report> reports) =>
        reports.SelectMany(r => r.Terms.Where(t => t.Lemma == lemma).Select(t => t.Span.Of(r.Article.Text)))
            .GroupBy(form => form, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .FirstOrDefault(lemma);

    private static IEnumerable<string> Published(ImmutableArray<Report> reports)
    {
        var days = reports.Select(r => r.Article.Published.Day).OfType<DateOnly>().Order().ToList();
        if (days.Count == 0) yield break;
        var (first, last) = (Iso(days[0]), Iso(days[^1]));
        var subject = days.Count == 1 ? "One was" : $"{Count(days.Count, reports.Length)} were";
        var when = first == last ? $"on {first}" : $"between {first} and {last}";
        var undated = reports.Length - days.Count;
        yield return $"{subject} published {when}{(undated == 0 ? "" : $"; {Number(undated, capital: false)} {(undated == 1 ? "shows" : "show")} no date")}.";
    }

    private static IEnumerable<string> Sharing(ImmutableArray<Report> reports)
    {
        var sharing = SharedWording.Reports(reports);
        if (sharing >= 2) yield return $"{Count(sharing, reports.Length)} share passages of {SharedWording.Words} words or more outside quotations.";
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count, int total) =>
        count < total ? $"{Number(count, capital: true)} of the {Number(total, capital: false)} reports"
        : total == 2 ? "Both reports"
        : $"All {Number(total, capital: false)} reports";

    private static string Number(int number, bool capital)
    {
        string[] words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        var word = number < words.Length ? words[number] : number.ToString(CultureInfo.InvariantCulture);
        return capital ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    private static string Listed(ImmutableArray<string> items) =>
        items.Length == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Length - 1))} and {items[^1]}";
}

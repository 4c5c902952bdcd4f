using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hearsay.Lab.Briefings;

/// <summary>A way to forge a briefing: <paramref name="Apply"/> changes the JSON of one, and says whether it found where.</summary>
internal sealed record Forgery(string Name, Func<JsonNode, bool> Apply);

/// <summary>
/// Briefings forged in every way that a reader would be misled by: words, names, numbers, days, counts, labels, verdicts, citations, origins. Each changes
/// what is said and leaves the spans as they are, or changes all that belongs together, so that only a proof of the whole finds it.
/// </summary>
internal static partial class Forgeries
{
    private static readonly string[] Sections = ["account", "changed", "disputed", "figures", "who", "quotes", "responses", "timeline", "only", "sources"];

    public static IEnumerable<Forgery> All =>
        Words().SelectMany(w => Sections.Select(s => new Forgery($"{w.Name}, {s}", d => Sentences(d, s).Any(x => Retold(x, "text", w.Change)))))
            .Concat(Labels()).Concat(Counts()).Concat(Citations()).Concat(Findings()).Concat(Structure());

    /// <summary>Changes to the words of a sentence; null where there is nothing to change.</summary>
    private static IEnumerable<(string Name, Func<string, string?> Change)> Words() =>
    [
        ("a number grows", t => Replaced(t, @"\b\d[\d,]*\b", m => m.Value + "00")),
        ("a digit changes", t => Replaced(t, @"\d", m => ((m.Value[0] - '0' + 1) % 10).ToString(CultureInfo.InvariantCulture))),
        ("a number word changes", t => Replaced(t, @"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|dozen)\b", _ => "eleven")),
        ("a unit changes", t => Replaced(t, @"\b(million|percent|per cent|people|metres|kilometres|hours|days|years|months|crowns)\b", _ => "billion")),
        ("a name changes", t => Replaced(t, @"(?<=\w )[A-Z][a-z]{3,}\b", _ => "Brandvik")),
        ("a name is put for a name", t => Swapped(t)),
        ("a negation goes", t => Replaced(t, @" (not|no|never)\b|n’t\b", _ => "")),
        ("a negation comes", t => Replaced(t, @"\b(is|was|were|are|had|has|would|will|could)\b", m => m.Value + " not")),
        ("a hedge goes", t => Replaced(t, @"\b([Aa]t least|[Aa]bout|[Nn]early|up to|more than|may|could|some) ", _ => "")),
        ("a hedge comes", t => Replaced(t, @"(?<=\w )\d", m => "at least " + m.Value)),
        ("who says so goes", t => Replaced(t, @", (?:[^,]*\b)?(said|says|told|according to|added)\b[^,]*\.$", _ => ".")),
        ("a denial becomes an admission", t => Replaced(t, @"\b(denied|dismissed|rejected)\b", _ => "admitted")),
        ("a saying becomes a confirmation", t => Replaced(t, @"\b(said|says|claimed|believes)\b", _ => "confirmed")),
        ("a day changes", t => Replaced(t, @"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", m => m.Value == "Monday" ? "Friday" : "Monday")),
        ("a month changes", t => Replaced(t, @"\b(January|February|March|April|June|July|August|September|October|November|December)\b", m => m.Value == "May" ? "June" : "May")),
        ("more becomes fewer", t => Replaced(t, @"\b(more|up)\b", _ => "fewer")),
        ("past becomes future", t => Replaced(t, @"\b(was|were|had|has|did)\b", _ => "will")),
        ("the last word goes", t => Replaced(t, @" [^ ]+$", _ => "")),
        ("the first word goes", t => Replaced(t, @"^[^ ]+ ", _ => "")),
        ("a word comes", t => Replaced(t, @"(?<=\w) (?=\w)", _ => " secretly ")),
        ("a word is doubled", t => Replaced(t, @"\b\w{4,}\b", m => $"{m.Value} {m.Value}")),
        ("a source is put before", t => "According to Brandvik: " + t),
        ("a name is put into brackets", t => Replaced(t, @"\b([Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b", _ => "[Anna Brandvik]")),
        ("words are added", t => t + " Nobody contests this."),
        ("quotation marks come", t => t.Contains('“', StringComparison.Ordinal) ? null : $"“{t}”"),
        ("quotation marks go", t => t.Contains('“', StringComparison.Ordinal) ? t.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal) : null),
    ];

    private static IEnumerable<Forgery> Labels() =>
    [
        .. Sections.Select(s => new Forgery($"a label changes, {s}", d => Sentences(d, s).Any(x => Retold(x, "label", t => t + " Brandvik")))),
        .. Sections.Select(s => new Forgery($"a label is taken from a neighbour, {s}", d => Sentences(d, s).Any(x => Labelled(x, Sentences(d, s))))),
        .. Sections.Select(s => new Forgery($"a label goes, {s}", d => Sentences(d, s).Any(x => Cleared(x, "label")))),
        new("the account gets a label", d => Sentences(d, "account").Any(x => Set(x, "label", "Anna Brandvik"))),
        .. Sections.Select(s => new Forgery($"a note changes, {s}", d => Sentences(d, s).Any(x => Retold(x, "note", t => t + ", confirmed")))),
        .. Sections.Select(s => new Forgery($"a note goes, {s}", d => Sentences(d, s).Any(x => Cleared(x, "note")))),
        new("they differ becomes they agree", d => Noted(d, "they differ", "they agree")),
        new("they agree becomes they differ", d => Noted(d, "they agree", "they differ")),
        new("denied becomes confirmed", d => Noted(d, "denied", "confirmed")),
        new("no answer becomes a denial", d => Noted(d, "did not respond", "denied") | Noted(d, "declined to comment", "denied")),
        new("reworded becomes in full", d => Noted(d, "reworded", "in full") | Noted(d, "in part", "in full") | Noted(d, "cut short", "in full")),
        new("an outlet changes in a note", d => Sentences(d, "quotes").Any(x => Retold(x, "note", t => Replaced(t, @"(?<=: )[^,;]+", _ => "Brandvik Herald")))),
    ];

    private static IEnumerable<Forgery> Counts() =>
    [
        .. new[] { "account", "who", "only" }.SelectMany(s => new[]
        {
            new Forgery($"more reports in the note, {s}", d => Sentences(d, s).Any(x => Retold(x, "note", t => Replaced(t, @"^\d+ reports?", _ => "40 reports")))),
            new Forgery($"more reports, {s}", d => Sentences(d, s).Any(x => Raised(x, "reports"))),
            new Forgery($"more origins, {s}", d => Sentences(d, s).Any(x => Raised(x, "independent"))),
            new Forgery($"more of both and the note, {s}", d => Sentences(d, s).Any(x => Set(x, "reports", 40) && Set(x, "independent", 12) && Set(x, "note", "40 reports from 12 origins"))),
        }),
        new("more origins in the note", d => Sentences(d, "account").Any(x => Retold(x, "note", t => Replaced(t, @"from \d+ origins?", _ => "from 12 origins")))),
        new("a claim with more reports", d => Items(d, "claims").Any(x => Raised(x, "outlets"))),
        new("a claim with more origins", d => Items(d, "claims").Any(x => Raised(x, "independentOrigins"))),
        new("a count of passages", d => Items(d, "origins").Any(x => Retold(x, "why", t => Replaced(t, @"share \d+ passages?", _ => "share 40 passages")))),
    ];

    private static bool Noted(JsonNode document, string from, string to) => Sections.SelectMany(s => Sentences(document, s))
        .Any(x => Retold(x, "note", t => t.Contains(from, StringComparison.Ordinal) ? t.Replace(from, to, StringComparison.Ordinal) : null));

    /// <summary>The sentences of the first story's section of this kind.</summary>
    private static List<JsonNode> Sentences(JsonNode document, string kind) =>
        [.. Items(document, "briefing").Where(s => (string?)s["kind"] == kind).SelectMany(s => s["sentences"]!.AsArray()).Select(s => s!)];

    private static List<JsonNode> Items(JsonNode document, string name) => [.. document["stories"]![0]![name]!.AsArray().Select(x => x!)];

    /// <summary>Changes a field; false where that gives null or the same.</summary>
    private static bool Retold(JsonNode node, string field, Func<string, string?> change) =>
        (string?)node[field] is { } text && change(text) is { } other && other != text && Set(node, field, other);

    private static bool Set(JsonNode node, string field, JsonNode? value)
    {
        node[field] = value;
        return true;
    }

    private static bool Cleared(JsonNode node, string field) => node[field] is not null && Set(node, field, null);

    private static bool Raised(JsonNode node, string field) => node[field] is not null && Set(node, field, (int)node[field]! + 1);

    private static bool Labelled(JsonNode sentence, List<JsonNode> others) =>
        others.FirstOrDefault(o => (string?)o["label"] is { } l && l != (string?)sentence["label"]) is { } other && sentence["label"] is not null
        && Set(sentence, "label", (string)other["label"]!);

    /// <summary>The first place changed; null where there is none.</summary>
    private static string? Replaced(string text, string pattern, MatchEvaluator change)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant);
        return regex.IsMatch(text) ? regex.Replace(text, change, 1) : null;
    }

    /// <summary>The last capitalised word in place of the first behind the opening.</summary>
    private static string? Swapped(string text)
    {
        var names = Capitalised().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
        return names.Count < 2 ? null : text.Replace(names[0], names[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=\w )[A-Z][a-z]{3,}\b")]
    private static partial Regex Capitalised();
}

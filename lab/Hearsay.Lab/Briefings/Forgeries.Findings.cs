using System.Text.Json.Nodes;

namespace Hearsay.Lab.Briefings;

internal static partial class Forgeries
{
    private static IEnumerable<Forgery> Citations() =>
    [
        new("a citation goes", d => Sentences(d, "account").Any(x => Dropped(x, "citations", 1))),
        new("a citation goes from sentence and count", d => Sentences(d, "account").Any(x => Dropped(x, "citations", 1) && Recounted(d, x))),
        new("a citation is swapped with a neighbour's", d => Swapped(Sentences(d, "who"), "citations")),
        new("citations are swapped in the account", d => Swapped(Sentences(d, "account"), "citations")),
        new("citations are swapped in the timeline", d => Swapped(Sentences(d, "timeline"), "citations")),
        new("what touches it is counted", d => Sentences(d, "account").Concat(Sentences(d, "who")).Any(x => Moved(x) && Recounted(d, x))),
        new("a foreign citation is counted", d => Sentences(d, "account").Any(x => Added(x, Foreign(d, x)) && Recounted(d, x))),
        new("the first citation is another", d => Sentences(d, "account").Any(x => Foreign(d, x) is { } c && Replaced(x, c))),
        new("another claim is named", d => Sentences(d, "account").Any(x => Set(x, "finding", "c999"))),
        new("no claim is named", d => Sentences(d, "only").Any(x => Cleared(x, "finding"))),
        new("only one outlet has what two have", d => Items(d, "briefing").FirstOrDefault(s => (string?)s["kind"] == "only") is { } only
            && Sentences(d, "account").FirstOrDefault(x => (int?)x["reports"] > 1) is { } two && Appended(only["sentences"]!, two)),
    ];

    private static IEnumerable<Forgery> Findings() =>
    [
        new("a claim's number", d => Items(d, "claims").Any(x => Retold(x, "text", t => Replaced(t, @"\d", _ => "77")))),
        new("a claim's word", d => Items(d, "claims").Any(x => Retold(x, "text", t => Replaced(t, @"\b\w{5,}\b", _ => "secretly")))),
        new("a claim's speaker", d => Items(d, "claims").Any(x => x["accordingTo"]!.AsArray().Count > 0 && Set(x, "accordingTo", new JsonArray("Anna Brandvik")))),
        new("a claim gets a speaker", d => Items(d, "claims").Any(x => x["accordingTo"]!.AsArray().Count == 0 && Set(x, "accordingTo", new JsonArray("Anna Brandvik")))),
        new("a verdict, to differ", d => Items(d, "figureSeries").Any(x => (string?)x["verdict"] == "agree" && Set(x, "verdict", "differ"))),
        new("a verdict, to agree", d => Items(d, "figureSeries").Any(x => (string?)x["verdict"] is "differ" && Set(x, "verdict", "agree"))),
        new("a verdict, to single", d => Items(d, "figureSeries").Any(x => (string?)x["verdict"] is not "single" && Set(x, "verdict", "single"))),
        new("a verdict, from single", d => Items(d, "figureSeries").Any(x => (string?)x["verdict"] is "single" && Set(x, "verdict", "agree"))),
        new("a question's noun", d => Items(d, "figureSeries").Any(x => Retold(x, "question", t => Replaced(t, @"(?<=How many )\w+", _ => "brandviks")))),
        new("a figure leaves its series", d => Items(d, "figureSeries").Any(x => x["figureIds"]!.AsArray().Count > 1 && Dropped(x, "figureIds", 0))),
        new("a figure enters a series", d => Items(d, "figureSeries").Any(x => Appended(x["figureIds"]!, JsonValue.Create("f-none")))),
        new("a note of figures, its number", d => Items(d, "figureSeries").Any(x => Retold(x, "note", t => Replaced(t, @"\d+", _ => "7777")))),
        new("a note of figures, its outlet", d => Items(d, "figureSeries").Any(x => Retold(x, "note", t => Replaced(t, @"(?<=: )[A-Z]\w+", _ => "Brandvik")))),
        new("a figure's value", d => Figures(d).Any(x => x["low"] is not null && char.IsAsciiDigit(((string)x["span"]!["text"]!)[0]) && Set(x, "low", 7.5) && Set(x, "high", 7.5))),
        new("who gives a figure", d => Figures(d).Any(x => Retold(x, "accordingTo", _ => "Anna Brandvik"))),
        new("what is counted", d => Figures(d).Any(x => Retold(x, "counted", _ => "brandviks"))),
        new("a quote's speaker", d => Items(d, "quoteGroups").Any(x => Set(x, "speaker", "Anna Brandvik"))),
        new("a quote's word", d => Items(d, "quoteGroups").Any(x => Retold(x, "canonical", t => Replaced(t, @"\b\w{4,}\b", _ => "secretly")))),
        new("a quote's alteration", d => Items(d, "quoteGroups").SelectMany(q => q["variants"]!.AsArray()).Any(v => (string?)v!["alteration"] is not ("none" or "punctuation") && Set(v, "alteration", "none"))),
        new("who answers", d => Items(d, "responses").Any(x => Set(x, "by", "Anna Brandvik"))),
        new("how somebody answers", d => Items(d, "responses").Any(x => (string?)x["state"] == "denied" && Set(x, "state", "confirmed"))),
        new("what is answered", d => Items(d, "responses").Any(x => Set(x, "to", "the brandviks of Harrowgate"))),
        new("a date of the timeline", d => Items(d, "timeline").Any(x => Set(x, "date", "1911-11-11"))),
        new("a text of the timeline", d => Items(d, "timeline").Any(x => Retold(x, "text", t => Replaced(t, @"\b\w{5,}\b", _ => "secretly")))),
        new("a speaker in a report", d => Attributions(d).Any(x => Retold(x, "speaker", _ => "Anna Brandvik"))),
    ];

    private static IEnumerable<Forgery> Structure() =>
    [
        new("the title's word", d => Retold(d["stories"]![0]!, "title", t => Replaced(t, @"\b\w{4,}\b", _ => "Secretly"))),
        new("an origin is split", d => Split(d["stories"]![0]!["origins"]!.AsArray())),
        new("two origins are one", d => Merged(d["stories"]![0]!["origins"]!.AsArray())),
        new("an origin's reason", d => Items(d, "origins").Any(x => Retold(x, "why", t => "Owned by Brandvik; " + t))),
        new("an origin that cannot be told", d => Items(d, "origins").Any(x => Set(x, "known", !(bool)x["known"]!))),
        new("an origin's name", d => Items(d, "origins").Any(x => Set(x, "origin", "Brandvik Wire"))),
        new("a report leaves the story", d => Dropped(d["stories"]![0]!, "articleIds", 0)),
        new("a heading", d => Items(d, "briefing").Any(x => Set(x, "heading", "What is certain"))),
        new("a section's kind", d => Items(d, "briefing").Any(x => (string?)x["kind"] == "disputed" && Set(x, "kind", "figures") && Set(x, "heading", "The figures"))),
        new("the order of sections", d => Items(d, "briefing").Count > 1 && Swap(d["stories"]![0]!["briefing"]!.AsArray(), 0, 1)),
        new("a sentence stands twice", d => Items(d, "briefing").Any(x => Appended(x["sentences"]!, x["sentences"]![0]!))),
        new("a sentence moves to the account", d => Items(d, "briefing") is [var account, ..] && Sentences(d, "only") is [var only, ..] && Appended(account["sentences"]!, only)),
        new("a sentence is without citation", d => Sentences(d, "account").Any(x => Set(x, "citations", new JsonArray()))),
        new("a report's text", d => d["articles"]!.AsArray().Any(x => Retold(x!, "text", t => t.Replace(' ', '_')))),
        new("a span's words", d => Sentences(d, "account").Any(x => Retold(x["citations"]![0]!, "text", t => t + "!"))),
    ];

    private static IEnumerable<JsonNode> Figures(JsonNode document) => document["articles"]!.AsArray().SelectMany(a => a!["figures"]!.AsArray()).Select(f => f!);

    private static IEnumerable<JsonNode> Attributions(JsonNode document) =>
        document["articles"]!.AsArray().SelectMany(a => a!["attributions"]!.AsArray()).Where(a => (string?)a!["speaker"] != "unspecified").Select(f => f!);

    private static bool Dropped(JsonNode node, string field, int place)
    {
        var items = node[field]!.AsArray();
        if (items.Count <= place) return false;
        items.RemoveAt(place);
        return true;
    }

    /// <summary>Sets the counts of a sentence to those of its citations.</summary>
    private static bool Recounted(JsonNode document, JsonNode sentence)
    {
        var ids = sentence["citations"]!.AsArray().Select(c => (string)c!["articleId"]!).Distinct(StringComparer.Ordinal).ToList();
        var origins = Items(document, "origins").Count(o => o["articleIds"]!.AsArray().Any(a => ids.Contains((string)a!)));
        return Set(sentence, "reports", ids.Count) && Set(sentence, "independent", origins)
            && Set(sentence, "note", ids.Count == 1 ? "1 report" : $"{ids.Count} reports from {origins} {(origins == 1 ? "origin" : "origins")}");
    }

    private static bool Swapped(List<JsonNode> sentences, string field)
    {
        if (sentences.Count < 2 || sentences[0][field]!.ToJsonString() == sentences[1][field]!.ToJsonString()) return false;
        var (first, second) = (sentences[0][field]!.DeepClone(), sentences[1][field]!.DeepClone());
        return Set(sentences[0], field, second) && Set(sentences[1], field, first);
    }

    private static bool Moved(JsonNode sentence)
    {
        if (sentence["partial"]!.AsArray() is not [var first, ..]) return false;
        sentence["citations"]!.AsArray().Add(first!.DeepClone());
        sentence["partial"]!.AsArray().RemoveAt(0);
        return true;
    }

    /// <summary>Words of a report that the sentence does not cite: a citation of another sentence.</summary>
    private static JsonNode? Foreign(JsonNode document, JsonNode sentence)
    {
        var cited = sentence["citations"]!.AsArray().Select(c => (string)c!["articleId"]!).ToList();
        return Sentences(document, "only").SelectMany(s => s["citations"]!.AsArray()).FirstOrDefault(c => !cited.Contains((string)c!["articleId"]!));
    }

    private static bool Added(JsonNode sentence, JsonNode? citation) => citation is not null && Appended(sentence["citations"]!, citation);

    private static bool Replaced(JsonNode sentence, JsonNode citation)
    {
        sentence["citations"]!.AsArray()[0] = citation.DeepClone();
        return true;
    }

    private static bool Appended(JsonNode items, JsonNode item)
    {
        items.AsArray().Add(item.DeepClone());
        return true;
    }

    private static bool Split(JsonArray origins)
    {
        if (origins.FirstOrDefault(o => o!["articleIds"]!.AsArray().Count > 1) is not { } origin) return false;
        var other = origin.DeepClone();
        for (var i = other["articleIds"]!.AsArray().Count - 1; i > 0; i--) other["articleIds"]!.AsArray().RemoveAt(i);
        origin["articleIds"]!.AsArray().RemoveAt(0);
        origins.Add(other);
        return true;
    }

    private static bool Merged(JsonArray origins)
    {
        if (origins.Count < 2) return false;
        foreach (var id in origins[1]!["articleIds"]!.AsArray()) origins[0]!["articleIds"]!.AsArray().Add(id!.DeepClone());
        origins.RemoveAt(1);
        return true;
    }

    private static bool Swap(JsonArray items, int a, int b)
    {
        var (first, second) = (items[a]!.DeepClone(), items[b]!.DeepClone());
        (items[a], items[b]) = (second, first);
        return true;
    }
}

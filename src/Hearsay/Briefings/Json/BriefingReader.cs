using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Briefings.Json;

// A briefing as JsonBriefing wrote it in, the document out, as far as the JSON holds it: names, terms and clauses of the reports are not in it. The
// sentences of the reports are cut anew, by the same rules; words that a span carries beside its place are not looked at here.

/// <summary>Reads a briefing that was written as JSON.</summary>
public static class BriefingReader
{
    /// <summary>The document; null where the JSON is no briefing of this version, or a field that is needed is missing or of another kind.</summary>
    public static BriefingDocument? Read(JsonElement root)
    {
        try
        {
            if (Word(root, "schemaVersion") != JsonBriefing.SchemaVersion) return null;
            var reports = Items(root, "articles", Report).ToImmutableArray();
            var byId = reports.ToDictionary(r => r.Article.Id, StringComparer.Ordinal);
            return new BriefingDocument(reports, [.. Items(root, "stories", s => Story(s, byId))], []);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static Report Report(JsonElement json)
    {
        var text = Word(json, "text")!;
        var article = new Article
        {
            Id = Word(json, "id")!, Path = Word(json, "path"), Url = Word(json, "url"), Outlet = Word(json, "outlet"), Headline = Word(json, "headline"), Text = text,
            Published = new PublicationDate(Word(json, "published"), Of<DateBasis>(json, "publishedBasis"), []),
            Credits = [.. Words(json, "credits")],
            Datelines = [.. Items(json, "datelines", d => new Dateline(Word(d, "place")!, Word(d, "agency")))],
        };
        return new Report
        {
            Article = article, Sentences = [.. LanguageReader.SentencesOf(text).Select(s => new SentenceSpan(s.Span, s.Paragraph))], Names = [], Terms = [],
            Quotations = QuotationMatcher.Match(text, Paragraphs.Of(text)),
            Attributions = [.. Items(json, "attributions", Attribution)],
            Times = [.. Items(json, "times", t => new TimeExpression(Span(t.GetProperty("span")), Word(t, "value")!))],
            Figures = [.. Items(json, "figures", Figure)],
        };
    }

    private static Attribution Attribution(JsonElement json) => new()
    {
        Id = Word(json, "id")!, Kind = Of<SpeechKind>(json, "kind"), Source = SpanOrNull(json, "source"), Cue = SpanOrNull(json, "cue"),
        Content = [.. Items(json, "content", Span)], Speaker = Word(json, "speaker") is "unspecified" ? null : Word(json, "speaker"), Force = Of<CueForce>(json, "force"),
        Negated = json.GetProperty("negated").GetBoolean(),
        SpeakerSet = json.TryGetProperty("speakerSet", out var set) && set is { ValueKind: JsonValueKind.Object }
            ? new SetSpeaker(Word(set, "read")!, Word(json, "speaker")!, Word(set, "by")!) : null,
        Response = Word(json, "response") is null ? null : Of<ResponseState>(json, "response"),
    };

    private static Figure Figure(JsonElement json) => new()
    {
        Id = Word(json, "id")!, Span = Span(json.GetProperty("span")), Low = Number(json, "low"), High = Number(json, "high"),
        Qualifier = Of<FigureQualifier>(json, "qualifier"), Unit = Word(json, "unit")!, Counted = Word(json, "counted"), Where = Word(json, "where"),
        AsOf = Word(json, "asOf"), AccordingTo = Word(json, "accordingTo"),
    };

    private static StoryBriefing Story(JsonElement json, Dictionary<string, Report> reports)
    {
        var story = new Story(Word(json, "id")!, Word(json, "title")!, [.. Words(json, "articleIds").Select(id => reports[id])], [.. Words(json, "why")]);
        var provenance = new Provenance(
            [.. Items(json, "origins", o => new Origin(Word(o, "origin")!, [.. Words(o, "articleIds")], Word(o, "why")!) { Known = o.GetProperty("known").GetBoolean() })],
            [.. Items(json, "sharedPassages", Passage)]);
        return new StoryBriefing(story, provenance, Findings(json), [.. Items(json, "briefing", Section)]);
    }

    private static SharedPassage Passage(JsonElement json) =>
        Items(json, "spans", Citation).ToArray() is [var first, var second] ? new SharedPassage(first, second) : throw new FormatException("two spans are needed");

    private static Findings Findings(JsonElement json) => new()
    {
        FigureSeries = [.. Items(json, "figureSeries", s => new FigureSeries(Word(s, "id")!, Word(s, "question")!, Of<Verdict>(s, "verdict"), [.. Words(s, "figureIds")], Word(s, "note")!)
        {
            IndependentOrigins = s.GetProperty("independentOrigins").GetInt32(), IsWhole = s.GetProperty("isWhole").GetBoolean(),
            // those written before a person could pin and set have neither this nor who set a speaker
            IsPinned = s.TryGetProperty("isPinned", out var pinned) && pinned.GetBoolean(),
        })],
        QuoteGroups = [.. Items(json, "quoteGroups", q => new QuoteGroup(Word(q, "speaker"), Word(q, "canonical")!, [.. Items(q, "variants", Variant)]) { OtherSpeakers = [.. Words(q, "otherSpeakers")] })],
        Claims = [.. Items(json, "claims", Claim)],
        Responses = [.. Items(json, "responses", r => new Response(Word(r, "to")!, Word(r, "by")!, Of<ResponseState>(r, "state"), Citation(r.GetProperty("span"))))],
        Timeline = [.. Items(json, "timeline", t => new TimelineEntry(Word(t, "date")!, Word(t, "text")!, Citations(t, "support")))],
    };

    private static QuoteVariant Variant(JsonElement json) => new(Citation(json.GetProperty("span")), Of<Alteration>(json, "alteration"));

    private static Claim Claim(JsonElement json) => new()
    {
        Id = Word(json, "id")!, Text = Word(json, "text")!, IsClause = json.GetProperty("isClause").GetBoolean(), AccordingTo = [.. Words(json, "accordingTo")],
        Support = Citations(json, "support"), Partial = Citations(json, "partial"), Outlets = json.GetProperty("outlets").GetInt32(),
        IndependentOrigins = json.GetProperty("independentOrigins").GetInt32(), Lead = json.GetProperty("lead").GetDouble(), Weight = json.GetProperty("weight").GetDouble(),
    };

    private static BriefingSection Section(JsonElement json)
    {
        var section = new BriefingSection(Of<SectionKind>(json, "kind"), [.. Items(json, "sentences", Sentence)]);
        return section.Heading == Word(json, "heading") ? section : throw new FormatException("a heading of another section");
    }

    private static BriefingSentence Sentence(JsonElement json) => new(Word(json, "text")!, Citations(json, "citations"))
    {
        Label = Word(json, "label"), Note = Word(json, "note"), Reports = (int?)Number(json, "reports"), Independent = (int?)Number(json, "independent"),
        Length = Of<BriefingLength>(json, "length"), Finding = Word(json, "finding"), Partial = Citations(json, "partial"),
    };

    private static IEnumerable<T> Items<T>(JsonElement json, string name, Func<JsonElement, T> read) => json.GetProperty(name).EnumerateArray().Select(read);

    private static IEnumerable<string> Words(JsonElement json, string name) => Items(json, name, w => w.GetString()!);

    private static ImmutableArray<Citation> Citations(JsonElement json, string name) => [.. Items(json, name, Citation)];

    private static Citation Citation(JsonElement json) => new(Word(json, "articleId")!, Span(json));

    private static TextSpan Span(JsonElement json) => new(json.GetProperty("start").GetInt32(), json.GetProperty("length").GetInt32());

    private static TextSpan? SpanOrNull(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Object } span ? Span(span) : null;

    private static string? Word(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static decimal? Number(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static T Of<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Single(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()) == Word(json, name));
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Reconciliation;

/// <summary>
/// Reports made from the gold of a story as if every stage before reconciliation but the splitting of sentences had no errors: its statements, dates
/// and origins, over the raw text without its furniture. Gold offsets are code points of the raw file; they are mapped to UTF-16 offsets of the text
/// that remains.
/// </summary>
internal static class OracleReports
{
    /// <summary>The story that a gold file annotates, and its provenance.</summary>
    public static (Story Story, Provenance Provenance) Load(string goldFile, string folder)
    {
        var gold = JsonNode.Parse(File.ReadAllText(goldFile))!;
        var texts = gold["reports"]!
            .AsArray()
            .ToDictionary(
                r => r!["id"]!.GetValue<string>(),
                r => new KeptText(GoldFiles.RawText(Path.Combine(folder, Str(r!["file"])!)), r!),
                StringComparer.Ordinal
            );
        var reports = gold["reports"]!.AsArray().Select(r => Report(gold, r!, texts[Str(r!["id"])!])).ToImmutableArray();
        var passages = gold["shared_passages"]!.AsArray()
            .Select(p => p!["spans"]!.AsArray().Select(s => (Id: Str(s!["report"])!, Span: texts[Str(s["report"])!].Span(s["span"]))).ToArray())
            .Where(p => p[0].Span is not null && p[1].Span is not null)
            .Select(p => new SharedPassage(new Citation(p[0].Id, p[0].Span!.Value), new Citation(p[1].Id, p[1].Span!.Value)));
        var origins = gold["origins"]!
            .AsArray()
            .Select(o => new Origin(Str(o!["origin"])!, [.. o["reports"]!.AsArray().Select(x => Str(x)!)], Str(o["why"])!));
        return (new Story(Str(gold["story"])!, Str(gold["title"])!, reports, []), new Provenance([.. origins], [.. passages]));
    }

    private static Report Report(JsonNode gold, JsonNode report, KeptText text)
    {
        var id = Str(report["id"])!;
        IEnumerable<JsonNode> Of(string kind) => gold[kind]!.AsArray().Where(x => Str(x!["report"]) == id)!;
        var reading = LanguageReader.Read(new Article
        {
            Id = id, Path = Str(report["file"]), Outlet = Str(report["outlet"]), Text = text.Text,
            Published = new PublicationDate(Str(report["published"]), DateBasis.Stated, []),
        });
        return new Report
        {
            Article = reading.Article,
            Sentences = [.. reading.Sentences.Select(s => new SentenceSpan(s.Span, s.Paragraph))],
            Attributions = [.. Of("attributions").Select((a, i) => Attribution(a, text, $"{id}-a{i}"))],
            Times =
            [
                .. Of("times")
                    .Where(t => text.Span(t["span"]) is not null)
                    .Select(t => new TimeExpression(text.Span(t["span"])!.Value, Str(t["value"])!)),
            ],
            Figures = [.. Of("figures").Where(f => text.Span(f["span"]) is not null).Select(f => Figure(f, text))],
            Quotations = reading.Quotations,
            Names = [],
            Terms = [],
        };
    }

    private static Attribution Attribution(JsonNode a, KeptText text, string id) => new()
    {
        Id = id,
        Kind = Enum.Parse<SpeechKind>(Str(a["kind"])!, true),
        Source = text.Span(a["source"]),
        Cue = text.Span(a["cue"]),
        Content = [.. a["content"]!.AsArray().Select(c => text.Span(c)).OfType<TextSpan>()],
        Speaker = Str(a["speaker"]),
        Response = Str(a["response"]) is { } response ? Word<ResponseState>(response) : null,
    };

    private static Figure Figure(JsonNode f, KeptText text) => new()
    {
        Id = Str(f["id"])!,
        Span = text.Span(f["span"])!.Value,
        Low = (decimal?)f["low"],
        High = (decimal?)f["high"],
        Qualifier = Word<FigureQualifier>(Str(f["qualifier"])!),
        Unit = Str(f["unit"])!,
        Counted = Str(f["counted"]),
        Where = Str(f["where"]),
        AsOf = Str(f["as_of"]),
        AccordingTo = Str(f["according_to"]),
    };

    private static T Word<T>(string kebab)
        where T : struct, Enum => Enum.Parse<T>(kebab.Replace("-", "", StringComparison.Ordinal), true);

    private static string? Str(JsonNode? node) => node?.GetValue<string>();

    /// <summary>A raw text without its furniture, and the way from its code points to what remains.</summary>
    private sealed class KeptText
    {
        private readonly int[] map;

        public KeptText(string raw, JsonNode report)
        {
            var runes = raw.EnumerateRunes().ToArray();
            var dropped = new bool[runes.Length];
            foreach (var b in report["boilerplate"]!.AsArray())
            {
                for (var i = (int)b!["span"]!["start"]!; i < (int)b["span"]!["end"]!; i++) dropped[i] = true;
            }

            var kept = new StringBuilder();
            map = new int[runes.Length + 1];
            for (var i = 0; i < runes.Length; i++)
            {
                map[i] = dropped[i] ? -1 : kept.Length;
                if (!dropped[i]) kept.Append(runes[i].ToString());
                else if (kept.Length > 0 && !kept.ToString().EndsWith("\n\n", StringComparison.Ordinal)) kept.Append('\n');
            }

            map[runes.Length] = kept.Length;
            Text = kept.ToString();
        }

        public string Text { get; }

        /// <summary>Where the span of the raw text stands now; null where it is null or has been dropped.</summary>
        public TextSpan? Span(JsonNode? span)
        {
            if (span is null) return null;
            var (start, last) = (map[(int)span["start"]!], map[(int)span["end"]! - 1]);
            return start < 0 || last < start ? null : TextSpan.Between(start, last + 1);
        }
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Lab.Figures;

/// <summary>
/// The figures of the stories with complete gold. The stage alone is scored: the body is what the gold leaves as body, times and attributions are the
/// gold's; "own" takes times and attributions from the engine.
/// </summary>
internal static class GoldFigures
{
    public static void Score(string root, Floors floors, bool errors)
    {
        foreach (var own in (bool[])[false, true])
        {
            var sums = new double[3];
            foreach (var (name, folder) in GoldFiles.All)
            {
                using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "gold", name + ".json")));
                var score = new StoryScore(own ? name + " own" : name, errors);
                foreach (var report in gold.RootElement.GetProperty("reports").EnumerateArray())
                    score.Add(gold.RootElement, report, Path.Combine(root, folder), own);
                sums[0] += score.Value.F1;
                sums[1] += score.Qualifier;
                sums[2] += score.Giver;
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"  {name, -12} {(own ? "own" : "gold")} read {score.Value.Read} marked {score.Value.Marked} found {score.Matched} value {score.Value.Right} F1 {score.Value.F1:0.000}  qualifier {score.Qualifier:0.000}  according to {score.Giver:0.000}"
                    )
                );
            }
            var corpus = own ? "gold stories, own input" : "gold stories, gold input";
            floors.Check(corpus, "value F1", sums[0] / GoldFiles.All.Length);
            floors.Check(corpus, "qualifier", sums[1] / GoldFiles.All.Length);
            floors.Check(corpus, "according to", sums[2] / GoldFiles.All.Length);
        }
    }

    private sealed class StoryScore(string name, bool errors)
    {
        private int qualifiers, givers;

        public Tally Value { get; } = new();

        public int Matched { get; private set; }

        public double Qualifier => Matched == 0 ? 0 : (double)qualifiers / Matched;

        public double Giver => Matched == 0 ? 0 : (double)givers / Matched;

        public void Add(JsonElement gold, JsonElement report, string folder, bool own)
        {
            var id = report.GetProperty("id").GetString()!;
            var raw = GoldFiles.RawText(Path.Combine(folder, report.GetProperty("file").GetString()!));
            var article = new Article
            {
                Id = id,
                Text = GoldFiles.Body(report, raw, GoldFiles.Offsets(raw)),
                Published = new PublicationDate(report.GetProperty("published").GetString(), DateBasis.Metadata, []),
            };
            var reading = LanguageReader.Read(article);
            var times = own
                ? TimeReader.Read(reading)
                : [.. Of(gold, "times", id).Select(t => new TimeExpression(Span(t.GetProperty("span")), t.GetProperty("value").GetString()!))];
            var attributions = own ? AttributionReader.Read(reading) : [.. Of(gold, "attributions", id).Select(Attribution)];
            Compare(raw, FigureReader.Read(reading, times, attributions), [.. Of(gold, "figures", id)]);
        }

        private void Compare(string text, ImmutableArray<Figure> read, List<JsonElement> gold)
        {
            Value.Read += read.Length;
            Value.Marked += gold.Count;
            var rest = read.ToList();
            foreach (var g in gold)
            {
                var span = Span(g.GetProperty("span"));
                var match = rest.Where(f => f.Span.Overlaps(span)).MaxBy(f => Math.Min(f.Span.End, span.End) - Math.Max(f.Span.Start, span.Start));
                if (match is null)
                {
                    if (errors) Console.WriteLine($"{name} missed  '{span.Of(text)}' in {Around(text, span)}");
                    continue;
                }
                rest.Remove(match);
                Matched++;
                var (low, high) = (Number(g, "low"), Number(g, "high"));
                if (match.Low == low && match.High == high) Value.Right++;
                else if (errors)
                    Console.WriteLine($"{name} value   '{match.Span.Of(text)}' {match.Low}..{match.High} | gold '{span.Of(text)}' {low}..{high}");
                if (Name(match.Qualifier) == g.GetProperty("qualifier").GetString()) qualifiers++;
                else if (errors) Console.WriteLine($"{name} bound   '{match.Span.Of(text)}' {match.Qualifier} | gold {g.GetProperty("qualifier")}");
                var giver = g.GetProperty("according_to").GetString();
                if (SameName(match.AccordingTo, giver)) givers++;
                else if (errors)
                    Console.WriteLine(
                        $"{name} giver   '{match.Span.Of(text)}' {match.AccordingTo ?? "(outlet)"} | gold {giver ?? "(outlet)"} in {Around(text, span)}"
                    );
            }
            if (errors) foreach (var f in rest) Console.WriteLine($"{name} extra   '{f.Span.Of(text)}' {f.Unit} in {Around(text, f.Span)}");
        }
    }

    private static IEnumerable<JsonElement> Of(JsonElement gold, string part, string report) =>
        gold.GetProperty(part).EnumerateArray().Where(e => e.GetProperty("report").GetString() == report);

    private static Attribution Attribution(JsonElement a, int index) => new()
    {
        Id = $"a{index}",
        Kind = SpeechKind.Indirect,
        Speaker = a.GetProperty("speaker").GetString(),
        Content = [.. a.GetProperty("content").EnumerateArray().Select(Span)],
        Source = a.GetProperty("source") is { ValueKind: JsonValueKind.Object } source ? Span(source) : null,
        Cue = a.GetProperty("cue") is { ValueKind: JsonValueKind.Object } cue ? Span(cue) : null,
    };

    private static TextSpan Span(JsonElement span) => TextSpan.Between(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    private static decimal? Number(JsonElement figure, string name) =>
        figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static string Name(FigureQualifier qualifier) =>
        qualifier switch
        {
            FigureQualifier.AtLeast => "at-least",
            FigureQualifier.MoreThan => "more-than",
            FigureQualifier.UpTo => "up-to",
            FigureQualifier.LessThan => "less-than",
            _ => qualifier.ToString().ToLowerInvariant(),
        };

    private static string Around(string text, TextSpan span) =>
        text[Math.Max(0, span.Start - 60)..Math.Min(text.Length, span.End + 50)].ReplaceLineEndings(" ");

    private static bool SameName(string? a, string? b)
    {
        if (a is null || b is null) return a is null && b is null;
        var (x, y) = (Words(a), Words(b));
        return x.Count == 0 || y.Count == 0 ? a.Equals(b, StringComparison.OrdinalIgnoreCase) : x.IsSubsetOf(y) || y.IsSubsetOf(x);
    }

    private static HashSet<string> Words(string name) =>
        [
            .. name.ToLowerInvariant()
                .Split([' ', ',', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
                .Where(w =>
                    w
                        is not (
                            "the"
                            or "of"
                            or "president"
                            or "secretary"
                            or "minister"
                            or "defense"
                            or "defence"
                            or "state"
                            or "deputy"
                            or "ambassador"
                            or "us"
                            or "u.s."
                            or "u.s"
                            or "mr"
                            or "mrs"
                            or "s"
                        )
                ),
        ];
}

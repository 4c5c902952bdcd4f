using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Lab.Language;

/// <summary>
/// `lab likeness`: do sentences of two reports that state the same have words with like vectors? Over the stories whose every sentence is judged: the
/// share of pairs (one that shares a claim, one of the two in full; one that shares nothing) in which the first is found more alike (AUC).
/// </summary>
internal static partial class LikenessCommand
{
    private static readonly DeepReadings Deep = new();

    public static Command Command()
    {
        var command = new Command("likeness", "Scores whether sentences that state the same have words with like vectors.");
        command.SetAction(Run);
        return command;
    }

    [GeneratedRegex(@"[^\r\n]+")]
    private static partial Regex Line { get; }

    [GeneratedRegex("[.!?…]+[\"”’')\\]]*(?=\\s+[\"“‘'(\\[—–-]?\\s*[A-Z0-9“])")]
    private static partial Regex End { get; }

    [GeneratedRegex(
        @"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|vs|No|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|"
        + @"Oct|Nov|Dec|Prof|Pres|al|etc|approx|dept|est|fig)\.|\b(?:[A-Za-z]\.)+)$"
    )]
    private static partial Regex Abbreviation { get; }

    private static int Run(ParseResult parsed)
    {
        if (!Deep.CanRead)
        {
            Console.Error.WriteLine("skipped: the engine was built without an encoder");
            return 0;
        }

        var floors = new Floors();
        var (all, words) = (new List<(float, bool)>(), new List<(float, bool)>());
        foreach (var gold in Directory.EnumerateFiles(Path.Combine(LabData.Root(parsed), "gold"), "*.matrix.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(gold)[..^".matrix.json".Length];
            if (LabData.Find(name == "kursk" ? "seeds" : $"stories/{name}", parsed) is not { } folder) continue;
            var (pairs, plain) = Pairs(gold, folder);
            floors.Check("likeness", name, Auc(pairs));
            all.AddRange(pairs);
            words.AddRange(plain);
        }

        floors.Check("likeness", "all: vectors", Auc(all));
        floors.Check("likeness", "all: the same words alone", Auc(words));
        return floors.ExitCode;
    }

    private static (List<(float, bool)> Vectors, List<(float, bool)> Words) Pairs(string gold, string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(gold));
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        var full = Claims("full");
        var any = Claims("full", "part");
        var sentences = Sentences(folder).ToList();
        var (vectors, words) = (new List<(float, bool)>(), new List<(float, bool)>());
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var k = 0; k < i; k++)
            {
                var (a, b) = (sentences[i], sentences[k]);
                if (a.Report == b.Report) continue;
                var same = full[a.Id].Intersect(any[b.Id]).Any() || any[a.Id].Intersect(full[b.Id]).Any();
                if (!same && any[a.Id].Intersect(any[b.Id]).Any()) continue;
                vectors.Add((AlignedWords.Likeness(a.Words, b.Words), same));
                words.Add((Math.Max(Shared(a, b), Shared(b, a)), same));
            }
        }

        return (vectors, words);

        ILookup<string, int> Claims(params string[] degrees) =>
            claims
                .Index()
                .SelectMany(c => degrees.SelectMany(d => c.Item.GetProperty(d).EnumerateArray()).Select(s => (Sentence: s.GetString()!, c.Index)))
                .ToLookup(c => c.Sentence, c => c.Index, StringComparer.Ordinal);
    }

    private static float Shared(JudgedSentence a, JudgedSentence b)
    {
        var both = a.Weights.Sum(w => b.Weights.ContainsKey(w.Key) ? w.Value : 0);
        return both / Math.Max(a.Weights.Values.Sum(), 1e-6f);
    }

    private static IEnumerable<JudgedSentence> Sentences(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".json" or ".txt"))
        {
            var (report, number) = (Path.GetFileNameWithoutExtension(file), 0);
            foreach (var sentence in Cut(GoldFiles.RawText(file)))
                yield return JudgedSentence.Of(report, string.Create(CultureInfo.InvariantCulture, $"{report}:{++number}"), sentence);
        }
    }

    /// <summary>The sentences as the gold numbers them.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        foreach (Match line in Line.Matches(text))
        {
            var at = 0;
            foreach (Match end in End.Matches(line.Value))
            {
                var piece = line.Value[at..(end.Index + end.Length)];
                if (Abbreviation.IsMatch(piece.TrimEnd('"', '”', '’', '\'', ')', ']'))) continue;
                if (piece.Trim() is { Length: > 0 } sentence) yield return sentence;
                at = end.Index + end.Length;
            }

            if (line.Value[at..].Trim() is { Length: > 0 } last) yield return last;
        }
    }

    /// <summary>The share of pairs of a true and a false one in which the true one scores higher; ties count half.</summary>
    private static double Auc(List<(float Score, bool IsSame)> pairs)
    {
        var (ranks, place) = (0.0, 1);
        foreach (var ties in pairs.GroupBy(p => p.Score).OrderBy(g => g.Key))
        {
            var count = ties.Count();
            ranks += ties.Count(p => p.IsSame) * (place + (count - 1) / 2.0);
            place += count;
        }

        double same = pairs.Count(p => p.IsSame), others = pairs.Count - same;
        return (ranks - same * (same + 1) / 2) / (same * others);
    }

    private sealed record JudgedSentence(string Report, string Id, AlignedWords Words, Dictionary<string, float> Weights)
    {
        public static JudgedSentence Of(string report, string id, string text)
        {
            var reading = LanguageReader.Read(new Article { Id = id, Text = text }, Deep);
            var (vectors, weights) = (new float[reading.Tokens.Length * reading.Meanings!.Width], new float[reading.Tokens.Length]);
            var words = new Dictionary<string, float>(StringComparer.Ordinal);
            for (var i = 0; i < weights.Length; i++)
            {
                var weight = Weight(reading.Tokens[i]);
                words[reading.Tokens[i].Form.ToLowerInvariant()] = weight;
                if (reading.Meanings.CopyTo(i, vectors.AsSpan(i * reading.Meanings.Width, reading.Meanings.Width))) weights[i] = weight;
            }

            return new JudgedSentence(report, id, new AlignedWords(vectors, weights), words);
        }

        private static float Weight(Token token) =>
            token.Tag == Upos.Punct ? 0
                : MathF.Log((Background.English.Documents + 1f) / (Background.English.DocumentsWith(token.Lemma.ToLowerInvariant()) + 0.5f));
    }
}

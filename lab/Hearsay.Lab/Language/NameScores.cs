using System.Globalization;
using Hearsay.Lab.Language.Training;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language;

/// <summary>
/// Names on given tokens: one is right where its words and its kind are. Kinds that a corpus does not mark are left out on both sides.
/// </summary>
internal static class NameScores
{
    public static (double All, double[] Kinds) Score(
        LanguageModel model,
        IEnumerable<NamedSentence> gold,
        string? errors = null,
        Counts? sum = null,
        EncoderModel? encoder = null,
        NameErrors? kindsOfErrors = null
    )
    {
        var analysis = new Analysis(model, encoder);
        var counts = Enumerable.Range(0, 4).Select(_ => new Counts()).ToArray();
        var total = new Counts();
        foreach (var document in gold.Where(s => s.Words.Length < 1000).GroupBy(s => s.Document))
        {
            var names = analysis.FindNames([.. document.Select(s => s.Words)]);
            var first = 0;
            foreach (var sentence in document)
            {
                var kinds = sentence.MarksOther ? 4 : 3;
                var wanted = Spans(sentence.Labels, kinds);
                var found = names
                    .Where(n => n.First >= first && n.First < first + sentence.Words.Length && (int)n.Type < kinds)
                    .Select(n => (First: n.First - first, Last: n.First - first + n.Count - 1, Kind: (int)n.Type))
                    .ToList();
                first += sentence.Words.Length;
                for (var k = 0; k < kinds; k++)
                {
                    var (w, f) = (wanted.Where(s => s.Kind == k).ToHashSet(), found.Where(s => s.Kind == k).ToHashSet());
                    counts[k].Add(w.Count, f.Count, f.Count(w.Contains));
                    sum?.Add(w.Count, f.Count, f.Count(w.Contains));
                    total.Add(w.Count, f.Count, f.Count(w.Contains));
                }

                kindsOfErrors?.Add(wanted, found);
                if (errors is not null && !wanted.ToHashSet().SetEquals(found)) Print(sentence, wanted, found);
            }
        }

        return (total.F1, [.. counts.Select(c => c.F1)]);
    }

    public static void Print(LanguageModel model, string name, IEnumerable<NamedSentence> gold)
    {
        var (all, kinds) = Score(model, gold);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -14} F1 {all:0.000}  person {kinds[0]:0.000} organisation {kinds[1]:0.000} place {kinds[2]:0.000} other {kinds[3]:0.000}"
            )
        );
    }

    /// <summary>UNER's EWT dev part in two halves, each scored by a model trained on everything but itself.</summary>
    public static void PrintHeld(LanguageModel bare, IReadOnlyList<NamedSentence> sentences, int epochs, bool errors)
    {
        var documents = sentences
            .Where(IsUner)
            .Select(s => s.Document)
            .Distinct()
            .Select((d, i) => (d, i % 2))
            .ToDictionary(d => d.d, d => d.Item2, StringComparer.Ordinal);
        var both = new Counts();
        for (var half = 0; half < 2; half++)
        {
            var model = bare.With(names: NameTraining.Train([.. sentences.Where(s => !IsUner(s) || documents[s.Document] != half)], bare, epochs));
            var held = sentences.Where(s => IsUner(s) && documents[s.Document] == half).ToList();
            Print(model, $"UNER EWT dev {half}", held);
            Score(model, held, errors ? "all" : null, both);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"both halves    F1 {both.F1:0.0000}  precision {both.Precision:0.000} recall {both.Recall:0.000}"
            )
        );
    }

    private static bool IsUner(NamedSentence sentence) => sentence.Document.StartsWith("# newdoc", StringComparison.Ordinal);

    public static List<(int First, int Last, int Kind)> Spans(ReadOnlySpan<byte> labels, int kinds)
    {
        var all = new List<(int, int, int)>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0) continue;
            var last = i;
            while (last + 1 < labels.Length && labels[last + 1] == labels[i] + labels[i] % 2) last++;
            var kind = (labels[i] - 1) / 2;
            if (kind < kinds) all.Add((i, last, kind));
            i = last;
        }

        return all;
    }

    private static void Print(NamedSentence sentence, List<(int First, int Last, int Kind)> wanted, List<(int First, int Last, int Kind)> found)
    {
        string Show((int First, int Last, int Kind) s) => $"{(NameType)s.Kind}:{string.Join(' ', sentence.Words[s.First..(s.Last + 1)])}";
        Console.WriteLine(
            $"NAME wanted {string.Join("; ", wanted.Except(found).Select(Show))} ¦ found {string.Join("; ", found.Except(wanted).Select(Show))}"
        );
    }
}

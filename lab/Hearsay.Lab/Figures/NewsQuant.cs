using System.Globalization;
using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Figures;

namespace Hearsay.Lab.Figures;

/// <summary>
/// NewsQuant (Almasian et al. 2023), first 200 sentences: all quantities of a sentence with value and unit. Scored on every quantity that the engine
/// reads, not only on those that a reader would compare. A bare number counts what the one before it counted, as in the engine. Counts without any
/// number ("several") are left out, since the corpus gives values only. A value is right where all its bounds are; a unit where the engine's name of
/// it is the corpus' name, or, for counted things, where the head of what is counted stands in the corpus' words.
/// </summary>
internal static class NewsQuant
{
    public static void Score(string file, Floors floors, bool errors)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var (value, unit) = (new Tally(), new Tally());
        foreach (var sentence in document.RootElement.EnumerateArray())
        {
            var text = new LexemeList(sentence.GetProperty("text").GetString()!);
            var counted = new CountedReader(LanguageReader.Read(new Article { Id = "", Text = text.Text }));
            CountedThing? before = null;
            var read = QuantityReader
                .Read(text)
                .Where(q => q.Low is not null || q.High is not null)
                .Select(q => new Item(text, q, q.Kind == QuantityKind.Count ? before = counted.Read(text, q) ?? before : null))
                .ToList();
            var gold = sentence.GetProperty("quantities").EnumerateArray().Select(g => new Gold(g)).ToList();
            value.Read += read.Count;
            value.Marked += gold.Count;
            unit.Read += read.Count;
            unit.Marked += gold.Count;
            foreach (var g in gold.ToList())
            {
                var match = read.Where(r => r.Value == g.Value).OrderByDescending(r => r.HasUnit(g.Unit)).FirstOrDefault();
                if (match is null) continue;
                read.Remove(match);
                gold.Remove(g);
                value.Right++;
                if (match.HasUnit(g.Unit)) unit.Right++;
                else if (errors) Console.WriteLine($"unit   {match.Text} = {match.Unit} | gold {g.Unit}");
            }
            if (errors && read.Count + gold.Count > 0)
                Console.WriteLine(
                    $"value  {text.Text}\n       read {string.Join(", ", read.Select(r => $"'{r.Text}' {r.Value} {r.Unit}"))} | gold {string.Join(", ", gold.Select(g => $"{g.Value} {g.Unit}"))}"
                );
        }
        value.Report(floors, "newsquant", "value");
        unit.Report(floors, "newsquant", "value and unit");
    }

    private static string Number(decimal? number) => number is { } n ? ((double)n).ToString("G6", CultureInfo.InvariantCulture) : "?";

    private sealed class Item(LexemeList text, Quantity quantity, CountedThing? counted)
    {
        public string Text => quantity.Span.Of(text.Text);

        public string Value =>
            quantity.Qualifier == FigureQualifier.Between ? $"{Number(quantity.Low)}-{Number(quantity.High)}"
            : quantity.Form == NumberForm.Vague ? $"{Number(quantity.Low)}-"
            : Number(quantity.Low ?? quantity.High);

        public string Unit
        {
            get
            {
                var unit = quantity.Kind == QuantityKind.Age ? "age" : quantity.Unit ?? counted?.Head ?? "";
                return quantity.Per is null ? unit : $"{unit}/{quantity.Per}";
            }
        }

        public bool HasUnit(string gold) =>
            Unit == gold
            || SameMoney(Unit.Split('/'), gold.Split('/'))
            || (gold == "times" && counted?.Head is "time" or "count")
            || (
                counted is not null
                && (
                    gold.Split(' ').Contains(counted.Head)
                    || gold.Split(' ').Contains(NounForms.Plural(counted.Head))
                    || NounForms.Singular(gold.Split(' ')[^1]) == counted.Head
                )
            );
    }

    /// <summary>The corpus writes "dollar" for every dollar, the engine USD where the text says whose it is.</summary>
    private static bool SameMoney(string[] read, string[] gold) =>
        Currencies.MayBeSame(read[0], gold[0]) && read.Skip(1).SequenceEqual(gold.Skip(1));

    private sealed record Gold(string Value, string Unit)
    {
        public Gold(JsonElement element)
            : this(
                string.Join(
                    '-',
                    element.GetProperty("value").GetString()!.Split('-').Select(v => Number(decimal.Parse(v, CultureInfo.InvariantCulture)))
                ),
                UnitNames.Canonical(element.GetProperty("normalized_unit").GetString()!)
            ) { }
    }
}

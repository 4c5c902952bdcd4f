using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Figures;

namespace Hearsay.Lab.Figures;

/// <summary>
/// Prints figures of reports that carry no gold, to be read by a person: every n-th figure that is read with its sentence, and every n-th number that
/// none is read for.
/// </summary>
internal static class SampleFigures
{
    public static void Print(string folder, int count)
    {
        var (figures, numbers) = (new List<string>(), new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("text", out var body)
                || body.GetString() is not { Length: > 0 } text
            )
                continue;
            var reading = LanguageReader.Read(
                new Article { Id = Path.GetFileNameWithoutExtension(file), Text = text.Replace("\n", "\n\n", StringComparison.Ordinal) }
            );
            var read = FigureReader.Read(reading, TimeReader.Read(reading), []);
            foreach (var f in read)
                figures.Add(
                    $"{Around(reading.Text, f.Span.Start, f.Span.End)}\n      {f.Low}..{f.High} {f.Qualifier} | {f.Unit} | {f.Counted} | {f.CountedHead} <{string.Join(' ', f.CountedModifiers)}> | {f.Verb} | {f.Where}"
                );
            var lexemes = new LexemeList(reading.Text);
            for (var i = 0; i < lexemes.Count; i++)
                if (lexemes.IsDigits(i) && !read.Any(f => f.Span.Contains(lexemes[i].Start)))
                    numbers.Add(Around(reading.Text, lexemes[i].Start, lexemes[i].End));
        }
        Console.WriteLine($"{figures.Count} figures read, {numbers.Count} numbers in digits are none");
        Every(figures, count);
        Console.WriteLine("--- no figures:");
        Every(numbers, count);
    }

    private static void Every(List<string> lines, int count)
    {
        var step = Math.Max(1, lines.Count / Math.Max(1, count));
        for (var i = step / 2; i < lines.Count; i += step) Console.WriteLine(lines[i]);
    }

    private static string Around(string text, int start, int end) =>
        $"{text[Math.Max(0, start - 50)..start]}[[{text[start..end]}]]{text[end..Math.Min(text.Length, end + 50)]}".ReplaceLineEndings(" ");
}

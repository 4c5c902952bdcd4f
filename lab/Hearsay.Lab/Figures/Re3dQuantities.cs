using System.Text.Json;
using Hearsay.Statements.Figures;
using Hearsay.Text;

namespace Hearsay.Lab.Figures;

/// <summary>
/// re3d (Dstl 2017): entities of type Quantity and Money. Only a part of what stands in a document is marked, so recall alone means something: a
/// marked quantity is found where a read one overlaps it and gives one of its numbers. Marked articles ("a", "an"), ordinals and words without a
/// number ("money") are left out; how many is printed.
/// </summary>
internal static class Re3dQuantities
{
    public static void Score(string folder, Floors floors, bool errors)
    {
        var (marked, found, left) = (0, 0, 0);
        foreach (var source in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var texts = Lines(Path.Combine(source, "documents.json"))
                .ToDictionary(d => Id(d.GetProperty("_id")), d => d.GetProperty("text").GetString()!, StringComparer.Ordinal);
            var read = texts.ToDictionary(
                t => t.Key,
                t => QuantityReader.Read(new LexemeList(t.Value)).Select(q => q.Span).ToList(),
                StringComparer.Ordinal
            );
            foreach (var entity in Lines(Path.Combine(source, "entities.json")))
            {
                if (entity.GetProperty("type").GetString() is not ("Quantity" or "Money")) continue;
                var document = Id(entity.GetProperty("documentId"));
                var span = TextSpan.Between(entity.GetProperty("begin").GetInt32(), entity.GetProperty("end").GetInt32());
                if (!IsNumber(entity.GetProperty("value").GetString()!))
                {
                    left++;
                    continue;
                }
                marked++;
                if (read[document].Exists(q => q.Overlaps(span))) found++;
                else if (errors)
                    Console.WriteLine(
                        $"missed '{span.Of(texts[document])}' in {texts[document].AsSpan(Math.Max(0, span.Start - 50), Math.Min(100, texts[document].Length - Math.Max(0, span.Start - 50))).ToString().ReplaceLineEndings(" ")}"
                    );
            }
        }
        Console.WriteLine($"re3d: {marked} quantities and sums of money, {left} left out");
        floors.Check("re3d", "quantities recall", marked == 0 ? 0 : (double)found / marked);
    }

    /// <summary>True where the marked words hold a number: a digit that is not an ordinal's, or a word of a number.</summary>
    private static bool IsNumber(string words)
    {
        var text = new LexemeList(words);
        return Enumerable
            .Range(0, text.Count)
            .Any(i =>
                NumberReader.At(text, i) is { } number
                && !(text.IsDigits(i) && text[number.End].Glued && text.IsWord(number.End) && text.Of(number.End) is "st" or "nd" or "rd" or "th")
            );
    }

    private static string Id(JsonElement id) => id.ValueKind == JsonValueKind.String ? id.GetString()! : id.ToString();

    private static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (line.Trim('\uFEFF', ' ').Length == 0) continue;
            using var document = JsonDocument.Parse(line.Trim('\uFEFF'));
            yield return document.RootElement.Clone();
        }
    }
}

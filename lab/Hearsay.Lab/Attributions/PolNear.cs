using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Lab.Attributions;

/// <summary>One attribution as PolNeAR's annotators marked it, in UTF-16 offsets.</summary>
internal sealed record GoldAttribution(TextSpan[] Source, TextSpan[] Cue, TextSpan[] Content);

/// <summary>
/// One article as one annotator saw it. Some articles were annotated by several; each counts as a document, as in the paper's counts.
/// </summary>
internal sealed record GoldArticle(string Name, string Text, IReadOnlyList<GoldAttribution> Attributions);

/// <summary>
/// Reads a split of PolNeAR (Newell, Margolin and Ruths 2018): text/NAME.txt and attributions/NAME_ANNOTATOR.ann in brat's standoff format with
/// offsets in code points. Lines that are neither a span nor an attribution (annotators' notes, wrapped text) are passed over.
/// </summary>
internal static class PolNear
{
    public static IEnumerable<GoldArticle> Read(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var text = File.ReadAllText(Path.Combine(folder, "text", name[..name.LastIndexOf('_')] + ".txt"));
            yield return new GoldArticle(name, text, [.. Attributions(File.ReadLines(file), GoldFiles.Offsets(text))]);
        }
    }

    private static IEnumerable<GoldAttribution> Attributions(IEnumerable<string> lines, int[] offsets)
    {
        var spans = new Dictionary<string, TextSpan[]>(StringComparer.Ordinal);
        var events = new List<string[]>();
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            if (fields.Length < 2 || fields[0].Length < 2 || !int.TryParse(fields[0].AsSpan(1), CultureInfo.InvariantCulture, out _)) continue;
            if (fields[0][0] == 'T') spans[fields[0]] = Spans(fields[1][(fields[1].IndexOf(' ') + 1)..], offsets);
            else if (fields[0][0] == 'E') events.Add(fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        foreach (var roles in events)
        {
            TextSpan[] Of(string role) =>
                [
                    .. roles
                        .Select(r => r.Split(':'))
                        .Where(r => r[0].TrimEnd("0123456789".ToCharArray()) == role && spans.ContainsKey(r[1]))
                        .SelectMany(r => spans[r[1]])
                        .Order(),
                ];
            yield return new GoldAttribution(Of("Source"), Of("Cue"), Of("Content"));
        }
    }

    private static TextSpan[] Spans(string ranges, int[] offsets) =>
        [.. from range in ranges.Split(';')
            let ends = range.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()
            select TextSpan.Between(offsets[ends[0]], offsets[ends[1]])];
}

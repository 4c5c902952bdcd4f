using System.CommandLine;
using System.Text;
using System.Xml.Linq;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Lab.Attributions;

/// <summary>
/// `gum-sources`: recall of sources on the attribution edges of GUM's discourse trees (news and interviews). An edge joins the unit that names source
/// and cue ("Ana Ruiz told the council") to what is attributed; its source counts as found where an attribution is read whose cue and source both lie
/// within the unit. Units that are a group are taken by their nuclei.
/// </summary>
internal static class GumSources
{
    private static readonly string[] Genres = ["news", "interview"];

    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "print the units without a source read" };
        var command = new Command("gum-sources", "Recall of sources on GUM's attribution edges in news and interviews.") { errors };
        command.SetAction(parsed =>
        {
            if (LabData.Find("data/language/gum", parsed) is not { } folder) return 0;
            var floors = new Floors();
            foreach (var genre in Genres) Score(floors, folder, genre, parsed.GetValue(errors));
            return floors.ExitCode;
        });
        return command;
    }

    private static void Score(Floors floors, string folder, string genre, bool show)
    {
        int units = 0, cues = 0, sources = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "attribution"), $"GUM_{genre}_*.rs4").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var text = Text(Path.Combine(folder, "dep", name + ".conllu"));
            var read = AttributionReader.Read(LanguageReader.Read(new Article { Id = name, Text = text }), AttributionScope.All);
            foreach (var unit in Units(file, text))
            {
                units++;
                var within = read.Where(a => a.Cue is { } cue && unit.Any(u => u.Contains(cue))).ToList();
                if (within.Count > 0) cues++;
                if (within.Exists(a => a.Source is { } source && unit.Any(u => u.Overlaps(source)))) sources++;
                else if (show)
                    Console.WriteLine(
                        $"{name}\t{(within.Count > 0 ? "no source" : "no cue")}\t{string.Join(" // ", unit.Select(u => u.Of(text).ReplaceLineEndings(" ")))}"
                    );
            }
        }
        Console.WriteLine($"gum {genre}: {units} attribution units");
        floors.Check($"gum-{genre}", "cue of the unit read", (double)cues / Math.Max(1, units));
        floors.Check($"gum-{genre}", "source of the unit read, recall", (double)sources / Math.Max(1, units));
    }

    /// <summary>The text of the document: its sentences, an empty line where a paragraph begins.</summary>
    private static string Text(string file)
    {
        var text = new StringBuilder();
        var begins = false;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal)) begins = true;
            if (!line.StartsWith("# text = ", StringComparison.Ordinal)) continue;
            if (text.Length > 0) text.Append(begins ? "\n\n" : " ");
            text.Append(line.AsSpan("# text = ".Length));
            begins = false;
        }
        return text.ToString();
    }

    /// <summary>The stretches of the text that name source and cue of an attribution.</summary>
    private static IEnumerable<List<TextSpan>> Units(string file, string text)
    {
        var body = XDocument.Load(file).Root!.Element("body")!;
        var spans = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var at = 0;
        foreach (var segment in body.Elements("segment"))
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var start = at;
            foreach (var c in segment.Value.Where(c => !char.IsWhiteSpace(c)))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
                if (at >= text.Length || text[at++] != c) throw new InvalidDataException($"{file}: the units are not those of the text");
            }
            spans[Id(segment)] = TextSpan.Between(start, at);
        }
        var below = body.Elements().Where(e => e.Attribute("parent") is not null).ToLookup(e => e.Attribute("parent")!.Value, StringComparer.Ordinal);
        var joined = body.Elements("group").Where(g => g.Attribute("type")?.Value == "multinuc").Select(Id).ToHashSet(StringComparer.Ordinal);
        foreach (var edge in body.Elements().Where(e => e.Attribute("relname")?.Value.StartsWith("attribution-", StringComparison.Ordinal) == true))
            yield return [.. Nuclei(Id(edge), spans, below, joined).Order()];
    }

    private static IEnumerable<TextSpan> Nuclei(
        string id,
        Dictionary<string, TextSpan> spans,
        ILookup<string, XElement> below,
        HashSet<string> joined
    ) =>
        spans.TryGetValue(id, out var own)
            ? [own]
            : below[id]
                .Where(e =>
                    e.Attribute("relname")?.Value is "span"
                    || joined.Contains(id) && e.Attribute("relname")?.Value is { } relation && IsJoint(relation)
                )
                .SelectMany(e => Nuclei(Id(e), spans, below, joined));

    private static bool IsJoint(string relation) =>
        relation.StartsWith("joint", StringComparison.Ordinal) || relation is "same-unit" or "restatement-repetition" or "adversative-contrast";

    private static string Id(XElement element) => element.Attribute("id")!.Value;
}

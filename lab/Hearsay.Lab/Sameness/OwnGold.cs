using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hearsay.Lab.Sameness;

/// <summary>
/// The stories that the project has judged itself (lab/gold): the labels are here, the reports are taken from the corpus that each file names and are
/// never part of the project.
/// </summary>
internal static class OwnGold
{
    /// <summary>The folder of the labels, one file a story.</summary>
    public static string Folder => Path.Combine(LabData.Repository, "lab", "gold");

    /// <summary>
    /// Every story whose corpus is there, its reports written below <paramref name="to"/> as JSON files, one folder a story: the label file and the folder.
    /// </summary>
    /// <exception cref="InvalidDataException">An article is not the one that was judged: a sentence of it begins or ends elsewhere.</exception>
    public static IEnumerable<(string Name, string Labels, string Reports)> Stories(string root, string to)
    {
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var labels = JsonNode.Parse(File.ReadAllText(file))!;
            var corpus = Path.Combine(root, "data", (string)labels["corpus"]!["file"]!);
            if (!File.Exists(corpus)) continue;
            var (name, folder) = (Path.GetFileNameWithoutExtension(file), Path.Combine(to, Path.GetFileNameWithoutExtension(file)));
            Directory.CreateDirectory(folder);
            var articles = JsonNode.Parse(File.ReadAllText(corpus))![(int)labels["corpus"]!["story"]!]!["articles"]!;
            foreach (var report in labels["reports"]!.AsArray())
                Write(Path.Combine(folder, $"{report!["id"]}.json"), articles[(int)report["article"]!]!, report, name);
            yield return (name, file, folder);
        }
    }

    private static void Write(string file, JsonNode article, JsonNode report, string story)
    {
        var address = (string)article["ext_url"]!;
        var json = new JsonObject
        {
            ["title"] = (string?)article["title"] ?? "",
            ["text"] = (string)article["text"]!,
            ["url"] = address,
            ["outlet"] = new Uri(address).Host,
        };
        File.WriteAllText(file, json.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        var raw = GoldFiles.RawText(file);
        var offsets = GoldFiles.Offsets(raw);
        var cut = MatrixGold.Sentences(raw).Select(s => (s.Start, s.End));
        var judged = report["sentences"]!.AsArray().Select(s => (Start: offsets[(int)s![0]!], End: offsets[(int)s[1]!]));
        if (!cut.SequenceEqual(judged)) throw new InvalidDataException($"{story}: {report["id"]} in the corpus is not the text that was judged");
    }
}

using System.CommandLine;

namespace Hearsay.Lab.Language.Training;

/// <summary>The treebanks by part: UD English EWT by its files, GUM by its official split.</summary>
internal sealed record Treebank(
    List<GoldSentence> Train,
    List<GoldSentence> EwtDev,
    List<GoldSentence> EwtTest,
    List<GoldSentence> GumDev,
    List<GoldSentence> GumTest
)
{
    public static Treebank? Load(ParseResult parsed)
    {
        if (LabData.Find("data/language/ud-ewt", parsed) is not { } ewt || LabData.Find("data/language/gum", parsed) is not { } gum) return null;
        var held = Held(Path.Combine(gum, "splits.md"));
        List<GoldSentence> Gum(string part) => [.. Directory.GetFiles(Path.Combine(gum, "dep"), "*.conllu").Order(StringComparer.Ordinal)
            .Where(f => held.GetValueOrDefault(Path.GetFileNameWithoutExtension(f), "train") == part).SelectMany(Conllu.Read)];
        List<GoldSentence> Ewt(string part) => Conllu.Read(Path.Combine(ewt, $"en_ewt-ud-{part}.conllu"));
        return new Treebank([.. Ewt("train"), .. Gum("train")], Ewt("dev"), Ewt("test"), Gum("dev"), Gum("test"));
    }

    /// <summary>Document → "dev" or "test", as the list of splits says; what it does not list is for training.</summary>
    public static Dictionary<string, string> Held(string path)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var part = "train";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) part = line[3..].Trim();
            else if (line.TrimStart().StartsWith("* ", StringComparison.Ordinal))
                all[line.Trim()[2..].Trim()] = part is "dev" or "test" ? part : "train";
        }

        return all;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Lab.Stories;

/// <summary>
/// `lab background`: counts in how many documents of general English each lemma stands and writes the table that the engine ships
/// (src/Hearsay/Stories/Data/background.txt). Only corpora on which a shipped model may be trained: UD English EWT (train), GUM (train and dev),
/// WikiGold.
/// </summary>
internal static class BackgroundTable
{
    /// <summary>A word of fewer documents is as good as unknown.</summary>
    private const int LeastDocuments = 2;

    /// <summary>The command `background`.</summary>
    public static Command Command()
    {
        var command = new Command("background", "Count document frequencies of general English for the stories stage.");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (
            LabData.Find("data/language/ud-ewt", parsed) is not { } ewt
            || LabData.Find("data/language/gum", parsed) is not { } gum
            || LabData.Find("data/language/wikigold", parsed) is not { } wikigold
        )
            return 0;
        var documents = Conllu(Path.Combine(ewt, "en_ewt-ud-train.conllu"))
            .Concat(Gum(gum))
            .Concat(WikiGold(Path.Combine(wikigold, "wikigold.conll.txt")))
            .ToList();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
            foreach (var lemma in Lemmas(document)) counts[lemma] = counts.GetValueOrDefault(lemma) + 1;
        var table = new StringBuilder(
            "# In how many documents of general English a lemma stands; written by `lab background` from UD English EWT, GUM and WikiGold.\n"
        );
        table.Append(CultureInfo.InvariantCulture, $"# documents {documents.Count}\n");
        foreach (var (lemma, count) in counts.Where(c => c.Value >= LeastDocuments)) table.Append(CultureInfo.InvariantCulture, $"{lemma} {count}\n");
        File.WriteAllText(Path.Combine(LabData.Repository, "src", "Hearsay", "Stories", "Data", "background.txt"), table.ToString());
        Console.WriteLine($"{documents.Count} documents, {counts.Count(c => c.Value >= LeastDocuments)} words in at least {LeastDocuments} of them");
        return 0;
    }

    private static IEnumerable<string> Lemmas(string text) =>
        TermReader.Read(LanguageReader.Read(new Article { Id = "", Text = text }))
            .Where(t => t.Lemma.Length > 1 && char.IsLetter(t.Lemma[0]) && !t.Lemma.Any(char.IsWhiteSpace))
            .Select(t => t.Lemma)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Gum(string folder)
    {
        // splits.md lists one document a line under the heading of its split
        var split = "";
        foreach (var line in File.ReadLines(Path.Combine(folder, "splits.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) split = line[3..].Trim();
            if (split is not ("train" or "dev") || line.IndexOf("GUM_", StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var file = Path.Combine(folder, "dep", line[at..].Trim() + ".conllu");
            if (!File.Exists(file)) continue;
            foreach (var document in Conllu(file)) yield return document;
        }
    }

    private static IEnumerable<string> Conllu(string file)
    {
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Length > 0)
            {
                yield return text.ToString();
                text.Clear();
            }
            if (line.StartsWith("# text = ", StringComparison.Ordinal)) text.Append(line.AsSpan(9)).Append('\n');
        }
        yield return text.ToString();
    }

    private static IEnumerable<string> WikiGold(string file)
    {
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(file))
        {
            var word = line.Split(' ')[0];
            if (word == "-DOCSTART-")
            {
                if (text.Length > 0) yield return text.ToString();
                text.Clear();
            }
            else text.Append(word).Append(word.Length == 0 ? '\n' : ' ');
        }
        if (text.Length > 0) yield return text.ToString();
    }
}

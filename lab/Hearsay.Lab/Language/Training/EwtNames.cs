using System.Globalization;
using Hearsay.Language;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// The names of EWT's training part, which were marked for this project along UNER's lines (persons, organisations, places). Below each text's id the
/// file has a line for every sentence with names: its number and which words they are ("0004[tab]3-4O 7L"); it holds none of the text.
/// </summary>
internal sealed class EwtNames
{
    private static readonly string Path = System.IO.Path.Combine(LabData.Repository, "lab", "Hearsay.Lab", "Language", "Training", "ewt-names.tsv");
    private readonly Dictionary<string, string> bySentence;

    private EwtNames(Dictionary<string, string> bySentence) => this.bySentence = bySentence;

    public static EwtNames Read() => Of(File.ReadLines(Path));

    /// <summary>What the lines of such a file say.</summary>
    public static EwtNames Of(IEnumerable<string> lines)
    {
        var (all, document) = (new Dictionary<string, string>(StringComparer.Ordinal), "");
        foreach (var line in lines)
        {
            if (line.Split('\t') is [var number, var names]) all.Add($"{document}-{number}", names);
            else document = line;
        }

        return new EwtNames(all);
    }

    /// <summary>For each word 0 outside, 1 + 2k the first of a name of kind k, 2 + 2k a further one.</summary>
    /// <exception cref="InvalidDataException">The sentence has fewer words than the file says.</exception>
    public byte[] Of(GoldSentence sentence)
    {
        var labels = new byte[sentence.Words.Length];
        foreach (var name in bySentence.GetValueOrDefault(sentence.Id, "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = name[..^1].Split('-');
            var (first, last) = (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
            if (last > labels.Length) throw new InvalidDataException($"{sentence.Id} has no word {last}");
            var kind = NameCorpora.First(name[^1] switch { 'P' => NameType.Person, 'O' => NameType.Organisation, _ => NameType.Place });
            for (var i = first; i <= last; i++) labels[i - 1] = (byte)(i == first ? kind : kind + 1);
        }

        return labels;
    }
}

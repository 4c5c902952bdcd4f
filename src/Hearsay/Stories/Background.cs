using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>
/// In how many documents of general English a word stands. Five reports of one event make every word of the event look common; the background says
/// which of them are rare elsewhere. The table is computed by `lab background` from UD English EWT (train), GUM (train, dev) and WikiGold; words in
/// fewer than two documents are left out.
/// </summary>
internal sealed class Background
{
    private static readonly Lazy<Background> Shipped = new(Load);

    private readonly FrozenDictionary<string, int> counts;

    private Background(int documents, FrozenDictionary<string, int> counts)
    {
        Documents = documents;
        this.counts = counts;
    }

    /// <summary>The table that ships with the engine.</summary>
    public static Background English => Shipped.Value;

    /// <summary>How many documents were counted.</summary>
    public int Documents { get; }

    /// <summary>In how many of them the word stands; 0 for a word that is not in the table.</summary>
    public int DocumentsWith(string word) => counts.GetValueOrDefault(word);

    private static Background Load()
    {
        using var reader = new StreamReader(DataFile.Open("Stories/Data/background.txt"));
        var documents = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# documents ", StringComparison.Ordinal)) documents = int.Parse(line.AsSpan(12), CultureInfo.InvariantCulture);
            if (line is [] or ['#', ..]) continue;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            counts.Add(line[..space], int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture));
        }
        return new Background(documents, counts.ToFrozenDictionary(StringComparer.Ordinal));
    }
}

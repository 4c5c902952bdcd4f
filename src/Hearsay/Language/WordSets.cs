using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// Sets of words as data: files in which a line "[set] what is of it" opens each set and its words follow. <typeparamref name="T"/> names the sets as
/// flags, its members called as the headings; a word may be in several.
/// </summary>
internal sealed class WordSets<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, ulong> sets;

    /// <param name="paths">Data files, such as <c>Language/Data/words.txt</c>.</param>
    public WordSets(params string[] paths)
    {
        var found = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var current = 0UL;
        foreach (var line in paths.SelectMany(DataFile.Lines))
        {
            if (line[0] == '[')
            {
                var name = line[1..line.IndexOf(']', StringComparison.Ordinal)].Replace(" ", "", StringComparison.Ordinal);
                current = Convert.ToUInt64(Enum.Parse<T>(name, ignoreCase: true), null);
                continue;
            }
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) found[word] = found.GetValueOrDefault(word) | current;
        }
        sets = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The flags of every set that the word is in; 0 for a word that is not listed.</summary>
    public ulong Of(string word) => sets.GetValueOrDefault(word);
}

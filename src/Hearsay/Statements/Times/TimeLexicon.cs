using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Statements.Times;

/// <summary>The word list of the time rules, read once from the embedded data.</summary>
internal static class TimeLexicon
{
    private static readonly FrozenDictionary<string, (WordClass Class, int Value)> Words = Load();

    private static readonly FrozenDictionary<string, (WordClass Class, int Value)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Words.Keys.Max(k => k.Length);

    /// <summary>Class and value of a word in any case; <see cref="WordClass.None"/> for a word that is not in the list.</summary>
    public static (WordClass Class, int Value) Find(ReadOnlySpan<char> word) =>
        word.Length <= Longest && word.Length > 1 && Lookup.TryGetValue(word, out var entry) ? entry : default;

    private static FrozenDictionary<string, (WordClass Class, int Value)> Load()
    {
        var words = new Dictionary<string, (WordClass, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in DataFile.Lines("Statements/Data/time-words.txt"))
        {
            var parts = line.Split(' ');
            var entry = (Enum.Parse<WordClass>(parts[0], ignoreCase: true), int.Parse(parts[1], CultureInfo.InvariantCulture));
            foreach (var word in parts.AsSpan(2))
            {
                words.Add(word, entry);
            }
        }

        foreach (var first in Holidays.FirstWords)
        {
            words.TryAdd(first, (WordClass.Holiday, 0));
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

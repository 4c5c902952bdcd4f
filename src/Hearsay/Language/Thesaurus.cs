using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// The sets of words that the stages ask for by name ("is this a weekday, a title, a verb of denying?"), each listed once, in Data/words.txt and
/// Data/things.txt. A word stands there in lower case with a straight apostrophe, verbs and nouns in their dictionary form unless the set says
/// otherwise.
/// Limits: English; a word is in a set whatever it means where it stands.
/// </summary>
internal static class Thesaurus
{
    /// <summary>The sets of what opens a sentence that only the one before explains.</summary>
    public const WordSet Backward = WordSet.Male | WordSet.Female | WordSet.Neuter | WordSet.Plural | WordSet.Pointing | WordSet.Linking;

    private static readonly FrozenDictionary<string, WordSet> Sets = Load();

    /// <summary>Every set that the word is in; None for a word that is not listed.</summary>
    /// <param name="word">In lower case, with a straight apostrophe.</param>
    public static WordSet Of(string word) => Sets.GetValueOrDefault(word);

    /// <summary>True where the word is in one of the sets.</summary>
    /// <inheritdoc cref="Of"/>
    public static bool Is(string word, WordSet sets) => (Of(word) & sets) != 0;

    private static FrozenDictionary<string, WordSet> Load()
    {
        var sets = new Dictionary<string, WordSet>(StringComparer.Ordinal);
        var current = WordSet.None;
        foreach (var line in DataFile.Lines("Language/Data/words.txt").Concat(DataFile.Lines("Language/Data/things.txt")))
        {
            if (line[0] == '[')
            {
                var name = line[1..line.IndexOf(']', StringComparison.Ordinal)].Replace(" ", "", StringComparison.Ordinal);
                current = Enum.Parse<WordSet>(name, ignoreCase: true);
                continue;
            }
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) sets[word] = sets.GetValueOrDefault(word) | current;
        }
        return sets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

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

    private static readonly WordSets<WordSet> Sets = new("Language/Data/words.txt", "Language/Data/things.txt");

    /// <summary>Every set that the word is in; None for a word that is not listed.</summary>
    /// <param name="word">In lower case, with a straight apostrophe.</param>
    public static WordSet Of(string word) => (WordSet)Sets.Of(word);

    /// <summary>True where the word is in one of the sets.</summary>
    /// <inheritdoc cref="Of"/>
    public static bool Is(string word, WordSet sets) => (Of(word) & sets) != 0;
}

using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Sets of words that only the patterns of attributions ask for, as Statements/Data/speech-words.txt lists them; the members are called as the
/// headings of the file. In lower case; verbs and nouns in every form that counts, unless the set says otherwise.
/// </summary>
[Flags]
internal enum SpeechWord : ulong
{
    None = 0,
    Noted = 1UL << 0,
    Degree = 1UL << 1,
    Copula = 1UL << 2,
    Blow = 1UL << 3,
    Minded = 1UL << 4,
    Heading = 1UL << 5,
    Survey = 1UL << 6,
    Message = 1UL << 7,
    Answer = 1UL << 8,
    Knowledge = 1UL << 9,
    Quick = 1UL << 10,
    Carrying = 1UL << 11,
    Raising = 1UL << 12,
    Speaking = 1UL << 13,
    Uproar = 1UL << 14,
    Where = 1UL << 15,
    Charge = 1UL << 16,
    Claim = 1UL << 17,
    False = 1UL << 18,
    Nonsense = 1UL << 19,
    Good = 1UL << 20,
    Hearsay = 1UL << 21,
    Dash = 1UL << 22,
    ShortMonth = 1UL << 23,
    Conceding = 1UL << 24,
    Then = 1UL << 25,
    Trying = 1UL << 26,
    Particle = 1UL << 27,
    Sign = 1UL << 28,
    Break = 1UL << 29,
    Concession = 1UL << 30,
    Resuming = 1UL << 31,
    Fronted = 1UL << 32,
    Opener = 1UL << 33,
    That = 1UL << 34,
    Hearing = 1UL << 35,
    Adverb = 1UL << 36,
    LeftStop = 1UL << 37,
    RightStop = 1UL << 38,
    SourceOpener = 1UL << 39,
    SourceCloser = 1UL << 40,
    Published = 1UL << 41,
    Utterance = 1UL << 42,
    Answering = 1UL << 43,
    Aside = 1UL << 44,
    Lead = 1UL << 45,
    Retort = 1UL << 46,
    Citing = 1UL << 47,
    Naming = 1UL << 48,
    Claimable = 1UL << 49,
    Handled = 1UL << 50,
    Offer = 1UL << 51,
    Innocent = 1UL << 52,
}

/// <summary>Asks for the sets of <see cref="SpeechWord"/>.</summary>
internal static class SpeechWords
{
    private static readonly WordSets<SpeechWord> Sets = new("Statements/Data/speech-words.txt");

    /// <summary>True where the word, in lower case, is in one of the sets.</summary>
    public static bool Is(string word, SpeechWord sets) => ((SpeechWord)Sets.Of(word) & sets) != 0;
}

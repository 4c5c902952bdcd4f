namespace Hearsay.Language;

/// <summary>
/// What a word can be, as Data/words.txt lists it; a word may be in several sets. The members are called as the headings of the file.
/// </summary>
[Flags]
internal enum WordSet : ulong
{
    None = 0,

    // Words of grammar
    Auxiliary = 1 << 0,
    Negation = 1 << 1,
    Possibility = 1 << 2,
    Obligation = 1 << 3,
    Future = 1 << 4,
    Doubt = 1 << 5,
    Condition = 1 << 6,
    Question = 1 << 7,
    Nobody = 1 << 8,
    Relative = 1 << 9,
    Male = 1 << 10,
    Female = 1 << 11,
    Neuter = 1 << 12,
    Plural = 1 << 13,
    Own = 1 << 14,
    Indefinite = 1UL << 48,
    Pointing = 1UL << 51,
    Linking = 1UL << 50,
    Adding = 1UL << 62,
    Retold = 1UL << 61,
    Opening = 1 << 15,

    // Times and places
    Weekday = 1 << 16,
    Month = 1 << 17,
    DayPart = 1 << 18,
    Day = 1 << 19,
    TimeUnit = 1 << 20,
    Here = 1 << 21,
    Site = 1 << 22,
    Local = 1UL << 40,

    // Names
    Title = 1 << 23,
    BodyNoun = 1 << 24,
    MaleNoun = 1 << 25,
    FemaleNoun = 1 << 26,
    MaleTitle = 1 << 27,
    FemaleTitle = 1 << 28,
    Particle = 1 << 29,
    Suffix = 1 << 30,
    Paper = 1UL << 31,
    Force = 1UL << 44,
    Leader = 1UL << 45,
    Collective = 1UL << 47,
    Shared = 1UL << 49,
    Envoy = 1UL << 46,
    Under = 1UL << 52,
    Light = 1UL << 53,
    Naming = 1UL << 54,
    Replying = 1UL << 58,
    AgencyNoun = 1UL << 55,
    PublicBody = 1UL << 56,
    Power = 1UL << 57,
    Everyday = 1UL << 59,
    NamePart = 1UL << 60,
    Speaking = 1UL << 63,

    // Verbs by what they say of the clause that hangs on them
    Denying = 1UL << 32,
    Failing = 1UL << 33,
    Planning = 1UL << 34,
    Fearing = 1UL << 35,
    Asking = 1UL << 36,
    Ordering = 1UL << 37,
    Seeming = 1UL << 38,
    Acting = 1UL << 39,
    Stating = 1UL << 41,

    // Nouns of things.txt: nobody who could speak
    Thing = 1UL << 42,

    // Behind the hyphen after a name: "a Quill-led board"
    Compounding = 1UL << 43,
}

using System.Collections.Immutable;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// One way in which texts say who says what. <paramref name="Name"/> is kept by every attribution that it reads, <paramref name="Reads"/> shows what
/// that is, <paramref name="Find"/> gives every draft in a text.
/// </summary>
internal sealed record Pattern(string Name, string Reads, Func<Words, IEnumerable<Draft>> Find)
{
    /// <summary>
    /// Every pattern. Where two read the same word as their cue, or content that begins at the same word, the one that stands first here has it.
    /// </summary>
    public static ImmutableArray<Pattern> All { get; } =
    [
        new("post", "a pasted post: “text — Ana Ruiz (@anaruiz) May 4, 2031”", SocialPosts.Find),
        new("signature", "““X.” — Ana Ruiz”: a dash and a name close what somebody said", Signatures.Find),
        new("non-answer", "“A did not respond to X”, “had no comment”, “referred questions to B”", NonAnswers.Find),
        new("according-to", "“according to A, X”, “X, as noted by A”", AccordingTo.Find),
        Verb("quoted-as-saying", "“X,” A was quoted as saying; the paper cited A as saying X", QuotedAsSaying.Read),
        Verb("seeming", "“it seems that X”, “X appears to Y”: nobody says so", SeemingCues.Read),
        Verb("question", "“asked whether X, A …”: the text does not tell who asked", VerbPatterns.Question),
        Verb("passive", "“A was accused of X”, “it is feared that X”, “X, praised by A”", PassiveCues.Read),
        Verb("inverted", "“X, said A”, “Said A: “X””", VerbPatterns.Inverted),
        Verb("spoken-before", "““X,” A said”, ““X,” A said, “Y””", VerbPatterns.SpokenBefore),
        Verb("parenthesis", "“X, A said, Y”", VerbPatterns.Parenthesis),
        Verb("clause", "“A said that X”, “A said X”, “A said: “X””, “what A says was X”", VerbPatterns.Clause),
        Verb("object", "“A praised X”, “A urged B to Y”, “A called X Y”, “A put the toll at X”", VerbPatterns.Object),
        Verb("afterwards", "“X, A said”", VerbPatterns.Afterwards),
        new("manner", "““X,” A smiled”, ““X,” sighed A”: any verb beside quoted speech", VerbPatterns.Manners),
        new("reply", "““X” was A’s reply”, ““X” is how A put it”, “A’s verdict? “X””", Replies.Find),
        new("noun", "“A’s claim that X”, “raised concerns about X”", NounCues.Find),
        new("adjective", "“A is confident that X”", AdjectiveCues.Find),
        new("adverb", "“reportedly X”: somebody says so", HearsayAdverbs.Find),
        new("label", "“Ruiz: X” at the head of a paragraph", LabelCues.Find),
        new("floating", "“A disagreed. “X””, “A was blunt: “X””", FloatingQuotes.Find),
    ];

    private static Pattern Verb(string name, string reads, Func<VerbCue, Draft?> read) =>
        new(name, reads, words => words.Verbs.Select(read).OfType<Draft>());
}

using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>How a claim is put on the page: in the words of its first support, which every other support carries.</summary>
internal static class ClaimWording
{
    private const int Shortest = 40;
    private const int Longest = 280;

    /// <summary>The sentence that the claim is worded by, and the citations of the claim with that sentence first.</summary>
    public static (SourcedSentence Sentence, ImmutableArray<Citation> Citations) Of(StoryIndex index, ImmutableArray<Citation> support) =>
        (SourcedSentence.Of(index, support[0]), support);

    /// <summary>True of a sentence of usual length that points to none before it and asks nothing.</summary>
    public static bool StandsAlone(SourcedSentence sentence) =>
        !sentence.PointsBack && !sentence.Text.EndsWith('?') && sentence.Text.Length is >= Shortest and <= Longest;

    /// <summary>The claim as a sentence with how well it is supported.</summary>
    public static BriefingSentence Write(StoryIndex index, Claim claim, string? label = null, bool dated = false)
    {
        var sentence = SourcedSentence.Of(index, claim.Support[0], dated);
        return Counted(
            new BriefingSentence(sentence.Text, claim.Support) { Label = label, Partial = claim.Partial, Finding = claim.Id }, claim.Outlets, claim.IndependentOrigins);
    }

    /// <summary>The sentence with so many reports and origins behind it.</summary>
    public static BriefingSentence Counted(BriefingSentence sentence, int reports, int origins) =>
        sentence with { Reports = reports, Independent = origins, Note = Phrases.Support(reports, origins) };
}

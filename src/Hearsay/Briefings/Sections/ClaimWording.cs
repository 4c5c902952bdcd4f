using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>How a claim is put on the page: in the words of that report which says it best for somebody who has read nothing else.</summary>
internal static class ClaimWording
{
    private const int Shortest = 40;
    private const int Longest = 280;

    /// <summary>Room for who says so, beside the claim itself.</summary>
    private const int Attribution = 65;

    /// <summary>The best sentence, and the citations of the claim with that sentence first.</summary>
    public static (SourcedSentence Sentence, ImmutableArray<Citation> Citations) Of(StoryIndex index, ImmutableArray<Citation> support)
    {
        var (sentence, own, _) = support
            .Select((s, i) => (Sentence: SourcedSentence.Of(index, s), Own: s, Place: i))
            .OrderBy(x => Faults(x.Sentence, x.Own)).ThenBy(x => x.Place)
            .First();
        return (sentence, [own, .. support.Where(s => s != own)]);
    }

    /// <summary>True of a sentence of usual length that points to none before it and asks nothing.</summary>
    public static bool StandsAlone(SourcedSentence sentence) =>
        !sentence.BeginsWithPronoun && !sentence.Text.EndsWith('?') && sentence.Text.Length is >= Shortest and <= Longest;

    /// <summary>True where the sentence says little beside the cited words.</summary>
    public static bool IsMostOf(Citation cited, SourcedSentence sentence) =>
        sentence.Where.Span.Contains(cited.Span) && sentence.Where.Span.Length - cited.Span.Length <= Attribution;

    private static int Faults(SourcedSentence sentence, Citation own)
    {
        // a sentence that says much else would lend the support of this claim to all of it
        var beside = sentence.Where.Span.Length - own.Span.Length;
        var length = sentence.Text.Length;
        return (sentence.BeginsWithPronoun ? 6 : 0) + (sentence.Text.Contains('[') ? 1 : 0)
            + (length < Shortest ? 4 : length > Longest ? 2 + ((length - Longest) / 75) : 0)
            + (sentence.Text.EndsWith('?') ? 4 : 0) + (beside > 2 * Attribution ? 4 : beside > Attribution ? 2 : 0);
    }

    /// <summary>The claim as a sentence with how well it is supported.</summary>
    public static BriefingSentence Write(StoryIndex index, Claim claim, string? label = null)
    {
        var (sentence, citations) = Of(index, claim.Support);
        return new BriefingSentence(sentence.Text, citations) { Label = label, Note = Phrases.Support(claim.Outlets, claim.IndependentOrigins) };
    }
}

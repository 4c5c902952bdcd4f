using System.Collections.Immutable;
using Hearsay.Stories;

namespace Hearsay.Copies;

/// <summary>
/// In: a story. Out: the passages that its reports share, and its origins: groups of reports that are not independent of each other.
/// Method: seeds of four words that stand in two reports, outside direct speech, are extended both ways by a banded alignment (Smith and Waterman
/// 1981, as BLAST does it); what is 12 words or longer, with at most a fifth of the words edited, is a passage. Reports that share several, or credit
/// the same agency, have one origin.
/// Limits: text that was rewritten throughout is not found; time grows with the number of pairs of reports that share wording; a paragraph's end ends
/// a passage.
/// </summary>
public static class CopyDetector
{
    /// <summary>Tells which reports of the story share text, and which are independent.</summary>
    public static Provenance Detect(Story story)
    {
        var passages = PassageFinder.Find(story.Reports);
        return new Provenance(OriginFinder.Find(story.Reports, passages), passages);
    }
}

using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Briefings.Sections;

/// <summary>Who confirmed, declined to comment or did not answer; the same answer in several reports once.</summary>
internal static class ResponseSection
{
    public static BriefingSection Write(StoryIndex index) => new(SectionKind.Responses, [.. Sentences(index, s => !Disputed.IsDispute(s))]);

    /// <summary>The answers of these kinds, by who gives them.</summary>
    public static IEnumerable<BriefingSentence> Sentences(StoryIndex index, Func<ResponseState, bool> kinds) =>
        index.Findings.Responses.Where(r => kinds(r.State))
            .GroupBy(r => r.By, StringComparer.Ordinal)
            .SelectMany(by => by.GroupBy(r => (r.State, r.To)).Select(g => Write(index, [.. g])));

    /// <summary>Under whose name the answer stands; null for somebody whom only a description tells.</summary>
    public static string? LabelOf(Response response) => SpeakerLabel.IsTelling(response.By) ? response.By : null;

    private static BriefingSentence Write(StoryIndex index, List<Response> same)
    {
        var (sentence, citations) = ClaimWording.Of(index, [.. same.Select(r => r.Span)]);
        return new BriefingSentence(sentence.Text, citations) { Label = LabelOf(same[0]), Note = Phrases.Of(same[0].State) };
    }
}

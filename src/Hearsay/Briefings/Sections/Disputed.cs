using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Briefings.Sections;

/// <summary>The figures on which the reports differ, then what somebody denies or dismisses.</summary>
internal static class Disputed
{
    public static BriefingSection Write(StoryIndex index) =>
        new(SectionKind.Disputed, [.. FigureSection.Sentences(index, differ: true), .. ResponseSection.Sentences(index, IsDispute)]);

    /// <summary>True of an answer that disputes what was said.</summary>
    public static bool IsDispute(ResponseState state) => state is ResponseState.Denied or ResponseState.Dismissed;
}

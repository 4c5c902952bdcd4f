using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Briefings.Sections;

/// <summary>
/// What several outlets tell in their own voice, without a label; then by speaker: first the claims made by them, then what else a report has them say. Who
/// is heard in most reports comes first.
/// </summary>
internal static class WhoSaysWhat
{
    private const int MostSpeakers = 14;
    private const int MostEach = 3;
    private const int MostOfOutlets = 12;

    /// <summary>The share of the words that are passed on which another must say.</summary>
    private const double MostPassedOn = 0.5;

    public static BriefingSection Write(StoryIndex index, ImmutableHashSet<string> written)
    {
        var speakers = Speakers(index);
        var printed = new Printed(index);
        printed.Mark(
            index.Claims.Where(c => written.Contains(c.Id)).SelectMany(c => c.Support).Select(c => (c.ArticleId, index.SentenceAround(c)))
        );
        var outlets = Outlets(index, printed).ToImmutableArray();
        var statements = All(printed);
        // In a short story all that is said may stand on the page already: who says it is looked for here all the same.
        return new BriefingSection(SectionKind.Who, [.. outlets, .. statements.IsEmpty ? All(new Printed(index)) : statements]);

        ImmutableArray<BriefingSentence> All(Printed before) => [.. speakers.SelectMany(g => Statements(index, g.Key, [.. g], before))];
    }

    /// <summary>Who is heard, in most reports first, with what they say.</summary>
    private static List<IGrouping<string, (Report Report, Attribution Attribution)>> Speakers(StoryIndex index) =>
    [
        .. index
            .Story.Reports.SelectMany(r =>
                r.Attributions.Where(a => a is { Speaker: not (null or "unspecified"), Content.IsEmpty: false } && !IsAside(r, a))
                    .Select(a => (Report: r, Attribution: a))
            )
            .Where(x => SpeakerLabel.IsTelling(x.Attribution.Speaker!))
            .GroupBy(x => x.Attribution.Speaker!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Select(x => x.Report.Article.Id).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostSpeakers),
    ];

    /// <summary>What two reports or more state and nobody is named for, the weightiest first.</summary>
    private static IEnumerable<BriefingSentence> Outlets(StoryIndex index, Printed printed) =>
        index.Claims.Where(c => c.AccordingTo.IsEmpty && c.Outlets > 1)
            .OrderByDescending(c => c.Weight).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Where(c => printed.Add(ClaimWording.Of(index, c.Support).Sentence, c.Support))
            .Take(MostOfOutlets)
            .Select(c => ClaimWording.Write(index, c));

    /// <summary>The claims of a speaker, then whatever else the reports have them say, that does not stand on the page yet.</summary>
    private static IEnumerable<BriefingSentence> Statements(
        StoryIndex index,
        string speaker,
        ImmutableArray<(Report Report, Attribution Attribution)> spoken,
        Printed printed
    )
    {
        var claims = index.Claims.Where(c => c.AccordingTo.Contains(speaker, StringComparer.Ordinal) && !c.Support.IsEmpty)
            .OrderByDescending(c => c.Weight).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => ClaimWording.Write(index, c, speaker));
        var rest = spoken.Select(x => Carried(index, speaker, Whole(x.Report, x.Attribution)));
        return claims.Concat(rest)
            .Where(s => IsSpokenBy(index, speaker, s.Citations[0]))
            .Where(s => printed.Add(SourcedSentence.Of(index, s.Citations[0]), s.Citations))
            .Take(MostEach)
            .Select(s => s with { Note = s.Note + NamedElsewhere(index, speaker, s.Citations[0]) });
    }

    /// <summary>A sentence that words no claim, with what the reports carry of it: a claim in other words may say the same.</summary>
    private static BriefingSentence Carried(StoryIndex index, string speaker, Citation words)
    {
        var sentence = new BriefingSentence(SourcedSentence.Of(index, words).Text, [words]) { Label = speaker };
        return index.ClaimAt(words) is not { } claim ? ClaimWording.Counted(sentence, 1, 1)
            : ClaimWording.Counted(
                sentence with { Citations = [words, .. claim.Support.Where(s => s.ArticleId != words.ArticleId)] }, claim.Outlets, claim.IndependentOrigins);
    }

    /// <summary>Which report says that the speaker holds the office by which the printed words call him; nothing where they name him themselves.</summary>
    private static string NamedElsewhere(StoryIndex index, string speaker, Citation words)
    {
        var (report, sentence) = (index.ReportOf(words.ArticleId), index.SentenceAround(words));
        var said = report.Attributions.FirstOrDefault(a =>
            a is { NamedBy: { } named, Source: { } source } && a.Speaker == speaker && named.ArticleId != words.ArticleId && sentence.Contains(source));
        return said is null ? "" : "; " + Phrases.Named(said.Source!.Value.Of(report.Article.Text), speaker, index.OutletOf(said.NamedBy!.Value.ArticleId));
    }

    /// <summary>True where the note adds to how well a statement is supported by which office another report, that prints the name, knows its speaker.</summary>
    public static bool IsNamedElsewhere(StoryIndex index, BriefingSentence sentence, string support)
    {
        if (sentence.Label is not { } name) return false;
        var report = index.ReportOf(sentence.Citations[0].ArticleId);
        var offices = report.Attributions.Where(a => a.Speaker == name && a.Source is not null).Select(a => a.Source!.Value.Of(report.Article.Text).ToString()).Distinct(StringComparer.Ordinal);
        var others = index.Story.Reports.Where(r => r != report && r.Article.Text.Contains(name[(name.LastIndexOf(' ') + 1)..], StringComparison.OrdinalIgnoreCase)).ToList();
        return offices.Any(o => others.Exists(r => sentence.Note == support + "; " + Phrases.Named(o, name, index.OutletOf(r.Article.Id))));
    }

    /// <summary>
    /// True where the words that are printed hold something that their report has the speaker say: a claim may be worded by a sentence in which
    /// nobody speaks.
    /// </summary>
    private static bool IsSpokenBy(StoryIndex index, string speaker, Citation words)
    {
        var said = index.ReportOf(words.ArticleId).Attributions.Where(a => a.Content.Any(c => c.Overlaps(words.Span))).ToList();
        return said.Exists(a => IsOne(a.Speaker, speaker) && !said.Exists(b => b != a && !IsOne(b.Speaker, speaker) && Answers(b, a, words.Span)));
    }

    /// <summary>True where a report calls somebody so who speaks, and the one that is cited has that speaker say a part of the words.</summary>
    public static bool Speaks(StoryIndex index, string speaker, Citation words) =>
        index.Story.Reports.Any(r => r.Attributions.Any(a => a.Speaker == speaker))
        && index.ReportOf(words.ArticleId).Attributions.Any(a => IsOne(a.Speaker, speaker) && a.Content.Any(c => c.Overlaps(words.Span)));

    /// <summary>True where what <paramref name="other"/> says holds the first one's words, or is most of what the first one passes on.</summary>
    private static bool Answers(Attribution other, Attribution first, TextSpan words) =>
        PassesOn(first, other, words) || IsTold(first, other) && !PassesOn(other, first, words);

    /// <summary>"X, Kim said, according to a paper", "Host: Kim says that X": who only passes on what another says does not say it.</summary>
    private static bool PassesOn(Attribution outer, Attribution inner, TextSpan words) =>
        outer.Pattern is "according-to" or "label"
        && inner is { Speaker: not (null or "unspecified"), Cue: { } cue }
        && inner.Force is CueForce.Said or CueForce.Claimed or CueForce.Confirmed or CueForce.Warned
        && outer.Content.Any(c => c.Contains(cue))
        && Length(inner, words) >= MostPassedOn * Length(outer, words);

    private static double Length(Attribution attribution, TextSpan words) =>
        attribution.Content.Sum(c => Math.Max(0, Math.Min(c.End, words.End) - Math.Max(c.Start, words.Start)));

    /// <summary>True for "what Quill called a farce": what is said there is a part of another's sentence.</summary>
    private static bool IsAside(Report report, Attribution attribution) =>
        attribution.Content[0].Of(report.Article.Text).ToString() is "what" or "which" or "who" or "that";

    private static bool IsOne(string? name, string speaker) =>
        name is not null && (name.Contains(speaker, StringComparison.Ordinal) || speaker.Contains(name, StringComparison.Ordinal));

    /// <summary>True where it is within somebody else's words that the first is said to speak: "the board wants more, Quill said".</summary>
    private static bool IsTold(Attribution inner, Attribution outer) =>
        outer.Speaker is not null && inner.Cue is { } cue && outer.Content.Any(c => c.Contains(cue)) && !inner.Content.Any(c => outer.Cue is { } o && c.Contains(o));

    /// <summary>All of the content, from its first word to its last.</summary>
    private static Citation Whole(Report report, Attribution attribution) => new(report.Article.Id, attribution.Content.Aggregate(TextSpan.Cover));
}

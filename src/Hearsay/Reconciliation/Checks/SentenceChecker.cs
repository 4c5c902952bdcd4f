using System.Collections.Immutable;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Checks;

// A sentence and the reports of one story in, which of their sentences carry all of it, a part, or the opposite.
// Method: the judge that decides what supports a claim of a briefing (SameJudge), asked of a stretch that stands in no report, as it was taught with
// claims in words of their own. What it says yes to must also hold word for word where words can be held against each other: every number for the same
// question, every name (also where the sentence calls it by role or pronoun), every day; polarity, speaker, roles and certainty of each verb
// (Counterparts). The opposite is never judged but shown: a number, a day or a negation that cannot both hold, in a sentence that else says the same.
// Unsure is no support and no opposite.
// Limits: what a report states in two sentences together it carries in part; opposites without a number, a day or a negation ("held" for "burst") are
// not seen.

/// <summary>Checks a sentence against the reports of one story.</summary>
internal sealed class SentenceChecker
{
    /// <summary>At this probability a sentence counts as stating what is asked; as for clauses of a briefing.</summary>
    private const double Stated = 0.75;

    /// <summary>At this probability it counts as touching it.</summary>
    private const double Touched = 0.5;

    /// <summary>So much of what is asked must stand there in words that mean the same, whatever the judge says.</summary>
    private const double MostWords = 0.75;

    /// <summary>So much of what else the asked sentence says must stand in one that says the opposite.</summary>
    private const double RestOfOpposite = 0.75;

    /// <summary>The same where the judge does not find that it touches what is asked: a denial looks to it like another matter.</summary>
    private const double NearlyAll = 0.9;

    private readonly StoryText text;
    private readonly NearSentences sentences;
    private readonly SameJudge judge;
    private readonly AskedWords asked;

    private SentenceChecker(AskedSentence sentence, Story story, SameJudge judge)
    {
        (text, this.judge) = (new StoryText(story), judge);
        sentences = new NearSentences(text);
        asked = new AskedWords(sentence, text);
    }

    /// <summary>What the reports of the story say of the sentence.</summary>
    public static SentenceCheck Check(AskedSentence sentence, Story story, SameJudge judge) => new SentenceChecker(sentence, story, judge).Check();

    private SentenceCheck Check()
    {
        if (asked.Stretch.Words.Stems.Count == 0 || sentences.All.Count == 0) return SentenceCheck.Nothing;
        var near = sentences.Of(asked.Stretch, null);
        var features = StretchFeatures.Of(asked.Stretch, near, sentences);
        var all = near.Select((n, i) => new Judged(
            n.Sentence, judge.Touching.Probability(features[i]), judge.StatingClause.Probability(features[i]), new Comparison(asked, n.Sentence, text)
        )).ToArray();
        var carried = Best(all.Where(j => j.Stating >= Stated && asked.Stretch.MayBeStatedBy(j.Sentence) && j.With is { IsWhole: true, Found: >= MostWords }), j => j.Stating);
        var opposed = Best(all.Where(IsOpposite), j => j.Touching);
        var told = carried.Select(j => j.Sentence.Report.Order).ToHashSet();
        var shown = opposed.Select(j => j.Sentence).ToHashSet();
        var partly = Best(
            all.Where(j => j.Touching >= Touched && j.With.Found > 0 && !told.Contains(j.Sentence.Report.Order) && !shown.Contains(j.Sentence)),
            j => j.Touching + j.With.Found
        );
        return new SentenceCheck([.. carried.Select(j => Passage(j) with { Missing = [] })], [.. partly.Select(Passage)], [.. opposed.Select(Passage)]);
    }

    private static bool IsOpposite(Judged judged) =>
        judged.With.Rest >= (judged.Touching >= Touched ? RestOfOpposite : NearlyAll) && judged.With.Differences.Any(d => d.IsOpposite);

    /// <summary>Of each report the likeliest, in the order of the reports.</summary>
    private static Judged[] Best(IEnumerable<Judged> all, Func<Judged, double> likely) =>
    [
        .. all.GroupBy(j => j.Sentence.Report.Order).OrderBy(g => g.Key).Select(g => g.OrderByDescending(likely).ThenBy(j => j.Sentence.Sentence).First()),
    ];

    private static CheckedPassage Passage(Judged judged) =>
        new(judged.Sentence.Citation, judged.Sentence.Speakers)
        {
            Missing = judged.With.Missing,
            // another number or day in a sentence that is about something else is no answer to the one that is asked
            Differs = [.. judged.With.Differences.Where(d => !d.IsOpposite || judged.With.Rest >= RestOfOpposite)],
        };

    private sealed record Judged(Stretch Sentence, double Touching, double Stating, Comparison With);
}

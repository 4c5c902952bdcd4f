using System.Collections.Immutable;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>How likely a sentence (its place among the story's) touches what a stretch states, and how likely it states all of it; from 0 to 1.</summary>
internal readonly record struct Judgement(int Sentence, double Touching, double Stating);

/// <summary>
/// Everything of a story that may be stated more than once, sentences first, then the clauses within them, and which sentences of other reports state it.
/// Sentences that do not come near are not judged.
/// </summary>
internal sealed class Judgements
{
    private readonly ImmutableArray<Judgement>[] judged;
    private readonly int[] first;

    public Judgements(StoryText story, SameJudge judge)
    {
        var sentences = new NearSentences(story);
        Sentences = [.. sentences.All];
        Stretches = [.. Sentences, .. Propositions.Of(story)];
        first = new int[story.Reports.Length];
        for (var r = 1; r < first.Length; r++) first[r] = first[r - 1] + story.Reports[r - 1].Sentences.Length;
        judged = new ImmutableArray<Judgement>[Stretches.Length];
        Parallel.For(0, Stretches.Length, i =>
        {
            judged[i] = Stretches[i].Words.Stems.Count < Propositions.FewestWords ? [] : [.. Judged(Stretches[i], sentences, judge)];
        });
    }

    /// <summary>In the order of the reports and their text.</summary>
    public ImmutableArray<Stretch> Sentences { get; }

    /// <summary>The sentences, then the clauses within them.</summary>
    public ImmutableArray<Stretch> Stretches { get; }

    /// <summary>What was judged of the stretch with every sentence of another report that comes near it.</summary>
    public ImmutableArray<Judgement> Of(int stretch) => judged[stretch];

    /// <summary>The place of a report's sentence among <see cref="Sentences"/>; -1 for none.</summary>
    public int PlaceOf(ReportText report, int sentence) => sentence < 0 ? -1 : first[report.Order] + sentence;

    private static IEnumerable<Judgement> Judged(Stretch stretch, NearSentences sentences, SameJudge judge)
    {
        var near = sentences.Of(stretch, stretch.Report);
        var features = StretchFeatures.Of(stretch, near, sentences);
        var stating = stretch.IsClause ? judge.StatingClause : judge.Stating;
        for (var i = 0; i < near.Count; i++)
        {
            var states = stretch.MayBeStatedBy(near[i].Sentence) ? stating.Probability(features[i]) : 0;
            yield return new Judgement(sentences.PlaceOf(near[i].Sentence), judge.Touching.Probability(features[i]), states);
        }
    }
}

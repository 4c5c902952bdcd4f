using Hearsay.Reconciliation.Sameness;

namespace Hearsay.Reconciliation;

/// <summary>How likely two renderings are of one utterance by what they mean: what the judge finds of their sentences, where the speakers allow it.</summary>
internal sealed class RenderingLikeness(Rendering[] all, Judgements judged)
{
    /// <summary>A fragment says little; only where its sentence is as sure as this it is placed by meaning.</summary>
    private const double Sure = 0.7;

    private readonly ILookup<int, int> at = Enumerable.Range(0, all.Length).Where(i => all[i].Place >= 0).ToLookup(i => all[i].Place);

    /// <summary>Each pair once, the smaller index first.</summary>
    public Dictionary<(int A, int B), double> Pairs
    {
        get
        {
            var pairs = new Dictionary<(int A, int B), double>();
            foreach (var place in at)
            {
                foreach (var judgement in judged.Of(place.Key))
                {
                    foreach (var (a, b) in place.SelectMany(a => at[judgement.Sentence].Select(b => (Math.Min(a, b), Math.Max(a, b)))))
                    {
                        if (Likeness(all[a], all[b], judgement.Touching) is > 0 and var likeness) pairs[(a, b)] = Math.Max(likeness, pairs.GetValueOrDefault((a, b)));
                    }
                }
            }

            return pairs;
        }
    }

    private static double Likeness(Rendering a, Rendering b, double touching)
    {
        var (meet, told) = (SpeakerNames.Meet(a.Speakers, b.Speakers), a.Quoted is null || b.Quoted is null);
        if (!meet && (told || a.IsFragment || b.IsFragment)) return 0;
        if (!a.IsFragment && !b.IsFragment) return touching;
        return touching < Sure || (told && !Holds(a, b)) ? 0 : touching;
    }

    /// <summary>True where the one that is told has all words of the fragment.</summary>
    private static bool Holds(Rendering a, Rendering b)
    {
        var (fragment, told) = a.Quoted is { } quoted ? (quoted, b) : (b.Quoted!, a);
        return QuoteAlignment.Of(fragment.Spoken, [.. told.Report.Within(told.Span)]).Pairs.Length == fragment.Spoken.Length;
    }
}

namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// What "this sentence states what that stretch states" is judged by: how much of the stretch's words stands in the sentence, by form and by meaning,
/// what is missing, what of numbers, days, polarity and speakers agrees, and whether other sentences come nearer.
/// </summary>
internal static class StretchFeatures
{
    /// <summary>The features of the stretch with each of the sentences that come near it.</summary>
    /// <param name="stretch">What may be stated.</param>
    /// <param name="near">The sentences with how near each comes, all those of one report one behind the other, in order.</param>
    /// <param name="sentences">All of the story.</param>
    public static double[][] Of(Stretch stretch, IReadOnlyList<NearSentence> near, NearSentences sentences)
    {
        var (coverages, rows) = (new Coverage[near.Count], new double[near.Count][]);
        for (var i = 0; i < near.Count; i++) coverages[i] = new Coverage(stretch.Words, near[i].Sentence.Words, sentences.Before(near[i].Sentence)?.Words);
        var best = near.Zip(coverages).GroupBy(n => n.First.Sentence.Report.Order).Select(g => g.Max(n => n.Second.Found)).OrderDescending().ToArray();
        var order = coverages.OrderByDescending(c => c.Found).Select((c, i) => (c, i)).DistinctBy(c => c.c).ToDictionary(c => c.c, c => c.i);
        for (var i = 0; i < near.Count; i++)
        {
            var (here, sentence) = (coverages[i], near[i].Sentence);
            var (rank, other) = (0, 0.0);
            for (var k = i; k >= 0 && near[k].Sentence.Report == sentence.Report; k--) Beside(k);
            for (var k = i + 1; k < near.Count && near[k].Sentence.Report == sentence.Report; k++) Beside(k);
            rows[i] =
            [
                .. here.Values(), near[i].Cosine, near[i].Deviation, near[i].Around, rank, here.Found - other, (double)order[here] / near.Count,
                (double)sentence.Sentence / sentence.Report.Sentences.Length, best.Length > 1 ? best[1] : 0, best.Average(), sentences.Reports, Yes(stretch.IsClause),
                .. Exact(stretch, sentence), .. sentences.Pairs.Of(stretch, sentence),
            ];

            void Beside(int k)
            {
                if (k == i) return;
                if (coverages[k].Found > here.Found) rank++;
                other = Math.Max(other, coverages[k].Found);
            }
        }

        return rows;
    }

    private static IEnumerable<double> Exact(Stretch a, Stretch b)
    {
        var (missing, run) = (a.Amounts.Count(n => !b.Gives(n)), LongestRun(a.Forms, b.Forms));
        return
        [
            missing, a.Amounts.Count - missing, Yes(missing > 0 && b.Amounts.Count > 0), Yes(a.IsNegated != b.IsNegated), Yes(a.IsDenied != b.IsDenied),
            Yes(SpeakerNames.Meet(a.Speakers, b.Speakers)), Yes(SpeakerNames.Differ(a.Speakers, b.Speakers)), Yes(a.IsSaid), Yes(b.IsSaid),
            Yes(a.Forces.Any(b.Forces.Contains)), a.Days.Count(b.Days.Contains), Yes(a.Days.Length > 0 && b.Days.Length > 0 && !a.Days.Any(b.Days.Contains)),
            run, (double)run / Math.Max(1, a.Forms.Length), (double)a.Quoted / Math.Max(1, a.Forms.Length), (double)b.Quoted / Math.Max(1, b.Forms.Length),
        ];
    }

    private static double Yes(bool holds) => holds ? 1 : 0;

    /// <summary>How many words stand in both in the same order without a gap.</summary>
    private static int LongestRun(string[] a, string[] b)
    {
        var best = 0;
        var row = new int[b.Length + 1];
        foreach (var word in a)
        {
            for (var j = b.Length; j > 0; j--) best = Math.Max(best, row[j] = b[j - 1] == word ? row[j - 1] + 1 : 0);
        }

        return best;
    }

    /// <summary>How much of a stretch's words stands in a sentence.</summary>
    private sealed class Coverage
    {
        private readonly ContentWords own, other;
        private readonly float[] most, found;
        private readonly bool[] same;
        private readonly int[] place;
        private readonly double foundWithBefore, sameWithBefore;

        public Coverage(ContentWords own, ContentWords other, ContentWords? before)
        {
            var n = own.Stems.Count;
            (this.own, this.other) = (own, other);
            (most, found, same, place) = (new float[n], new float[n], new bool[n], new int[n]);
            own.Align(other, most, place);
            for (var i = 0; i < n; i++)
            {
                same[i] = other.Distinct.Contains(own.Stems[i]);
                found[i] = ContentWords.Found(most[i], same[i]);
                Found += own.Weights[i] * found[i] / own.Weight;
            }

            (foundWithBefore, sameWithBefore) = (Found, Share(i => same[i] ? 1 : 0));
            if (before is null) return;
            var (there, at) = (new float[n], new int[n]);
            own.Align(before, there, at);
            foundWithBefore = Share(i => Math.Max(found[i], ContentWords.Found(there[i], before.Distinct.Contains(own.Stems[i]))));
            sameWithBefore = Share(i => same[i] || before.Distinct.Contains(own.Stems[i]) ? 1 : 0);
        }

        /// <summary>From 0 to 1: how much of what the stretch's words tell was found.</summary>
        public double Found { get; }

        public IEnumerable<double> Values()
        {
            var worst = Enumerable.Range(0, found.Length).OrderBy(i => found[i] - (0.02 * own.Weights[i])).Take(2).ToArray();
            var heavy = Enumerable.Range(0, found.Length).OrderByDescending(i => own.Weights[i]).Take(3).Select(i => (double)found[i]).ToArray();
            var shared = Enumerable.Range(0, found.Length).Where(i => same[i]).Select(i => (double)own.Weights[i]).ToArray();
            var hits = Enumerable.Range(0, found.Length).Where(i => found[i] > 0.5 && place[i] >= 0).Select(i => place[i]).ToArray();
            return
            [
                Share(i => most[i]), Share(i => same[i] ? 1 : 0), Found, Of(ContentKind.Verb), Of(ContentKind.Noun), Of(ContentKind.Name), Of(ContentKind.Number),
                found[worst[0]], own.Weights[worst[0]], worst.Length > 1 ? found[worst[1]] : 1, most.Min(), heavy.Min(), heavy.Average(), foundWithBefore,
                sameWithBefore, shared.DefaultIfEmpty().Max(), shared.Sum(), own.Weight, own.Stems.Count, other.Stems.Count, .. Back(),
                hits.Length > 0 ? (double)(hits.Max() - hits.Min()) / hits.Length : 9, own.HasMeaning && other.HasMeaning ? 1 : 0,
            ];
        }

        /// <summary>How much of the sentence stands in the stretch, by meaning and by form.</summary>
        private double[] Back()
        {
            if (other.Stems.Count == 0) return [0, 0];
            var (there, at) = (new float[other.Stems.Count], new int[other.Stems.Count]);
            other.Align(own, there, at);
            var (meant, formed) = (0.0, 0.0);
            for (var i = 0; i < there.Length; i++)
                (meant, formed) = (meant + (other.Weights[i] * there[i]), formed + (own.Distinct.Contains(other.Stems[i]) ? other.Weights[i] : 0));
            return [meant / other.Weight, formed / other.Weight];
        }

        private double Share(Func<int, double> part)
        {
            var sum = 0.0;
            for (var i = 0; i < found.Length; i++) sum += own.Weights[i] * part(i);
            return sum / own.Weight;
        }

        /// <summary>-1 where there is no word of this kind: that is not the same as nothing found.</summary>
        private double Of(ContentKind kind)
        {
            var (sum, all) = (0.0, 0.0);
            for (var i = 0; i < found.Length; i++)
            {
                if (own.Kinds[i] == kind) (sum, all) = (sum + (own.Weights[i] * found[i]), all + own.Weights[i]);
            }

            return all > 0 ? sum / all : -1;
        }
    }
}

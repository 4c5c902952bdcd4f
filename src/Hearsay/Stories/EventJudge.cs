using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hearsay.Text;

namespace Hearsay.Stories;

// Two reports' signatures in, how likely they tell of one event out.
// Method: gradient-boosted trees over what the reports have in common and, which tells look-alike events apart, what one's lead says that the other says
// nowhere: words, names, verbs and numbers of the headline and the first sentences against the other's lead and whole text, each weighed by how rare it is.
// Trained by the lab (`lab grouping --write`) on reports of look-alike events (ECB+) and of the stories that were judged sentence by sentence.
// Source: Allan 2002 for the cosine; Cybulska and Vossen 2014 for events of one kind that are not one.
// Limits: English; where both leads name nobody and no number, two accidents of one kind in one town are one.

/// <summary>Whether two reports tell of one event.</summary>
internal sealed class EventJudge(TreeEnsemble trees)
{
    private const int FeatureCount = 6 + (2 * Share.Features);

    private static readonly Lazy<EventJudge> FromData = new(() => new EventJudge(TreeEnsemble.Read(DataFile.Lines("Stories/Data/same-event.trees"))));

    /// <summary>The one that ships with the engine.</summary>
    public static EventJudge Shipped => FromData.Value;

    /// <summary>From 0 to 1; the order of the two makes no difference. 0 where hardly a word is common to both.</summary>
    public double Probability(WeightedSignature a, WeightedSignature b)
    {
        Span<double> features = stackalloc double[FeatureCount];
        return Fill(a, b, features) || features[0] < ReportLikeness.LeastCosine ? 0 : trees.Probability(features);
    }

    /// <summary>What the trees are asked, the same whichever of the two comes first.</summary>
    public static double[] Features(WeightedSignature a, WeightedSignature b)
    {
        var features = new double[FeatureCount];
        Fill(a, b, features);
        return features;
    }

    /// <summary>
    /// True where each lead names somebody or some place, and neither report names any of the other's: two fires of one night in two towns.
    /// </summary>
    private static bool Fill(WeightedSignature a, WeightedSignature b, Span<double> features)
    {
        var (whole, lead) = (0.0, 0.0);
        var (inA, inB) = (new Share(), new Share());
        var rarest = 0.0;
        var x = a.Words.AsSpan();
        var y = b.Words.AsSpan();
        for (int i = 0, j = 0; i < x.Length || j < y.Length;)
        {
            var order = i == x.Length ? 1 : j == y.Length ? -1 : x[i].Word.CompareTo(y[j].Word);
            if (order == 0)
            {
                ref readonly var left = ref x[i];
                ref readonly var right = ref y[j];
                (whole, lead) = (whole + (left.Weight * right.Weight), lead + (left.Lead * right.Lead));
                if (left.Role is WordRole.Name || right.Role is WordRole.Name) rarest = Math.Max(rarest, Math.Min(left.Rarity, right.Rarity));
                inB.Add(left, true, right.Lead > 0, right.IsHeadline);
                inA.Add(right, true, left.Lead > 0, left.IsHeadline);
                (i, j) = (i + 1, j + 1);
            }
            else if (order < 0) inB.Add(x[i++], false, false, false);
            else inA.Add(y[j++], false, false, false);
        }

        var (s, t) = (a.Signature, b.Signature);
        var (numbers, days) = (Shared(s.Numbers, t.Numbers, string.CompareOrdinal), Shared(s.NamedDays, t.NamedDays, (p, q) => p.CompareTo(q)));
        var named = Math.Min(s.NamedDays.Length, t.NamedDays.Length);
        (features[0], features[1], features[2], features[3]) = (whole, lead, rarest, numbers);
        features[4] = numbers - Math.Min(s.Numbers.Length, t.Numbers.Length);
        features[5] = days > 0 ? 1 : named > 0 ? -1 : 0;
        Span<double> ab = stackalloc double[Share.Features], ba = stackalloc double[Share.Features];
        inB.Fill(ab);
        inA.Fill(ba);
        for (var i = 0; i < Share.Features; i++)
            (features[6 + i], features[6 + Share.Features + i]) = (Math.Min(ab[i], ba[i]), Math.Max(ab[i], ba[i]));
        return inB.NamesOthers && inA.NamesOthers;
    }

    /// <summary>How many of two ordered lists' items stand in both.</summary>
    private static int Shared<T>(ImmutableArray<T> a, ImmutableArray<T> b, Comparison<T> comparison)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = comparison(a[i], b[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }

    /// <summary>How much of a report's lead stands in another; one value for each <see cref="WordRole"/> where it is told by role.</summary>
    private struct Share
    {
        /// <summary>How many features <see cref="Fill"/> gives.</summary>
        public const int Features = 7 + (2 * Roles);

        private const int Roles = 3;

        private RoleSums all, found, foundInLead;
        private double missing, missingName, headline, headlineFound, headlineInLead, headlineInHeadline;
        private bool names, namesFound;

        /// <summary>Whether the lead names somebody or some place, and the other report none of them.</summary>
        public readonly bool NamesOthers => names && !namesFound;

        public void Add(in WeightedWord word, bool isFound, bool isFoundInLead, bool isFoundInHeadline)
        {
            if (word.IsHeadline)
            {
                var r = word.Rarity * word.Rarity;
                headline += r;
                if (isFound) headlineFound += r;
                if (isFoundInLead) headlineInLead += r;
                if (isFoundInHeadline) headlineInHeadline += r;
            }

            if (word.Lead <= 0) return;
            var (role, weight) = ((int)word.Role, word.Lead * word.Lead);
            all[role] += weight;
            if (isFound) found[role] += weight;
            if (isFoundInLead) foundInLead[role] += weight;
            if (word.Role is WordRole.Name) (names, namesFound) = (true, namesFound || isFound);
            if (isFound) return;
            missing = Math.Max(missing, word.Rarity);
            if (word.Role is WordRole.Name) missingName = Math.Max(missingName, word.Rarity);
        }

        public readonly void Fill(Span<double> features)
        {
            features[0] = headline > 0 ? headlineFound / headline : -1;
            features[1] = headline > 0 ? headlineInLead / headline : -1;
            features[2] = headline > 0 ? headlineInHeadline / headline : -1;
            (features[3], features[4], features[5], features[6]) = (0, 0, missing, missingName);
            for (var role = 0; role < Roles; role++)
            {
                (features[3], features[4]) = (features[3] + found[role], features[4] + foundInLead[role]);
                features[7 + role] = all[role] > 0 ? found[role] / all[role] : -1;
                features[7 + Roles + role] = all[role] > 0 ? foundInLead[role] / all[role] : -1;
            }
        }

        [InlineArray(Roles)]
        private struct RoleSums
        {
            private double first;
        }
    }
}

using System.Collections.Immutable;
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
    private static readonly Lazy<EventJudge> FromData = new(() => new EventJudge(TreeEnsemble.Read(DataFile.Lines("Stories/Data/same-event.trees"))));

    /// <summary>The one that ships with the engine.</summary>
    public static EventJudge Shipped => FromData.Value;

    /// <summary>From 0 to 1; the order of the two makes no difference.</summary>
    public double Probability(WeightedSignature a, WeightedSignature b) => NameOthers(a, b) ? 0 : trees.Probability(Features(a, b));

    /// <summary>Whether each lead names somebody or some place, and neither report names any of the other's: two fires of one night in two towns.</summary>
    private static bool NameOthers(WeightedSignature a, WeightedSignature b)
    {
        var (x, y) = (Named(a), Named(b));
        return x.Count > 0 && y.Count > 0 && !a.Words.Any(w => y.Contains(w.Word)) && !b.Words.Any(w => x.Contains(w.Word));
    }

    private static HashSet<string> Named(WeightedSignature report) =>
        report.Words.Where(w => w.Role is WordRole.Name && w.Lead > 0).Select(w => w.Word).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the trees are asked, the same whichever of the two comes first.</summary>
    public static double[] Features(WeightedSignature a, WeightedSignature b)
    {
        var (whole, lead) = (0.0, 0.0);
        var (inA, inB) = (new Share(), new Share());
        var rarest = 0.0;
        var (x, y) = (a.Words, b.Words);
        for (int i = 0, j = 0; i < x.Length || j < y.Length;)
        {
            var order = i == x.Length ? 1 : j == y.Length ? -1 : string.CompareOrdinal(x[i].Word, y[j].Word);
            if (order == 0)
            {
                (whole, lead) = (whole + (x[i].Weight * y[j].Weight), lead + (x[i].Lead * y[j].Lead));
                if (x[i].Role is WordRole.Name || y[j].Role is WordRole.Name) rarest = Math.Max(rarest, Math.Min(x[i].Rarity, y[j].Rarity));
                inB.Add(x[i], true, y[j].Lead > 0, y[j].IsHeadline);
                inA.Add(y[j], true, x[i].Lead > 0, x[i].IsHeadline);
                (i, j) = (i + 1, j + 1);
            }
            else if (order < 0) inB.Add(x[i++], false, false, false);
            else inA.Add(y[j++], false, false, false);
        }

        var (ab, ba) = (inB.Features(), inA.Features());
        var numbers = (Numbers: Shared(a.Signature.Numbers, b.Signature.Numbers), Days: Shared(a.Signature.NamedDays, b.Signature.NamedDays));
        var (days, named) = (numbers.Days, Math.Min(a.Signature.NamedDays.Length, b.Signature.NamedDays.Length));
        return
        [
            whole, lead, rarest, numbers.Numbers,
            numbers.Numbers - Math.Min(a.Signature.Numbers.Length, b.Signature.Numbers.Length),
            days > 0 ? 1 : named > 0 ? -1 : 0,
            .. ab.Zip(ba, Math.Min), .. ab.Zip(ba, Math.Max),
        ];
    }

    private static int Shared<T>(ImmutableArray<T> a, ImmutableArray<T> b) => a.Intersect(b).Count();

    /// <summary>How much of a report's lead stands in another.</summary>
    private sealed class Share
    {
        private readonly double[] all = new double[3], found = new double[3], foundInLead = new double[3];
        private double missing, missingName, headline, headlineFound, headlineInLead, headlineInHeadline;

        public void Add(WeightedWord word, bool isFound, bool isFoundInLead, bool isFoundInHeadline)
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
            if (isFound) return;
            missing = Math.Max(missing, word.Rarity);
            if (word.Role is WordRole.Name) missingName = Math.Max(missingName, word.Rarity);
        }

        public double[] Features() =>
        [
            headline > 0 ? headlineFound / headline : -1, headline > 0 ? headlineInLead / headline : -1, headline > 0 ? headlineInHeadline / headline : -1,
            found.Sum(), foundInLead.Sum(), missing, missingName,
            .. all.Select((w, r) => w > 0 ? found[r] / w : -1), .. all.Select((w, r) => w > 0 ? foundInLead[r] / w : -1),
        ];
    }
}

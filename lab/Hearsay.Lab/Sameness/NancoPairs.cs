using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Stories;

namespace Hearsay.Lab.Sameness;

/// <summary>
/// NAnCo (BSD-3): answers of some 17 outlets to a question, grouped by meaning. Any two answers to one question are a pair: do they mean the same? No part of
/// it is learned from; the threshold for a question comes from the others.
/// </summary>
internal sealed class NancoPairs
{
    private readonly List<(int Question, bool Same, double[] There, double[] Back)> pairs = [];

    public NancoPairs(string file, DeepReadings deep)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var (question, q) in json.RootElement.EnumerateArray().Select((x, i) => (x, i)))
        {
            var answers = question.GetProperty("answers").EnumerateArray()
                .Select((a, i) => (Text: a.GetProperty("Answer").GetString()!, Group: a.GetProperty("cluster_global").ToString(), Id: $"{i:000}")).ToArray();
            var text = new StoryText(StoryGrouper.Tell([.. answers.Select(a => Reader.Read(new Article { Id = a.Id, Text = a.Text }, deep))]));
            var sentences = new NearSentences(text);
            var features = sentences.All.Where(s => s.Sentence == 0 && s.Words.Stems.Count > 0).ToDictionary(s => s.Report.Id, s => Features(s, sentences));
            for (var i = 0; i < answers.Length; i++)
            {
                for (var j = 0; j < i; j++)
                    pairs.Add((q, answers[i].Group == answers[j].Group, Of(answers[i].Id, answers[j].Id), Of(answers[j].Id, answers[i].Id)));
            }

            double[] Of(string one, string other) => features.GetValueOrDefault(one)?.GetValueOrDefault(other) ?? [];
        }
    }

    /// <summary>Mean of the shares of equal and of unequal pairs that are told rightly, over all questions; a pair's score is the mean of both ways.</summary>
    public double BalancedAccuracy(Func<double[], double> score)
    {
        var scored = pairs.Select(p => (p.Question, p.Same, Score: (One(p.There) + One(p.Back)) / 2)).ToArray();
        var told = scored.GroupBy(p => p.Question).SelectMany(left =>
        {
            var rest = scored.Where(p => p.Question != left.Key).ToArray();
            var threshold = rest.Select(p => p.Score).Distinct().Order().Where((_, i) => i % 5 == 0).MaxBy(t => Accuracy(rest.Select(p => (p.Same, p.Score >= t))));
            return left.Select(p => (p.Same, p.Score >= threshold));
        });
        return Accuracy(told);

        double One(double[] features) => features.Length == 0 ? 0 : score(features);
    }

    private static double Accuracy(IEnumerable<(bool Same, bool Told)> pairs)
    {
        var each = pairs.GroupBy(p => p.Same).Select(g => g.Average(p => p.Told == p.Same ? 1.0 : 0)).ToArray();
        return each.Length == 2 ? each.Average() : 0;
    }

    private static Dictionary<string, double[]> Features(Stretch stretch, NearSentences sentences)
    {
        var near = sentences.Of(stretch, stretch.Report);
        return near.Zip(StretchFeatures.Of(stretch, near, sentences)).Where(x => x.First.Sentence.Sentence == 0).ToDictionary(x => x.First.Sentence.Report.Id, x => x.Second);
    }
}

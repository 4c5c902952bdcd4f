using System.Globalization;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>Tags, trees and names of the encoder while it is learned, before anything that the engine does to them afterwards.</summary>
internal static class EncoderScores
{
    public static void Print(string corpus, EncoderResult[] results, IReadOnlyList<NamedSentence> gold, LanguageModel model)
    {
        int words = 0, upos = 0, uas = 0, las = 0;
        var names = new Counts();
        foreach (var (result, sentence) in results.Zip(gold))
        {
            var kinds = sentence.MarksOther ? 4 : 3;
            var (wanted, found) = (NameScores.Spans(sentence.Labels, kinds).ToHashSet(), NameScores.Spans(result.Names, kinds).ToHashSet());
            names.Add(wanted.Count, found.Count, found.Count(wanted.Contains));
            for (var i = 0; i < result.Heads.Length && sentence.Tree is not null; i++)
            {
                var word = sentence.Tree[i];
                words++;
                if (model.Tags.Upos(result.Tags[i]).ToString().Equals(word.Upos, StringComparison.OrdinalIgnoreCase)) upos++;
                if (result.Heads[i] != word.Head) continue;
                uas++;
                var relation = word.Head < 0 ? "root" : model.Parser!.Relations[result.Labels[i]];
                if (TreeScores.Universal(relation).SequenceEqual(TreeScores.Universal(word.Relation))) las++;
            }
        }

        var named = names.F1 > 0 ? string.Create(CultureInfo.InvariantCulture, $"  names F1 {names.F1:0.000}") : "";
        double Share(int n) => 100.0 * n / Math.Max(words, 1);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{corpus, -14} UPOS {Share(upos):0.00} UAS {Share(uas):0.00} LAS {Share(las):0.00}{named}"
            )
        );
    }
}

using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language;

/// <summary>
/// Tags and trees on given tokens. LAS as in the CoNLL 2018 shared task: head and universal relation right, subtypes left out; every word counts,
/// marks too.
/// </summary>
internal sealed record TreeScores(double Upos, double Uas, double Las, double FullLas, double Lemmas, double Features)
{
    public static TreeScores Of(LanguageModel model, IEnumerable<GoldSentence> gold, EncoderModel? encoder = null)
    {
        var analysis = new Analysis(model, encoder);
        int words = 0, upos = 0, uas = 0, las = 0, full = 0, lemmas = 0, features = 0;
        var (tags, heads, labels) = (new byte[1000], new int[1000], new byte[1000]);
        foreach (var sentence in gold)
        {
            analysis.Analyse([.. sentence.Words.Select(w => w.Form)], tags, heads, labels);
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i];
                var tag = model.Tags.Upos(tags[i]);
                words++;
                if (tag.ToString().Equals(word.Upos, StringComparison.OrdinalIgnoreCase)) upos++;
                if (model.Lemmatizer.Lemma(word.Form, tags[i], tag) == word.Lemma) lemmas++;
                if (Analysis.FeaturesOf(model, word.Form, tags[i]) == word.Features) features++;
                if (heads[i] != word.Head) continue;
                uas++;
                var relation = heads[i] < 0 ? "root" : model.Parser!.Relations[labels[i]];
                if (relation == word.Relation) full++;
                if (Universal(relation).SequenceEqual(Universal(word.Relation))) las++;
            }
        }

        double Share(int n) => 100.0 * n / Math.Max(words, 1);
        return new TreeScores(Share(upos), Share(uas), Share(las), Share(full), Share(lemmas), Share(features));
    }

    /// <summary>
    /// Prints for each relation how many words have it, at how many of them the head or only the relation is wrong, and what was most often put
    /// instead.
    /// </summary>
    public static void PrintErrors(LanguageModel model, IEnumerable<GoldSentence> gold, EncoderModel? encoder = null)
    {
        var analysis = new Analysis(model, encoder);
        var all = new List<(string Relation, string Found, bool Head)>();
        var (tags, heads, labels) = (new byte[1000], new int[1000], new byte[1000]);
        foreach (var sentence in gold)
        {
            analysis.Analyse([.. sentence.Words.Select(w => w.Form)], tags, heads, labels);
            all.AddRange(
                sentence.Words.Select(
                    (w, i) =>
                        (
                            Universal(w.Relation).ToString(),
                            Universal(heads[i] < 0 ? "root" : model.Parser!.Relations[labels[i]]).ToString(),
                            heads[i] == w.Head
                        )
                )
            );
        }

        Console.WriteLine("relation      words   head wrong   only relation wrong   taken for");
        foreach (var group in all.GroupBy(a => a.Relation).OrderByDescending(g => g.Count(a => !a.Head || a.Found != a.Relation)))
        {
            var instead = group
                .Where(a => a.Head && a.Found != a.Relation)
                .CountBy(a => a.Found)
                .OrderByDescending(c => c.Value)
                .Take(4)
                .Select(c => $"{c.Key} {c.Value}");
            Console.WriteLine(
                $"{group.Key, -12} {group.Count(), 6} {group.Count(a => !a.Head), 12} {group.Count(a => a.Head && a.Found != a.Relation), 21}   {string.Join(", ", instead)}"
            );
        }
    }

    public static void Print(LanguageModel model, string name, IReadOnlyList<GoldSentence> gold)
    {
        var s = Of(model, gold);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -14} UPOS {s.Upos:0.00} UAS {s.Uas:0.00} LAS {s.Las:0.00} (full {s.FullLas:0.00}) lemma {s.Lemmas:0.00} features {s.Features:0.00}"
            )
        );
    }

    public static ReadOnlySpan<char> Universal(string relation) =>
        relation.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? relation.AsSpan(0, colon) : relation;
}

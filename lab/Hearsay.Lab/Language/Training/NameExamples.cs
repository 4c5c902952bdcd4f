using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// A word that may be part of a name: its place, whether a stretch begins with it, what is seen of it, the classes that may be right (a bit each).
/// </summary>
internal readonly record struct NameWord(int Place, bool StartsRun, uint[] Features, byte Joint, ushort Allowed);

/// <summary>A sentence with what is seen of those of its words that may be part of a name.</summary>
internal sealed record NameExample(NamedSentence Sentence, List<NameWord> Words)
{
    /// <summary>Its stretches with the rows of a model, each with the places of its words.</summary>
    public IEnumerable<(Chain Chain, int[] Places)> Chains(LinearModel model)
    {
        for (var i = 0; i < Words.Count;)
        {
            var end = i + 1;
            while (end < Words.Count && !Words[end].StartsRun) end++;
            var run = Words[i..end];
            int[][] rows = [.. run.Select(w => w.Features.Select(model.Row).Where(r => r >= 0).ToArray())];
            yield return (new Chain(rows, [.. run.Select(w => w.Joint)], [.. run.Select(w => w.Allowed)]), [.. run.Select(w => w.Place)]);
            i = end;
        }
    }
}

/// <summary>
/// Looks at sentences as the finder of names will. Where a corpus does not mark other names than persons, organisations and places, finding one there
/// is no error.
/// </summary>
internal sealed class NameExamples(LanguageModel model, WordClasses classes)
{
    /// <summary>The first class of names of other kinds.</summary>
    public const int Other = 7;
    private const int Longest = 400;
    private readonly bool[] isProper = NameTagger.ProperTags(model.Tags);
    private readonly WordTable words = new();
    private readonly NameSight sight = new();
    private readonly NameEvidence evidence = new();

    /// <summary>The sentences text by text.</summary>
    public List<NameExample> Of(IEnumerable<NamedSentence> sentences)
    {
        var all = new List<NameExample>();
        foreach (var document in sentences.Where(s => s.Words.Length < Longest).GroupBy(s => s.Document))
        {
            evidence.Clear();
            foreach (var sentence in document)
            {
                evidence.Begin();
                foreach (var word in sentence.Words) evidence.See(word);
            }

            all.AddRange(document.Select(s => new NameExample(s, Look(s))));
        }

        return all;
    }

    private List<NameWord> Look(NamedSentence sentence)
    {
        var tags = Tag(sentence);
        sight.Fill(words, tags, isProper, evidence);
        Span<uint> buffer = new uint[NameTagger.MaxFeatures];
        var all = new List<NameWord>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!sight.IsCandidate(i)) continue;
            var features = new FeatureList(buffer);
            NameFeatures.Look(words, tags, sight, i, ref features);
            var (first, joint) = (sight.First(i), (byte)NameTagger.JointOf(sight, i));
            all.Add(new NameWord(i, first == i, features.Features.ToArray(), joint, Allowed(sentence, i, first)));
        }

        return all;
    }

    private byte[] Tag(NamedSentence sentence)
    {
        words.Clear();
        foreach (var word in sentence.Words) words.Add(word, model.Lexicon);
        for (var i = 0; i < words.Count; i++)
        {
            words[i].Class = classes.Of(words[i].Lower);
            // A word known from this sentence's own fold alone would not be known elsewhere
            if (sentence.Tags is { } fold && fold.Lexicon.Find(words[i].Lower).TagSet == 0) words[i].TagSet = 0;
        }

        if (sentence.Tags?.Tags is { } given) return given;
        var tags = new byte[words.Count];
        model.Tagger.Tag(words, tags);
        return tags;
    }

    /// <summary>
    /// The classes that may be right: the marked one; where other names are not marked, "outside" may as well be one. A further word that follows
    /// none of its kind begins a name.
    /// </summary>
    private static ushort Allowed(NamedSentence sentence, int i, int first)
    {
        var gold = sentence.Labels[i];
        if (gold > 0 && gold % 2 == 0 && (i == first || !NameTagger.MayFollow(sentence.Labels[i - 1], gold))) gold--;
        return (ushort)(1 << gold | (gold == 0 && !sentence.MarksOther ? 1 << Other | 1 << (Other + 1) : 0));
    }
}

using Hearsay.Language;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>The words of a sentence by form alone: its content stems with what each tells, and which of them are verbs, nouns and names.</summary>
internal sealed class SentenceWords
{
    private readonly (int Stem, double Square)[] squares;

    /// <summary>Reads a sentence; <paramref name="ids"/> numbers every content stem met so far, a new one gets the next.</summary>
    public SentenceWords(StoryText story, ReportText report, int index, Dictionary<string, int> ids)
    {
        var last = "";
        foreach (var word in report.Within(report.Sentences[index]))
        {
            if (word.Stem.Length == 0) continue;
            var weight = story.Weight(word.Stem);
            if (Weights.TryAdd(word.Stem, weight)) Squares += weight * weight;
            if (last.Length > 0) Pairs.Add((last, word.Stem));
            last = word.Stem;
        }

        foreach (var term in report.TermsWithin(report.Sentences[index]))
        {
            var kind = term.Tag switch { Upos.Verb when !Stems.IsFunction(term.Lemma) => Verbs, Upos.Noun => Nouns, Upos.Propn => Names, _ => null };
            kind?.Add(Stems.Of(term.Lemma));
        }

        squares = [.. Weights.Select(w => (NumberOf(w.Key, ids), w.Value * w.Value)).OrderBy(w => w.Item1)];
    }

    /// <summary>Content stems with what each tells within the story.</summary>
    public Dictionary<string, double> Weights { get; } = new(StringComparer.Ordinal);

    /// <summary>Sum of the squares of the weights.</summary>
    public double Squares { get; private set; }

    /// <summary>Content stems that follow each other.</summary>
    public HashSet<(string, string)> Pairs { get; } = [];

    public HashSet<string> Verbs { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Nouns { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems of proper nouns.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>From 0 to 1: cosine of the weights.</summary>
    public double Cosine(SentenceWords other)
    {
        var (a, b, i, j, common) = (squares, other.squares, 0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i].Stem == b[j].Stem) (common, i, j) = (common + a[i].Square, i + 1, j + 1);
            else if (a[i].Stem < b[j].Stem) i++;
            else j++;
        }

        return common == 0 ? 0 : common / Math.Sqrt(Squares * other.Squares);
    }

    private static int NumberOf(string stem, Dictionary<string, int> ids)
    {
        if (!ids.TryGetValue(stem, out var id)) ids[stem] = id = ids.Count;
        return id;
    }
}

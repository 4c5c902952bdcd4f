using System.Numerics.Tensors;
using Hearsay.Language;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>Kinds of words whose match is looked at apart.</summary>
internal enum ContentKind : byte
{
    Verb, Noun, Name, Number, Other,
}

/// <summary>
/// The content words of a stretch: stem, weight within the story, kind, and, where the report was read deeply, a vector that tells what the word means
/// where it stands.
/// </summary>
internal sealed class ContentWords
{
    /// <summary>Cosine at which two words have as good as nothing in common, and how far above it they are taken for one.</summary>
    private const float Unlike = 0.3f, Range = 0.6f;

    private readonly List<string> stems = [];
    private readonly float[] rows, columns;
    private readonly int width, padded;

    public ContentWords(StoryText story, ReportText report, IReadOnlyList<TextSpan> spans)
    {
        var places = new List<int>();
        var kinds = new List<ContentKind>();
        foreach (var word in report.WordsIn(spans))
        {
            var term = report.TermIndicesWithin(word.Span).FirstOrDefault(-1);
            places.Add(term);
            stems.Add(word.Stem);
            kinds.Add(term < 0 ? ContentKind.Other : KindOf(report.Report.Terms[term].Tag));
        }

        Kinds = [.. kinds];
        Weights = [.. stems.Select(s => (float)story.Weight(s))];
        Weight = Weights.Sum();
        Distinct = stems.ToHashSet(StringComparer.Ordinal);
        HasMeaning = report.Report.Meanings is not null;
        (width, padded) = (report.Report.Meanings?.Width ?? 0, MatrixProduct.Padded(stems.Count));
        (rows, columns, Sum) = (new float[width * stems.Count], new float[width * padded], new float[width]);
        for (var w = 0; w < places.Count && report.Report.Meanings is { } meanings; w++)
        {
            var vector = rows.AsSpan(w * width, width);
            if (places[w] < 0 || !meanings.CopyTo(places[w], vector)) continue;
            for (var k = 0; k < width; k++) columns[(k * padded) + w] = vector[k];
            TensorPrimitives.MultiplyAdd(vector, Weights[w], Sum, Sum);
        }

        if (TensorPrimitives.Norm<float>(Sum) is > 0 and var norm) TensorPrimitives.Divide(Sum, norm, Sum);
    }

    public IReadOnlyList<string> Stems => stems;

    /// <summary>The stems, each once.</summary>
    public HashSet<string> Distinct { get; }

    public float[] Weights { get; }

    /// <summary>Sum of the weights.</summary>
    public float Weight { get; }

    public ContentKind[] Kinds { get; }

    /// <summary>Whether the vectors are known.</summary>
    public bool HasMeaning { get; }

    /// <summary>The weighted sum of the vectors, of length 1; empty where they are not known.</summary>
    public float[] Sum { get; }

    /// <summary>
    /// For each word how alike its likest counterpart in the other is (cosine; 1 for the same stem where vectors are not known), and where it stands there.
    /// </summary>
    public void Align(ContentWords other, Span<float> most, Span<int> place)
    {
        if (!HasMeaning || !other.HasMeaning)
        {
            for (var i = 0; i < stems.Count; i++)
            {
                place[i] = other.stems.IndexOf(stems[i]);
                most[i] = place[i] >= 0 ? 1 : Unlike;
            }

            return;
        }

        if (other.stems.Count == 0)
        {
            most[..stems.Count].Fill(Unlike);
            place[..stems.Count].Fill(-1);
            return;
        }

        var cosines = new float[stems.Count * other.padded];
        MatrixProduct.Multiply(rows, width, 1, other.columns, cosines, stems.Count, width, other.padded);
        for (var i = 0; i < stems.Count; i++)
        {
            var row = cosines.AsSpan(i * other.padded, other.stems.Count);
            place[i] = TensorPrimitives.IndexOfMax<float>(row);
            most[i] = row[place[i]];
        }
    }

    /// <summary>From 0 to 1: how far a word counts as found, given the cosine of its likest counterpart.</summary>
    public static float Found(float cosine, bool isSame) => isSame ? 1 : Math.Clamp((cosine - Unlike) / Range, 0, 0.9f);

    /// <summary>Cosine of the weighted means; where vectors are not known, of the words by form.</summary>
    public static double Cosine(ContentWords a, ContentWords b) =>
        a.HasMeaning && b.HasMeaning
            ? TensorPrimitives.Dot<float>(a.Sum, b.Sum)
            : Enumerable.Range(0, a.stems.Count).Where(i => b.Distinct.Contains(a.stems[i])).Sum(i => a.Weights[i]) / Math.Sqrt(a.Weight * b.Weight);

    private static ContentKind KindOf(Upos tag) =>
        tag switch
        {
            Upos.Verb => ContentKind.Verb,
            Upos.Noun => ContentKind.Noun,
            Upos.Propn => ContentKind.Name,
            Upos.Num => ContentKind.Number,
            _ => ContentKind.Other,
        };
}

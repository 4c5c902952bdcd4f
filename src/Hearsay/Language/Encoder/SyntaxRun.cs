using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Hearsay.Language.Models;

namespace Hearsay.Language.Encoder;

/// <summary>
/// Tags, trees and names of sentences by the encoder's syntax path: sentences are added, then read together. Scores of heads and the tree as in
/// <see cref="ParserRun"/>; names as the best path over their classes (<see cref="NamePath"/>). Where it is asked for, what the words mean by the
/// other path. A sentence's result does not depend on the others.
/// </summary>
internal sealed class SyntaxRun(EncoderModel encoder, LanguageModel model)
{
    /// <summary>Pieces that are worth a run: the weights are read once for all of them.</summary>
    private const int Together = 128;

    /// <summary>Name scores are kept as integers of 16 bits in this unit, up to this much.</summary>
    private const float NameUnit = 0.01f, MostScore = 300;

    private readonly SyntaxHeads heads = encoder.HeadsFor(model);
    private readonly EncoderRun run = new(encoder);
    private readonly List<int> counts = [], evidence = [], evidenceEnds = [];
    private float[] keys = [], scores = [];

    /// <summary>True where enough was added to be read.</summary>
    public bool IsFull => run.Count >= Together;

    /// <summary>Adds a sentence, and what the lists of names say of its words.</summary>
    public void Add(WordTable words, NameSight sight)
    {
        var forms = new string[words.Count];
        Span<int> rows = stackalloc int[NameRows.Most];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = words.Form(i);
            var count = NameRows.Fill(words, sight, i, rows);
            evidence.AddRange(rows[..count]);
            evidenceEnds.Add(evidence.Count);
        }

        run.Add(forms);
        counts.Add(forms.Length);
    }

    /// <summary>Reads all sentences that were added and forgets them; their words follow those that <paramref name="to"/> has.</summary>
    public void Read(EncodedWords to)
    {
        if (counts.Count == 0) return;
        var states = run.Syntax();
        var (tags, arcs) = (run.Multiply(states, heads.Tags), run.Multiply(states, heads.Arcs));
        var (names, words) = (NameScores(states), counts.Sum());
        var parts = new float[words * heads.Relation];
        var (place, word, first) = (0, 0, to.Filled);
        foreach (var count in counts)
        {
            for (var i = 0; i < count; i++)
                to.Tags[first + word + i] = heads.TagNumbers[TensorPrimitives.IndexOfMax<float>(
                    tags.AsSpan((place + 1 + i) * heads.Tags.Width, heads.Tags.Columns)
                )];
            var tree = to.Heads.AsSpan(first + word, count);
            FindTree(arcs, place, count, tree);
            AddParts(arcs, place, tree, parts.AsSpan(word * heads.Relation));
            FindNames(names.AsSpan(word * heads.NamesOut.Width), to, first + word, count);
            place += count + 1;
            word += count;
        }

        var relations = run.Multiply(parts, heads.Relations);
        for (var i = 0; i < words; i++)
            to.Labels[first + i] = heads.RelationNumbers[TensorPrimitives.IndexOfMax<float>(
                relations.AsSpan(i * heads.Relations.Width, heads.Relations.Columns)
            )];
        if (to.Meanings is { } meanings) AddMeanings(meanings, to.Tags, first);
        to.Filled += words;
        run.Clear();
        counts.Clear();
        evidence.Clear();
        evidenceEnds.Clear();
    }

    private void AddMeanings(WordMeanings meanings, byte[] tags, int word)
    {
        var (axes, states, width, place) = (encoder.Axes!, run.Meaning(), encoder.Shape.Width, 0);
        Span<float> numbers = stackalloc float[axes.Count];
        foreach (var count in counts)
        {
            place++;
            for (var end = word + count; word < end; word++, place++)
            {
                if (!WordMeanings.Has(model.Tags.Upos(tags[word]))) continue;
                axes.Project(states.AsSpan(place * width, width), numbers);
                meanings.Add(word, numbers);
            }
        }
    }

    private void FindTree(float[] arcs, int place, int count, Span<int> tree)
    {
        if (count == 0) return;
        var (size, step, arc) = (count + 1, heads.Arcs.Width, heads.Arc);
        var stride = MatrixProduct.Padded(size);
        if (scores.Length < stride * stride) (keys, scores) = (new float[arc * stride], new float[stride * stride]);
        for (var i = 0; i < stride; i++)
        {
            for (var k = 0; k < arc; k++) keys[k * stride + i] = i < size ? arcs[(place + i) * step + arc + k] : 0;
        }

        for (var d = 0; d < size; d++)
        {
            for (var h = 0; h < size; h++) scores[d * stride + h] = heads.ArcDistances[NetworkShape.ArcDistance(d, h)];
            scores.AsSpan(d * stride + size, stride - size).Clear();
        }

        MatrixProduct.Multiply(arcs.AsSpan(place * step), step, 1, keys, scores, size, arc, stride, add: true);
        SpanningTree.Find(scores, stride, count, tree);
    }

    /// <summary>Adds up, for every word, its own part, its head's and their distance's, from which the relation is told.</summary>
    private void AddParts(float[] arcs, int place, ReadOnlySpan<int> tree, Span<float> parts)
    {
        var (size, step, from) = (heads.Relation, heads.Arcs.Width, 2 * heads.Arc);
        for (var i = 0; i < tree.Length; i++)
        {
            var dependent = arcs.AsSpan((place + i + 1) * step + from, size);
            var head = arcs.AsSpan((place + tree[i] + 1) * step + from + size, size);
            var distance = heads.RelationDistances.AsSpan(NetworkShape.RelationDistance(i, tree[i]) * size, size);
            var to = parts.Slice(i * size, size);
            for (var k = 0; k < size; k++) to[k] = Leaky(dependent[k] + head[k] + distance[k]);
        }
    }

    /// <summary>Scores of the classes of names, for every word <see cref="PackedMatrix.Width"/> numbers.</summary>
    private float[] NameScores(float[] states)
    {
        var own = run.Multiply(states, heads.NamesIn);
        var (size, words, place, from) = (heads.NamesIn.Columns, 0, 0, 0);
        var hidden = new float[counts.Sum() * size];
        foreach (var count in counts)
        {
            place++;
            for (var i = 0; i < count; i++, place++, words++)
            {
                var to = hidden.AsSpan(words * size, size);
                own.AsSpan(place * heads.NamesIn.Width, size).CopyTo(to);
                foreach (var row in CollectionsMarshal.AsSpan(evidence)[from..evidenceEnds[words]])
                    RowMath.Add(to, heads.Evidence.AsSpan(row * size, size));
                from = evidenceEnds[words];
                for (var k = 0; k < size; k++) to[k] = Leaky(to[k]);
            }
        }

        return run.Multiply(hidden, heads.NamesOut);
    }

    private void FindNames(ReadOnlySpan<float> classes, EncodedWords to, int first, int count)
    {
        var labels = to.Names.AsSpan(first, count);
        var step = heads.NamesOut.Width;
        NamePath.Find(classes, step, count, labels);
        for (var i = 0; i < count; i++)
        {
            if (labels[i] == 0) continue;
            var (begins, ends) = (labels[i] % 2 == 1, i + 1 == count || labels[i + 1] == 0 || labels[i + 1] % 2 == 1);
            for (var kind = 0; kind < EncodedWords.Kinds; kind++)
            {
                var score = classes[i * step + NamePath.ClassOf((NameType)kind, begins, ends)];
                to.NameScores[(first + i) * EncodedWords.Kinds + kind] = (int)MathF.Round(Math.Clamp(score, -MostScore, MostScore) / NameUnit);
            }
        }
    }

    private static float Leaky(float x) => Math.Max(x, x * NetworkShape.Slope);
}

namespace Hearsay.Language.Models;

/// <summary>
/// Finds names in a tagged sentence. Method: a chain of conditional decisions (Lafferty et al. 2001) over words, shapes, tags, lists of names and the
/// run of capitalised words around; classes are "outside" and, for each kind of name, its first word and those that go on with it (IOB2). The best
/// chain is found by Viterbi; words that can be part of no name are not looked at.
/// </summary>
internal sealed class NameTagger
{
    public const int MaxFeatures = 400;

    /// <summary>Outside; then for person, organisation, place, other: first word, further word.</summary>
    public const int Classes = 9;

    /// <summary>What the next word looks like has a say in which class follows which.</summary>
    public const int Joints = 4;

    /// <summary>The corpora call more things names of another kind than news does: such a name needs so much more.</summary>
    private const int OtherCost = 200;
    private const int FirstOther = 7;
    private readonly bool[] isProper;
    private readonly int[] joints = new int[Joints * Classes * Classes];
    private NameScores? sums;

    public NameTagger(LinearModel model, TagSet tags, WordClasses wordClasses)
    {
        (Model, WordClasses) = (model, wordClasses);
        isProper = ProperTags(tags);
        Span<int> row = stackalloc int[model.Stride];
        Span<uint> one = stackalloc uint[1];
        for (var joint = 0; joint < Joints; joint++)
        {
            for (var before = 0; before < Classes; before++)
            {
                one[0] = Joint(joint, before);
                model.Score(one, row);
                row[..Classes].CopyTo(joints.AsSpan((joint * Classes + before) * Classes));
            }
        }
    }

    public LinearModel Model { get; }

    public WordClasses WordClasses { get; }

    public void Write(BinaryWriter writer)
    {
        WordClasses.Write(writer);
        Model.Write(writer);
    }

    public static bool[] ProperTags(TagSet tags) => [.. Enumerable.Range(0, tags.Count).Select(t => tags.Upos((byte)t) == Upos.Propn)];

    /// <summary>The feature that class <paramref name="before"/> stands before a word of this look.</summary>
    public static uint Joint(int joint, int before) => (uint)(1 + joint * Classes + before) * 0x9E3779B1u;

    /// <summary>0 for small letters and marks, 1 for a capital first, 2 for capitals only, 3 else.</summary>
    public static int JointOf(NameSight sight, int i) => sight.Kind(i) switch { 2 => 1, 3 => 2, 4 => 3, _ => 0 };

    /// <summary>A further word needs a word of its kind before it.</summary>
    public static bool MayFollow(int before, int next) => next % 2 == 1 || next == 0 || (before > 0 && (before - 1) / 2 == (next - 1) / 2);

    /// <summary>
    /// What each word was decided to be: 0 outside, 1 + 2k the first word of a name of kind k, 2 + 2k a further one; and, four for each word, what
    /// each kind scored there.
    /// </summary>
    public void Find(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, NameEvidence evidence, Span<byte> labels, Span<int> kindScores)
    {
        var n = words.Count;
        sight.Fill(words, tags, isProper, evidence);
        labels[..n].Clear();
        kindScores[..(4 * n)].Clear();
        for (var i = 0; i < n; i++)
        {
            if (!sight.IsCandidate(i)) continue;
            var last = sight.Last(i);
            FindRun(words, tags, sight, i, last, labels, kindScores);
            i = last;
        }
    }

    private void FindRun(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int first, int last, Span<byte> labels, Span<int> kindScores)
    {
        var count = last - first + 1;
        var (scores, best, from) = sight.Chain(count * Classes);
        Span<int> own = stackalloc int[Model.Stride];
        for (var i = first; i <= last; i++)
        {
            Score(words, tags, sight, i, own);
            own[..Classes].CopyTo(scores.AsSpan((i - first) * Classes));
            var table = joints.AsSpan(JointOf(sight, i) * Classes * Classes, Classes * Classes);
            for (var c = 0; c < Classes; c++)
            {
                var at = (i - first) * Classes + c;
                (best[at], from[at]) = (int.MinValue / 2, 0);
                // Beside what may stand anywhere, a further word follows its own kind (see MayFollow)
                var further = c > 0 && c % 2 == 0;
                for (var b = further ? c - 1 : 0; b <= (further ? c : Classes - 1); b++)
                {
                    if (i == first && b > 0) break;
                    var value = (i == first ? 0 : best[at - c - Classes + b]) + table[b * Classes + c];
                    if (value > best[at]) (best[at], from[at]) = (value, (byte)b);
                }

                best[at] += own[c] - (c >= FirstOther ? OtherCost : 0);
            }
        }

        var label = 0;
        for (var c = 1; c < Classes; c++)
        {
            if (best[(count - 1) * Classes + c] > best[(count - 1) * Classes + label]) label = c;
        }

        for (var i = last; i >= first; i--)
        {
            labels[i] = (byte)label;
            for (var kind = 0; kind < 4; kind++)
                kindScores[i * 4 + kind] = scores[(i - first) * Classes + (label > 0 && label % 2 == 0 ? 2 : 1) + 2 * kind];
            label = from[(i - first) * Classes + label];
        }
    }

    private void Score(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int i, Span<int> scores)
    {
        if (words.Known(i) is not null)
        {
            (sums ??= new NameScores(Model)).Score(words, tags, sight, i, scores);
            return;
        }

        Span<uint> buffer = stackalloc uint[MaxFeatures];
        var features = new FeatureList(buffer);
        NameFeatures.Look(words, tags, sight, i, ref features);
        Model.Score(features.Features, scores);
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Models;

/// <summary>
/// The sums of <see cref="NameFeatures"/> for words that were taken from memory. What hangs on the word alone was summed with it; the features of
/// single bits (what the lists say of a word, how it stands elsewhere) are so few that all their weights lie in a table, row by row. The scores are
/// those that <see cref="NameFeatures.Look"/> would give.
/// </summary>
internal sealed class NameScores
{
    /// <summary>Weights of a row; <see cref="LinearModel.Stride"/> of the name finder.</summary>
    private const int Stride = 16;

    /// <summary>A row for each bit, and one for none.</summary>
    private const int Rows = 65;
    private const uint NoBit = 99;
    private const int Kinds = 6;
    private const int ShortRun = 16;

    private readonly LinearModel model;
    private readonly List<short> table = [];
    private readonly int own,
        before, behind, ownBetween, secondBehind, secondBefore, stands, standsInRun, firstStands, lastStands, last, first, joinedBefore,
        joinedBehind;
    private readonly short[] rows;

    public NameScores(LinearModel model)
    {
        this.model = model;
        uint[] kinds = [.. Enumerable.Range(0, Kinds).Select(k => (uint)k)];
        (own, before, behind) = (Add(29, kinds), Add(30, kinds), Add(31, kinds));
        ownBetween = Add(32, [.. kinds.SelectMany(p => kinds.Select(n => p << 8 | n))]);
        (secondBehind, secondBefore, stands) = (Add(33, kinds), Add(34, kinds), Add(41, kinds));
        standsInRun = Add(42, [.. Enumerable.Range(0, ShortRun).Select(place => 100u + (uint)place)]);
        (firstStands, lastStands, last, first) = (Add(43, [0, 1]), Add(44, [0, 2]), Add(53, [4, 6]), Add(54, [4, 5]));
        (joinedBefore, joinedBehind) = (Add(59, [1]), Add(60, [1]));
        rows = [.. table];
    }

    /// <summary>The sums of what hangs on a word alone: inside a sentence, then as its first.</summary>
    public short[] Of(KnownWord word)
    {
        ref var w = ref word.Sight;
        uint k = word.Kind;
        var scores = new short[2 * Stride];
        Span<uint> buffer = stackalloc uint[10];
        for (var first = 0u; first <= 1; first++)
        {
            var f = new FeatureList(buffer);
            f.Put(1, 1);
            f.Put(2, w.Form);
            f.Put(3, w.Lower);
            f.Put(4, w.Shape, first);
            f.Put(5, w.Suffix2, k);
            f.Put(6, w.Suffix3, k);
            f.Put(7, w.Suffix4, k);
            f.Put(8, w.Prefix2, k);
            f.Put(9, w.Prefix3, k);
            f.Put(10, w.TagSet, k, first);
            model.Add(f.Features, scores.AsSpan((int)first * Stride, Stride));
        }

        return scores;
    }

    /// <summary>Scores each class at word <paramref name="i"/>.</summary>
    public void Score(WordTable words, ReadOnlySpan<byte> tags, NameSight sight, int i, Span<int> scores)
    {
        var word = words.Known(i)!;
        var alone = Vector256.Create<short>((word.NameScores ??= Of(word)).AsSpan(i == 0 ? Stride : 0, Stride));
        var sums = Vector256.Widen(alone);
        var run = NameRun.At(words, sight, i);
        AddBits(words, sight, i, run, ref sums);
        sums.Lower.CopyTo(scores);
        sums.Upper.CopyTo(scores[(Stride / 2)..]);
        Span<uint> buffer = stackalloc uint[NameTagger.MaxFeatures];
        var features = new FeatureList(buffer);
        NameFeatures.LookAround(words, tags, sight, i, run, ref features);
        model.AddTo(features.Features, scores);
    }

    private void AddBits(WordTable words, NameSight sight, int i, in NameRun run, ref (Vector256<int> Lower, Vector256<int> Upper) sums)
    {
        int k = sight.Kind(i), kp = sight.Kind(i - 1), kn = sight.Kind(i + 1);
        int isFirst = i == run.First ? 1 : 0, isLast = i == run.Last ? 1 : 0;
        AddBits(sight.Known(i), own + k, ref sums);
        AddBits(sight.Known(i - 1), before + k, ref sums);
        AddBits(sight.Known(i + 1), behind + k, ref sums);
        AddBits(sight.Known(i), ownBetween + kp * Kinds + kn, ref sums);
        AddBits(sight.Known(i + 2), secondBehind + kn, ref sums);
        AddBits(sight.Known(i - 2), secondBefore + kp, ref sums);
        AddBits((ulong)sight.Stands(i), stands + k, ref sums);
        AddBits((ulong)sight.Stands(i), standsInRun + (int)run.Place(i), ref sums);
        AddBits((ulong)sight.Stands(run.First), firstStands + isFirst, ref sums);
        AddBits((ulong)sight.Stands(run.Last), lastStands + isLast, ref sums);
        AddBits(sight.Known(run.Last), last + isLast, ref sums);
        AddBits(sight.Known(run.First), first + isFirst, ref sums);
        AddBits(sight.First(i) < run.First ? sight.Known(sight.First(i)) : 0, joinedBefore, ref sums);
        AddBits(sight.Last(i) > run.Last ? sight.Known(sight.Last(i)) : 0, joinedBehind, ref sums);
    }

    private void AddBits(ulong bits, int block, ref (Vector256<int> Lower, Vector256<int> Upper) sums)
    {
        var at = block * Rows * Stride;
        if (bits == 0) AddRow(at + (Rows - 1) * Stride, ref sums);
        for (; bits != 0; bits &= bits - 1) AddRow(at + BitOperations.TrailingZeroCount(bits) * Stride, ref sums);
    }

    private void AddRow(int at, ref (Vector256<int> Lower, Vector256<int> Upper) sums)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create<short>(rows.AsSpan(at, Stride)));
        sums = (sums.Lower + lower, sums.Upper + upper);
    }

    /// <summary>Adds a block of rows for each value that stands beside the bits; the number of the first.</summary>
    private int Add(uint template, ReadOnlySpan<uint> beside)
    {
        var block = table.Count / (Rows * Stride);
        Span<uint> buffer = stackalloc uint[1];
        var row = new short[Stride];
        foreach (var value in beside)
        {
            for (var bit = 0u; bit < Rows; bit++)
            {
                var f = new FeatureList(buffer);
                f.Put(template, value, bit < Rows - 1 ? bit : NoBit);
                Array.Clear(row);
                model.Add(f.Features, row);
                table.AddRange(row);
            }
        }

        return block;
    }
}

namespace Hearsay.Language.Models;

/// <summary>
/// In: where the parser stands. Out: the scores of the three moves. Method: sums of the groups of features are remembered for the length of a sentence, and so are whole scores, so that hypotheses that share
/// the words in view and their dependents are scored once (the sharing of Huang and Sagae 2010, without merging the hypotheses). A remembered sum is the sum: nothing is approximated.
/// </summary>
internal sealed class MoveScores(LinearModel model)
{
    private record struct Remembered(ulong Key, int Shift, int Left, int Right);

    private const int PlacesPerWord = 32;
    private readonly uint[] features = new uint[ParserFeatures.Max];
    private readonly int[] ends = new int[FeatureGroup.Count];
    private readonly int[] places = new int[FeatureGroup.Count];
    private readonly ulong[] keys = new ulong[FeatureGroup.Count];
    private readonly int[] sums = new int[FeatureGroup.Count * 4];
    private Remembered[] memory = [];
    private ParserInput input = new();
    private int shift;

    /// <summary>Begins a sentence.</summary>
    public void Start(ParserInput sentence)
    {
        input = sentence;
        var bits = 9;
        while (1 << bits < sentence.Count * PlacesPerWord) bits++;
        if (memory.Length < 1 << bits) memory = new Remembered[1 << bits];
        shift = 64 - bits;
        memory.AsSpan(0, 1 << bits).Clear();
    }

    /// <summary>The scores of the three moves.</summary>
    public void Score(ParserState state, Span<int> scores)
    {
        var whole = FeatureGroup.Key(FeatureGroup.Rest, state);
        ref var known = ref memory[Place(whole)];
        if (known.Key != whole) known = Sum(state, whole);
        (scores[0], scores[1], scores[2]) = (known.Shift, known.Left, known.Right);
    }

    private Remembered Sum(ParserState state, ulong whole)
    {
        var view = ParserView.Of(input, state);
        var list = new FeatureList(features);
        var total = new Remembered(whole, 0, 0, 0);
        var missing = 0;
        for (var group = 0; group < FeatureGroup.Rest; group++)
        {
            var key = FeatureGroup.Key(group, state);
            var place = Place(key);
            ref readonly var known = ref memory[place];
            if (known.Key == key)
            {
                total = Add(total, known);
                continue;
            }

            ParserFeatures.Look(group, view, ref list);
            (keys[missing], places[missing]) = (key, place);
            ends[missing++] = list.Count;
        }

        ParserFeatures.Look(FeatureGroup.Rest, view, ref list);
        (keys[missing], places[missing]) = (whole, -1);
        ends[missing++] = list.Count;
        model.Sum(list.Features, ends.AsSpan(0, missing), sums);
        for (var i = 0; i < missing; i++)
        {
            var sum = new Remembered(keys[i], sums[i * 4], sums[i * 4 + 1], sums[i * 4 + 2]);
            total = Add(total, sum);
            if (places[i] >= 0) memory[places[i]] = sum;
        }

        return total;
    }

    private static Remembered Add(in Remembered a, in Remembered b) => new(a.Key, a.Shift + b.Shift, a.Left + b.Left, a.Right + b.Right);

    private int Place(ulong key) => (int)(key * 0x9E3779B97F4A7C15ul >> shift);
}

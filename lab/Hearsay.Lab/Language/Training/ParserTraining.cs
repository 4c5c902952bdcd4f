using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Trains the parser with the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): from the second round on it follows its own choices nine times in ten.</summary>
internal static class ParserTraining
{
    private const int Bits = 21;
    private const double Explore = 0.9;

    public static DependencyParser Train(IReadOnlyList<GoldSentence> train, byte[][] tags, TagSet tagSet, Lexicon lexicon, int epochs)
    {
        var parser = new DependencyParser(new LinearModel(3, Bits));
        var perceptron = new Perceptron(parser.Model);
        var sentences = train.Select((s, i) => (Sentence: s, Tags: tags[i], Gold: Projective(s.Words))).ToArray();
        var (words, input, state, random) = (new WordTable(), new ParserInput(), new ParserState(), new Random(23));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(sentences);
            var wrong = 0;
            foreach (var (sentence, own, gold) in sentences)
            {
                words.Clear();
                foreach (var word in sentence.Words) words.Add(word.Form, lexicon);
                input.Fill(words, own, tagSet);
                wrong += Learn(parser, perceptron, input, state, gold, epoch > 0 ? random : null);
            }

            Console.Error.WriteLine($"    parser epoch {epoch + 1}: {wrong} wrong");
        }

        perceptron.Finish();
        return parser;
    }

    private static int Learn(DependencyParser parser, Perceptron perceptron, ParserInput input, ParserState state, int[] gold, Random? random)
    {
        Span<int> scores = stackalloc int[4];
        Span<uint> buffer = stackalloc uint[ParserFeatures.Max];
        state.Reset(input.Count);
        var wrong = 0;
        while (!state.IsDone)
        {
            var move = DependencyParser.OnlyMove(state);
            if (move < 0)
            {
                var features = new FeatureList(buffer);
                ParserFeatures.Look(input, state, ref features);
                parser.Model.Score(features.Features, scores);
                perceptron.Step();
                var (best, right) = Pick(state, gold, scores);
                if (best != right)
                {
                    wrong++;
                    perceptron.Update(features.Features, right, best);
                }

                move = random is not null && random.NextDouble() < Explore ? best : right;
            }

            state.Make(move, input.Kinds);
        }

        return wrong;
    }

    /// <summary>The move that scores best, and the best among those that lose fewest arcs; the same where the first is among them.</summary>
    private static (int Best, int Right) Pick(ParserState state, int[] gold, ReadOnlySpan<int> scores)
    {
        var (best, right, least) = (-1, -1, int.MaxValue);
        for (var move = 0; move < 3; move++)
        {
            if (!state.May(move)) continue;
            if (best < 0 || scores[move] > scores[best]) best = move;
            var cost = Cost(state, gold, move);
            if (cost < least || (cost == least && scores[move] > scores[right])) (least, right) = (cost, move);
        }

        return (best, right);
    }

    /// <summary>How many arcs of the gold tree can no longer be reached after the move.</summary>
    public static int Cost(ParserState state, int[] gold, int move)
    {
        var next = state.Next;
        var cost = 0;
        if (move == Move.Shift)
        {
            for (var k = 0; k < state.Depth; k++)
            {
                if (gold[state.At(k)] == next || (k > 0 && gold[next] == state.At(k))) cost++;
            }

            return cost;
        }

        var top = state.At(0);
        for (var j = next; j < state.Count; j++)
        {
            if (gold[j] == top) cost++;
        }

        if (move == Move.Left) return cost + (gold[top] > next || (state.Depth > 1 && gold[top] == state.At(1)) ? 1 : 0);
        return cost + (gold[top] >= next ? 1 : 0);
    }

    /// <summary>The heads with the root as word n, arcs that cross lifted to the head's head until none does (Nivre and Nilsson 2005).</summary>
    public static int[] Projective(GoldWord[] words)
    {
        var heads = words.Select(w => w.Head < 0 ? words.Length : w.Head).ToArray();
        for (var tries = 0; tries < 200; tries++)
        {
            var crossing = Enumerable.Range(0, heads.Length).Where(d => !IsProjective(heads, d)).OrderBy(d => Math.Abs(heads[d] - d)).FirstOrDefault(-1);
            if (crossing < 0) break;
            heads[crossing] = heads[heads[crossing]];
        }

        return heads;
    }

    private static bool IsProjective(int[] heads, int dependent)
    {
        var head = heads[dependent];
        if (head == heads.Length) return true;
        for (var k = Math.Min(head, dependent) + 1; k < Math.Max(head, dependent); k++)
        {
            var above = k;
            for (var steps = 0; above != head && above != heads.Length && steps <= heads.Length; steps++) above = heads[above];
            if (above != head) return false;
        }

        return true;
    }
}

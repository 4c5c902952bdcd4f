using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Trains the parser on whole sequences of moves with a beam, its updates at the step of the largest violation (Huang, Fayong and Guo 2012).</summary>
internal static class ParserTraining
{
    private const int Width = 6;

    public static DependencyParser Train(IReadOnlyList<GoldSentence> train, byte[][] tags, TagSet tagSet, (Lexicon Lexicon, Lemmatizer Lemmatizer) known, int epochs)
    {
        var (words, input, state, random) = (new WordTable(), new ParserInput(), new ParserState(), new Random(23));
        var sentences = train.Select((s, i) => (Sentence: s, Tags: tags[i], Gold: Moves(Projective(s.Words), state))).ToArray();
        var counter = new FeatureCounter(3);
        foreach (var (sentence, own, gold) in sentences)
        {
            Fill(sentence, own);
            Count(counter, input, state, gold);
        }

        var parser = new DependencyParser(new LinearModel(3, counter.Table));
        var (perceptron, beam) = (new Perceptron(parser.Model), new ParserBeam(parser.Model, Width));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(sentences);
            var wrong = 0;
            foreach (var (sentence, own, gold) in sentences)
            {
                Fill(sentence, own);
                wrong += Learn(perceptron, input, beam, state, gold);
            }

            Console.Error.WriteLine($"    parser epoch {epoch + 1}: {wrong} sentences wrong");
        }

        perceptron.Finish(smallest: 6);
        return parser;

        void Fill(GoldSentence sentence, byte[] own)
        {
            words.Clear();
            foreach (var word in sentence.Words) words.Add(word.Form, known.Lexicon);
            input.Fill(words, own, tagSet, known.Lemmatizer);
        }
    }

    private static void Count(FeatureCounter counter, ParserInput input, ParserState state, byte[] gold)
    {
        Span<uint> buffer = stackalloc uint[ParserFeatures.Max];
        state.Reset(input.Count);
        foreach (var move in gold)
        {
            var features = new FeatureList(buffer);
            ParserFeatures.Look(input, state, ref features);
            counter.See(features.Features);
            state.Make(move, input.Kinds);
        }
    }

    /// <summary>Searches with the beam; where the right sequence is outscored, moves the weights at the step where it is outscored most.</summary>
    private static int Learn(Perceptron perceptron, ParserInput input, ParserBeam beam, ParserState state, byte[] gold)
    {
        Span<int> scores = stackalloc int[4];
        Span<uint> buffer = stackalloc uint[ParserFeatures.Max];
        Span<byte> found = new byte[gold.Length];
        beam.Start(input);
        state.Reset(input.Count);
        var (goldScore, worst, at) = (0, 0, -1);
        for (var step = 0; step < gold.Length; step++)
        {
            beam.Score(state, scores);
            goldScore += scores[gold[step]];
            state.Make(gold[step], input.Kinds);
            beam.Step();
            if (beam.Total(0) - goldScore < worst || (beam.Total(0) == goldScore && IsGold(beam, step + 1, gold, found))) continue;
            (worst, at) = (beam.Total(0) - goldScore, step + 1);
            beam.Moves(at, 0, found);
        }

        perceptron.Step();
        if (at < 0) return 0;
        Update(perceptron, input, state, gold.AsSpan(0, at), found, 1, buffer);
        Update(perceptron, input, state, found[..at], gold, -1, buffer);
        return 1;
    }

    private static bool IsGold(ParserBeam beam, int steps, byte[] gold, Span<byte> found)
    {
        Span<byte> moves = new byte[steps];
        beam.Moves(steps, 0, moves);
        return moves.SequenceEqual(gold.AsSpan(0, steps));
    }

    /// <summary>Moves the weights of a sequence from where it parts from the other one.</summary>
    private static void Update(Perceptron perceptron, ParserInput input, ParserState state, ReadOnlySpan<byte> moves, ReadOnlySpan<byte> other, int by, Span<uint> buffer)
    {
        state.Reset(input.Count);
        var parted = false;
        for (var step = 0; step < moves.Length; step++)
        {
            parted |= moves[step] != other[step];
            if (parted)
            {
                var features = new FeatureList(buffer);
                ParserFeatures.Look(input, state, ref features);
                perceptron.Add(features.Features, moves[step], by);
            }

            state.Make(moves[step], input.Kinds);
        }
    }

    /// <summary>The moves that build the gold tree, attaching as early as may be.</summary>
    private static byte[] Moves(int[] gold, ParserState state)
    {
        var moves = new List<byte>();
        var kinds = new byte[gold.Length + 1];
        state.Reset(gold.Length);
        while (!state.IsDone)
        {
            var move = state.May(Move.Left) && Cost(state, gold, Move.Left) == 0 ? Move.Left : state.May(Move.Right) && Cost(state, gold, Move.Right) == 0 && gold[state.At(0)] == state.At(1) ? Move.Right : Move.Shift;
            moves.Add((byte)move);
            state.Make(move, kinds);
        }

        return [.. moves];
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

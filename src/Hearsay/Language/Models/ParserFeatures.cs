namespace Hearsay.Language.Models;

/// <summary>A parsed sentence's words as the parser sees them: word, tag class, kind, whether inside quotation marks.</summary>
internal sealed class ParserInput
{
    private uint[] words = [];
    private uint[] lemmas = [];
    private byte[] coarse = [];
    private uint[] tags = [];
    private byte[] kinds = [];
    private byte[] quoted = [];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Kinds => kinds;

    public void Fill(WordTable table, ReadOnlySpan<byte> tagClasses, TagSet tagSet, Lemmatizer lemmatizer)
    {
        Count = table.Count;
        if (words.Length <= Count)
        {
            var size = Math.Max(64, Count * 2);
            (words, lemmas, tags, kinds, quoted, coarse) = (new uint[size], new uint[size], new uint[size], new byte[size], new byte[size], new byte[size]);
        }

        byte open = 0;
        for (var i = 0; i < Count; i++)
        {
            words[i] = table[i].Word;
            tags[i] = tagClasses[i] + 1u;
            coarse[i] = (byte)(tagSet.Upos(tagClasses[i]) + 1);
            lemmas[i] = table[i].TagSet == 0 ? words[i] : FeatureList.Hash(lemmatizer.Lemma(table.Form(i), tagClasses[i], tagSet.Upos(tagClasses[i])));
            kinds[i] = tagSet.Kind(tagClasses[i]);
            if (table[i].Lower == QuoteMark) open ^= 1;
            quoted[i] = open;
        }

        (words[Count], lemmas[Count], tags[Count], kinds[Count], quoted[Count], coarse[Count]) = (3, 3, 250, 13, 0, 40);
    }

    private static readonly uint QuoteMark = FeatureList.Hash("\"");

    public uint Word(int i) => i < 0 || i > Count ? 5u : words[i];

    public uint Tag(int i) => i < 0 || i > Count ? 251u : tags[i];

    /// <summary>The dictionary form; what stands for the word where the lexicon does not know it.</summary>
    public uint Lemma(int i) => i < 0 || i > Count ? 5u : lemmas[i];

    /// <summary>The universal part of speech.</summary>
    public uint Coarse(int i) => i < 0 || i > Count ? 41u : coarse[i];

    public uint Quoted(int i) => i < 0 || i > Count ? 2u : quoted[i];
}

/// <summary>What a move of the parser looks at (after Zhang and Nivre 2011, for the arc-hybrid system).</summary>
internal static class ParserFeatures
{
    /// <summary>No move has more features.</summary>
    public const int Max = 160;

    public static void Look(ParserInput x, ParserState s, ref FeatureList f)
    {
        int s0 = s.At(0), s1 = s.At(1), s2 = s.At(2), b0 = s.Next;
        uint s0w = x.Word(s0), s0t = x.Tag(s0), s1w = x.Word(s1), s1t = x.Tag(s1), s2w = x.Word(s2), s2t = x.Tag(s2);
        uint b0w = x.Word(b0), b0t = x.Tag(b0), b1w = x.Word(b0 + 1), b1t = x.Tag(b0 + 1), b2w = x.Word(b0 + 2), b2t = x.Tag(b0 + 2);
        Singles(ref f, s0w, s0t, s1w, s1t, s2w, s2t, b0w, b0t, b1w, b1t, b2w, b2t);
        Pairs(ref f, s0w, s0t, s1w, s1t, b0w, b0t, b1w, b1t);
        f.Add(s0t, b0t, b1t);
        f.Add(s1t, s0t, b0t);
        f.Add(s2t, s1t, s0t);
        f.Add(s0t, b0t, b1t, b2t);
        f.Add(s1t, s0t, b0t, b1t);
        f.Add(s2t, s1t, s0t, b0t);
        f.Add(s0w, b0t, b1t);
        f.Add(s0t, b0w, b1t);
        f.Add(s0t, b0t, b1w);
        f.Add(s1w, s0t, b0t);
        f.Add(s1t, s0w, b0t);
        f.Add(s1t, s0t, b0w);
        f.Add(b0t, b1t, b2t);
        f.Add(s1w, s0w, b0w);
        Children(x, s, ref f, s0, s1, b0);
        Counts(x, s, ref f, s0, s1, b0);
        Lemmas(x, s, ref f, s0, s1, s2, b0);
    }

    /// <summary>Dictionary forms and universal tags: coarser than words and tag classes, and so seen more often.</summary>
    private static void Lemmas(ParserInput x, ParserState s, ref FeatureList f, int s0, int s1, int s2, int b0)
    {
        uint s0m = x.Lemma(s0), s1m = x.Lemma(s1), b0m = x.Lemma(b0), s0c = x.Coarse(s0), s1c = x.Coarse(s1), s2c = x.Coarse(s2), b0c = x.Coarse(b0), b1c = x.Coarse(b0 + 1);
        int s0l = s.FirstLeft(s0), s0r = s.LastRight(s0), s1r = s.LastRight(s1), b0l = s.FirstLeft(b0);
        f.Add(s0m, b0m);
        f.Add(s1m, s0m);
        f.Add(s0m, s0c, b0c);
        f.Add(s1m, s1c, s0c);
        f.Add(s0c, b0m, b0c);
        f.Add(s1c, s0m, s0c);
        f.Add(s1m, x.Lemma(s0l), s0c);
        f.Add(s1m, x.Lemma(s0l), s0m);
        f.Add(s0m, s.RightKinds(s0), b0c);
        f.Add(s1m, s.RightKinds(s1), s0c, s.LeftKinds(s0));
        f.Add(b0m, s.LeftKinds(b0), s0c);
        f.Add(s0m, b0c, b1c);
        f.Add(s1m, s0c, b0c);
        f.Add(s0c, b0c, b1c);
        f.Add(s1c, s0c, b0c);
        f.Add(s2c, s1c, s0c, b0c);
        f.Add(s1c, s0c, b0c, b1c);
        f.Add(s0c, x.Coarse(s0l), x.Coarse(s0r), b0c);
        f.Add(s1c, x.Coarse(s1r), s0c, x.Coarse(s0l));
        f.Add(s0c, b0c, x.Coarse(b0l), s.LeftKinds(s0));
        f.Add(s1m, x.Lemma(s1r), s0c);
        f.Add(s2c, x.Lemma(s2), s1c, s0c);
    }

    private static void Singles(ref FeatureList f, uint s0w, uint s0t, uint s1w, uint s1t, uint s2w, uint s2t, uint b0w, uint b0t, uint b1w, uint b1t, uint b2w, uint b2t)
    {
        f.Add(1);
        f.Add(s0w);
        f.Add(s0t);
        f.Add(s0w, s0t);
        f.Add(s1w);
        f.Add(s1t);
        f.Add(s1w, s1t);
        f.Add(s2w, s2t);
        f.Add(s2t);
        f.Add(b0w);
        f.Add(b0t);
        f.Add(b0w, b0t);
        f.Add(b1w);
        f.Add(b1t);
        f.Add(b1w, b1t);
        f.Add(b2w);
        f.Add(b2t);
    }

    private static void Pairs(ref FeatureList f, uint s0w, uint s0t, uint s1w, uint s1t, uint b0w, uint b0t, uint b1w, uint b1t)
    {
        f.Add(s0w, s0t, b0w, b0t);
        f.Add(s0w, s0t, b0t);
        f.Add(s0t, b0w, b0t);
        f.Add(s0w, b0w);
        f.Add(s0t, b0t);
        f.Add(s1w, s1t, s0w, s0t);
        f.Add(s1w, s1t, s0t);
        f.Add(s1t, s0w, s0t);
        f.Add(s1w, s0w);
        f.Add(s1t, s0t);
        f.Add(s1t, b0t);
        f.Add(s1w, b0t);
        f.Add(s1t, b0w);
        f.Add(s1w, b0w);
        f.Add(b0t, b1t);
        f.Add(b0w, b1t);
        f.Add(b0t, b1w);
        f.Add(b0w, b1w);
        f.Add(s0w, b1t);
        f.Add(s0t, b1w);
    }

    private static void Children(ParserInput x, ParserState s, ref FeatureList f, int s0, int s1, int b0)
    {
        uint s0w = x.Word(s0), s0t = x.Tag(s0), s1w = x.Word(s1), s1t = x.Tag(s1), b0w = x.Word(b0), b0t = x.Tag(b0);
        int s0l = s.FirstLeft(s0), s0r = s.LastRight(s0), s1l = s.FirstLeft(s1), s1r = s.LastRight(s1), b0l = s.FirstLeft(b0);
        uint s0lt = x.Tag(s0l), s0rt = x.Tag(s0r), s1lt = x.Tag(s1l), s1rt = x.Tag(s1r), b0lt = x.Tag(b0l);
        uint s0lw = x.Word(s0l), s0rw = x.Word(s0r), s1rw = x.Word(s1r), b0lw = x.Word(b0l);
        f.Add(s0t, s0lt, b0t);
        f.Add(s0t, s0rt, b0t);
        f.Add(s0t, b0t, b0lt);
        f.Add(s1t, s0t, s1rt);
        f.Add(s1t, s0t, s0lt);
        f.Add(s1t, s0t, s1lt);
        f.Add(s1t, s0t, s0rt);
        f.Add(s1t, s0t, s0lt, s0rt);
        f.Add(s0t, s0rt, x.Tag(s.SecondRight(s0)), b0t);
        f.Add(s0t, s0lt, x.Tag(s.SecondLeft(s0)), b0t);
        f.Add(s1t, s1rt, x.Tag(s.SecondRight(s1)), s0t);
        f.Add(s0t, b0t, b0lt, x.Tag(s.SecondLeft(b0)));
        f.Add(s0lw, s0t);
        f.Add(s0rw, s0t);
        f.Add(b0lw, b0t);
        f.Add(s0w, b0lw, b0t);
        f.Add(s0t, b0lw, b0t);
        f.Add(s1w, s0lw);
        f.Add(s1t, s0lw, s0t);
        f.Add(s1w, s0lw, s0w);
        f.Add(s1t, s0lw, s0w);
        f.Add(s1rw, s1t, s0t);
        f.Add(s1rw, s0lw);
        f.Add(s0rw, s0t, b0w);
        f.Add(s0rt, s0w, b0t);
        f.Add(s0lt, s0w, b0t);
        f.Add(s0lw, s1lt, s1t, s0t);
        f.Add(b0lt, b0w, s0t);
        f.Add(s1t, s0t, b0t, s0rt);
        f.Add(s1t, s0t, b0t, s1rt);
    }

    private static void Counts(ParserInput x, ParserState s, ref FeatureList f, int s0, int s1, int b0)
    {
        uint s0w = x.Word(s0), s0t = x.Tag(s0), s1w = x.Word(s1), s1t = x.Tag(s1), b0w = x.Word(b0), b0t = x.Tag(b0);
        uint near = Distance(s0, b0), far = Distance(s1, s0);
        uint s0vl = s.LeftValency(s0), s0vr = s.RightValency(s0), s1vr = s.RightValency(s1), b0vl = s.LeftValency(b0);
        f.Add(s0w, s0vr);
        f.Add(s0t, s0vr, b0t);
        f.Add(s0w, s0vl);
        f.Add(s0t, s0vl, b0t);
        f.Add(s1t, s1vr, s0t);
        f.Add(s1w, s1vr);
        f.Add(b0t, b0vl, s0t);
        f.Add(b0w, b0vl);
        f.Add(s0w, near);
        f.Add(s0t, near);
        f.Add(b0w, near);
        f.Add(b0t, near);
        f.Add(s0t, b0t, near);
        f.Add(s0w, b0w, near);
        f.Add(s1t, s0t, far);
        f.Add(s1w, s0t, far);
        f.Add(s1t, s0w, far);
        f.Add(s0t, s.LeftKinds(s0), b0t);
        f.Add(s0t, s.RightKinds(s0), b0t);
        f.Add(s0w, s.RightKinds(s0));
        f.Add(s0w, s.LeftKinds(s0));
        f.Add(b0t, s.LeftKinds(b0), s0t);
        f.Add(b0w, s.LeftKinds(b0));
        f.Add(s1t, s.RightKinds(s1), s0t);
        f.Add(s1w, s.RightKinds(s1), s0t);
        f.Add(s1t, s.LeftKinds(s1), s0t, s.LeftKinds(s0));
        f.Add(s1t, s0t, s.LeftKinds(s0), s.RightKinds(s0));
        f.Add(s0t, s.LeftKinds(s0), b0t, s.LeftKinds(b0));
        var marks = (x.Quoted(s0) * 3 + x.Quoted(s1)) * 3 + x.Quoted(b0);
        f.Add(s0t, b0t, marks);
        f.Add(s1t, s0t, marks);
        f.Add(s0t, b0w, marks);
        f.Add(s1w, s0t, marks);
        f.Add((uint)Math.Min(s.Depth, 4), s0t, b0t);
    }

    private static uint Distance(int from, int to)
    {
        if (from < 0) return 0;
        var d = to - from;
        return d <= 4 ? (uint)d : d <= 6 ? 5u : d <= 10 ? 6u : d <= 20 ? 7u : 8u;
    }
}

namespace Hearsay.Language.Models;

/// <summary>A word as the parser sees it: hashes of the word and its dictionary form (what stands for the word where the lexicon does not know it), its tag class, universal part of speech and kind, whether inside quotation marks.</summary>
internal record struct ParserWord(uint Word, uint Lemma, byte Tag, byte Coarse, byte Kind, byte Quoted);

/// <summary>The words of a tagged sentence as the parser sees them; word <see cref="Count"/> is the artificial root.</summary>
internal sealed class ParserInput
{
    private const int Pad = 2;
    private static readonly ParserWord Outside = new(5, 5, 251, 41, 0, 2);
    private static readonly ParserWord Root = new(3, 3, 250, 40, 13, 0);
    private static readonly uint QuoteMark = FeatureList.Hash("\"");
    private ParserWord[] words = [];
    private byte[] kinds = [];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Kinds => kinds;

    /// <summary>Word <paramref name="i"/>, from -2 to <see cref="Count"/> + 2; beyond the sentence and its root stands nothing.</summary>
    public ref readonly ParserWord this[int i] => ref words[i + Pad];

    public void Fill(WordTable table, ReadOnlySpan<byte> tagClasses, TagSet tagSet, Lemmatizer lemmatizer)
    {
        Count = table.Count;
        if (words.Length < Count + 3 + Pad)
        {
            var size = Math.Max(64, Count * 2) + 3 + Pad;
            (words, kinds) = (new ParserWord[size], new byte[size]);
        }

        byte open = 0;
        for (var i = 0; i < Count; i++)
        {
            ref var sight = ref table[i];
            var (tag, upos) = (tagClasses[i], tagSet.Upos(tagClasses[i]));
            if (sight.Lower == QuoteMark) open ^= 1;
            kinds[i] = tagSet.Kind(tag);
            var lemma = sight.TagSet == 0 ? sight.Word : FeatureList.Hash(lemmatizer.Lemma(table.Form(i), tag, upos));
            words[i + Pad] = new ParserWord(sight.Word, lemma, (byte)(tag + 1), (byte)(upos + 1), kinds[i], open);
        }

        kinds[Count] = Root.Kind;
        words[Count + Pad] = Root;
        words[0] = words[1] = words[Count + Pad + 1] = words[Count + Pad + 2] = Outside;
    }

    public uint Word(int i) => words[i + Pad].Word;

    public uint Tag(int i) => words[i + Pad].Tag;

    public uint Quoted(int i) => words[i + Pad].Quoted;
}

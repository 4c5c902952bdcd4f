using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Hearsay.Language.Encoder;

/// <summary>
/// What the open-class words of a text mean where they stand: of each the state of the encoder as it was pretrained, on <see cref="MeaningAxes"/>, in
/// bytes. Words that mean alike have vectors that point alike. A word's bytes do not depend on the sentences beside its own, and what is kept of them is
/// what was found, to the bit.
/// </summary>
/// <param name="words">How many words the text has.</param>
/// <param name="width">Numbers of a vector.</param>
internal sealed class WordMeanings(int words, int width)
{
    private const int Most = 127;

    private readonly int[] rows = [.. Enumerable.Repeat(-1, words)];
    private readonly List<sbyte> codes = [];

    /// <summary>Numbers of a vector.</summary>
    public int Width => width;

    /// <summary>Whether words of this tag have a vector: the open classes of Universal Dependencies, and numerals.</summary>
    public static bool Has(Upos tag) => tag is Upos.Adj or Upos.Adv or Upos.Intj or Upos.Noun or Upos.Num or Upos.Propn or Upos.Verb;

    /// <summary>Adds a word, the one behind those that were added; of what its numbers are, only their ratios count.</summary>
    public void Add(int word, ReadOnlySpan<float> numbers)
    {
        var row = AddRow(word);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(numbers));
        for (var i = 0; i < width && largest > 0; i++) row[i] = (sbyte)MathF.Round(numbers[i] * Most / largest);
    }

    /// <summary>Writes the word's vector, of length 1; false, and 0 throughout, where it has none.</summary>
    public bool CopyTo(int word, Span<float> to)
    {
        to.Clear();
        if (rows[word] < 0) return false;
        var row = CollectionsMarshal.AsSpan(codes).Slice(rows[word] * width, width);
        var squares = 0;
        foreach (var code in row) squares += code * code;
        if (squares == 0) return false;
        var length = MathF.Sqrt(squares);
        for (var i = 0; i < width; i++) to[i] = row[i] / length;
        return true;
    }

    /// <summary>Writes which words have vectors, then these, a byte a number.</summary>
    public void Write(BinaryWriter to)
    {
        to.Write((ushort)width);
        foreach (var row in rows) to.Write(row >= 0);
        to.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(codes)));
    }

    /// <summary>Reads what <see cref="Write"/> wrote of a text of so many words.</summary>
    /// <exception cref="IOException">It ends early.</exception>
    public static WordMeanings Read(BinaryReader from, int words)
    {
        var meanings = new WordMeanings(words, from.ReadUInt16());
        for (var word = 0; word < words; word++)
        {
            if (from.ReadBoolean()) meanings.AddRow(word);
        }

        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(meanings.codes)));
        return meanings;
    }

    private Span<sbyte> AddRow(int word)
    {
        rows[word] = codes.Count / width;
        CollectionsMarshal.SetCount(codes, codes.Count + width);
        var row = CollectionsMarshal.AsSpan(codes)[^width..];
        row.Clear();
        return row;
    }
}

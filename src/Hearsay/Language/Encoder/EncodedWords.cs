using System.IO.Compression;

namespace Hearsay.Language.Encoder;

/// <summary>
/// What the encoder found of each word of a text: its tag, head and relation, which name it is part of, and where it was asked what it means. That is all
/// that is kept of a deep reading; the rest follows from it and the text.
/// </summary>
internal sealed class EncodedWords(int count, WordMeanings? meanings = null)
{
    /// <summary>Kinds of names.</summary>
    public const int Kinds = 4;

    public int Count => count;

    /// <summary>How many words have been filled in.</summary>
    public int Filled { get; set; }

    /// <summary>Whether it was found in an earlier reading.</summary>
    public bool IsRemembered { get; private init; }

    /// <summary>Tag classes.</summary>
    public byte[] Tags { get; } = new byte[count];

    /// <summary>Heads, counted from 0 within the sentence; -1 for the root.</summary>
    public int[] Heads { get; } = new int[count];

    /// <summary>Numbers of relations.</summary>
    public byte[] Labels { get; } = new byte[count];

    /// <summary>0 outside names, 1 + 2k for the first word of a name of kind k, 2 + 2k for its others.</summary>
    public byte[] Names { get; } = new byte[count];

    /// <summary>For each word <see cref="Kinds"/> numbers: what each kind of name scored there; 0 outside names.</summary>
    public int[] NameScores { get; } = new int[Kinds * count];

    /// <summary>What the words mean; null where that was not asked.</summary>
    public WordMeanings? Meanings { get; private set; } = meanings;

    /// <summary>Writes the words, some bytes each, and a hundred for what one means.</summary>
    public void Write(BinaryWriter to)
    {
        var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli))
        {
            writer.Write(Tags);
            foreach (var head in Heads) writer.Write7BitEncodedInt(head + 1);
            writer.Write(Labels);
            writer.Write(Names);
            for (var i = 0; i < NameScores.Length; i++)
            {
                if (Names[i / Kinds] > 0) writer.Write((short)NameScores[i]);
            }

            writer.Write(Meanings is not null);
            Meanings?.Write(writer);
        }

        to.Write(count);
        to.Write((int)bytes.Length);
        to.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="IOException">It ends early or is no such thing.</exception>
    public static EncodedWords Read(BinaryReader from)
    {
        var words = new EncodedWords(from.ReadInt32()) { IsRemembered = true };
        using var brotli = new BrotliStream(new MemoryStream(from.ReadBytes(from.ReadInt32())), CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        brotli.ReadExactly(words.Tags);
        for (var i = 0; i < words.Count; i++) words.Heads[i] = reader.Read7BitEncodedInt() - 1;
        brotli.ReadExactly(words.Labels);
        brotli.ReadExactly(words.Names);
        for (var i = 0; i < words.NameScores.Length; i++)
        {
            if (words.Names[i / Kinds] > 0) words.NameScores[i] = reader.ReadInt16();
        }

        if (reader.ReadBoolean()) words.Meanings = WordMeanings.Read(reader, words.Count);
        words.Filled = words.Count;
        return words;
    }
}

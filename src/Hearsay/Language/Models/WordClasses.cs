namespace Hearsay.Language.Models;

/// <summary>
/// Classes of words that stand in the same company: for each hash of a lower-case form a number from 1; 0 for words in no class. They tell the finder
/// of names what a word is like that its training never met.
/// </summary>
internal sealed class WordClasses(uint[] words, byte[] classes)
{
    private readonly SortedHashes places = new(words);

    public byte Of(uint lower) => places.IndexOf(lower) is var at and >= 0 ? classes[at] : (byte)0;

    public void Write(BinaryWriter writer)
    {
        writer.Write(words.Length);
        var last = 0u;
        foreach (var word in words)
        {
            writer.Write7BitEncodedInt((int)(word - last));
            last = word;
        }

        writer.Write(classes);
    }

    public static WordClasses Read(BinaryReader reader)
    {
        var words = new uint[reader.ReadInt32()];
        var last = 0u;
        for (var i = 0; i < words.Length; i++) words[i] = last += (uint)reader.Read7BitEncodedInt();
        return new WordClasses(words, reader.ReadBytes(words.Length));
    }
}

using System.Runtime.InteropServices;

namespace Hearsay.Language.Models;

/// <summary>
/// What the training met of a word: the number of its set of usual tags, from 1; and, where it nearly always had the same tag, that tag's number plus
/// 1, else 0.
/// </summary>
internal readonly record struct LexiconEntry(ushort TagSet, byte Sure);

/// <summary>The words that the training met at least twice, in lower case, by their hash.</summary>
internal sealed class Lexicon
{
    private const int EntrySize = 7;
    private readonly Dictionary<uint, LexiconEntry> words;

    public Lexicon(IEnumerable<KeyValuePair<uint, LexiconEntry>> words) => this.words = new Dictionary<uint, LexiconEntry>(words);

    private Lexicon(int capacity) => words = new Dictionary<uint, LexiconEntry>(capacity);

    /// <summary>What is known of the word; zeros where it is not known.</summary>
    public LexiconEntry Find(uint word) => words.GetValueOrDefault(word);

    public void Write(BinaryWriter writer)
    {
        writer.Write(words.Count);
        foreach (var (word, entry) in words.OrderBy(w => w.Key))
        {
            writer.Write(word);
            writer.Write(entry.TagSet);
            writer.Write(entry.Sure);
        }
    }

    public static Lexicon Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var all = reader.ReadBytes(count * EntrySize).AsSpan();
        var lexicon = new Lexicon(count);
        for (; all.Length > 0; all = all[EntrySize..])
            lexicon.words.Add(MemoryMarshal.Read<uint>(all), new LexiconEntry(MemoryMarshal.Read<ushort>(all[4..]), all[6]));
        return lexicon;
    }
}

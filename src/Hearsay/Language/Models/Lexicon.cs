using System.Runtime.InteropServices;

namespace Hearsay.Language.Models;

/// <summary>The words that the training met at least twice, in lower case, by their hash: for each the number of its set of usual tags.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<uint, ushort> sets;

    public Lexicon(IEnumerable<KeyValuePair<uint, ushort>> words) => sets = new Dictionary<uint, ushort>(words);

    /// <summary>The number of the word's set of tags, from 1; 0 for words that are not known.</summary>
    public uint TagSet(uint word) => sets.TryGetValue(word, out var set) ? set : 0u;

    public void Write(BinaryWriter writer)
    {
        writer.Write(sets.Count);
        foreach (var (word, set) in sets.OrderBy(w => w.Key))
        {
            writer.Write(word);
            writer.Write(set);
        }
    }

    public static Lexicon Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var all = reader.ReadBytes(count * 6);
        return new Lexicon(Enumerable.Range(0, count).Select(i => KeyValuePair.Create(MemoryMarshal.Read<uint>(all.AsSpan(i * 6)), MemoryMarshal.Read<ushort>(all.AsSpan(i * 6 + 4)))));
    }
}

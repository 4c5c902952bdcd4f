namespace Hearsay.Language.Models;

/// <summary>The relations that follow from the tags of a word and its head and from which of them stands first, as they nearly always did in training: by <see cref="Key"/>, the relation's number plus 1.</summary>
internal sealed class SureRelations
{
    private const int Tags = 128;
    private readonly byte[] relations = new byte[3 * Tags * Tags];

    public SureRelations(IEnumerable<KeyValuePair<int, byte>> sure)
    {
        foreach (var (key, relation) in sure) relations[key] = relation;
    }

    /// <summary>Tags from 1; the head's tag is 0 at the root. Side 0: the word stands before its head, 1: behind it, 2: it is the root.</summary>
    public static int Key(uint tag, uint headTag, uint side) => (int)((side * Tags + headTag % Tags) * Tags + tag);

    /// <summary>The relation's number plus 1; 0 where it does not follow.</summary>
    public byte this[int key] => relations[key];

    public void Write(BinaryWriter writer)
    {
        writer.Write((ushort)relations.Count(r => r > 0));
        for (var key = 0; key < relations.Length; key++)
        {
            if (relations[key] == 0) continue;
            writer.Write((ushort)key);
            writer.Write(relations[key]);
        }
    }

    public static SureRelations Read(BinaryReader reader) =>
        new(Enumerable.Range(0, reader.ReadUInt16()).Select(_ => KeyValuePair.Create((int)reader.ReadUInt16(), reader.ReadByte())).ToArray());
}

using System.Runtime.InteropServices;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>What a word is in the large lists of names; the second row holds for words of longer entries: the first of one, a further one.</summary>
[Flags]
internal enum KnownName : uint
{
    None = 0, Male = 1, Female = 2, Given = 4, Surname = 8, Town = 16, Region = 32, Person = 64, Body = 128,
    PersonFirst = 1 << 8, PersonGoesOn = 1 << 9, PlaceFirst = 1 << 10, PlaceGoesOn = 1 << 11, BodyFirst = 1 << 12, BodyGoesOn = 1 << 13,
}

/// <summary>
/// The large lists of names (people, towns, parts of countries, bodies): evidence for the finder of names, never a fact by itself. Words are compared
/// in lower case, by hash. The lists themselves lie beside the lab; `lab name-lists` packs them into Data/names.bin: the hashes of all entries in
/// rising order, a byte for each that says what it is, the hashes of their beginnings.
/// </summary>
internal static class NameLists
{
    private const int LongestEntry = 6;
    private static readonly (SortedHashes Entries, byte[] Kinds, SortedHashes Beginnings) Lists = Load();

    /// <summary>What the single word with this hash of its lower case is.</summary>
    public static KnownName Of(uint lower) => KindOf(Extend(0, lower));

    /// <summary>What the word with this hash is alone, and whether an entry of several words begins with it.</summary>
    public static (KnownName Known, bool BeginsEntry) Look(uint lower)
    {
        var hash = Extend(0, lower);
        return (KindOf(hash), Lists.Beginnings.IndexOf(hash) >= 0);
    }

    /// <summary>Marks word <paramref name="i"/> with what it is, and the words of the longest entry that begins at it.</summary>
    public static void Mark(WordTable words, int i, Span<KnownName> known)
    {
        if (words.Known(i) is { } word)
        {
            known[i] |= word.Known;
            if (!word.BeginsEntry) return;
        }

        var hash = Extend(0, words[i].Lower);
        known[i] |= KindOf(hash);
        var (longest, kind) = (0, KnownName.None);
        for (var n = 2; n <= LongestEntry && i + n <= words.Count && Lists.Beginnings.IndexOf(hash) >= 0; n++)
        {
            hash = Extend(hash, words[i + n - 1].Lower);
            if (KindOf(hash) is var found and not KnownName.None) (longest, kind) = (n, found);
        }

        if (longest == 0) return;
        var shift = (kind & KnownName.Person) != 0 ? 8 : (kind & (KnownName.Town | KnownName.Region)) != 0 ? 10 : 12;
        known[i] |= (KnownName)(1u << shift);
        for (var k = i + 1; k < i + longest; k++) known[k] |= (KnownName)(2u << shift);
    }

    /// <summary>The hash of an entry that goes on with a word.</summary>
    public static uint Extend(uint hash, uint word) => (hash ^ word) * 0x9E3779B1u + 0x7F4A7C15u;

    private static KnownName KindOf(uint hash) => Lists.Entries.IndexOf(hash) is var at and >= 0 ? (KnownName)Lists.Kinds[at] : KnownName.None;

    private static (SortedHashes, byte[], SortedHashes) Load()
    {
        using var reader = new BinaryReader(DataFile.Open("Language/Data/names.bin"));
        var entries = Hashes(reader);
        return (new SortedHashes(entries), reader.ReadBytes(entries.Length), new SortedHashes(Hashes(reader)));
    }

    private static uint[] Hashes(BinaryReader reader) =>
        MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(reader.ReadInt32() * sizeof(uint))).ToArray();
}

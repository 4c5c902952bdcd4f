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
/// The large lists of names (people, towns, parts of countries, bodies): evidence for the finder of names, never a fact by itself. Words are compared in lower case, by hash.
/// </summary>
internal static class NameLists
{
    private const int LongestEntry = 6;
    private static readonly Dictionary<uint, KnownName> Entries = new(90000);
    private static readonly HashSet<uint> Beginnings = Load();

    /// <summary>What the single word with this hash of its lower case is.</summary>
    public static KnownName Of(uint lower) => Entries.GetValueOrDefault(Extend(0, lower));

    /// <summary>Marks word <paramref name="i"/> with what it is, and the words of the longest entry that begins at it.</summary>
    public static void Mark(WordTable words, int i, Span<KnownName> known)
    {
        var hash = Extend(0, words[i].Lower);
        known[i] |= Entries.GetValueOrDefault(hash);
        var (longest, kind) = (0, KnownName.None);
        for (var n = 2; n <= LongestEntry && i + n <= words.Count && Beginnings.Contains(hash); n++)
        {
            hash = Extend(hash, words[i + n - 1].Lower);
            if (Entries.TryGetValue(hash, out var found)) (longest, kind) = (n, found);
        }

        if (longest == 0) return;
        var shift = (kind & KnownName.Person) != 0 ? 8 : (kind & (KnownName.Town | KnownName.Region)) != 0 ? 10 : 12;
        known[i] |= (KnownName)(1u << shift);
        for (var k = i + 1; k < i + longest; k++) known[k] |= (KnownName)(2u << shift);
    }

    private static uint Extend(uint hash, uint word) => (hash ^ word) * 0x9E3779B1u + 0x7F4A7C15u;

    private static HashSet<uint> Load()
    {
        var beginnings = new HashSet<uint>();
        foreach (var file in new[] { "people.txt", "known-names.txt", "known-bodies.txt" })
        {
            foreach (var line in DataFile.Lines("Language/Data/" + file))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var kind = line.AsSpan(0, colon) switch
                {
                    "male" => KnownName.Male | KnownName.Given,
                    "female" => KnownName.Female | KnownName.Given,
                    "either" => KnownName.Given,
                    "surname" => KnownName.Surname,
                    "town" => KnownName.Town,
                    "region" => KnownName.Region,
                    "person" => KnownName.Person,
                    _ => KnownName.Body,
                };
                var entries = line.AsSpan(colon + 1).Trim();
                foreach (var range in entries.Split(',')) Add(entries[range], kind, beginnings);
            }
        }

        return beginnings;
    }

    private static void Add(ReadOnlySpan<char> entry, KnownName kind, HashSet<uint> beginnings)
    {
        var hash = 0u;
        if (entry.IndexOfAny("-'’.&") >= 0)
        {
            var (phrase, spans) = (entry.ToString(), new List<TextSpan>());
            Tokenizer.Cut(phrase, new TextSpan(0, phrase.Length), spans);
            for (var i = 0; i < spans.Count; i++)
            {
                if (i > 0) beginnings.Add(hash);
                hash = Extend(hash, WordSight.LowerHash(phrase.AsSpan(spans[i].Start, spans[i].Length)));
            }
        }
        else
        {
            var first = true;
            foreach (var range in entry.Split(' '))
            {
                if (!first) beginnings.Add(hash);
                (hash, first) = (Extend(hash, WordSight.LowerHash(entry[range])), false);
            }
        }

        Entries[hash] = Entries.GetValueOrDefault(hash) | kind;
    }
}

using System.CommandLine;
using Hearsay.Language;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Lab.Language;

/// <summary>
/// `lab name-lists`: packs the lists of names (Language/Lists/*.txt) into the file of hashes that the engine embeds. The same lists give the same
/// bytes.
/// </summary>
internal static class NameListCommand
{
    public static Command Command()
    {
        var command = new Command("name-lists", "Packs the large lists of names for the engine.");
        command.SetAction(_ =>
        {
            var path = Path.Combine(LabData.Repository, "src", "Hearsay", "Language", "Data", "names.bin");
            File.WriteAllBytes(path, Pack());
            Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes");
            return 0;
        });
        return command;
    }

    /// <summary>The bytes of the engine's file.</summary>
    internal static byte[] Pack()
    {
        var (entries, beginnings) = Read(Path.Combine(LabData.Repository, "lab", "Hearsay.Lab", "Language", "Lists"));
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(entries.Count);
            foreach (var hash in entries.Keys) writer.Write(hash);
            foreach (var kind in entries.Values) writer.Write((byte)kind);
            writer.Write(beginnings.Count);
            foreach (var hash in beginnings) writer.Write(hash);
        }

        return bytes.ToArray();
    }

    private static (SortedDictionary<uint, KnownName> Entries, SortedSet<uint> Beginnings) Read(string folder)
    {
        var (entries, beginnings) = (new SortedDictionary<uint, KnownName>(), new SortedSet<uint>());
        foreach (
            var line in Directory
                .GetFiles(folder, "*.txt")
                .Order(StringComparer.Ordinal)
                .SelectMany(File.ReadLines)
                .Where(l => l.Length > 0 && l[0] != '#')
        )
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var entry in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
                Add(entry, KindOf(line[..colon]), entries, beginnings);
        }

        return (entries, beginnings);
    }

    private static KnownName KindOf(string list) => list switch
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

    /// <summary>Entries are cut into words as the engine cuts text.</summary>
    private static void Add(string entry, KnownName kind, SortedDictionary<uint, KnownName> entries, SortedSet<uint> beginnings)
    {
        var spans = new List<TextSpan>();
        if (entry.IndexOfAny(['-', '\'', '’', '.', '&']) >= 0) Tokenizer.Cut(entry, new TextSpan(0, entry.Length), spans);
        string[] words = spans.Count > 0 ? [.. spans.Select(s => s.Of(entry))] : entry.Split(' ');
        var hash = 0u;
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0) beginnings.Add(hash);
            hash = NameLists.Extend(hash, WordSight.LowerHash(words[i]));
        }

        entries[hash] = entries.GetValueOrDefault(hash) | kind;
    }
}

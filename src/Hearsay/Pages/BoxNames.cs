using System.Collections.Frozen;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// What the names of a box say that it holds: furniture of a kind (<paramref name="Firm"/> where it is never the report, however much prose is in
/// it), or the report's text, or nothing; <paramref name="Unseen"/> where readers do not see it.
/// </summary>
internal readonly record struct BoxName(DroppedKind? Kind, bool Firm, bool IsBody, bool Unseen)
{
    /// <summary>True where the names say nothing.</summary>
    public bool IsSilent => Kind is null && !IsBody && !Unseen;
}

/// <summary>
/// The names that the makers of pages give to boxes (class, id, role), read word by word: "ArticleRelated__list" is "article", "related", "list".
/// Data/boxes.txt says which words name furniture, and of which kind, and which names the report's own text.
/// </summary>
internal static class BoxNames
{
    private const int Longest = 400;
    private const int LongWord = 9;

    private static readonly FrozenDictionary<string, (DroppedKind? Kind, bool Firm, bool Frame)> Meanings = DataFile
        .Lines("Pages/Data/boxes.txt")
        .Select(Entry)
        .Where(e => e.Label is not ("body" or "unseen" or "part"))
        .SelectMany(
            e => e.Words,
            (e, word) =>
                (
                    word,
                    meaning: (
                        e.Label is "frame" ? null
                        : e.Label is "firm" ? DroppedKind.Other
                        : Enum.Parse<DroppedKind>(e.Label, ignoreCase: true) as DroppedKind?,
                        e.Label == "firm",
                        e.Label == "frame"
                    )
                )
        )
        .ToFrozenDictionary(x => x.word, x => x.meaning, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Parts =
    [
        .. DataFile.Lines("Pages/Data/boxes.txt").Select(Entry).Where(e => e.Label == "part").SelectMany(e => e.Words),
    ];

    private static readonly FrozenDictionary<string, bool> Whole = DataFile
        .Lines("Pages/Data/boxes.txt")
        .Select(Entry)
        .Where(e => e.Label is "body" or "unseen")
        .SelectMany(e => e.Words, (e, word) => (word, e.Label))
        .ToFrozenDictionary(x => x.word, x => x.Label == "body", StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (DroppedKind? Kind, bool Firm, bool Frame)>.AlternateLookup<ReadOnlySpan<char>> MeaningOf =
        Meanings.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> WholeName = Whole.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Reads names that are parted by spaces.</summary>
    public static BoxName Read(string names)
    {
        var read = default(BoxName);
        var text = names.AsSpan(0, Math.Min(names.Length, Longest));
        foreach (var range in text.SplitAny(' ', '\t', '\n'))
        {
            if (text[range].IsEmpty) continue;
            var name = One(text[range]);
            var (isBody, unseen) = (name.IsBody || read.IsBody, name.Unseen || read.Unseen);
            if (read.Kind is null || (name.Firm && !read.Firm)) read = name;
            read = read with { IsBody = isBody, Unseen = unseen };
        }
        return read.Kind is null ? read : read with { IsBody = false };
    }

    private static BoxName One(ReadOnlySpan<char> name)
    {
        Span<char> letters = stackalloc char[64];
        var length = 0;
        var read = default(BoxName);
        for (var i = 0; i < name.Length;)
        {
            if (!char.IsLetter(name[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            while (i < name.Length && char.IsLetter(name[i]) && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1]))) i++;
            var word = name[start..i];
            foreach (var c in word)
            {
                if (length < letters.Length) letters[length++] = c;
            }
            if (!MeaningOf.TryGetValue(word, out var meaning)) continue;
            if (meaning.Frame) return default;
            if (read.Kind is null || meaning.Firm) read = new BoxName(meaning.Kind, meaning.Firm, false, false);
        }
        if (read.Kind is null && length > LongWord && InPart(letters[..length], out var part)) read = new BoxName(part.Kind, part.Firm, false, false);
        return WholeName.TryGetValue(letters[..length], out var body) ? new BoxName(read.Kind, read.Firm, body && read.Kind is null, !body) : read;
    }

    private static bool InPart(ReadOnlySpan<char> word, out (DroppedKind? Kind, bool Firm, bool Frame) meaning)
    {
        foreach (var part in Parts)
        {
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase)) return MeaningOf.TryGetValue(part, out meaning);
        }
        meaning = default;
        return false;
    }

    private static (string Label, string[] Words) Entry(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon], line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

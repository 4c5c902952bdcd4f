using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// Text in, the code of its language out. Method: every word is cut into pieces of four bytes (three apart, the last one at its end), each piece counts
/// once for every language that is known to have it, and the highest sum wins; as Nito-ELD does it, whose table of pieces this is
/// (<c>lab language-pieces</c>). To take English for something else costs a whole report, the other way round only a poor one: English needs not be first,
/// only near it, or first by the words that are no names.
/// Known limits: sixty languages; one that is not among them is called by the nearest of them where it is near, Malay is called Indonesian.
/// </summary>
internal static class TextLanguage
{
    /// <summary>What stands for a language that has no name here.</summary>
    public const string Other = "und";

    private const string English = "en";

    // the report's opening
    private const int Sample = 1000;
    private const int PieceLength = 4;
    private const int PieceStep = 3;
    private const int LongestWord = 70;

    // fewer words are as good as a name
    private const int FewestWords = 4;
    private const int FewestPlain = 3;

    // three times as much for the texts that fit a language worst
    private const int LeastForAPiece = 20;
    private const double NearEnglish = 0.9;

    private const char LastLatin = 'ʯ';

    private static readonly ImmutableArray<(string Code, string Name)> Languages =
        [.. DataFile.Lines("Pages/Data/languages.txt").Select(line => line.Split(' ', 2)).Select(x => (x[0], x[1]))];

    private static readonly FrozenDictionary<string, string> Names = Languages.ToFrozenDictionary(l => l.Code, l => l.Name, StringComparer.Ordinal);

    private static readonly Lazy<Table> Pieces = new(Read);

    /// <summary>Its name in English ("German"); null where it has none here.</summary>
    public static string? NameOf(string code) => Names.GetValueOrDefault(code);

    /// <summary>The ISO 639-1 code; <see cref="Other"/> where it is none that is known; null where the text is too short to tell.</summary>
    public static string? Of(string text)
    {
        var head = text.Length > Sample ? text[..Sample] : text;
        var words = Words(head);
        if (words.Count == 0) return null;
        var (scores, pieces) = Scores(words);
        var most = scores.Max();
        // a script of its own tells it however few the words are
        var isLatin = head.Count(c => char.IsLetter(c) && c <= LastLatin) * 2 > head.Count(char.IsLetter);
        if (most < LeastForAPiece * pieces) return isLatin && words.Count < FewestWords ? null : Other;
        if (isLatin && (scores[EnglishAt] >= NearEnglish * most || IsEnglishButForNames(words))) return English;
        return isLatin && words.Count < FewestWords ? null : Languages[Array.IndexOf(scores, most)].Code;
    }

    /// <summary>"Bundestag and Sejm ratify Oder treaty": names are of the language of their bearers.</summary>
    private static bool IsEnglishButForNames(List<string> words)
    {
        var plain = words.Where(w => char.IsLower(w[0])).ToList();
        var scores = Scores(plain).Of;
        return plain.Count >= FewestPlain && plain.Count * 3 >= words.Count && scores[EnglishAt] == scores.Max();
    }

    private static (int[] Of, int Pieces) Scores(List<string> words)
    {
        var scores = new int[Languages.Length];
        var pieces = words.Select(w => w.ToLowerInvariant()).SelectMany(PiecesOf).ToHashSet();
        foreach (var piece in pieces) Pieces.Value.Count(piece, scores);
        return (scores, pieces.Count);
    }

    private static readonly int EnglishAt = Languages.IndexOf(Languages.First(l => l.Code == English));

    /// <summary>Runs of letters; an apostrophe before a letter is one of them.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && (char.IsLetter(text[i]) || (text[i] is '\'' or '`' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            words.Add(text[start..i]);
            start = -1;
        }

        return words;
    }

    private static IEnumerable<ulong> PiecesOf(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        var length = Math.Min(bytes.Length, LongestWord);
        var at = 0;
        for (; at + PieceLength < length; at += PieceStep) yield return Key(bytes.AsSpan(at, PieceLength), at == 0, isLast: false);
        var last = Math.Max(0, length - PieceLength);
        yield return Key(bytes.AsSpan(last, Math.Min(PieceLength, bytes.Length - last)), at == 0, isLast: true);
    }

    /// <summary>A piece as a number; a blank stands before the first piece of a word and behind the last.</summary>
    internal static ulong Key(ReadOnlySpan<byte> bytes, bool isFirst, bool isLast)
    {
        var key = isFirst ? (ulong)' ' : 0;
        foreach (var b in bytes) key = (key << 8) | b;
        return isLast ? (key << 8) | ' ' : key;
    }

    private static Table Read()
    {
        using var reader = new BinaryReader(new BrotliStream(DataFile.Open("Pages/Data/language-pieces.br"), CompressionMode.Decompress));
        var count = reader.ReadInt32();
        var weights = new Dictionary<ulong, (byte Language, byte Weight)[]>(count);
        for (var i = 0; i < count; i++)
        {
            var key = reader.ReadUInt64();
            var of = new (byte, byte)[reader.ReadByte()];
            for (var j = 0; j < of.Length; j++) of[j] = (reader.ReadByte(), reader.ReadByte());
            weights.Add(key, of);
        }

        return new Table(weights);
    }

    /// <summary>What each piece weighs for the languages that have it.</summary>
    private sealed class Table(Dictionary<ulong, (byte Language, byte Weight)[]> weights)
    {
        // taken off in the table, so that a weight fits a byte
        private const int Least = 53;

        public void Count(ulong piece, int[] scores)
        {
            foreach (var (language, weight) in weights.GetValueOrDefault(piece) ?? []) scores[language] += weight + Least;
        }
    }
}

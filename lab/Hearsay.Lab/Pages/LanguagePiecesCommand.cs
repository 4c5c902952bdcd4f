using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Hearsay.Pages;

namespace Hearsay.Lab.Pages;

/// <summary>
/// `lab language-pieces FOLDER`: writes the pieces of words by which a text's language is told from the npm package eld (2.1.0, unpacked), its smallest
/// table. The package writes a byte that is no letter of its own as another character; here every piece is its bytes again. The same package gives the
/// same bytes.
/// </summary>
internal static partial class LanguagePiecesCommand
{
    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The package's folder" };
        var command = new Command("language-pieces", "Writes the table by which a text's language is told.") { folder };
        command.SetAction(parsed =>
        {
            var source = Path.Combine(parsed.GetRequiredValue(folder), "src");
            var path = Path.Combine(LabData.Repository, "src", "Hearsay", "Pages", "Data", "language-pieces.br");
            File.WriteAllBytes(path, Pack(File.ReadAllText(Path.Combine(source, "ngrams", "extrasmall.js")), Letters(File.ReadAllText(Path.Combine(source, "dictionary.js")))));
            Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes");
            return 0;
        });
        return command;
    }

    private static byte[] Pack(string table, Dictionary<char, byte> letters)
    {
        var pieces = new SortedDictionary<ulong, (byte Language, byte Weight)[]>();
        foreach (Match match in Piece().Matches(table))
        {
            var piece = match.Groups["piece"].Value.Replace("\\", "", StringComparison.Ordinal);
            byte[] bytes = [.. piece.Trim(' ').Select(c => letters[c])];
            pieces.Add(TextLanguage.Key(bytes, piece[0] == ' ', piece[^1] == ' '), [.. match.Groups["weights"].Value.Split(',').Select(Weight)]);
        }

        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.SmallestSize)))
        {
            writer.Write(pieces.Count);
            foreach (var (key, weights) in pieces)
            {
                writer.Write(key);
                writer.Write((byte)weights.Length);
                foreach (var (language, weight) in weights) writer.Write([language, weight]);
            }
        }

        return packed.ToArray();
    }

    private static (byte, byte) Weight(string pair) =>
        pair.Split(':') is [var language, var weight]
            ? (byte.Parse(language, CultureInfo.InvariantCulture), byte.Parse(weight, CultureInfo.InvariantCulture))
            : throw new InvalidDataException(pair);

    /// <summary>The byte that each character of the package stands for: the place of the character in its list.</summary>
    private static Dictionary<char, byte> Letters(string dictionary) =>
        Entry().Matches(dictionary[dictionary.IndexOf('[', StringComparison.Ordinal)..])
            .Select((m, place) => (Character: m.Groups[1].Value[^1], Place: (byte)place))
            .Where(x => x.Character != ' ')
            .ToDictionary(x => x.Character, x => x.Place);

    [GeneratedRegex("""(?:'(?<piece>(?:\\.|[^'\\])+)'|"(?<piece>(?:\\.|[^"\\])+)"|(?<piece>\w+)):\{(?<weights>\d+:\d+(?:,\d+:\d+)*)\}""")]
    private static partial Regex Piece();

    [GeneratedRegex("""'(\\?.)'""")]
    private static partial Regex Entry();
}

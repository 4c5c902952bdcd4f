using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Hearsay.Lab.Language.WordVectors;

/// <summary>The words' vectors beside this code: each number in 1/254, a byte.</summary>
internal static class WordVectorFile
{
    private const float Unit = 1 / 254f;

    /// <summary>
    /// What a vector, of length 1 in the file, is multiplied by for the network: its numbers are then of the size that other rows have.
    /// </summary>
    private const float Length = 4;

    public static string Path => System.IO.Path.Combine(LabData.Repository, "lab", "Hearsay.Lab", "Language", "WordVectors", "word-vectors.br");

    public static List<(string Word, float[] Vector)> Read()
    {
        using var file = File.OpenRead(Path);
        using var brotli = new BrotliStream(file, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        var (count, dimensions) = (reader.ReadInt32(), reader.ReadInt32());
        string[] words = [.. Enumerable.Range(0, count).Select(_ => reader.ReadString())];
        return
        [
            .. words.Select(word =>
                (word, MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(dimensions)).ToArray().Select(b => b * Unit * Length).ToArray())
            ),
        ];
    }

    public static void Write(string path, IReadOnlyList<(string Word, float[] Vector)> words)
    {
        using var file = File.Create(path);
        using var brotli = new BrotliStream(file, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(brotli);
        writer.Write(words.Count);
        writer.Write(words[0].Vector.Length);
        foreach (var (word, _) in words) writer.Write(word);
        foreach (var (_, vector) in words)
        {
            foreach (var number in vector) writer.Write((sbyte)Math.Clamp(MathF.Round(number / Unit), -127, 127));
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Text;

/// <summary>Ids derived from content: the same content gives the same id on every machine.</summary>
public static class ContentId
{
    private const int Piece = 8192;

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    public static string Of(string text) => OfLines(text);

    /// <summary>
    /// The id of the lines that are there, with line feeds between them; a page may be long, so it is hashed piece by piece and not copied.
    /// </summary>
    internal static string OfLines(params ReadOnlySpan<string?> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoder = Encoding.UTF8.GetEncoder();
        Span<byte> bytes = new byte[Encoding.UTF8.GetMaxByteCount(Piece)];
        var first = true;
        foreach (var line in lines)
        {
            if (line is null) continue;
            if (!first) hash.AppendData(bytes[..encoder.GetBytes("\n", bytes, flush: false)]);
            first = false;
            for (var at = 0; at < line.Length; at += Piece)
                hash.AppendData(bytes[..encoder.GetBytes(line.AsSpan(at, Math.Min(Piece, line.Length - at)), bytes, flush: false)]);
        }
        hash.AppendData(bytes[..encoder.GetBytes([], bytes, flush: true)]);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

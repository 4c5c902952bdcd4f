using System.Globalization;
using System.IO.Compression;

namespace Hearsay.Sources;

/// <summary>How the content of an HTTP message is packed.</summary>
internal enum Coding
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>zlib, or the bare deflate that some servers send under its name.</summary>
    Deflate,

    /// <summary>Brotli.</summary>
    Brotli,

    /// <summary>In another way, or in several at once.</summary>
    Unknown,
}

/// <summary>
/// Packed bytes in, unpacked bytes out, within limits: no more than the limit in all, and from 1 MB on no more than 100 times the packed length. News
/// pages are packed to a fifth to a twentieth; what goes far beyond is made to fill the reader's memory.
/// </summary>
internal static class ContentCoding
{
    /// <summary>How many times its packed length content may unpack to.</summary>
    public const int MaxRatio = 100;

    private const int Unsuspicious = 1024 * 1024;

    /// <summary>What a Content-Encoding header names.</summary>
    public static Coding Of(string? header) => (header ?? "").Trim().ToLowerInvariant() switch
    {
        "" or "identity" or "none" or "utf-8" => Coding.None,
        "gzip" or "x-gzip" => Coding.Gzip,
        "deflate" => Coding.Deflate,
        "br" => Coding.Brotli,
        _ => Coding.Unknown,
    };

    /// <summary>False where bytes that are said to be packed plainly are not.</summary>
    public static bool LooksPacked(ReadOnlySpan<byte> bytes, Coding coding) => coding switch
    {
        Coding.Gzip => bytes is [0x1F, 0x8B, ..],
        Coding.Deflate or Coding.Brotli => bytes.Length > 0 && bytes.TrimStart(" \t\r\n\uFEFF"u8) is not [(byte)'<', ..],
        _ => false,
    };

    /// <summary>Unpacks a stream; or the reason why it cannot be.</summary>
    public static (byte[]? Content, string? Reason) Unpack(Stream packed, Coding coding, long limit)
    {
        using var counted = new CountedStream(packed);
        using var stream = Unpacked(counted, coding);
        using var content = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (Refusal(content.Length, counted.Count, limit) is { } reason) return (null, reason);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return (null, "its packed content is damaged");
        }
        return (content.ToArray(), null);
    }

    /// <summary>The stream that unpacks another one. Deflate is told from zlib by its first byte.</summary>
    public static Stream Unpacked(CountedStream packed, Coding coding) => coding switch
    {
        Coding.Gzip => new GZipStream(packed, CompressionMode.Decompress),
        Coding.Deflate => (packed.First() & 0x0F) == 8
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new DeflateStream(packed, CompressionMode.Decompress),
        Coding.Brotli => new BrotliStream(packed, CompressionMode.Decompress),
        _ => packed,
    };

    /// <summary>Why content is not unpacked further; null where it may be.</summary>
    public static string? Refusal(long unpacked, long packed, long limit)
    {
        if (unpacked > limit) return string.Create(CultureInfo.InvariantCulture, $"too large, the limit is {limit / 1048576.0:0.#} MB");
        return unpacked > Unsuspicious && unpacked > packed * MaxRatio ? $"it unpacks to more than {MaxRatio} times its size" : null;
    }
}

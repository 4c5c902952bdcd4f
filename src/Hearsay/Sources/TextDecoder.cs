using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Hearsay.Sources;

/// <summary>
/// Bytes in, text out, or the reason why they are none. The encoding is the one that a byte order mark names, else UTF-8 where the bytes are valid in
/// it, else what an HTML page says of itself, else what came with it, else what the statistics of UTF.Unknown find. Text that names an encoding its
/// bytes are not valid in is refused once more than one character in a hundred is lost.
/// Known limit: short texts in a single-byte encoding cannot be told from each other; they are read as Windows-1252.
/// </summary>
internal static partial class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The charset that a Content-Type header names; null where it names none.</summary>
    public static string? CharsetOf(string? contentType) =>
        contentType is null ? null
        : Parameter().Match(contentType) is { Success: true } match ? match.Groups[1].Value
        : null;

    /// <summary>
    /// Decodes the bytes; exactly one of text and reason is set. <paramref name="charset"/> is what the server or the archive says of them.
    /// </summary>
    public static (string? Text, string? Reason) Decode(byte[] bytes, bool isHtml, string? charset = null)
    {
        if (Magic(bytes) is { } kind) return (null, $"it is not text but {kind}");
        if (Marked(bytes) is var (encoding, skip))
            return Checked(encoding.GetString(bytes, skip, bytes.Length - skip), $"it is marked as {encoding.WebName}, but its bytes are not");
        if (Utf16WithoutMark(bytes) is { } wide) return Checked(wide.GetString(bytes), "its encoding cannot be told");
        if (Array.IndexOf(bytes, (byte)0) >= 0) return (null, "it is binary data, not text");
        if (IsUtf8(bytes) is { } text) return Checked(text, "it is binary data, not text");
        if (((isHtml ? Declared(bytes) : null) ?? Named(charset)) is { } declared)
            return Checked(declared.GetString(bytes), $"it says that it is {declared.WebName}, but its bytes are not");
        return Checked(Guessed(bytes), "its encoding cannot be told");
    }

    private static string? IsUtf8(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Guessed(byte[] bytes)
    {
        var detected = CharsetDetector.DetectFromBytes(bytes.Length > 200_000 ? bytes[..200_000] : bytes).Detected;
        var encoding = detected is { Confidence: >= 0.5f, Encoding: { } found } && found.CodePage != Encoding.UTF8.CodePage ? found : null;
        return (encoding ?? Mostly(bytes) ?? Encoding.GetEncoding(1252)).GetString(bytes);
    }

    /// <summary>UTF-8 with a few spoilt bytes is still UTF-8: multi-byte characters that are whole outnumber those that are not.</summary>
    private static Encoding? Mostly(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Count(c => c > 127 && c != '\uFFFD') > 2 * text.Count(c => c == '\uFFFD') ? Encoding.UTF8 : null;
    }

    private static (string? Text, string? Reason) Checked(string text, string reason)
    {
        var lost = 0;
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD') lost++;
            else if ((char.IsControl(c) && !char.IsWhiteSpace(c)) || c is '\uFFFE' or '\uFFFF') controls++;
        }
        if (controls * 50 > text.Length) return (null, "it is binary data, not text");
        return lost * 100 > text.Length ? (null, reason) : (text, null);
    }

    private static (Encoding Encoding, int Skip)? Marked(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static UnicodeEncoding? Utf16WithoutMark(byte[] bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        var sample = Math.Min(bytes.Length, 4000);
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }
        if (odd * 10 > sample * 4 && even * 50 < sample) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even * 10 > sample * 4 && odd * 50 < sample ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        return Charset().Match(head) is { Success: true } match ? Named(match.Groups[1].Value) : null;
    }

    private static Encoding? Named(string? name)
    {
        if (name is null) return null;
        try
        {
            // what browsers do with the label of the narrower set
            return
                name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
                || name.Equals("ascii", StringComparison.OrdinalIgnoreCase)
                || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
                ? Encoding.GetEncoding(1252)
                : Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Magic(byte[] bytes) => bytes switch
    {
        [0x25, 0x50, 0x44, 0x46, ..] => "a PDF",
        [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] => "a picture",
        [0x50, 0x4B, 3, 4, ..] => "a ZIP archive or an office document",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [0x7F, 0x45, 0x4C, 0x46, ..] or [0x4D, 0x5A, 0x90, 0, ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an office document",
        _ => null,
    };

    [GeneratedRegex(@"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}[""']?\s{0,5}([\w.:-]{2,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"charset\s{0,5}=\s{0,5}[""']?\s{0,5}([\w.:-]{2,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}

using System.Globalization;
using System.Text;

namespace Hearsay.Sources.Archives;

/// <summary>
/// An HTTP response as an archive keeps it: status, headers, and the body, from which chunks and packing are taken off where they are still on.
/// </summary>
internal sealed class HttpMessage
{
    private readonly byte[] content;

    private HttpMessage(int status, HeaderBlock headers, byte[] content) => (Status, Headers, this.content) = (status, headers, content);

    /// <summary>The status code.</summary>
    public int Status { get; }

    /// <summary>The headers.</summary>
    public HeaderBlock Headers { get; }

    /// <summary>Takes a message apart; null where it is none.</summary>
    public static HttpMessage? Read(ReadOnlySpan<byte> block)
    {
        var bytes = block.ToArray();
        var at = 0;
        var start = Line()?.Split(' ');
        if (start is not [var version, var code, ..] || !version.StartsWith("HTTP/", StringComparison.Ordinal)) return null;
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) || HeaderBlock.Read(Line) is not { } headers)
            return null;
        return new HttpMessage(status, headers, bytes[at..]);

        string? Line()
        {
            var end = bytes.AsSpan(at, Math.Min(bytes.Length - at, HeaderBlock.MaxLength)).IndexOf((byte)'\n');
            if (end < 0) return null;
            var line = Encoding.Latin1.GetString(bytes, at, end).TrimEnd('\r');
            at += end + 1;
            return line;
        }
    }

    /// <summary>
    /// The body; or the reason why there is none. Archives often keep the headers of a body that they have unpacked: what cannot be unpacked is taken
    /// as it is.
    /// </summary>
    public (byte[]? Body, string? Reason) Body(int limit)
    {
        var body = (Headers["transfer-encoding"] ?? "").Contains("chunked", StringComparison.OrdinalIgnoreCase)
            ? Joined(content) ?? content
            : content;
        var coding = ContentCoding.Of(Headers["content-encoding"]);
        if (coding == Coding.Unknown || !ContentCoding.LooksPacked(body, coding)) return (body, null);
        using var stream = new MemoryStream(body);
        return ContentCoding.Unpack(stream, coding, limit);
    }

    /// <summary>
    /// The chunks joined (RFC 9112, section 7.1); null where the first bytes are no chunk, and what there is where later ones break off.
    /// </summary>
    private static byte[]? Joined(byte[] chunked)
    {
        using var joined = new MemoryStream(chunked.Length);
        for (var at = 0; at < chunked.Length;)
        {
            var end = chunked.AsSpan(at, Math.Min(chunked.Length - at, 100)).IndexOf((byte)'\n');
            var digits = end < 0 ? "" : Encoding.Latin1.GetString(chunked, at, end).Split(';')[0].Trim();
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
                return at == 0 ? null : joined.ToArray();
            if (size == 0) break;
            at += end + 1;
            var part = Math.Min(size, chunked.Length - at);
            joined.Write(chunked, at, part);
            at += part;
            if (at < chunked.Length && chunked[at] == '\r') at++;
            if (at < chunked.Length && chunked[at] == '\n') at++;
        }
        return joined.ToArray();
    }
}

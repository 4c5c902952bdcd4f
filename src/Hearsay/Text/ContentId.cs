using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Text;

/// <summary>Ids derived from content: the same content gives the same id on every machine.</summary>
public static class ContentId
{
    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}

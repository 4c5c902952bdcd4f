using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Storage;

/// <summary>What tells whether two texts are the same.</summary>
internal static class TextHash
{
    /// <summary>
    /// The first 16 bytes of the SHA-256 of the text in UTF-8, every run of blanks as one: a page set with other line breaks has not changed.
    /// </summary>
    public static byte[] Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Storable.Of(text))
        {
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        if (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
        return SHA256.HashData(Encoding.UTF8.GetBytes(plain.ToString()))[..16];
    }
}

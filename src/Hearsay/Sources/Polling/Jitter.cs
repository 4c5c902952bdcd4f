using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Sources.Polling;

/// <summary>
/// Spreads times that would otherwise coincide. What is chance to the servers is none to a test: the same seed, key and number give the same part.
/// </summary>
internal static class Jitter
{
    /// <summary>The span, longer or shorter by up to <paramref name="part"/> of it.</summary>
    public static TimeSpan Of(TimeSpan span, double part, string key, long number, int seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {number} {key}")));
        var between = BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
        return span * (1 + (part * ((2 * between) - 1)));
    }
}

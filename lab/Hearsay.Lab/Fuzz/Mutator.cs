using System.Text;

namespace Hearsay.Lab.Fuzz;

/// <summary>
/// Seeds in, ever new inputs out: a seed, or two cut together, changed in a few places by bytes, lengths, repetitions and the words that the format
/// cares for. The same number gives the same input.
/// </summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, IReadOnlyList<string> words, int longest = 65536)
{
    private readonly byte[][] tokens = [.. words.Select(w => Encoding.Latin1.GetBytes(w))];

    /// <summary>The input with this number.</summary>
    public byte[] Input(int seed, long number)
    {
        var random = new Random(HashCode(seed, number));
        var bytes = new List<byte>(seeds[random.Next(seeds.Count)]);
        if (random.Next(4) == 0) Splice(bytes, seeds[random.Next(seeds.Count)], random);
        for (var changes = 1 << random.Next(6); changes > 0; changes--) Change(bytes, random);
        if (bytes.Count > longest) bytes.RemoveRange(longest, bytes.Count - longest);
        return [.. bytes];
    }

    private static int HashCode(int seed, long number) => unchecked((int)((seed * 0x9E3779B1L) ^ (number * 0x85EBCA77L)));

    private static void Splice(List<byte> bytes, byte[] other, Random random)
    {
        var (cut, from) = (random.Next(bytes.Count + 1), random.Next(other.Length + 1));
        bytes.RemoveRange(cut, bytes.Count - cut);
        bytes.AddRange(other[from..]);
    }

    private void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 << random.Next(10));
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4 when bytes.Count < longest:
                bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, Math.Min(length, 40)), random.Next(2, 60)).SelectMany(b => b));
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Range(0, random.Next(1, 8)).Select(_ => (byte)random.Next(256)));
                break;
            case 6 when random.Next(20) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 7:
                bytes.InsertRange(
                    at,
                    Encoding.ASCII.GetBytes(
                        random.Next(3) switch
                        {
                            0 => random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
                            1 => "-1",
                            _ => random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture),
                        }
                    )
                );
                break;
            default:
                bytes.InsertRange(at, tokens[random.Next(tokens.Length)]);
                break;
        }
    }
}

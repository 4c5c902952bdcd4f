namespace Hearsay.Language.Models;

/// <summary>The stretch of capitalised words that a word stands in, as far as it is looked at.</summary>
internal readonly record struct NameRun(int First, int Last)
{
    private const int Longest = 8;

    public static NameRun At(WordTable words, NameSight sight, int i)
    {
        var (first, last) = (i, i);
        while (first > 0 && i - first < Longest && sight.Kind(first - 1) is 2 or 3) first--;
        while (last + 1 < words.Count && last - i < Longest && sight.Kind(last + 1) is 2 or 3) last++;
        return new NameRun(first, last);
    }

    /// <summary>How far from its beginning and its end the word stands.</summary>
    public uint Place(int i) => (uint)(Math.Min(i - First, 3) * 4 + Math.Min(Last - i, 3));
}

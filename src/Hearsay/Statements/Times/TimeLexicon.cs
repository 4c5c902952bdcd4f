using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hearsay.Text;

namespace Hearsay.Statements.Times;

/// <summary>
/// A word of the time rules in small letters. <paramref name="Starts"/> says whether a rule begins at it, <paramref name="OpensHoliday"/> whether
/// names of holidays begin with it.
/// </summary>
internal sealed record TimeWord(string Text, WordClass Class, int Value, bool Starts, bool OpensHoliday);

/// <summary>
/// The word list of the time rules, read once from the embedded data. Nearly every word of a text is none of them, which two characters at each end
/// tell without a look at the list.
/// </summary>
internal sealed class TimeLexicon
{
    private const int Bits = 12;

    /// <summary>Small letters for two characters: those of the words are ASCII, and a letter that is not does not become one.</summary>
    private const uint Small = 0x0020_0020;

    private readonly TimeWord[] words = Load();
    private readonly int longest;

    /// <summary>By the hash of a word's ends: the number of the first word with it, plus 1.</summary>
    private readonly ushort[] firsts = new ushort[1 << Bits];

    /// <summary>For each word the next one with its hash.</summary>
    private readonly ushort[] others;

    private TimeLexicon()
    {
        others = new ushort[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var text = words[i].Text;
            ref var head = ref firsts[Hash(ref MemoryMarshal.GetReference(text.AsSpan()), text.Length)];
            (others[i], head) = (head, (ushort)(i + 1));
            longest = Math.Max(longest, text.Length);
        }
    }

    public static TimeLexicon Shared { get; } = new();

    /// <summary>
    /// The word, in any case, of which the letters from <paramref name="first"/> on are made; null for one that is not in the list.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TimeWord? Find(ref char first, int length)
    {
        if (length < 2 || length > longest) return null;
        var at = firsts[Hash(ref first, length)];
        return at == 0 ? null : Compare(ref first, length, at);
    }

    private TimeWord? Compare(ref char first, int length, int at)
    {
        for (; at != 0; at = others[at - 1])
        {
            var word = words[at - 1];
            if (
                word.Text.Length == length
                && MemoryMarshal.CreateReadOnlySpan(ref first, length).Equals(word.Text, StringComparison.OrdinalIgnoreCase)
            )
                return word;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ref char first, int length)
    {
        var head = Two(ref first) | Small;
        var tail = Two(ref Unsafe.Add(ref first, length - 2)) | Small;
        return (int)(((head * 0x9E3779B1u) ^ ((tail + (uint)length) * 0x85EBCA6Bu)) >> (32 - Bits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Two(ref char at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.As<char, byte>(ref at));

    private static TimeWord[] Load()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Statements/Data/time-words.txt"))
        {
            var parts = line.Split(' ');
            var (kind, value) = (Enum.Parse<WordClass>(parts[0], ignoreCase: true), int.Parse(parts[1], CultureInfo.InvariantCulture));
            foreach (var word in parts.AsSpan(2)) words.Add(word, new TimeWord(word, kind, value, true, false));
        }

        foreach (var word in Holidays.FirstWords)
        {
            words[word] = words.TryGetValue(word, out var known)
                ? known with
                {
                    OpensHoliday = true,
                }
                : new TimeWord(word, WordClass.Holiday, 0, true, true);
        }

        foreach (var word in TimeScanner.PhraseWords) words.TryAdd(word, new TimeWord(word, WordClass.None, 0, true, false));
        return [.. words.Values.OrderBy(w => w.Text, StringComparer.Ordinal)];
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Hearsay.Briefings;

/// <summary>What happened to a stretch of a quote.</summary>
internal enum Edit
{
    /// <summary>Both wordings have it.</summary>
    Kept,

    /// <summary>The fullest wording has it, within what is quoted; this one does not.</summary>
    Cut,

    /// <summary>The fullest wording goes on before or after what is quoted.</summary>
    Outside,

    /// <summary>Only this wording has it.</summary>
    Added,
}

/// <summary>A stretch of words with one fate.</summary>
internal readonly record struct EditedWords(Edit Edit, string Words);

/// <summary>
/// Two wordings of one utterance in, the words that were kept, cut and added out: a longest common subsequence of words, which differ only where a
/// letter or digit does. Quotes beyond <see cref="MostWords"/> words are not compared: the wording is then given as it stands.
/// </summary>
internal static class QuoteDifference
{
    private const int MostWords = 400;

    public static ImmutableArray<EditedWords> Of(string fullest, string wording)
    {
        var (old, now) = (Split(fullest), Split(wording));
        if (old.Length > MostWords || now.Length > MostWords || old.Length == 0 || now.Length == 0)
        {
            return [new EditedWords(Edit.Kept, string.Join(' ', now))];
        }

        var edits = Walk(old, now, CommonLengths(old, now));
        return Joined(edits);
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A word as it is compared: letters and digits in lower case; marks alone stand for themselves.</summary>
    private static string Key(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant() is { Length: > 0 } key ? key : word;

    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var (a, b) = (old.Select(Key).ToArray(), now.Select(Key).ToArray());
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = a[i] == b[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static List<(Edit Edit, string Word)> Walk(string[] old, string[] now, int[,] lengths)
    {
        var edits = new List<(Edit, string)>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && Key(old[i]) == Key(now[j]))
            {
                edits.Add((Edit.Kept, now[j]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                edits.Add((Edit.Cut, old[i++]));
            }
            else
            {
                edits.Add((Edit.Added, now[j++]));
            }
        }

        return edits;
    }

    /// <summary>
    /// Neighbours with one fate in one stretch; what is cut before the first and after the last word of the wording lies outside of it.
    /// </summary>
    private static ImmutableArray<EditedWords> Joined(List<(Edit Edit, string Word)> edits)
    {
        var first = edits.FindIndex(e => e.Edit != Edit.Cut);
        var last = edits.FindLastIndex(e => e.Edit != Edit.Cut);
        var built = ImmutableArray.CreateBuilder<EditedWords>();
        for (var i = 0; i < edits.Count;)
        {
            var edit = Fate(i);
            var words = new StringBuilder(edits[i].Word);
            while (++i < edits.Count && Fate(i) == edit)
            {
                words.Append(' ').Append(edits[i].Word);
            }

            built.Add(new EditedWords(edit, words.ToString()));
        }

        return built.ToImmutable();

        Edit Fate(int i) => edits[i].Edit == Edit.Cut && (i < first || i > last) ? Edit.Outside : edits[i].Edit;
    }
}

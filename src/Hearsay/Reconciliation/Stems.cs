using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>
/// What a word is compared by: its form without inflection and the commonest derivations, so that the verb and the noun of one event meet ("deploys",
/// "deployment"), then the first word of its synonym class (Data/synonyms.txt). Suffix stripping after Porter 1980, shortened; English only.
/// </summary>
internal static class Stems
{
    private static readonly string[] Derivations = ["ations", "ation", "ments", "ment", "ions", "ion", "ness", "fully", "ally", "ly", "ful"];

    private static readonly FrozenDictionary<string, string> Classes = ReadClasses();

    private static readonly FrozenSet<string> Function = DataFile
        .Lines("Reconciliation/Data/function-words.txt")
        .SelectMany(l => l.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for words that carry no content of their own ("the", "would", "said").</summary>
    public static bool IsFunction(string form) => Function.Contains(form);

    /// <summary>The stem, or the name of the synonym class, of a word in lower case.</summary>
    public static string Of(string form)
    {
        if (Classes.TryGetValue(form, out var whole)) return whole;
        var stem = Stripped(form);
        return Classes.GetValueOrDefault(stem, stem);
    }

    private static string Stripped(string form)
    {
        if (form.Length < 4 || char.IsAsciiDigit(form[0])) return form;
        var word = form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] : form.TrimEnd('\'');
        word = WithoutPlural(word);
        foreach (var suffix in Derivations)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal) || word.Length - suffix.Length < 4) continue;
            word = word[..^suffix.Length];
            break;
        }

        return Ending(WithoutParticiple(word));
    }

    private static string WithoutPlural(string word)
    {
        if (word.Length < 4 || word[^1] != 's') return word;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        if (
            word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal)
        )
            return word[..^2];
        return word[^2] is 's' or 'u' or 'i' ? word : word[..^1];
    }

    private static string WithoutParticiple(string word)
    {
        var cut =
            word.EndsWith("ing", StringComparison.Ordinal) ? 3
            : word.EndsWith("ied", StringComparison.Ordinal) ? 2
            : word.EndsWith("ed", StringComparison.Ordinal) ? 2
            : 0;
        if (cut == 0 || word.Length - cut < 3 || !word.AsSpan(0, word.Length - cut).ContainsAny("aeiouy")) return word;
        var stem = word[..^cut];
        return stem.Length > 3 && stem[^1] == stem[^2] && !"lsz".Contains(stem[^1], StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    private static string Ending(string word) =>
        word.Length < 4 ? word
        : word[^1] == 'e' ? word[..^1]
        : word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "i"
        : word;

    private static FrozenDictionary<string, string> ReadClasses()
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in DataFile.Lines("Reconciliation/Data/synonyms.txt").Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            foreach (var word in words)
            {
                classes.TryAdd(word, "=" + words[0]);
                classes.TryAdd(Stripped(word), "=" + words[0]);
            }
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

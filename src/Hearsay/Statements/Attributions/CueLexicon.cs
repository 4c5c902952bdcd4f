using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Statements.Attributions;

/// <summary>The verbs and nouns that report, by every form they take. Word lists: Data/cue-verbs.txt, cue-nouns.txt, cue-irregular.txt.</summary>
internal static class CueLexicon
{
    private static readonly FrozenDictionary<string, ImmutableArray<CueVerb>> Forms = BuildForms();
    private static readonly FrozenDictionary<string, CueForce> Nouns = BuildNouns();

    /// <summary>The verbs that <paramref name="form"/> may be a form of; empty where it is none.</summary>
    public static ImmutableArray<CueVerb> Verbs(string form) => Forms.TryGetValue(form.ToLowerInvariant(), out var found) ? found : [];

    /// <summary>The force of a noun that reports, in the singular or plural; null where it is none.</summary>
    public static CueForce? Noun(string form) => Nouns.TryGetValue(form.ToLowerInvariant(), out var force) ? force : null;

    private static FrozenDictionary<string, ImmutableArray<CueVerb>> BuildForms()
    {
        var irregular = DataFile
            .Lines("Statements/Data/cue-irregular.txt")
            .Select(l => l.Split(' '))
            .ToDictionary(l => l[0], l => l[1..], StringComparer.Ordinal);
        var forms = new Dictionary<string, List<CueVerb>>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Statements/Data/cue-verbs.txt"))
        {
            var verb = Parse(line.Split(' '));
            foreach (var form in Inflect(verb.Lemma, irregular.GetValueOrDefault(verb.Lemma)).Distinct())
            {
                if (!forms.TryGetValue(form, out var list)) forms[form] = list = [];
                list.Add(verb);
            }
        }
        return forms.ToFrozenDictionary(f => f.Key, f => f.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static CueVerb Parse(string[] fields)
    {
        var dash = fields[0].IndexOf('-', StringComparison.Ordinal);
        var plus = fields[2].IndexOf('+', StringComparison.Ordinal);
        var letters = plus < 0 ? fields[2] : fields[2][..plus];
        var frames = letters.Aggregate(CueFrames.None, (all, letter) => all | Frame(letter));
        return new CueVerb(
            dash < 0 ? fields[0] : fields[0][..dash],
            dash < 0 ? null : fields[0][(dash + 1)..],
            Enum.Parse<CueForce>(fields[1], ignoreCase: true),
            frames,
            plus < 0 ? [] : [.. fields[2][(plus + 1)..].Split(',')]);
    }

    private static CueFrames Frame(char letter) => letter switch
    {
        'c' => CueFrames.Clause,
        'n' => CueFrames.Object,
        't' => CueFrames.Infinitive,
        'r' => CueFrames.Recipient,
        'a' => CueFrames.Predicate,
        'q' => CueFrames.Quotation,
        'o' => CueFrames.ObjectInfinitive,
        'm' => CueFrames.Measure,
        _ => throw new FormatException($"no frame is called {letter}"),
    };

    /// <summary>
    /// All forms of a verb. Where spelling alone does not tell whether the last letter doubles, both are given: the wrong one is no word.
    /// </summary>
    private static IEnumerable<string> Inflect(string lemma, string[]? irregular)
    {
        yield return lemma;
        var consonantY = lemma.EndsWith('y') && lemma.Length > 1 && !IsVowel(lemma[^2]);
        if (consonantY) yield return lemma[..^1] + "ies";
        else if (
            lemma[^1] is 's' or 'x' or 'z' or 'o'
            || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal)
        )
            yield return lemma + "es";
        else yield return lemma + "s";
        var stem = lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma[..^1] : lemma;
        yield return stem + "ing";
        var doubles = lemma.Length > 2 && !IsVowel(lemma[^1]) && lemma[^1] is not ('w' or 'x' or 'y') && IsVowel(lemma[^2]);
        if (doubles) yield return lemma + lemma[^1] + "ing";
        if (irregular is not null)
        {
            foreach (var form in irregular) yield return form;
            yield break;
        }
        yield return consonantY ? lemma[..^1] + "ied" : lemma.EndsWith('e') ? lemma + "d" : lemma + "ed";
        if (doubles) yield return lemma + lemma[^1] + "ed";
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, CueForce> BuildNouns()
    {
        var nouns = new Dictionary<string, CueForce>(StringComparer.Ordinal);
        foreach (var fields in DataFile.Lines("Statements/Data/cue-nouns.txt").Select(l => l.Split(' ')))
        {
            var force = Enum.Parse<CueForce>(fields[1], ignoreCase: true);
            nouns[fields[0]] = force;
            nouns[
                fields[0].EndsWith('y') ? fields[0][..^1] + "ies"
                : fields[0].EndsWith("is", StringComparison.Ordinal) ? fields[0][..^2] + "es"
                : fields[0] + "s"
            ] = force;
        }
        return nouns.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

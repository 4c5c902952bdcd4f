using Hearsay.Text;

namespace Hearsay.Language.Models;

/// <summary>
/// Dictionary forms. Method: a table of words whose form does not follow the rules, else the rule of the longest known ending for the tag: cut so
/// many letters, add these. Both were counted on the treebanks.
/// </summary>
internal sealed class Lemmatizer
{
    /// <summary>Longest ending that a rule looks at.</summary>
    public const int LongestEnding = 5;

    private readonly Dictionary<string, string> exceptions;
    private readonly Dictionary<string, string> rules;
    private readonly Dictionary<string, string> irregular = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> exceptionLookup;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> irregularLookup;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ruleLookup;

    private static readonly Lazy<(string Form, string Lemma)[]> Irregular = new(() =>
        [.. DataFile.Lines("Language/Data/irregular-verbs.txt").Select(l => l.Split(' ')).SelectMany(l => l[1..].Select(form => (form, l[0])))]
    );

    /// <summary>
    /// Keys are the tag as a character (its number + 'A') and the word or ending in lower case; a rule is the number of letters to cut and the
    /// letters to add.
    /// </summary>
    public Lemmatizer(Dictionary<string, string> exceptions, Dictionary<string, string> rules, TagSet tags)
    {
        // An irregular verb keeps its form where the tagger took one of its tenses for another.
        foreach (var (key, lemma) in exceptions.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (tags.Upos((byte)(key[0] - 'A')) == Upos.Verb) irregular.TryAdd(key[1..], lemma);
        }

        foreach (var (form, lemma) in Irregular.Value) irregular.TryAdd(form, lemma);
        (this.exceptions, this.rules) = (exceptions, rules);
        exceptionLookup = exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
        irregularLookup = irregular.GetAlternateLookup<ReadOnlySpan<char>>();
        ruleLookup = rules.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Lemma(string form, byte tag, Upos upos)
    {
        if (upos is Upos.Punct or Upos.Sym or Upos.X || form.Length > 30) return form;
        Span<char> key = stackalloc char[form.Length + 1];
        key[0] = (char)('A' + tag);
        form.AsSpan().ToLowerInvariant(key[1..]);
        key.Replace('’', '\'');
        if (exceptionLookup.TryGetValue(key, out var known)) return known;
        if (upos == Upos.Verb && irregularLookup.TryGetValue(key[1..], out known)) return known;
        var word = upos == Upos.Propn ? form.AsSpan() : key[1..];
        Span<char> ending = stackalloc char[LongestEnding + 1];
        ending[0] = key[0];
        for (var n = Math.Min(LongestEnding, form.Length - 1); n >= 0; n--)
        {
            key[(key.Length - n)..].CopyTo(ending[1..]);
            if (ruleLookup.TryGetValue(ending[..(n + 1)], out var rule)) return Apply(word, rule);
        }

        return word.SequenceEqual(form) ? form : word.ToString();
    }

    private static string Apply(ReadOnlySpan<char> word, string rule)
    {
        var cut = Math.Min(rule[0] - '0', word.Length);
        return string.Concat(word[..^cut], rule.AsSpan(1));
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var table in new[] { exceptions, rules })
        {
            writer.Write(table.Count);
            foreach (var (key, value) in table.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                writer.Write(key);
                writer.Write(value);
            }
        }
    }

    public static Lemmatizer Read(BinaryReader reader, TagSet tags) => new(ReadTable(reader), ReadTable(reader), tags);

    private static Dictionary<string, string> ReadTable(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var table = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) table.Add(reader.ReadString(), reader.ReadString());
        return table;
    }
}

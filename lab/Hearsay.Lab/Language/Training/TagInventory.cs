using Hearsay.Language;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Counts over the training part: the tag classes, the lexicon, the usual features, the lemma rules.</summary>
internal sealed class TagInventory
{
    private const int RarestClass = 5;

    /// <summary>A word met so often that had another tag at most once in <see cref="SureShare"/> times has no other.</summary>
    private const int SureCount = 20;
    private const int SureShare = 100;
    private readonly Dictionary<string, byte> classes = new(StringComparer.Ordinal);

    public TagInventory(IReadOnlyList<GoldSentence> train)
    {
        var words = train.SelectMany(s => s.Words).ToList();
        var counts = words.CountBy(Name).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, count) in counts)
        {
            if (count >= RarestClass) classes.Add(name, (byte)classes.Count);
            else
                classes.Add(
                    name,
                    counts.FirstOrDefault(c => c.Key.StartsWith(name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)], StringComparison.Ordinal))
                        is { Key: { } usual }
                        ? classes[usual]
                        : (byte)0
                );
        }

        var names = counts.Where(c => c.Value >= RarestClass).Select(c => c.Key).ToArray();
        var features = names
            .Select((_, i) => words.Where(w => ClassOf(w) == i).CountBy(w => w.Features).OrderByDescending(c => c.Value).First().Key)
            .ToArray();
        Tags = new TagSet(names, features);
        Features = words.GroupBy(w => Key(w, ClassOf(w)), StringComparer.Ordinal)
            .Select(g =>
                (g.Key, Usual: g.CountBy(w => w.Features).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First())
            )
            .Where(g => g.Usual.Value >= 2 && g.Usual.Key != features[g.Key[0] - 'A'])
            .ToDictionary(g => g.Key, g => g.Usual.Key, StringComparer.Ordinal);
    }

    public TagSet Tags { get; }

    public Dictionary<string, string> Features { get; }

    /// <summary>The number of the word's class; the first one's where only a part held back has its class.</summary>
    public byte ClassOf(GoldWord word) => classes.GetValueOrDefault(Name(word));

    /// <summary>The words met at least twice, each with the number of its set of tags.</summary>
    public Lexicon Lexicon(IReadOnlyList<GoldSentence> train)
    {
        var sets = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var entries = new Dictionary<uint, LexiconEntry>();
        var nothing = new Lexicon([]);
        foreach (var group in train.SelectMany(s => s.Words).GroupBy(w => WordSight.Of(w.Form, nothing).Lower).OrderBy(g => g.Key))
        {
            var count = group.Count();
            if (count < 2) continue;
            var set = string.Join(
                ' ',
                group.CountBy(ClassOf).Where(c => c.Value * 20 >= count).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(4).Select(c => c.Key)
            );
            if (!sets.TryGetValue(set, out var number)) sets.Add(set, number = (ushort)(sets.Count + 1));
            var usual = group.CountBy(ClassOf).OrderByDescending(c => c.Value).ThenBy(c => c.Key).First();
            entries[group.Key] = new LexiconEntry(
                number,
                count >= SureCount && (count - usual.Value) * SureShare <= count ? (byte)(usual.Key + 1) : (byte)0
            );
        }

        return new Lexicon(entries);
    }

    public Lemmatizer Lemmatizer(IReadOnlyList<GoldSentence> train)
    {
        var usual = train
            .SelectMany(s => s.Words)
            .Where(w => w.Lemma is not ("_" or "") && w.Upos is not ("PUNCT" or "SYM" or "X"))
            .GroupBy(w => Key(w, ClassOf(w)), StringComparer.Ordinal)
            .Select(g =>
                (
                    g.Key,
                    Form: g.First(),
                    Lemma: g.CountBy(w => w.Upos == "PROPN" ? w.Lemma : w.Lemma.ToLowerInvariant())
                        .OrderByDescending(c => c.Value)
                        .ThenBy(c => c.Key, StringComparer.Ordinal)
                        .First()
                        .Key,
                    Count: g.Count()
                )
            )
            .OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var votes = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (key, form, lemma, count) in usual)
        {
            var rule = Rule(form.Upos == "PROPN" ? form.Form : key[1..], lemma);
            for (var n = 0; n <= Hearsay.Language.Models.Lemmatizer.LongestEnding && n < key.Length; n++)
            {
                var ending = key[0] + key[^n..];
                if (n == key.Length - 1) ending = key;
                if (!votes.TryGetValue(ending, out var rules)) votes.Add(ending, rules = new Dictionary<string, int>(StringComparer.Ordinal));
                rules[rule] = rules.GetValueOrDefault(rule) + 1;
            }
        }

        var best = votes.ToDictionary(
            v => v.Key,
            v => v.Value.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).First(),
            StringComparer.Ordinal
        );
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (ending, rule) in best.OrderBy(b => b.Key.Length).ThenBy(b => b.Key, StringComparer.Ordinal))
        {
            var shorter = Longest(kept, ending[0] + ending[Math.Min(2, ending.Length)..]);
            if (ending.Length == 1 || (rule.Value >= 2 && rule.Key != shorter)) kept[ending] = rule.Key;
        }

        var table = new Lemmatizer(new Dictionary<string, string>(StringComparer.Ordinal), kept, Tags);
        var exceptions = usual
            .Where(u => table.Lemma(u.Form.Form, (byte)(u.Key[0] - 'A'), Tags.Upos((byte)(u.Key[0] - 'A'))) != u.Lemma)
            .ToDictionary(u => u.Key, u => u.Lemma, StringComparer.Ordinal);
        return new Lemmatizer(exceptions, kept, Tags);
    }

    private static string? Longest(Dictionary<string, string> rules, string ending)
    {
        for (var n = ending.Length - 1; n >= 0; n--)
        {
            if (rules.TryGetValue(ending[0] + ending[(ending.Length - n)..], out var rule)) return rule;
        }

        return null;
    }

    private static string Rule(string form, string lemma)
    {
        var same = 0;
        while (same < form.Length && same < lemma.Length && form[same] == lemma[same]) same++;
        return (char)('0' + form.Length - same) + lemma[same..];
    }

    private static string Key(GoldWord word, byte tag) => (char)('A' + tag) + word.Form.ToLowerInvariant().Replace('’', '\'');

    private static string Name(GoldWord word) => $"{word.Upos}/{word.Xpos}";
}

using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>Turns sentences of the corpora into what the encoder learns from; those longer than it reads at once are left out.</summary>
internal sealed class EncoderExamples(LanguageModel model, WordPieces pieces)
{
    private readonly bool[] isProper = NameTagger.ProperTags(model.Tags);
    private readonly Dictionary<string, int> tags = Enumerable
        .Range(0, model.Tags.Count)
        .ToDictionary(t => $"{model.Tags.Upos((byte)t).ToString().ToUpperInvariant()}/{model.Tags.Xpos((byte)t)}", t => t, StringComparer.Ordinal);
    private readonly Dictionary<string, int> relations = model
        .Parser!.Relations.Index()
        .ToDictionary(r => r.Item, r => r.Index, StringComparer.Ordinal);
    private readonly WordTable words = new();
    private readonly NameSight sight = new();
    private readonly NameEvidence evidence = new();

    /// <summary>The names of the tag classes, by number.</summary>
    public string[] TagNames => [.. tags.OrderBy(t => t.Value).Select(t => t.Key)];

    /// <summary>
    /// The sentences text by text; their trees are learned where <paramref name="withTree"/> says so, their names where <paramref name="withNames"/>.
    /// </summary>
    public List<EncoderExample> Of(IEnumerable<NamedSentence> sentences, Func<NamedSentence, bool> withTree, bool withNames)
    {
        var all = new List<EncoderExample>();
        foreach (var document in sentences.GroupBy(s => s.Document))
        {
            evidence.Clear();
            foreach (var sentence in document)
            {
                evidence.Begin();
                foreach (var word in sentence.Words) evidence.See(word);
            }

            foreach (var sentence in document)
            {
                if (Cut(sentence.Words) is not { } cut) continue;
                var example = WithRows(cut, sentence);
                if (withTree(sentence)) example = WithTree(example, sentence.Tree!);
                all.Add(withNames ? example with { Names = Allowed(sentence), Corpus = sentence.Corpus } : example);
            }
        }

        return all;
    }

    private EncoderExample? Cut(string[] forms)
    {
        var (ids, firsts, shapes) = (new List<int> { pieces.Before }, new int[forms.Length], new int[forms.Length]);
        var first = true;
        for (var i = 0; i < forms.Length; i++)
        {
            firsts[i] = ids.Count;
            shapes[i] = WordShape.Of(forms[i], first);
            first &= !WordShape.IsWord(forms[i]);
            pieces.Cut(forms[i], ids);
        }

        ids.Add(pieces.Behind);
        return ids.Count > EncoderShape.Longest || forms.Length == 0 ? null : new EncoderExample([.. ids], firsts, shapes);
    }

    private EncoderExample WithRows(EncoderExample example, NamedSentence sentence)
    {
        words.Clear();
        foreach (var word in sentence.Words) words.Add(word, model.Lexicon);
        // A word known from this sentence's own fold alone would not be known elsewhere
        for (var i = 0; i < words.Count && sentence.Tags is { } fold; i++)
        {
            if (fold.Lexicon.Find(words[i].Lower).TagSet == 0) words[i].TagSet = 0;
        }

        var given = sentence.Tags?.Tags ?? new byte[words.Count];
        if (sentence.Tags is null) model.Tagger.Tag(words, given);
        sight.Fill(words, given, isProper, evidence);
        var (rows, starts, buffer) = (new List<short>(), new int[words.Count + 1], new int[NameRows.Most]);
        for (var i = 0; i < words.Count; i++)
        {
            starts[i] = rows.Count;
            var n = NameRows.Fill(words, sight, i, buffer);
            rows.AddRange(buffer.Take(n).Select(r => (short)r));
        }

        starts[^1] = rows.Count;
        return example with { NameRows = [.. rows], NameStarts = starts };
    }

    private EncoderExample WithTree(EncoderExample example, GoldWord[] tree) =>
        example with
        {
            Heads = [.. tree.Select(w => w.Head + 1)],
            Relations = [.. tree.Select(w => RelationOf(w.Relation))],
            Tags = [.. tree.Select(TagOf)],
        };

    private int RelationOf(string relation) =>
        relations.TryGetValue(relation, out var n) || relations.TryGetValue(TreeScores.Universal(relation).ToString(), out n) ? n : 0;

    private int TagOf(GoldWord word) =>
        tags.TryGetValue($"{word.Upos}/{word.Xpos}", out var tag) ? tag
        : tags.Where(t => t.Key.StartsWith(word.Upos + "/", StringComparison.Ordinal)).Select(t => t.Value).Order().FirstOrDefault();

    /// <summary>The classes that may be right: the marked one; where other names are not marked, "outside" may as well be part of one.</summary>
    private static uint[] Allowed(NamedSentence sentence)
    {
        var labels = sentence.Labels;
        var others = 0u;
        for (var position = 0; position < 4; position++)
            others |= 1u << NamePath.ClassOf(NameType.Other, (position & 1) != 0, (position & 2) != 0);
        return [.. labels.Select((label, i) =>
        {
            if (label == 0) return sentence.MarksOther ? 1u : 1u | others;
            var (kind, further) = ((label - 1) / 2, (byte)((label + 1) / 2 * 2));
            var first = label % 2 == 1 || i == 0 || (labels[i - 1] != label && labels[i - 1] != label - 1);
            var last = i + 1 == labels.Length || labels[i + 1] != further;
            return 1u << NamePath.ClassOf((NameType)kind, first, last);
        })];
    }
}

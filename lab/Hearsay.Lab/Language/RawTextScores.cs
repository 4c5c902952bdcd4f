using Hearsay.Language;

namespace Hearsay.Lab.Language;

/// <summary>
/// Trees from raw text, scored as in the CoNLL 2018 shared task: a word is right where its ends, its head's ends and, for LAS, its universal relation
/// are; F1 over the words of both sides.
/// </summary>
internal static class RawTextScores
{
    private readonly record struct Arc((int, int) Word, (int, int) Head);

    public static (double Uas, double Las) Score(IEnumerable<GoldSentence> gold)
    {
        var (heads, relations) = (new Counts(), new Counts());
        foreach (var document in gold.GroupBy(s => s.Document))
        {
            var wanted = Wanted(document);
            var found = Found(SegmentationScores.Read(SegmentationScores.RawText(document)));
            var right = found.Where(f => wanted.ContainsKey(f.Key)).ToList();
            heads.Add(wanted.Count, found.Count, right.Count);
            relations.Add(
                wanted.Count,
                found.Count,
                right.Count(f => TreeScores.Universal(f.Value).SequenceEqual(TreeScores.Universal(wanted[f.Key])))
            );
        }

        return (heads.F1, relations.F1);
    }

    /// <summary>Places count the characters that are no white space, which the text and its words have in common.</summary>
    private static Dictionary<Arc, string> Wanted(IEnumerable<GoldSentence> document)
    {
        var all = new Dictionary<Arc, string>();
        var at = 0;
        foreach (var sentence in document)
        {
            var places = new (int Start, int End)[sentence.Words.Length];
            for (var i = 0; i < places.Length; i++) places[i] = (at, at += sentence.Words[i].Form.Count(c => !Tokenizer.IsSpace(c)));
            for (var i = 0; i < places.Length; i++)
            {
                var word = sentence.Words[i];
                all[new Arc(places[i], word.Head < 0 ? (-1, -1) : places[word.Head])] = word.Relation;
            }
        }

        return all;
    }

    private static Dictionary<Arc, string> Found(Reading reading)
    {
        var before = new int[reading.Text.Length + 1];
        for (var i = 0; i < reading.Text.Length; i++) before[i + 1] = before[i] + (Tokenizer.IsSpace(reading.Text[i]) ? 0 : 1);
        return reading.Tokens.ToDictionary(t => new Arc(Place(t), t.Head < 0 ? (-1, -1) : Place(reading.Tokens[t.Head])), t => t.Relation);

        (int, int) Place(Token token) => (before[token.Span.Start], before[token.Span.End]);
    }
}

namespace Hearsay.Language.Models;

/// <summary>
/// Sets right what the parser sometimes gets wrong in "The road, officials said, will stay closed": a verb has one subject. Where a verb was given
/// two before it and a clause without one behind it, the first subject is the clause's, the clause takes the verb's place and the verb hangs on it as
/// parataxis, as the treebanks draw it.
/// </summary>
internal sealed class ReportingClauses(string[] relations)
{
    private readonly int clause = Array.IndexOf(relations, "ccomp");
    private readonly int parataxis = Array.IndexOf(relations, "parataxis");

    public void SetRight(ReadOnlySpan<KnownWord> words, Span<int> heads, Span<byte> labels)
    {
        Span<bool> quoted = words.Length <= 1024 ? stackalloc bool[words.Length] : new bool[words.Length];
        var open = false;
        for (var i = 0; i < words.Length; i++) quoted[i] = open ^= WordRows.IsQuoteMark(words[i].Sight);
        for (var word = 0; word < heads.Length; word++)
        {
            // A clause in quotation marks is no modifier of the speaker behind it: it is what the speaker's verb says.
            var speaker = heads[word];
            if (
                speaker <= word
                || !quoted[word]
                || quoted[speaker]
                || !IsSubject(labels[speaker])
                || heads[speaker] < 0
                || !HasSubject(heads, labels, word)
            )
                continue;
            (heads[word], labels[word]) = (heads[speaker], (byte)clause);
        }

        for (var verb = 0; verb < heads.Length; verb++)
        {
            var (first, second, content) = (-1, -1, -1);
            for (var i = Math.Max(0, verb - 60); i < Math.Min(heads.Length, verb + 60); i++)
            {
                if (heads[i] != verb) continue;
                if (i < verb && IsSubject(labels[i])) (first, second) = first < 0 ? (i, -1) : (first, i);
                else if (i > verb && content < 0 && (labels[i] == clause || labels[i] == parataxis)) content = i;
            }

            if (second < 0 || content < 0 || HasSubject(heads, labels, content)) continue;
            heads[content] = heads[verb];
            labels[content] = labels[verb];
            heads[verb] = content;
            labels[verb] = (byte)parataxis;
            heads[first] = content;
        }
    }

    private bool IsSubject(byte label) => relations[label].StartsWith("nsubj", StringComparison.Ordinal);

    private bool HasSubject(ReadOnlySpan<int> heads, ReadOnlySpan<byte> labels, int word)
    {
        for (var i = Math.Max(0, word - 30); i < Math.Min(heads.Length, word + 10); i++)
        {
            if (heads[i] == word && IsSubject(labels[i])) return true;
        }

        return false;
    }
}

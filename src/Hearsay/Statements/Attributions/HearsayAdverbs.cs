using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>"The mayor reportedly left", "for allegedly taking bribes": somebody says so, the text does not tell who.</summary>
internal static class HearsayAdverbs
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.Is(i, SpeechWord.Hearsay) && words.IsOpen(i) && Read(words, i) is { } draft)
                yield return draft;
        }
    }

    private static Draft? Read(Words words, int adverb)
    {
        var reading = words.Reading;
        var head = reading.Tokens[adverb].Head;
        if (head < 0 || adverb >= words.LastWord(adverb)) return null;
        var draft = new Draft
        {
            Head = adverb,
            Force = words[adverb] == "reportedly" ? CueForce.Said : CueForce.Claimed,
            Cue = new TokenRange(adverb, adverb),
            IsNobodys = true,
        };
        var subject = reading.Child(head, "nsubj");
        if (subject >= 0 && subject < adverb && Sources.Phrase(words, subject, adverb) is { } phrase && !words.IsMark(adverb - 1))
            draft.Content.Add(new TokenRange(phrase.First, adverb - 1));
        draft.Content.Add(
            new TokenRange(
                adverb + 1,
                ContentEnds.OfPhrase(words, head, adverb + 1, Math.Max(adverb + 1, reading.Tokens[head].Tag == Upos.Verb ? head : adverb + 1))
            )
        );
        return draft;
    }
}

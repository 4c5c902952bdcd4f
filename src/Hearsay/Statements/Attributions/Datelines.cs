using Hearsay.Language;
using Hearsay.Pages;

namespace Hearsay.Statements.Attributions;

/// <summary>"TARN, Norland (AP) — ": who filed it from where is not part of the first sentence.</summary>
internal static class Datelines
{
    /// <summary>The first token of the sentence behind its dateline; the sentence's first token where it has none.</summary>
    public static int After(Words words, Sentence sentence)
    {
        if (DatelineReader.Match(sentence.Span.Of(words.Reading.Text), first: sentence.First == 0) is not { } dateline) return sentence.First;
        var (start, token) = (sentence.Span.Start + dateline.Length, sentence.First);
        while (token < sentence.First + sentence.Count - 1 && words.Reading.Tokens[token].Span.Start < start) token++;
        return token;
    }
}

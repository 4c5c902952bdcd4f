using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Posts of social networks pasted into a report: "text — Ana Ruiz (@anaruiz) May 4, 2031". The dash is the cue, the paragraph before it the content.
/// </summary>
internal static class SocialPosts
{
    public static IEnumerable<Draft> Find(Words words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (!words.Is(i, SpeechWord.Dash) || Handle(words, i + 1) is not { } close || !IsDate(words, close + 1)) continue;
            var first = Beginning(words, i);
            if (first >= i) continue;
            var draft = new Draft
            {
                Head = i,
                Force = CueForce.Said,
                Cue = new TokenRange(i, i),
                Source = new TokenRange(i + 1, close),
                IsPost = true,
            };
            draft.Content.Add(new TokenRange(first, i - 1));
            yield return draft;
        }
    }

    /// <summary>The closing bracket of a name with its handle that begins at the token; null where there is none.</summary>
    private static int? Handle(Words words, int first)
    {
        for (var i = first; i < first + 8 && i < words.Count; i++)
        {
            if (words[i] != "(") continue;
            if (i == first || !words[i + 1].StartsWith('@')) return null;
            for (var j = i + 1; j < i + 6; j++)
            {
                if (words[j] == ")") return j;
            }
            return null;
        }
        return null;
    }

    private static bool IsDate(Words words, int token) =>
        IsMonth(words[token])
        || words[token] is { Length: 1 or 2 } day && day.All(char.IsAsciiDigit) && IsMonth(words[token + 1]);

    private static bool IsMonth(string word) => Thesaurus.Is(word.TrimEnd('.'), WordSet.Month)
        || SpeechWords.Is(word.TrimEnd('.'), SpeechWord.ShortMonth);

    /// <summary>The first token of the paragraph, at most eight sentences back.</summary>
    private static int Beginning(Words words, int dash)
    {
        var sentence = words.Reading.Tokens[dash].Sentence;
        var paragraph = words.Reading.Sentences[sentence].Paragraph;
        for (var back = 0; back < 8 && sentence > 0 && words.Reading.Sentences[sentence - 1].Paragraph == paragraph; back++) sentence--;
        return words.Reading.Sentences[sentence].First;
    }
}

using Hearsay.Language;

namespace Hearsay.Clauses;

/// <summary>Which phrases tell when and where, by their head word and their preposition.</summary>
internal static class Settings
{
    private const WordSet TimeWords = WordSet.Weekday | WordSet.Month | WordSet.Day | WordSet.TimeUnit;

    /// <summary>True for "on Sunday", "in 2031", "two hours later", "yesterday".</summary>
    public static bool IsTime(Reading reading, int head)
    {
        var token = reading.Tokens[head];
        var (word, lemma) = (token.Form.ToLowerInvariant(), token.Lemma.ToLowerInvariant());
        if (reading.Is(head, "obl:tmod") || reading.Is(head, "nmod:tmod")) return true;
        if (reading.Is(head, "obl:npmod") && Thesaurus.Is(lemma, TimeWords)) return true;
        if (Thesaurus.Is(word, WordSet.Month)) return token.Tag == Upos.Propn;
        if (Thesaurus.Is(lemma, TimeWords) || Thesaurus.Is(word, TimeWords)) return token.Tag != Upos.Verb;
        return token.Tag == Upos.Num && word.Length == 4 && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>True for "in Tarn", "at the harbour", "abroad"; what is moved, told or named by such a word is no place of the clause.</summary>
    public static bool IsPlace(Reading reading, int head)
    {
        var token = reading.Tokens[head];
        if (reading.Is(head, "advmod")) return Thesaurus.Is(token.Form.ToLowerInvariant(), WordSet.Here);
        if (reading.Child(head, "case") is not (>= 0 and var preposition)) return false;
        if (!Thesaurus.Is(reading.Tokens[preposition].Form.ToLowerInvariant(), WordSet.Local)) return false;
        return Thesaurus.Is(token.Lemma.ToLowerInvariant(), WordSet.Site) || IsPlaceName(reading, head);
    }

    private static bool IsPlaceName(Reading reading, int token)
    {
        foreach (var name in reading.Names)
        {
            if (name.First > token) break;
            if (token < name.First + name.Count) return name.Type == NameType.Place;
        }
        return reading.Tokens[token].Tag == Upos.Propn
            && (Gazetteer.Of(reading.Tokens[token].Form) & (Listed.Country | Listed.Capital | Listed.Place)) != 0;
    }
}

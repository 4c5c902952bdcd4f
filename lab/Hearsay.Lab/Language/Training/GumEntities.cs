using Hearsay.Language;

namespace Hearsay.Lab.Language.Training;

/// <summary>The entity mentions that GUM writes into MISC: "Entity=(12-person-…-Name" opens, "12)" closes.</summary>
internal static class GumEntities
{
    public static List<(int First, int Last, string Type, bool Linked)> Of(GoldSentence sentence) =>
        [.. WithIds(sentence).Select(e => (e.First, e.Last, e.Type, e.Linked))];

    /// <summary>The mentions with the number of their chain. Those that run over a sentence's end are left out.</summary>
    public static List<(int First, int Last, string Type, bool Linked, string Id)> WithIds(GoldSentence sentence)
    {
        var all = new List<(int, int, string, bool, string)>();
        var open = new List<(string Id, string Type, bool Linked, int First)>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            if (sentence.Words[i].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal)) is not { } entry) continue;
            foreach (var part in Parts(entry[7..])) Take(part, i, open, all);
        }

        return all;
    }

    public static NameType? Type(string type) => type switch
    {
        "person" => NameType.Person,
        "organization" => NameType.Organisation,
        "place" => NameType.Place,
        "event" or "abstract" or "object" => NameType.Other,
        _ => null,
    };

    /// <summary>
    /// The words of a mention that are its name: all of a linked one without the article, else the proper nouns around its head. Empty (first after
    /// last) where it has none.
    /// </summary>
    public static (int First, int Last) NamePart(GoldWord[] words, int first, int last, bool linked)
    {
        var head = Enumerable.Range(first, last - first + 1).FirstOrDefault(i => words[i].Head < first || words[i].Head > last, last);
        if (!IsProper(words[head]) && !(linked && words[first..(last + 1)].Any(IsProper))) return (0, -1);
        while (first < head && !IsProper(words[first]) && words[first].Upos is "DET" or "PUNCT" or "PRON" or "ADJ" or "NOUN") first++;
        if (
            linked
            && words[first..(last + 1)].All(w => IsProper(w) || w.Upos is "ADP" or "DET" or "CCONJ" or "NUM" || w.Form is "-" or "'s" or "’s" or "&")
        )
            return Trim(words, first, last);
        var (from, to) = (head, head);
        while (from > first && IsNamePart(words, from - 1)) from--;
        while (to < last && IsNamePart(words, to + 1)) to++;
        return Trim(words, from, to);
    }

    private static bool IsNamePart(GoldWord[] words, int i) => IsProper(words[i]) || words[i].Form is "-";

    /// <summary>Words inside names keep their own part of speech ("New" in "New Tolland"): the finer tag tells.</summary>
    private static bool IsProper(GoldWord word) => word.Upos == "PROPN" || word.Xpos is "NNP" or "NNPS";

    private static (int First, int Last) Trim(GoldWord[] words, int first, int last)
    {
        while (first < last && (Gazetteer.Of(words[first].Form) & Listed.Title) != 0 && IsProper(words[first])) first++;
        while (first <= last && !IsProper(words[first]) && words[first].Upos != "NUM") first++;
        while (last >= first && !IsProper(words[last]) && words[last].Upos != "NUM") last--;
        return (first, last);
    }

    private static IEnumerable<string> Parts(string entry)
    {
        var start = 0;
        for (var i = 1; i <= entry.Length; i++)
        {
            if (i < entry.Length && entry[i] != '(' && entry[i - 1] != ')') continue;
            yield return entry[start..i];
            start = i;
        }
    }

    private static void Take(
        string part,
        int word,
        List<(string Id, string Type, bool Linked, int First)> open,
        List<(int, int, string, bool, string)> all
    )
    {
        if (part[0] == '(')
        {
            var fields = part.TrimStart('(').TrimEnd(')').Split('-', 8);
            if (fields.Length < 2) return;
            open.Add(
                (
                    fields[0],
                    fields[1],
                    fields.Length >= 8 && fields[7].Contains('-', StringComparison.Ordinal) | (fields.Length >= 8 && char.IsUpper(fields[7][0])),
                    word
                )
            );
        }

        if (part[^1] != ')') return;
        var id = part.TrimStart('(').TrimEnd(')').Split('-')[0];
        var at = open.FindLastIndex(o => o.Id == id);
        if (at < 0) return;
        all.Add((open[at].First, word, open[at].Type, open[at].Linked, id));
        open.RemoveAt(at);
    }
}

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Who holds which role by the words beside the names of the report: titles before ("Harbour Minister Ana Ruiz"), appositions before and behind ("the
/// minister, Ana Ruiz,", "Ana Ruiz, the minister").
/// </summary>
internal sealed class RoleTable
{
    private const int LongestRole = 10;
    private static readonly HashSet<string> Light =
    [
        "the", "of", "'s", "'", ",", "his", "her", "its", "their", "to", "and", "for", "a", "an", "current", "acting", "now", "us", "u.s.",
    ];

    private readonly Words words;
    private readonly List<(HashSet<string> Role, string Head, string Name, int At)> held = [];
    private readonly Dictionary<string, TokenRange> longest = new(StringComparer.Ordinal);

    public RoleTable(Words words, IEnumerable<(NameRun Run, string Name)> people)
    {
        this.words = words;
        foreach (var (run, name) in people)
        {
            Note(TitleBefore(run.Range.First), run.Range.First - 1, name);
            if (words[run.Range.First - 1] == ",") Note(Opening(run.Range.First - 2), run.Range.First - 2, name);
            if (words[run.Range.Last + 1] == "," && words[run.Range.Last + 2] is "the" or "its" or "their" or "a" or "an")
                Note(run.Range.Last + 2, Closing(run.Range.Last + 2), name);
        }
    }

    /// <summary>The fullest words for the person's role that stand beside his name in the report; null where none do.</summary>
    public string? RoleOf(string name) =>
        longest.TryGetValue(name, out var role) && Enumerable.Range(role.First, role.Count).Any(i => Hearsay.Language.PersonNouns.IsRole(words[i]))
            ? NameRuns.Text(words, role)
            : null;

    /// <summary>
    /// The person whose role has all that the phrase tells ("the foreign minister"): the only one, or of several the one who was last called so
    /// before; null for none.
    /// </summary>
    public string? Holder(TokenRange phrase, out bool shared)
    {
        shared = false;
        if (words[phrase.First] is not ("the" or "its" or "his" or "her" or "their")) return null;
        var told = Told(phrase.First, phrase.Last);
        if (told.Count == 0 || told.Contains("former") || told.All(t => t is "spokesman" or "spokeswoman" or "official" or "officials")) return null;
        var called = Head(phrase.First, phrase.Last);
        var holders = held.Where(h =>
                h.Head == called
                && told.IsSubsetOf(h.Role)
                && !h.Role.Contains("former")
                && (!(h.Role.Contains("deputy") || h.Role.Contains("vice")) || told.Contains("deputy") || told.Contains("vice"))
            )
            .ToList();
        shared = holders.Select(h => h.Name).Distinct().Count() > 1;
        return shared ? holders.LastOrDefault(h => h.At < phrase.First).Name : holders.FirstOrDefault().Name;
    }

    private void Note(int first, int last, string name)
    {
        if (first < 0 || last < first || last - first > LongestRole) return;
        var told = Told(first, last);
        if (told.Count == 0) return;
        held.Add((told, Head(first, last), name, first));
        while (first < last && words[first] is "the" or "a" or "an" or "its" or "his" or "her" or "their") first++;
        if (!longest.TryGetValue(name, out var known) || known.Count < last - first + 1) longest[name] = new TokenRange(first, last);
    }

    private HashSet<string> Told(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(i => words[i]).Where(w => w.Length > 0 && !Light.Contains(w))];

    /// <summary>The noun of the role: the last word before "of", "for" or "to".</summary>
    private string Head(int first, int last)
    {
        var i = first;
        while (i < last && words[i + 1] is not ("of" or "for" or "to" or "at" or "in")) i++;
        return words[i];
    }

    private int TitleBefore(int name)
    {
        var first = name;
        while (first > words.Start(name) && NameRuns.IsTitle(words[first - 1]) && words[first - 1] is not ("us" or "of")) first--;
        if (first == name) return -1;
        while (
            first > words.Start(name)
            && words.Form(first - 1) is { Length: > 0 } form
            && char.IsUpper(form[0])
            && words.Tag(first - 1) is Hearsay.Language.Upos.Propn or Hearsay.Language.Upos.Adj or Hearsay.Language.Upos.Noun
        )
            first--;
        return first;
    }

    /// <summary>The article that opens the phrase which ends at the token; -1 where none does within reach.</summary>
    private int Opening(int last)
    {
        for (var i = last; i >= words.Start(last) && last - i <= LongestRole; i--)
        {
            if (words.IsMark(i) || words.IsAuxiliary(i)) return -1;
            if (
                words[i] is "the" or "its" or "their" or "a" or "an" or "her" or "his"
                && (i == words.Start(last) || words[i - 1] is not ("of" or "for" or "at"))
            )
                return i;
        }
        return -1;
    }

    private int Closing(int first)
    {
        if (
            words[words.LastWord(first)] is ","
            || Enumerable.Range(first, LongestRole).FirstOrDefault(i => words.IsMark(i), -1) is var mark
                && (mark < 0 || words[mark] is not ("," or "." or ";"))
        )
            return -1;
        var last = first;
        while (last < words.LastWord(first) && !words.IsMark(last + 1) && words[last + 1] is not ("who" or "and" or "in" or "at")) last++;
        return Enumerable.Range(first, last - first + 1).Any(i => words.IsAuxiliary(i) || words.Tag(i) == Hearsay.Language.Upos.Verb) ? -1 : last;
    }
}

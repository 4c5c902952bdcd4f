namespace Hearsay.Statements.Times;

/// <summary>References without a date: "now", "recently", "the past", "the near future"; adverbs of repetition: "daily".</summary>
internal static class References
{
    private static readonly string[] Codes = ["", "PRESENT_REF", "PAST_REF", "FUTURE_REF"];

    /// <summary>"now" and its like.</summary>
    public static bool Try(TimeText t, int r, List<TimeMatch> found)
    {
        if ((t.Capital(r) && !t.Opens(r) && !t.Upper(r)) || (t.Is(r, "soon") && (t.IsAny(r - 1, "as", "how", "too", "so")
            || t.IsAny(r + 1, "as", "after"))) || (t.Is(r, "now") && t.Hyphen(r + 1) && !t.Is(r - 1, "the")))
        {
            return false;
        }

        var first = t.Is(r, "now") && t.IsAny(r - 1, "right", "just") && r - 1 >= t.Floor ? r - 1 : r;
        found.Add(new TimeMatch(first, r + 1, Reference(Codes[t[r].Value])));
        return true;
    }

    /// <summary>"the past", "half past six".</summary>
    public static bool Past(TimeText t, int p, List<TimeMatch> found)
    {
        if (
            !t.IsAny(p - 1, "the", "recent", "distant")
            || !((!t.Word(p + 1) && !t.Number(p + 1)) || t.IsAny(p + 1, Neighbours.AfterPast))
            || t.Hyphen(p + 1)
        )
        {
            return false;
        }

        found.Add(new TimeMatch(t.Is(p - 1, "the") ? p - 1 : t.Is(p - 2, "the") ? p - 2 : p - 1, p + 1, Reference("PAST_REF")));
        return true;
    }

    /// <summary>Phrases that start with a common word: "the moment", "the near future", "at present", "the time being".</summary>
    public static bool Phrase(TimeText t, int i, List<TimeMatch> found)
    {
        if (t.IsAny(i, "future"))
        {
            var first = t.IsAny(i - 1, "near", "immediate", "foreseeable", "distant") ? i - 1 : i;
            if (!t.Is(first - 1, "the") && !(t.Is(first - 1, "in") && !t.Word(i + 1)))
            {
                return false;
            }

            if (t.Is(first - 1, "the") && (t.IsAny(i + 1, "of") || (t.Word(i + 1)
                && !t.IsAny(
                    i + 1,
                    "and", "but", "as", "to", "if", "when", "he", "she", "it", "they", "we", "with", "for", "by", "is", "will", "that"
                )
            )
        )
    )
            {
                return false;
            }

            found.Add(new TimeMatch(t.Is(first - 1, "the") && first - 1 >= t.Floor ? first - 1 : first, i + 1, Reference("FUTURE_REF")));
            return true;
        }

        if (t.Is(i, "ago"))
        {
            var long1 = t.IsAny(i - 1, "long") ? (t.Is(i - 2, "not") ? i - 2 : i - 1) : -1;
            var while1 = t.IsAny(i - 1, "while", "time") ? (t.IsAny(i - 2, "a", "some") ? i - 2 : t.IsAny(i - 2, "long", "short")
                && t.Is(i - 3, "a") ? i - 3 : -1) : t.Is(i - 1, "moments") ? i - 1 : -1;
            var start = Math.Max(long1, while1);
            if (start < 0 || start < t.Floor)
            {
                return false;
            }

            found.Add(new TimeMatch(start, i + 1, Reference("PAST_REF")));
            return true;
        }

        if (
            (
                t.Is(i, "moment")
                && t.Is(i - 1, "the")
                && t.IsAny(i - 2, "at", "for")
                && !t.IsAny(i + 1, "of", "when", "he", "she", "they", "it", "that")
            )
            || (t.Is(i, "time") && t.Is(i - 1, "the") && t.Is(i + 1, "being")) || (t.Is(i, "time") && t.Is(i - 1, "this") && t.Is(i - 2, "at")))
        {
            found.Add(new TimeMatch(i - 1, t.Is(i + 1, "being") ? i + 2 : i + 1, Reference("PRESENT_REF")));
            return true;
        }

        if (t.Is(i, "present") && t.Is(i - 1, "the") && t.Is(i + 1, "time"))
        {
            found.Add(new TimeMatch(i - 1, i + 2, Reference("PRESENT_REF")));
            return true;
        }

        if (t.Is(i, "present") && (t.IsAny(i - 1, "at") || t.Is(i - 1, "the") && t.IsAny(i - 2, "to", "at", "until")) && (!t.Word(i + 1)
            || t.IsAny(i + 1, "and", "there", "the", "but")))
        {
            found.Add(new TimeMatch(t.Is(i - 1, "the") ? i - 1 : i, i + 1, Reference("PRESENT_REF")));
            return true;
        }

        return false;
    }

    /// <summary>"daily", "weekly", "annual".</summary>
    public static bool Repeated(TimeText t, int s, List<TimeMatch> found)
    {
        if (t.Capital(s) && (!t.Opens(s) || t.Capital(s + 1)) && !t.Upper(s))
        {
            return false;
        }

        var value = t.IsAny(s, "fortnightly", "biweekly") ? "P2W" : TimexText.Duration(1, (TimeUnit)t[s].Value);
        found.Add(new TimeMatch(s, s + 1, new TimeForm { Kind = FormKind.Literal, Type = TimeType.Set, Code = value }));
        return true;
    }

    private static TimeForm Reference(string code) => new() { Kind = FormKind.Literal, Type = TimeType.Reference, Code = code };
}

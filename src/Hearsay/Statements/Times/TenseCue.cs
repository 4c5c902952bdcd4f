namespace Hearsay.Statements.Times;

/// <summary>Whether the clause around an expression speaks of what was or of what is to come, from its verbs.</summary>
internal static class TenseCue
{
    private const int Reach = 14;

    private static readonly WordList Plans = new(
        "will", "ll", "shall", "scheduled", "due", "expected", "planned", "slated", "upcoming", "forthcoming", "planning", "plans", "hopes",
        "intends", "would", "going", "aims", "wont");

    private static readonly WordList Promises = new("pledged", "vowed", "promised", "agreed", "decided");

    private static readonly WordList Granting = new("gave", "given", "deadline", "ultimatum", "extended", "postponed", "adjourned", "delayed");

    private static readonly WordList Lasting = new("be", "being", "get", "remain", "stay", "keep");

    /// <summary>-1 past, 1 future, 0 where no verb near the expression says.</summary>
    public static int Of(TimeText t, int first, int end)
    {
        if (IsDeadline(t, first)) return 1;
        var direction = Back(t, first);
        if (direction == 0 || Opens(t, first))
        {
            var ahead = Ahead(t, end);
            direction = direction == 0 ? ahead : direction;
        }

        return direction == 0 && t.IsAny(first - 1, "until", "till") ? 1 : direction;
    }

    /// <summary>"starting in May", "beginning Monday".</summary>
    public static bool Starts(TimeText t, int first) => t.IsAny(first - 1, "starting", "beginning") || (t.IsAny(first - 1, "in", "on", "from")
        && t.IsAny(first - 2, "starting", "beginning"));

    /// <summary>True where "will" or its like stands up to six words before the token, with nothing of the past between.</summary>
    public static bool Planned(TimeText t, int end)
    {
        for (var i = end - 1; i >= Math.Max(0, end - 6) && !t.Ends(i); i--)
        {
            if (Verb(t, i) is var d && d != 0)
            {
                return d > 0 && t.IsAny(i, Neighbours.Plans);
            }
        }

        return false;
    }

    /// <summary>"Gave the two sides until Sunday": past is only that they were given it.</summary>
    private static bool IsDeadline(TimeText t, int first)
    {
        if (!t.IsAny(first - 1, "until", "till")) return false;
        for (var i = first - 2; i >= Math.Max(0, first - Reach) && !t.Ends(i); i--)
        {
            if (t.IsAny(i, Granting)) return true;
        }

        return false;
    }

    private static bool Opens(TimeText t, int first) => t.Opens(first) || t.Opens(first - 1);

    private static int Back(TimeText t, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - Reach) && !t.Ends(i); i--)
        {
            if (Verb(t, i) is var d && d != 0)
            {
                return d;
            }
        }

        return 0;
    }

    private static int Ahead(TimeText t, int end)
    {
        for (var i = end; i < end + Reach && !t.Ends(i); i++)
        {
            if (Verb(t, i) is var d && d != 0)
            {
                return d;
            }
        }

        return 0;
    }

    private static int Verb(TimeText t, int i)
    {
        if (!t.Word(i))
        {
            return 0;
        }

        if (t.IsAny(i, Plans))
        {
            if (t.IsAny(i, "scheduled", "due", "expected", "planned", "slated", "planning", "going") && t.IsAny(i - 1, "was", "were", "had", "been"))
            {
                return -1;
            }

            return t.Is(i, "will") && t.IsAny(i - 1, "the", "a", "his", "her", "their", "of") ? 0 : 1;
        }

        if (t.IsAny(i, "may", "might", "could", "should") && !t.Capital(i) && t.Word(i + 1) && !t.Is(i + 1, "have"))
        {
            return 1;
        }

        if (t.Is(i, "to") && t.IsAny(i - 1, "is", "are") && t.Word(i + 1) && !t.IsAny(i + 1, "the", "a", "his", "her"))
        {
            return 1;
        }

        // in the present they would end in -s
        if (t.IsAny(i, "shut", "hit", "put", "cut") && t.IsAny(i - 1, "it", "he", "she"))
        {
            return -1;
        }

        if (t.IsAny(i - 1, Lasting))
        {
            return 0;
        }

        if (t.IsAny(i, Promises) && t.Is(i + 1, "to") && !t.IsAny(i + 2, "a", "an", "the", "this", "that", "his", "her", "its", "their", "new"))
        {
            return 1;
        }

        if (t.Is(i, "set") && t.IsAny(i + 1, "to", "for") && t.IsAny(i - 1, "is", "are", "s", "re"))
        {
            return 1;
        }

        if (t.IsAny(i, Neighbours.Past))
        {
            return -1;
        }

        return t[i].Length > 4 && t.Of(i).EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !t.Capital(i) ? -1 : 0;
    }
}

using Hearsay.Language;
using Hearsay.Text;
using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>
/// Tells numbers that name ("Article 5", "Boeing 737", "Group of Seven", "Covid-19", "No. 10", phone numbers, addresses, scores, list numbers, ages
/// behind a name) from numbers that count.
/// </summary>
internal static class NameFilter
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Designators = Set(
        "No", "Nos", "number", "article", "section", "chapter", "part", "paragraph", "clause", "appendix", "level", "type", "phase", "flight",
        "route", "highway", "interstate", "room", "gate", "pier", "page", "pages", "row", "group", "game", "week", "round",
        "stage", "tier", "grade", "category", "unit", "building", "apartment", "apt", "suite", "floor", "platform", "model", "formula", "channel",
        "radio", "title", "amendment", "proposition", "prop", "resolution", "district", "precinct", "ward",
        "zone", "area", "block", "division", "episode", "season", "volume", "vol", "issue", "figure", "fig", "table", "step", "lap", "hole", "lane",
        "exit", "terminal", "runway", "track", "schedule", "rule", "item", "question", "verse", "psalm", "act",
        "line", "bus", "train", "locomotive", "car", "squadron", "battalion", "brigade", "regiment", "unit", "seed", "rank", "ranked", "version",
        "windows", "protocol", "form", "case", "docket", "bill", "order", "directive", "regulation", "lot", "box", "day",
        "ref", "nr", "exercise", "plan", "class", "caption", "photo", "image", "slide", "update", "call", "dial", "text");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LowerDesignators = Set(
        "no", "nos", "number", "article", "section", "chapter", "flight", "route", "highway", "interstate", "room", "gate", "pier", "page", "pages",
        "platform", "channel", "seed", "ranked", "version", "category", "level", "paragraph", "clause", "phase", "type", "row", "exit", "terminal",
        "ref", "nr", "figure", "table", "grade", "tier", "lap", "caption", "photo", "page", "update");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = Set([.. DataFile.Lines("Statements/Data/figure-labels.txt")]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Streets = Set(
        "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane", "place", "court", "square", "terrace", "highway",
        "parkway", "crescent", "row", "way", "plaza", "downing", "pennsylvania");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ScoreWords = Set(
        "win", "victory", "loss", "defeat", "draw", "lead", "vote", "votes", "record", "decision", "deficit", "series", "scoreline", "triumph",
        "tie", "split", "ruling", "won", "beat", "lost", "defeated", "led", "drew", "score", "scored", "voted", "thrashed", "aggregate", "thrashing",
        "margin", "ahead", "behind", "up", "down", "final", "overtime");

    /// <summary>The lexeme after the name that the number belongs to; null where it counts something.</summary>
    public static int? EndOfName(LexemeList text, Measure measure)
    {
        var number = measure.Number;
        if (PronounFilter.IsPronoun(text, measure)) return number.End;
        if (DateFilter.End(text, measure) is { } date) return date;
        if (InAddressOfNet(text, number.Start)) return number.End;
        if (Zeroed(text, number.Start) is { } zeroed) return zeroed;
        if ((Score(text, measure) ?? Phone(text, measure) ?? Model(text, measure)) is { } pair) return pair;
        return text.IsDigits(number.Start) ? Digits(text, measure) ? number.End : null : Words(text, measure) ? number.End : null;
    }

    private static bool Words(LexemeList text, Measure measure)
    {
        var (i, end) = (measure.Number.Start, measure.Number.End);
        if (measure.Number.Form == NumberForm.Vague) return false;
        if (text.IsCapital(i) && text.Of(i).Length > 1 && !text.BeginsSentence(i) && !Headline(text, i)) return true;
        if (text.IsHyphen(i - 1) && text.IsWord(i - 2) && NumberReader.At(text, i - 2) is null && !text.Is(i - 2, "to")) return true;
        if ((text.Is(i - 1, "top") || text.Is(i - 1, "bottom")) && (!text.IsWord(end) || FunctionWords.Ends(text.Of(end))
            || text.Is(end, "during"))) return true;
        if (text.IsHyphen(end) && (text.Is(end + 1, "something") || text.Is(end + 1, "somethings") || Labels.Contains(text.Of(end + 1)))) return true;
        if (measure.Number.Form == NumberForm.Words && end == i + 1 && (text.Is(i - 1, "ground") || text.Is(i - 1, "lap") || text.Is(i - 1, "day")
            || (LowerDesignators.Contains(text.Of(i - 1)) && !text.Is(i - 1, "no")))) return true;
        return end == i + 1 && text.Is(i, "zero") && (text.Is(end, "tolerance") || text.Is(end, "sum") || text.IsHyphen(end)
            || text.Is(i - 1, "below") || text.Is(i - 1, "above") || text.Is(i - 1, "net"));
    }

    /// <summary>True in a line of title case, where capitals say nothing.</summary>
    private static bool Headline(LexemeList text, int i) =>
        text.IsCapital(i - 1) && text.IsCapital(i + 1) && text.IsCapital(i - 2) && text.IsCapital(i + 2);

    private static bool Digits(LexemeList text, Measure measure)
    {
        var (i, end) = (measure.Number.Start, measure.Number.End);
        var bare = measure.Start == i && measure.End == end;
        if (text[i - 1].Glued && text[i].Glued && text[i - 1].Kind == LexemeKind.Mark && text.Of(i - 1)[0] is '\'' or '’'
            && text.IsDigits(i - 2)) return true;
        if (text.Of(i)[0] == '0' && end == i + 1 && text[i].End - text[i].Start > 1 && text.Of(i)[1] != '.') return true;
        if (text[i].Glued && text.IsWord(i - 1) && measure.Start == i && !Bound(text, i)) return true;
        if (text[i].Glued && text[i - 1].Kind == LexemeKind.Mark && text.Of(i - 1)[0] is '\'' or '’' && text[i - 1].Glued
            && text.IsWord(i - 2)) return true;
        if (text.IsMark(end, '/') && text.IsDigits(end + 1) && measure.Start == i && measure.End == end || (text.IsMark(i - 1, '/')
            && text.IsDigits(i - 2))) return true;
        if (text.Is(end, "of") && text.IsDigits(end + 1) && text.IsWord(i - 1) && (text.Is(i - 1, "caption") || text.Is(i - 1, "photo")
            || text.Is(i - 1, "page")) || (text.Is(i - 1, "of") && text.IsDigits(i - 2) && (text.Is(i - 3, "caption") || text.Is(i - 3, "photo")
            || text.Is(i - 3, "page")))) return true;
        if (text[i].Glued && measure.Start == i && text[i - 1].Kind == LexemeKind.Mark
            && text.Of(i - 1)[0] is '#' or '@' or '_' or '\\' or '&' or '=') return true;
        if (text.IsHyphen(i - 1) && text.IsWord(i - 2) && measure.Start == i && !(measure.End > end && !text.IsCapital(i - 2)
            && text.Of(i - 2).Length > 3)) return true;
        if (measure.End == end && text.IsWord(end) && text[end].Glued) return true;
        if (text.IsMark(i - 1, '[') && text.IsMark(end, ']')) return true;
        if (text.IsMark(end, '(') && text[end].Glued && text.IsWord(end + 1) && text.IsMark(end + 2, ')') && measure.End == end
            && text.Of(end + 1).Length == 1) return true;
        if (!bare) return false;
        if (text.IsHyphen(end) && Labels.Contains(text.Of(end + 1))) return true;
        // "34' S": a place on the globe
        if (text[end].Kind == LexemeKind.Mark && text[end].Glued && text.Of(end)[0] is '\'' or '’' or '′' && text.Of(end + 1) is "N" or "S" or "E" or "W") return true;
        // "the 4.20 update": a version
        if (text.Of(i).Contains('.') && (text.Is(end, "update") || text.Is(end, "firmware") || text.Is(end, "patch") || text.Is(end, "release")
            || text.Is(end, "version"))) return true;
        if (text.IsMark(i - 1, '(') && text.IsMark(end, ')') && text.Value(i) is < 200 && end == i + 1) return true;
        if (text.Is(i, "911") && !text.Of(end).EndsWith("s", StringComparison.Ordinal)) return true;
        return ListNumber(text, i, end) || Designated(text, i) || (end == i + 1 && AfterCapital(text, i, end)) || Address(text, end) || AgeBehindName(text, i, end)
            || GroupOf(text, i, end) || (text.IsHyphen(end) && text.Is(end + 1, "something"));
    }

    private static bool Bound(LexemeList text, int i) => text.Is(i - 1, "c") || text.Is(i - 1, "x");

    private static bool ListNumber(LexemeList text, int i, int end) =>
        (i == 0 || text[i - 1].Kind == LexemeKind.Break || text.Text.AsSpan(text[i - 1].End, text[i].Start - text[i - 1].End).Contains('\n'))
            && (text.IsMark(end, '.') || text.IsMark(end, ')')) && text[end].Glued && text.Value(i) is < 200;

    private static bool Designated(LexemeList text, int i)
    {
        var before = text.IsMark(i - 1, '.') && text[i - 1].Glued ? i - 2 : i - 1;
        if (before < i - 1 && !(text.Is(before, "No") || text.Is(before, "Nos") || text.Is(before, "Vol") || text.Is(before, "Fig")
            || text.Is(before, "Apt") || text.Is(before, "Prop"))) return false;
        if (!text.IsWord(before)) return false;
        return text.IsCapital(before) && (!text.BeginsSentence(before) || before < i - 1) ? Designators.Contains(text.Of(before))
            && !text.Is(before, "No") | before < i - 1
            : (before < i - 1 || !text.Is(before, "no")) && LowerDesignators.Contains(text.Of(before));
    }

    /// <summary>"Boeing 737", "iPhone 11": a bare number behind a name, where no plural noun follows that it could count.</summary>
    private static bool AfterCapital(LexemeList text, int i, int end)
    {
        if (text[i - 1].Kind != LexemeKind.Word || !Named(text, i - 1)
            || text.Text.AsSpan(text[i].Start, text[i].End - text[i].Start).Contains(',')) return false;
        if (Bounds.Before(text, i).Start < i || FunctionWords.Ends(text.Of(i - 1))
            || Currencies.Before(text, i) is not null) return false;
        var counts = text.IsWord(end) && !text.IsCapital(end) && !FunctionWords.Ends(text.Of(end)) && (PersonNouns.Counts(text.Of(end))
            || text.Of(end).EndsWith("s", StringComparison.Ordinal) || text.IsWord(end + 1)
            && text.Of(end + 1).EndsWith("s", StringComparison.Ordinal) && !FunctionWords.Ends(text.Of(end + 1)));
        if (!counts) return true;
        return !text.BeginsSentence(i - 1) && !(FunctionWords.Ends(text.Of(i - 2)) && !text.Is(i - 2, "the") && !text.Is(i - 2, "a")
            && !text.Is(i - 2, "of"));
    }

    private static bool Named(LexemeList text, int i) =>
        text.IsCapital(i)
            ? !(text.BeginsSentence(i) && FunctionWords.Ends(text.Of(i)))
            : text.Of(i).Length > 2 && text.Of(i)[1..].IndexOfAnyInRange('A', 'Z') >= 0;

    private static bool Address(LexemeList text, int end)
    {
        if (text.Is(end, "block") && text.Is(end + 1, "of")) return true;
        for (var at = end; at < end + 4 && text.IsCapital(at); at++)
            if (at > end && Streets.Contains(text.Of(at))) return true;
        return text.Is(end, "Downing") || text.Is(end, "Pennsylvania");
    }

    /// <summary>"Ada Quill, 42, said"; "ages 11 and 15".</summary>
    private static bool AgeBehindName(LexemeList text, int i, int end) =>
        ((text.Is(i - 1, "ages") || text.Is(i - 1, "aged")) && text.Value(i) is < 120)
        || ((text.Is(i - 1, "and") || text.Is(i - 1, "to")) && text.IsDigits(i - 2) && (text.Is(i - 3, "ages") || text.Is(i - 3, "aged")))
        ||
        text.Value(i) is >= 1 and <= 110 and var age && age == decimal.Truncate(age) && text.IsMark(i - 1, ',') && text.IsWord(i - 2)
            && (text.IsCapital(i - 2) || PersonNouns.Counts(text.Of(i - 2)) || text.Is(i - 2, "star")) && (text.IsMark(end, ',')
            || text.IsMark(end, '.') || text.IsMark(end, ';') || text.IsMark(end, ')') || text.Is(end, "and")) && !text.IsDigits(end + 1);

    private static bool GroupOf(LexemeList text, int i, int end) =>
        text.Is(i - 1, "of") && text.IsCapital(i - 2) && (text.Is(i - 2, "Group") || text.Is(i - 2, "Gang") || text.Is(i - 2, "Class")
            || text.Is(i - 2, "Committee") || text.Is(i - 2, "Council"))
            && !(text.IsWord(end) && (PersonNouns.Counts(text.Of(end)) || text.Of(end).EndsWith("s", StringComparison.Ordinal)));

    /// <summary>"won 3-1", "a 5-4 vote", "50-50".</summary>
    private static int? Score(LexemeList text, Measure measure)
    {
        var (i, dash) = (measure.Number.Start, measure.Number.End);
        if (measure.Start != i || !text.IsDash(dash) || !text[dash].Glued || !text[dash + 1].Glued || text.Value(i) is not { } one
            || text.Value(dash + 1) is not { } other) return null;
        if (one != decimal.Truncate(one) || other != decimal.Truncate(other) || NumberReader.At(text, dash + 1) is not { } second
            || second.End != dash + 2 || UnitTable.At(text, dash + 2) is not null || text.IsMark(dash + 2, '%')
            || text.Is(dash + 2, "percent")) return null;
        if (other <= one && !text.IsHyphen(dash + 2)) return dash + 2;
        if (text.IsMark(i - 1, '(') && text.IsMark(dash + 2, ')')) return dash + 2;
        return ScoreWords.Contains(text.Of(dash + 2)) || ScoreWords.Contains(text.Of(i - 1)) ? dash + 2 : null;
    }

    /// <summary>"Boeing 737-800", "f/4-5.6": two numbers joined behind a name or a letter.</summary>
    private static int? Model(LexemeList text, Measure measure)
    {
        var (i, dash) = (measure.Number.Start, measure.Number.End);
        if (measure.Start != i || !text.IsDigits(i) || dash != i + 1) return null;
        var end = text.IsHyphen(dash) && text.IsDigits(dash + 1) ? dash + 2 : dash;
        if (text.IsMark(i - 1, '/') && text[i].Glued && text[i - 1].Glued && text.IsWord(i - 2) && text.Of(i - 2).Length == 1) return end;
        return end > dash && measure.End == dash && AfterCapital(text, i, end) ? end : null;
    }

    private static int? Phone(LexemeList text, Measure measure)
    {
        var i = measure.Number.Start;
        if (!text.IsDigits(i)) return null;
        var groups = 1;
        var at = i + 1;
        while (text.IsHyphen(at) && text.IsDigits(at + 1))
        {
            groups++;
            at += 2;
        }
        return groups >= 3 || (groups == 2 && text[i].End - text[i].Start == 3 && text[at - 1].End - text[at - 1].Start == 4) ? at : null;
    }

    /// <summary>"0207 782 4368": what begins with a nought is dialled, with the groups behind it.</summary>
    private static int? Zeroed(LexemeList text, int i)
    {
        if (!text.IsDigits(i) || text.Of(i)[0] != '0' || text.Of(i) is [_] || text.Of(i)[1] == '.') return null;
        while (text.IsDigits(i + 1) && text[i + 1].End - text[i + 1].Start >= 3) i++;
        return i + 1;
    }

    private static bool InAddressOfNet(LexemeList text, int i)
    {
        var start = text[i].Start;
        var from = start;
        while (from > 0 && start - from < 60 && !char.IsWhiteSpace(text.Text[from - 1])) from--;
        var run = text.Text.AsSpan(from, start - from);
        return run.Length > 3 && (run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || run.Contains('@'));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

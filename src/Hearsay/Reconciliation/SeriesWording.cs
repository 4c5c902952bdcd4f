using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>The question of a series and the note on who gives what, in fixed phrasing around words of the reports.</summary>
internal static class SeriesWording
{
    /// <summary>
    /// What the series answers, and whether that says by itself all that is asked: a question that a figure's clause answers, or what befell how many.
    /// Where neither is known it is what is counted, or the words around the first figure with a gap in its place.
    /// </summary>
    public static (string Text, bool IsWhole) Question(ImmutableArray<FigureProfile> figures)
    {
        if (Whole(figures) is { } whole) return (whole, true);
        var counted = Counted(figures);
        if (counted is null) return (AroundGap(figures), false);
        var (befallen, where) = (Befallen(figures, counted), Where(figures, counted));
        return counted == "people" && befallen.Length + where.Length == 0
            ? (AroundGap(figures), false)
            : ($"How many {counted}{befallen}{where}{Per(figures[0].Dimension)}?", befallen.Length > 0 && figures.Any(f => f.IsStateSure));
    }

    /// <summary>
    /// The question that a figure's own clause answers, of several the one of middle length: a short one leaves out whose or where, a long one says what
    /// is beside the point. Null where no clause gives one.
    /// </summary>
    private static string? Whole(ImmutableArray<FigureProfile> figures)
    {
        // what changes is not asked for one day
        var changes = figures.Where((a, i) => figures.Skip(i + 1).Any(b => SeriesVerdict.Contradict(a, b))).Any();
        var questions = figures.Where(f => !changes || !FigureQuestion.IsDated(f)).Select(FigureQuestion.Of).OfType<string>().OrderBy(q => q.Length).ThenBy(q => q, StringComparer.Ordinal).ToArray();
        return questions.Length == 0 ? null : questions[questions.Length / 2];
    }

    /// <summary>The question with the words around a figure: for those that would read the same as another.</summary>
    public static string AroundGap(ImmutableArray<FigureProfile> figures)
    {
        var (unit, dimension) = (Commonest(figures.Select(f => f.Figure.Unit))!, figures[0].Dimension);
        var asked = dimension.StartsWith("count", StringComparison.Ordinal) ? Counted(figures) is { } counted ? $"How many {counted}" : "How many"
            : dimension == FigureProfile.Share ? "What share"
            : Durations.Contains(dimension) ? "How long"
            : figures[0].Money is not null ? "How much money"
            : dimension is "magnitude" ? "What magnitude" : $"How many {unit}";
        var words = figures.Select(Clause).FirstOrDefault(c => c.Length > 1) ?? "";
        return words.Length > 0 ? $"{asked} (“{words}”)?" : $"{asked}?";
    }

    /// <summary>What is counted, in the plural; null for measures and where no words say it.</summary>
    private static string? Counted(ImmutableArray<FigureProfile> figures)
    {
        if (!figures[0].Dimension.StartsWith("count", StringComparison.Ordinal)) return null;
        var counted = Commonest(figures.Select(f => f.Figure.Counted).Where(c => c is null || !Stems.IsFunction(c)));
        if (counted is not null) return Plural(counted.ReplaceLineEndings(" "));
        return ArePersons(figures) && figures.Any(f => f.State is not null) ? "people" : null;
    }

    private static string Where(ImmutableArray<FigureProfile> figures, string counted) =>
        Commonest(figures.Select(f => f.Place)) is { } place
        && 2 * figures.Count(f => f.Place == place) >= figures.Length
        && !counted.Contains(place, StringComparison.OrdinalIgnoreCase)
            ? $" in {place}"
            : "";

    private static bool ArePersons(ImmutableArray<FigureProfile> figures) =>
        2 * figures.Count(f => f.Figure.Unit.StartsWith("persons", StringComparison.Ordinal)) > figures.Length;

    /// <summary>
    /// What befell them, where most figures that tell a fate, and a third of all, say so and the noun does not already ("the number grew to 40" tells none).
    /// Things are not killed.
    /// </summary>
    private static string Befallen(ImmutableArray<FigureProfile> figures, string counted)
    {
        var fate = Commonest(figures.Select(f => f.State));
        if (fate is null || figures.Count(f => f.State == fate) is var told && (2 * told <= figures.Count(f => f.State is not null) || 3 * told < figures.Length) || ReportText.WordsOf(counted).Any(w => w.Stem == fate))
            return "";
        return Fates.BefallsPersons(fate) == ArePersons(figures) || Fates.BefallsBoth(fate) ? " " + Fates.Predicate(fate) : "";
    }

    private static readonly FrozenSet<string> Durations = FrozenSet.Create(
        StringComparer.Ordinal, "years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades", "centuries"
    );

    private static readonly FrozenSet<string> Plurals = FrozenSet.Create(
        StringComparer.Ordinal, "people", "men", "women", "children", "police", "personnel", "troops", "crew", "staff", "livestock", "cattle",
        "sheep", "fish", "aircraft", "feet", "teeth", "mice", "data", "media"
    );

    /// <summary>
    /// The words around the figure, as far as the marks of its sentence, at most six on either side, without function words at the loose end; a gap
    /// stands for the figure.
    /// </summary>
    private static string Clause(FigureProfile f) => Clause(f, Marks) is var (words, tells) && tells ? words : Clause(f, LineEnds).Words;

    /// <summary>The words as far as <paramref name="stops"/>, and whether any of them says something.</summary>
    private static (string Words, bool Tells) Clause(FigureProfile f, SearchValues<char> stops)
    {
        var (text, span) = (f.Report.Text, f.Figure.Span);
        var (from, first, behind, to) = f.Report.WordsAround(span, 6);
        var (start, end) = (span.Start, span.End);
        for (var i = first - 1; i >= from; i--)
        {
            var word = f.Report.Words[i].Span;
            if (text.AsSpan(word.End, Math.Max(0, start - word.End)).ContainsAny(stops)) break;
            start = word.Start;
        }

        for (var i = behind; i < to; i++)
        {
            var word = f.Report.Words[i];
            if (text.AsSpan(end, Math.Max(0, word.Span.Start - end)).ContainsAny(stops)) break;
            end = word.Span.End;
        }

        for (var i = to - 1; i >= behind; i--)
        {
            var word = f.Report.Words[i];
            if (word.Span.End > end) continue;
            if (word.Stem.Length > 0) break;
            end = i > behind ? f.Report.Words[i - 1].Span.End : span.End;
        }

        while (from < first && (f.Report.Words[from].Span.Start < start || f.Report.Words[from].Form is "and" or "but" or "or"))
            start = Math.Max(start, ++from < first ? f.Report.Words[from].Span.Start : span.Start);
        var tells = Enumerable
            .Range(from, to - from)
            .Any(i =>
                (i < first || i >= behind)
                && f.Report.Words[i] is var word
                && word.Span.Start >= start
                && word.Span.End <= end
                && word.Stem.Length > 0
            );
        return ((text[start..Math.Max(start, span.Start)] + "…" + text[span.End..Math.Max(end, span.End)]).ReplaceLineEndings(" "), tells);
    }

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("“”\"\n");

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:.!?()[]“”\"–—\n");

    /// <summary>The noun phrase in the plural, where a report that counts one has it in the singular.</summary>
    private static string Plural(string counted)
    {
        var last = counted[(counted.LastIndexOf(' ') + 1)..];
        if (last is "person") return counted[..^6] + "people";
        if (
            last.Length < 3
            || last[^1] == 's'
            || !char.IsAsciiLetterLower(last[^1])
            || Plurals.Contains(last)
            || PersonStems.IsMass(last)
            || counted.Contains(" of ", StringComparison.Ordinal)
        )
            return counted;
        if (last[^1] == 'y' && !"aeiou".Contains(last[^2], StringComparison.Ordinal)) return counted[..^1] + "ies";
        return last[^1] == 'x' || last.EndsWith("ch", StringComparison.Ordinal) || last.EndsWith("sh", StringComparison.Ordinal)
            ? counted + "es"
            : counted + "s";
    }

    /// <summary>Every wording of the figure with the outlets that give it and whom they cite.</summary>
    public static string Note(IEnumerable<(Figure Figure, string Text, string Outlet)> figures) =>
        string.Join(
            "; ",
            figures
                .GroupBy(f => f.Figure.Span.Of(f.Text).ReplaceLineEndings(" "), StringComparer.OrdinalIgnoreCase)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => Giver(f.Figure, f.Outlet)).Distinct(StringComparer.Ordinal))}")
        );

    private static string Giver(Figure figure, string outlet) => figure.AccordingTo is { } source ? $"{outlet} (citing {source})" : outlet;

    private static string Per(string dimension) =>
        dimension.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? $" per {dimension[(slash + 1)..]}" : "";

    /// <summary>The commonest wording; of equally common ones the longest, then the first in the alphabet.</summary>
    private static string? Commonest(IEnumerable<string?> words) =>
        words
            .OfType<string>()
            .GroupBy(w => w, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key.Length)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;
}

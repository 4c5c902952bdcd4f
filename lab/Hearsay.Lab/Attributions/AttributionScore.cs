using System.Text.RegularExpressions;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Lab.Attributions;

/// <summary>Counts what was read against what annotators marked, role by role, as sets of words of the text.</summary>
internal sealed partial class AttributionScore
{
    private static readonly string[] Roles = ["source", "cue", "content"];
    private static readonly string[] Errors = [.. Roles, "speaker of a quote", "quote not found"];

    private readonly int[] read = new int[3];
    private readonly int[] marked = new int[3];
    private readonly int[] exact = new int[3];
    private int overlapRead, overlapMarked, overlap;
    private int quotes, loose, tight, sameSource, likeSource;
    private readonly List<string>[] errors = [[], [], [], [], []];

    [GeneratedRegex(@"[^\W_]+(?:[.,'’][^\W_]+)*|[$€£%]", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }

    public void Add(GoldArticle article, IReadOnlyList<Attribution> attributions)
    {
        var words = Word.Matches(article.Text).Select(m => new TextSpan(m.Index, m.Length)).ToArray();
        var starts = words.Select(w => w.Start).ToArray();
        string Key(IEnumerable<TextSpan> spans) => string.Join(' ', Indices(spans, words, starts));
        var mine = attributions.Select(a => new[] { Key(One(a.Source)), Key(One(a.Cue)), Key(a.Content) }).ToArray();
        var gold = article.Attributions.Select(a => new[] { Key(a.Source), Key(a.Cue), Key(a.Content) }).ToArray();
        for (var role = 0; role < 3; role++)
        {
            var p = mine.Select(m => m[role]).Where(k => k.Length > 0).ToHashSet();
            var g = gold.Select(m => m[role]).Where(k => k.Length > 0).ToHashSet();
            read[role] += p.Count;
            marked[role] += g.Count;
            exact[role] += p.Count(g.Contains);
        }
        Overlap(article, attributions, words, starts);
        Explain(article, attributions, mine, gold);
    }

    public IEnumerable<(string Measure, double Value)> Measures()
    {
        for (var role = 0; role < 3; role++)
        {
            yield return ($"{Roles[role]} exact precision", Ratio(exact[role], read[role]));
            yield return ($"{Roles[role]} exact recall", Ratio(exact[role], marked[role]));
            yield return ($"{Roles[role]} exact F1", Ratio(2 * exact[role], read[role] + marked[role]));
        }
        yield return ("content overlap precision", Ratio(overlap, overlapRead));
        yield return ("content overlap recall", Ratio(overlap, overlapMarked));
        yield return ("content overlap F1", Ratio(2 * overlap, overlapRead + overlapMarked));
        yield return ("quotes, content overlap .3, recall", Ratio(loose, quotes));
        yield return ("quotes, content overlap .8, recall", Ratio(tight, quotes));
        yield return ("quotes found, speaker: source overlaps", Ratio(likeSource, loose));
        yield return ("quotes found, speaker: source the same", Ratio(sameSource, loose));
    }

    public void PrintErrors(int count)
    {
        for (var role = 0; role < Errors.Length; role++)
        {
            Console.WriteLine($"--- {Errors[role]}: {errors[role].Count} errors");
            var step = Math.Max(1, errors[role].Count / Math.Max(1, count));
            for (var i = 0; i < errors[role].Count && i / step < count; i += step) Console.WriteLine(errors[role][i]);
        }
    }

    private void Overlap(GoldArticle article, IReadOnlyList<Attribution> attributions, TextSpan[] words, int[] starts)
    {
        var mine = attributions.Select(a => Indices(a.Content, words, starts).ToHashSet()).ToArray();
        var gold = article.Attributions.Select(a => Indices(a.Content, words, starts).ToHashSet()).ToArray();
        overlapRead += mine.Length;
        overlapMarked += gold.Length;
        var pairs = from i in Enumerable.Range(0, mine.Length)
                    from j in Enumerable.Range(0, gold.Length)
                    let share = Share(mine[i], gold[j])
                    where share >= 0.3
                    orderby share descending, i, j
                    select (i, j, share);
        var best = new Dictionary<int, double>();
        var partner = new Dictionary<int, int>();
        var used = new HashSet<int>();
        foreach (var (i, j, share) in pairs)
        {
            if (used.Contains(i) || best.ContainsKey(j)) continue;
            used.Add(i);
            best[j] = share;
            partner[j] = i;
        }
        overlap += best.Values.Count(v => v >= 0.5);
        for (var j = 0; j < gold.Length; j++)
        {
            if (!IsQuote(article, j)) continue;
            quotes++;
            loose += best.TryGetValue(j, out var share) ? 1 : 0;
            tight += share >= 0.8 ? 1 : 0;
            if (!best.ContainsKey(j)) errors[4].Add(Marked(article, article.Attributions[j]));
            if (partner.TryGetValue(j, out var i)) Speaker(article, attributions[i], article.Attributions[j], words, starts);
        }
    }

    /// <summary>
    /// Of a quote that was found: who speaks, by the words of the source. Where one has a source and the other has none, it is wrong.
    /// </summary>
    private void Speaker(GoldArticle article, Attribution read, GoldAttribution gold, TextSpan[] words, int[] starts)
    {
        HashSet<int> mine = [.. Indices(One(read.Source), words, starts)], marked = [.. Indices(gold.Source, words, starts)];
        if (mine.SetEquals(marked)) sameSource++;
        if (mine.SetEquals(marked) || mine.Overlaps(marked)) likeSource++;
        else
            errors[3]
                .Add(
                    $"READ {Show(article, One(read.Source))} | {Show(article, One(read.Cue))} | {Show(article, read.Content)}\n     GOLD {Show(article, gold.Source)} | {Show(article, gold.Cue)} | {Show(article, gold.Content)}"
                );
    }

    private static bool IsQuote(GoldArticle article, int index) =>
        article.Attributions[index].Content is [var first, ..] && first.Length > 2 && article.Text[first.Start] is '"' or '“';

    private void Explain(GoldArticle article, IReadOnlyList<Attribution> attributions, string[][] mine, string[][] gold)
    {
        for (var i = 0; i < mine.Length; i++)
        {
            for (var role = 0; role < 3; role++)
            {
                if (mine[i][role].Length == 0 || gold.Any(g => g[role] == mine[i][role])) continue;
                var near = article
                    .Attributions.Select((a, j) => (a, j))
                    .Where(x => attributions[i].Cue is { } cue && x.a.Cue.Any(c => c.Overlaps(cue)))
                    .Select(x => x.a)
                    .FirstOrDefault();
                errors[role]
                    .Add(
                        $"{(near is null ? "+" : "~")} READ {Show(article, One(attributions[i].Source))} | {Show(article, One(attributions[i].Cue))} | {Show(article, attributions[i].Content)}"
                    + (near is null ? "" : $"\n     GOLD {Show(article, near.Source)} | {Show(article, near.Cue)} | {Show(article, near.Content)}"));
            }
        }
        for (var j = 0; j < gold.Length; j++)
        {
            var g = article.Attributions[j];
            if (attributions.Any(a => a.Cue is { } cue && g.Cue.Any(c => c.Overlaps(cue)))) continue;
            for (var role = 0; role < 3; role++) errors[role].Add("- " + Marked(article, g));
        }
    }

    /// <summary>Whether each attribution's content is annotated: the same words, marks aside.</summary>
    public static IEnumerable<Verdict> Judge(GoldArticle article, IReadOnlyList<Attribution> read)
    {
        var gold = article.Attributions.Select(a => string.Join(' ', Words(article.Text, a.Content))).ToHashSet();
        return read.Select(a =>
            gold.Contains(string.Join(' ', Words(article.Text, a.Content))) ? Verdict.Right
            : article.Attributions.Any(g => g.Cue.Any(c => a.Cue is { } cue && c.Overlaps(cue))) ? Verdict.Near
            : Verdict.Beside
        );
    }

    private static string Marked(GoldArticle article, GoldAttribution gold) =>
        $"GOLD {Show(article, gold.Source)} | {Show(article, gold.Cue)} | {Show(article, gold.Content)}";

    private static string Show(GoldArticle article, IEnumerable<TextSpan> spans) =>
        string.Join(" // ", spans.Select(s => s.Of(article.Text).ReplaceLineEndings(" ")));

    /// <summary>Which words of the text lie in the spans, by their number.</summary>
    public static IEnumerable<int> Words(string text, IEnumerable<TextSpan> spans)
    {
        var words = Word.Matches(text).Select(m => new TextSpan(m.Index, m.Length)).ToArray();
        return Indices(spans, words, [.. words.Select(w => w.Start)]);
    }

    private static IEnumerable<TextSpan> One(TextSpan? span) => span is { } s ? [s] : [];

    private static IEnumerable<int> Indices(IEnumerable<TextSpan> spans, TextSpan[] words, int[] starts)
    {
        foreach (var span in spans.Order())
        {
            var i = Array.BinarySearch(starts, span.Start);
            if (i < 0) i = Math.Max(0, ~i - 1);
            for (; i < words.Length && words[i].Start < span.End; i++)
            {
                if (words[i].End > span.Start) yield return i;
            }
        }
    }

    public static double Share(HashSet<int> a, HashSet<int> b)
    {
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

using System.CommandLine;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;

namespace Hearsay.Lab.Attributions;

/// <summary>What an attribution that was read is worth.</summary>
internal enum Verdict
{
    /// <summary>Its content is that of an annotated one.</summary>
    Right,

    /// <summary>It touches an annotated one, by cue or content.</summary>
    Near,

    /// <summary>No annotator marked it.</summary>
    Beside,
}

/// <summary>
/// What each pattern of attributions earns: of what it reads, how much is right, near and beside the gold; how many right ones would be lost without
/// it (another pattern may read the same words), and what it does to the F1 of contents, in thousandths.
/// </summary>
internal sealed class PatternTable
{
    private readonly Dictionary<string, int[]> verdicts = Pattern.All.ToDictionary(p => p.Name, _ => new int[3]);
    private readonly Dictionary<string, (int Right, int Read)> without = Pattern.All.ToDictionary(p => p.Name, _ => (0, 0));
    private int right, read, marked;

    /// <summary>The option that asks for the table.</summary>
    public static Option<string?> Option()
    {
        var by = new Option<string?>("--by") { Description = "pattern: print what each pattern of attributions earns" };
        by.AcceptOnlyFromAmong("pattern");
        return by;
    }

    /// <summary>One text with <paramref name="gold"/> annotated attributions; <paramref name="read"/> reads it without the named pattern.</summary>
    public void Add(int gold, Func<string?, IReadOnlyList<Attribution>> read, Func<IReadOnlyList<Attribution>, IEnumerable<Verdict>> judge)
    {
        marked += gold;
        var all = read(null);
        this.read += all.Count;
        foreach (var (attribution, verdict) in all.Zip(judge(all)))
        {
            verdicts[attribution.Pattern][(int)verdict]++;
            if (verdict == Verdict.Right) right++;
        }
        foreach (var pattern in Pattern.All)
        {
            var fewer = read(pattern.Name);
            var (found, count) = without[pattern.Name];
            without[pattern.Name] = (found + judge(fewer).Count(v => v == Verdict.Right), count + fewer.Count);
        }
    }

    public void Print()
    {
        Console.WriteLine($"{"pattern",-18} {"read",6} {"right",6} {"near",6} {"beside",6} {"alone",6} {"F1",6}");
        foreach (var pattern in Pattern.All)
        {
            var counts = verdicts[pattern.Name];
            var (fewer, count) = without[pattern.Name];
            var earns = 1000 * (F1(right, read) - F1(fewer, count));
            Console.Write($"{pattern.Name,-18} {counts.Sum(),6} {counts[0],6} {counts[1],6} {counts[2],6} ");
            Console.WriteLine($"{right - fewer,6} {earns,6:+0.0;-0.0;0.0}");
        }
    }

    private double F1(int found, int count) => 2.0 * found / Math.Max(1, count + marked);
}

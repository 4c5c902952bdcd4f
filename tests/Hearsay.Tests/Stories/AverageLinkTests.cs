using System.Collections.Immutable;
using CsCheck;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

public sealed class AverageLinkTests
{
    private const double Threshold = 0.27;

    [Fact]
    public void Groups_are_those_of_joining_the_two_most_alike_again_and_again() =>
        Gen.Select(Gen.Int[1, 14], Gen.Int[0, int.MaxValue]).Sample((count, seed) =>
        {
            var random = new Random(seed);
            ImmutableArray<Likeness> pairs =
            [
                .. from b in Enumerable.Range(0, count) from a in Enumerable.Range(0, b) where random.Next(3) > 0 select new Likeness(a, b, random.NextDouble()),
            ];
            return Shown(AverageLink.Group(count, pairs, Threshold)) == Shown(OneByOne(count, pairs));
        }, iter: 2000);

    [Fact]
    public void Items_that_are_alike_by_nothing_stand_alone() => Assert.Equal("0 | 1 | 2", Shown(AverageLink.Group(3, [new Likeness(0, 2, 0.26)], Threshold)));

    private static string Shown<T>(IEnumerable<T> groups) where T : IEnumerable<int> => string.Join(" | ", groups.Select(g => string.Join(' ', g)));

    /// <summary>The definition, without any shortcut.</summary>
    private static List<List<int>> OneByOne(int count, ImmutableArray<Likeness> pairs)
    {
        var likeness = pairs.ToDictionary(p => (p.A, p.B), p => p.Value);
        var groups = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToList();
        while (groups.Count > 1)
        {
            var (average, a, b) = (from x in Enumerable.Range(0, groups.Count)
                                   from y in Enumerable.Range(x + 1, groups.Count - x - 1)
                                   select ((from p in groups[x] from q in groups[y] select likeness.GetValueOrDefault((Math.Min(p, q), Math.Max(p, q)))).Average(), x, y)).Max();
            if (average < Threshold) break;
            groups[a] = [.. groups[a].Concat(groups[b]).Order()];
            groups.RemoveAt(b);
        }

        return [.. groups.OrderBy(g => g[0])];
    }
}

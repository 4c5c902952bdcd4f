using Hearsay.Language;

namespace Hearsay.Lab.Language;

/// <summary>
/// What separates the names that are found from those that are marked: whether other words were taken for the name, another kind, both, or nothing at
/// all; and what was found where no name is marked.
/// </summary>
internal sealed class NameErrors
{
    private const int Kinds = 4;
    private static readonly string[] Names = ["right", "other words", "other kind", "other words and kind", "missed", "found where none is"];
    private readonly int[,] counts = new int[Kinds, Names.Length];

    /// <summary>Adds a sentence: its names by their first and last word and their kind.</summary>
    public void Add(IReadOnlyCollection<(int First, int Last, int Kind)> wanted, IReadOnlyCollection<(int First, int Last, int Kind)> found)
    {
        foreach (var name in wanted)
        {
            var (here, at) = (found.Where(f => Overlap(f, name)).ToList(), 4);
            if (here.Contains(name)) at = 0;
            else if (here.Exists(f => f.Kind == name.Kind)) at = 1;
            else if (here.Exists(f => f.First == name.First && f.Last == name.Last)) at = 2;
            else if (here.Count > 0) at = 3;
            counts[name.Kind, at]++;
        }

        foreach (var name in found.Where(f => !wanted.Any(w => Overlap(f, w)))) counts[name.Kind, 5]++;
    }

    /// <summary>Prints a line for each kind of names and one for all.</summary>
    public void Print(string corpus)
    {
        for (var kind = 0; kind <= Kinds; kind++)
        {
            var of = Enumerable.Range(0, Kinds).Where(k => kind == Kinds || k == kind).ToList();
            var parts = Names.Select((name, i) => $"{name} {of.Sum(k => counts[k, i])}");
            Console.WriteLine($"{corpus, -24} {(kind == Kinds ? "all" : ((NameType)kind).ToString()), -12} {string.Join(", ", parts)}");
        }
    }

    private static bool Overlap((int First, int Last, int Kind) a, (int First, int Last, int Kind) b) => a.First <= b.Last && b.First <= a.Last;
}

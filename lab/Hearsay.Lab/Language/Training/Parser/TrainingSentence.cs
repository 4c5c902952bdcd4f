namespace Hearsay.Lab.Language.Training.Parser;

/// <summary>
/// A sentence to learn from: the rows of its words (<see cref="Hearsay.Language.Models.WordRows"/>), and for each word its head's place (0 is the
/// root) and the number of its relation; its tag class.
/// </summary>
internal sealed record TrainingSentence(int[] Rows, int[] Heads, int[] Relations, int[] Tags)
{
    public int Count => Heads.Length;
}

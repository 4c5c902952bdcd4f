namespace Hearsay.Lab.Figures;

/// <summary>Counts of what was read, what is marked and what agrees.</summary>
internal sealed class Tally
{
    public int Read { get; set; }

    public int Marked { get; set; }

    public int Right { get; set; }

    public double Precision => Read == 0 ? 0 : (double)Right / Read;

    public double Recall => Marked == 0 ? 0 : (double)Right / Marked;

    public double F1 => Read + Marked == 0 ? 0 : 2.0 * Right / (Read + Marked);

    public void Report(Floors floors, string corpus, string measure)
    {
        floors.Check(corpus, $"{measure} precision", Precision);
        floors.Check(corpus, $"{measure} recall", Recall);
        floors.Check(corpus, $"{measure} F1", F1);
    }
}

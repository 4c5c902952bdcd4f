using System.Globalization;
using System.Text.Json;

namespace Hearsay.Lab;

/// <summary>
/// The figures that may not fall: floors.json maps "corpus/measure" to a number. A measure without a floor is printed and passes.
/// Raise a floor when a figure has risen; lowering one needs a note in docs/notes.
/// </summary>
internal sealed class Floors
{
    private readonly Dictionary<string, double> floors = JsonSerializer.Deserialize<Dictionary<string, double>>(
        File.ReadAllText(Path.Combine(LabData.Repository, "lab", "Hearsay.Lab", "floors.json"))
    )!;

    /// <summary>How many figures were under their floor so far.</summary>
    public int Broken { get; private set; }

    /// <summary>How many figures had a floor and held it.</summary>
    public int Held { get; private set; }

    /// <summary>Prints the figure beside its floor and counts it.</summary>
    public void Check(string corpus, string measure, double value)
    {
        var has = floors.TryGetValue($"{corpus}/{measure}", out var floor);
        var holds = !has || value >= floor - 1e-9;
        if (!holds) Broken++;
        else if (has) Held++;
        var note =
            !has ? ""
            : holds ? $"  (floor {floor.ToString("0.###", CultureInfo.InvariantCulture)})"
            : $"  BELOW its floor {floor.ToString("0.###", CultureInfo.InvariantCulture)}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus,-24} {measure,-44} {value,8:0.000}{note}"));
    }

    /// <summary>0 where every floor holds, else 3.</summary>
    public int ExitCode => Broken == 0 ? 0 : 3;
}

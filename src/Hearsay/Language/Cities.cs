using Hearsay.Text;
using System.Collections.Frozen;
using System.Globalization;

namespace Hearsay.Language;

/// <summary>A city of at least 100,000 people.</summary>
/// <param name="Name">Its name as GeoNames writes it, in Latin letters.</param>
/// <param name="Country">The country's two letters (ISO 3166-1 alpha-2).</param>
/// <param name="Population">How many people live there, to the nearest thousand.</param>
/// <param name="Latitude">Degrees north of the equator (WGS 84, -90 to 90).</param>
/// <param name="Longitude">Degrees east of Greenwich (WGS 84, -180 to 180).</param>
internal readonly record struct City(string Name, string Country, int Population, double Latitude, double Longitude);

/// <summary>Where the large cities are (Data/cities.txt, from GeoNames). Several cities may share a name: the larger come first.</summary>
internal static class Cities
{
    private static readonly Lazy<FrozenDictionary<string, City[]>> ByName = new(Load);

    /// <summary>The cities of that name, the largest first; empty where none is listed. Names without their accents are known too.</summary>
    public static IReadOnlyList<City> Named(string name) => ByName.Value.GetValueOrDefault(name) ?? [];

    private static FrozenDictionary<string, City[]> Load() =>
        DataFile.Lines("Language/Data/cities.txt").Select(Parse).SelectMany(c => c.Names.Select(name => (name, c.City)))
            .GroupBy(c => c.name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(c => c.City).OrderByDescending(c => c.Population).ToArray(), StringComparer.Ordinal);

    private static (string[] Names, City City) Parse(string line)
    {
        var fields = line.Split(';');
        double Number(int i) => double.Parse(fields[i], CultureInfo.InvariantCulture);
        var names = fields[0].Split('|');
        return (names, new City(names[0], fields[1], (int)Number(2) * 1000, Number(3), Number(4)));
    }
}

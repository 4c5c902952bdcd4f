using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Briefings.Places;

/// <summary>A place that is known to lie somewhere.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Country">The country's two letters (ISO 3166-1 alpha-2); null where it is none or several.</param>
/// <param name="Kind">city, country, region, state or water.</param>
/// <param name="Latitude">Degrees north of the equator (WGS 84), of a point within.</param>
/// <param name="Longitude">Degrees east of Greenwich (WGS 84).</param>
internal sealed record KnownPlace(string Name, string? Country, string Kind, double Latitude, double Longitude)
{
    /// <summary>A city of so many people is known to readers everywhere without its country.</summary>
    private const int GreatCity = 1_000_000;

    private static readonly Lazy<FrozenDictionary<string, KnownPlace>> Large = new(() =>
        DataFile.Lines("Briefings/Data/places.txt").Select(Parse).ToFrozenDictionary(p => p.Name, StringComparer.Ordinal));

    /// <summary>
    /// The country, region, sea or state of that name, else the largest city of that name in one of these countries (ISO codes), else a great city
    /// that is alone in bearing it. Null where none is sure.
    /// </summary>
    public static KnownPlace? Find(string name, IReadOnlySet<string> countries)
    {
        if (LargeOf(name) is { } large) return large;
        var cities = Cities.Named(name);
        foreach (var city in cities.Where(c => countries.Contains(c.Country)).Concat(cities.Where(c => c.Population >= GreatCity && cities.Count == 1)))
            return new KnownPlace(city.Name, city.Country, "city", city.Latitude, city.Longitude);
        return null;
    }

    /// <summary>The country, region, sea or state of that name, or a city that is as well known; null where there is none.</summary>
    public static KnownPlace? LargeOf(string name) => Large.Value.GetValueOrDefault(Gazetteer.CountryOf(name)?.Name ?? name);

    private static KnownPlace Parse(string line)
    {
        var fields = line.Split(';');
        double Number(int i) => double.Parse(fields[i], CultureInfo.InvariantCulture);
        return new KnownPlace(fields[0], fields[1] == "-" ? null : fields[1], fields[2], Number(3), Number(4));
    }
}

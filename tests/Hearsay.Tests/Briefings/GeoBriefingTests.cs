using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Briefings.Places;
using Hearsay.Model;
using Hearsay.Text;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Hearsay.Tests.Briefings;

/// <summary>Maps, read by NetTopologySuite.</summary>
public sealed class GeoBriefingTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    private static BriefingDocument Told(params string[] texts) => Reader.Brief(
        texts.Select((t, i) => new Article
        {
            Id = $"{i}", Outlet = $"Outlet {(char)('A' + i)}", Text = t, Published = new PublicationDate("2031-04-09", DateBasis.Metadata, []),
        }).ToArray(),
        new DateOnly(2031, 4, 9)
    );

    private static FeatureCollection Read(BriefingDocument document) =>
        JsonSerializer.Deserialize<FeatureCollection>(GeoBriefing.Write(document), Options)!;

    [Fact]
    public void Places_have_a_point_where_it_is_known_and_what_is_said_of_them()
    {
        var map = Read(Told(
            "A lock gate gave way in the German port of Hamburg on Tuesday, police in Germany said. Divers from Brennholm searched the water."
        ));
        var hamburg = Assert.Single(map, f => (string)f.Attributes["name"] == "Hamburg");
        var point = Assert.IsType<Point>(hamburg.Geometry);
        Assert.Equal((9.99, 53.55), (Math.Round(point.X, 2), Math.Round(point.Y, 2)));
        Assert.Equal(("city", "DE"), ((string)hamburg.Attributes["kind"], (string)hamburg.Attributes["country"]));
        Assert.Contains("gate gave way", JsonSerializer.Serialize(hamburg.Attributes, Options), StringComparison.Ordinal);
        var unknown = Assert.Single(map, f => (string)f.Attributes["name"] == "Brennholm");
        Assert.Null(unknown.Geometry);
    }

    [Fact]
    public void A_document_without_places_is_an_empty_map()
    {
        Assert.Empty(Read(new BriefingDocument([], [], [])));
        Read(HostileStory.Document);
    }

    [Theory]
    [InlineData("Birmingham", "US", "US")]
    [InlineData("Birmingham", "GB", "GB")]
    [InlineData("Birmingham", "", null)]
    [InlineData("Tokyo", "", "JP")]
    [InlineData("Kassel", "", null)]
    [InlineData("Kassel", "DE", "DE")]
    [InlineData("the United States", "", null)]
    [InlineData("United States", "", "US")]
    [InlineData("Georgia", "US", null)]
    [InlineData("Crimea", "", null)]
    public void A_city_is_sure_with_its_country_or_when_it_is_great_and_alone(string name, string countries, string? country) =>
        Assert.Equal(country, KnownPlace.Find(name, countries.Split(' ').ToHashSet())?.Country);

    [Fact]
    public void Every_country_has_a_point_on_the_earth()
    {
        var places = DataFile.Lines("Briefings/Data/places.txt").Select(l => l.Split(';')).ToList();
        Assert.All(places, p => Assert.Equal(5, p.Length));
        Assert.Equal(places.Count, places.Select(p => p[0]).Distinct().Count());
        var missing = DataFile.Lines("Language/Data/countries.txt").Select(l => l.Split(';')[0]).Where(c => c != "Georgia" && KnownPlace.LargeOf(c) is null);
        Assert.Empty(missing);
        Assert.All(places.Select(p => KnownPlace.LargeOf(p[0])).OfType<KnownPlace>(), p => Assert.True(Math.Abs(p.Latitude) <= 90 && Math.Abs(p.Longitude) <= 180));
    }
}

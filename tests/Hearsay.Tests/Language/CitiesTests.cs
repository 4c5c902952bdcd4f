using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed class CitiesTests
{
    [Fact]
    public void A_large_city_has_its_country_and_its_place_on_earth()
    {
        var city = Cities.Named("Lisbon")[0];
        Assert.Equal("PT", city.Country);
        Assert.InRange(city.Latitude, 38.6, 38.8);
        Assert.InRange(city.Longitude, -9.3, -9.0);
        Assert.True(city.Population >= 400_000);
    }

    [Fact]
    public void Of_cities_that_share_a_name_the_largest_comes_first()
    {
        var all = Cities.Named("Birmingham");
        Assert.Equal(["GB", "US"], all.Select(c => c.Country));
    }

    [Fact]
    public void A_city_is_known_without_its_accents() => Assert.Equal("BR", Cities.Named("Sao Paulo")[0].Country);

    [Fact]
    public void A_town_that_is_not_listed_has_no_place() => Assert.Empty(Cities.Named("Harbour Mills"));
}

using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

public sealed class BylineReaderTests
{
    [Theory]
    [InlineData("Norland Broadcasting Corporation")]
    [InlineData("Aldersea Newspapers Limited")]
    [InlineData("Radio Morava")]
    [InlineData("Coast Television Group")]
    [InlineData("Vale Magazine Company, Inc.")]
    [InlineData("Harbour TV")]
    [InlineData("Kings Publishing Ltd")]
    public void A_house_is_nobody(string byline) => Assert.Empty(BylineReader.Read(byline).People);

    [Theory]
    [InlineData("By Dora Whit, Norland Broadcasting Corporation", "Dora Whit")]
    [InlineData("Dora Whit for Radio Morava", "Dora Whit")]
    [InlineData("DORA WHIT | Coast Group", "Dora Whit")]
    [InlineData("By Dora Whit and Tom Rask @tomrask Harbour TV", "Dora Whit|Tom Rask")]
    public void Who_writes_for_a_house_is_named(string byline, string people) => Assert.Equal(people, People(byline));

    [Theory]
    [InlineData("Von Jörg Abel und Ilse Vander", "Jörg Abel|Ilse Vander")]
    [InlineData("Par Éloïse Morel et Luc Dantan", "Éloïse Morel|Luc Dantan")]
    [InlineData("Por Ana Ruiz y Luis Gil", "Ana Ruiz|Luis Gil")]
    [InlineData("Por João Prado e Rita Nunes", "João Prado|Rita Nunes")]
    [InlineData("Door Piet de Wit en Anna Kok", "Piet de Wit|Anna Kok")]
    [InlineData("Łukasz Żak, Śliwka Ćwik", "Łukasz Żak|Śliwka Ćwik")]
    [InlineData("Ирина Волкова, Олег Сомов", "Ирина Волкова|Олег Сомов")]
    [InlineData("أحمد سالم، ليلى حداد", "أحمد سالم|ليلى حداد")]
    [InlineData("राम शर्मा", "राम शर्मा")]
    [InlineData("张伟、李娜", "张伟|李娜")]
    [InlineData("山田太郎", "山田太郎")]
    public void Names_of_other_languages(string byline, string people) => Assert.Equal(people, People(byline));

    [Theory]
    [InlineData("Von Miller", "Von Miller")]
    [InlineData("Por Favor", "Por Favor")]
    [InlineData("Piet von Orsk", "Piet von Orsk")]
    public void A_name_may_begin_as_a_byline_elsewhere_does(string byline, string people) => Assert.Equal(people, People(byline));

    private static string People(string byline) => string.Join('|', BylineReader.Read(byline).People);
}

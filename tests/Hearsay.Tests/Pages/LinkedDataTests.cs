using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>Linked data as pages write it, wrong in the ways in which pages get it wrong.</summary>
public sealed class LinkedDataTests
{
    private const string Report =
        """{"@type":"NewsArticle","headline":"Mill wheel breaks","datePublished":"2031-03-05","author":{"name":"Ulla Brandt"},"publisher":{"name":"Dale Post"}}""";

    public static TheoryData<string, string> Wrong => new()
    {
        { "a comment of HTML", "<!-- " + Report + " -->" },
        { "a comment of HTML and a statement's end", "<!--\n" + Report + ";\n//-->" },
        { "CDATA", "//<![CDATA[\n" + Report + "\n//]]>" },
        { "CDATA and a line break in a string", "/*<![CDATA[*/" + Report.Replace("{\"@type", "{\"description\":\"Line\none\ttwo\",\"@type", StringComparison.Ordinal) + "/*]]>*/" },
        { "entities", Report.Replace("\"", "&quot;", StringComparison.Ordinal) },
        { "a quotation mark within a string", Report.Replace("{\"@type", "{\"description\":\"The \"old\" wheel, \"its axle\" and all\",\"@type", StringComparison.Ordinal) },
        { "a quotation mark at the end of a string", Report.Replace("{\"@type", "{\"description\":\"They call it \"Old Meg\"\",\"@type", StringComparison.Ordinal) },
        { "an escape of another language", Report.Replace("{\"@type", "{\"description\":\"The mill\\'s wheel\",\"@type", StringComparison.Ordinal) },
        { "two values", "{\"@type\":\"WebSite\",\"name\":\"Dale Post\"}\n" + Report },
        { "two values and commas", "{\"@type\":\"WebSite\",\"name\":\"Dale Post\"}," + Report + "," },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_script_that_is_no_JSON_is_mended(string how, string script)
    {
        var data = LinkedData.Read([script]);
        Assert.True(
            (data.Title, data.Published, data.Publisher) == ("Mill wheel breaks", "2031-03-05", "Dale Post") && data.Authors is ["Ulla Brandt"],
            $"{how}: {data}"
        );
    }

    [Fact]
    public void Marks_of_comments_within_strings_stay()
    {
        var data = LinkedData.Read(["""{"@type":"NewsArticle","headline":"What <!-- and // and &quot; mean","description":"See https://dale.example/a//b"}"""]);
        Assert.Equal(("What <!-- and // and \" mean", "See https://dale.example/a//b"), (data.Title, data.Standfirst));
    }

    [Fact]
    public void What_cannot_be_mended_says_nothing() =>
        Assert.Null(LinkedData.Read(["""{"@type":"NewsArticle","headline":"Mill wheel""", "var page = ;", ""]).Title);

    [Fact]
    public void Things_are_known_by_the_id_under_which_another_script_names_them()
    {
        var data = LinkedData.Read(
            [
                """{"@type":"Report","headline":"Mill wheel breaks","author":[{"@id":"#ulla"},{"@id":"#nobody"}],"publisher":{"@id":"https://dale.example/#paper"}}""",
                """{"@graph":[{"@id":"#ulla","name":["Ulla Brandt"]},{"@id":"https://dale.example/#paper","@type":"Organization","name":"Dale Post"},{"@id":"#nobody"}]}""",
            ]
        );
        Assert.Equal(["Ulla Brandt"], data.Authors);
        Assert.Equal("Dale Post", data.Publisher);
    }

    [Fact]
    public void Own_names_come_before_those_of_another_thing_with_the_same_id() =>
        Assert.Equal(
            ["Ulla Brandt"],
            LinkedData.Read(["""[{"@type":"Report","author":{"@id":"#a","name":"Ulla Brandt"}},{"@id":"#a","name":"Bo Rask"}]"""]).Authors
        );
}

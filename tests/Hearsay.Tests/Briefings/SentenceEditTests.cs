using Hearsay.Briefings;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Tests.Briefings;

public sealed class SentenceEditTests
{
    private const string Before = "Mayor Tove Askel spoke to the council of Lindmoor on Monday.";

    [Theory]
    [InlineData("Meanwhile, the bridge was closed for a week.", "The bridge was closed for a week.")]
    [InlineData("But the bridge was closed for a week.", "The bridge was closed for a week.")]
    [InlineData("Instead, the bridge was closed for a week.", "Instead, the bridge was closed for a week.")]
    public void An_opener_that_only_leads_over_goes(string sentence, string printed) => Assert.Equal(printed, Printed(sentence));

    [Fact]
    public void A_last_name_alone_gets_what_goes_before_it_in_brackets() =>
        Assert.Equal("[Tove] Askel said that the bridge was safe.", Printed("Askel said that the bridge was safe."));

    [Fact]
    public void A_day_gets_its_date_where_that_is_asked_for()
    {
        const string Sentence = "The bridge was closed on Tuesday.";
        Assert.Equal(Sentence, Printed(Sentence));
        Assert.Equal("The bridge was closed on Tuesday [3 June 2031].", Printed(Sentence, dated: true));
        Assert.Equal(
            "The bridge was closed on Tuesday, and on Tuesday [3 June 2031] nobody knew why.",
            Printed("The bridge was closed on Tuesday, and on Tuesday nobody knew why.", dated: true));
    }

    [Theory]
    [InlineData("The company said it was sorry.", true)]
    [InlineData("The company that owns the bridge said it was sorry.", false)]
    [InlineData("The bridge was closed.", false)]
    [InlineData("If they did, the bridge would fall.", true)]
    [InlineData("If the wind rises, the bridge is closed.", false)]
    public void What_only_the_sentence_before_explains_points_back(string text, bool pointsBack) =>
        Assert.Equal(pointsBack, new SourcedSentence(text, default).PointsBack);

    [Theory]
    [InlineData("Meanwhile, Askel said on Tuesday that the bridge was safe.", "[Tove] Askel said on Tuesday [3 June 2031] that the bridge was safe.", true)]
    [InlineData("Meanwhile, Askel said on Tuesday that the bridge was safe.", "Askel said on Tuesday that the bridge was safe.", true)]
    [InlineData("Meanwhile, Askel said on Tuesday that the bridge was safe.", "Askel said on Tuesday [4 June 2031] that the bridge was safe.", false)]
    [InlineData("Meanwhile, Askel said on Tuesday that the bridge was safe.", "[Anna] Askel said on Tuesday that the bridge was safe.", false)]
    [InlineData("Meanwhile, Askel said on Tuesday that the bridge was safe.", "Askel said that the bridge was safe.", false)]
    public void A_sentence_is_known_with_any_of_its_edits_and_no_other(string sentence, string text, bool isOf)
    {
        var (index, where) = Index(sentence);
        Assert.Equal(isOf, SourcedSentence.IsOf(index, where, text));
    }

    private static string Printed(string sentence, bool dated = false)
    {
        var (index, where) = Index(sentence);
        return SourcedSentence.Of(index, where, dated).Text;
    }

    private static (StoryIndex Index, Citation Where) Index(string sentence)
    {
        var article = new Article { Id = "x", Text = $"{Before} {sentence}", Published = new PublicationDate("2031-06-05", DateBasis.Stated, []) };
        return (new StoryIndex(Reader.Brief([Reader.Read(article)])), new Citation("x", new TextSpan(Before.Length + 1, sentence.Length)));
    }
}

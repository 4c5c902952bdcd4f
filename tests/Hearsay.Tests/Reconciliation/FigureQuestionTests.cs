using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Stories;

namespace Hearsay.Tests.Reconciliation;

public sealed class FigureQuestionTests
{
    [Theory]
    [InlineData("Some 40 boats sank off Karsk on Monday.", "How many boats sank off Karsk on Monday?")]
    [InlineData("Hundreds of villagers were led out of the valley.", "How many villagers were led out of the valley?")]
    [InlineData("The storm sank 40 boats off Karsk.", "How many boats did the storm sink off Karsk?")]
    [InlineData("The council will build 12 new schools in Tolland.", "How many new schools will the council build in Tolland?")]
    [InlineData("Odo Brandt has 30 horses.", "How many horses does Odo Brandt have?")]
    [InlineData("Some 40 of its members had joined the strike.", "How many members had joined the strike?")]
    [InlineData("Odo Brandt owns 30 horses.", "How many horses does Odo Brandt own?")]
    [InlineData("The campaign is aimed at 300 schools in Tolland.", "At how many schools is the campaign aimed in Tolland?")]
    [InlineData("There were 20 fires in Tolland last year.", "How many fires were there in Tolland last year?")]
    [InlineData("Most of the guards had left the tower.", "What share of the guards had left the tower?")]
    [InlineData("The company spent $4 million on the new bridge.", "How much money did the company spend on the new bridge?")]
    public void A_clause_gives_the_question_that_its_figure_answers(string sentence, string question) => Assert.Equal(question, Question(sentence));

    [Theory]
    [InlineData("They sank 40 boats off Karsk.")]
    [InlineData("The storm did not sink 40 boats.")]
    [InlineData("If 40 boats sank, Karsk would starve.")]
    [InlineData("He fears that this will cost them 40 boats.")]
    [InlineData("Five members of the board.")]
    [InlineData("The firm told it in a two-line statement.")]
    [InlineData("The storm left 40 boats stranded.")]
    [InlineData("Police list 40 boats as lost.")]
    [InlineData("The town counted 40 guests who came by boat.")]
    [InlineData("An airline laid on 11 flights.")]
    [InlineData("Some 40 projects raised $6 million.")]
    [InlineData("Some 40 boats sank in May and June.")]
    [InlineData("The ferry called at Karsk six times and three times at Orla.")]
    [InlineData("The pier has ten times as many guards.")]
    [InlineData("One boat sank off Karsk.")]
    [InlineData("The town's largest mill employs 40 people.")]
    public void What_would_leave_the_reader_asking_gives_none(string sentence) => Assert.Null(Question(sentence));

    private static string? Question(string sentence)
    {
        var report = Reader.Read(new Article { Id = "a", Text = sentence });
        var story = new StoryText(new Story("s", "", [report], []));
        return FigureQuestion.Of(FigureSeriesBuilder.Profiles(story)[0]);
    }
}

using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation.Checks;
using Hearsay.Statements;

namespace Hearsay.Tests.Reconciliation;

/// <summary>Who carries all of a sentence, who a part, who the opposite: each rule with the sentence that it is for.</summary>
public sealed class SentenceCheckTests
{
    private const string Karsk =
        "The trawler Alma struck a rock off Karsk on Monday night and sank within an hour. Nine sailors drowned and two are missing, the coast guard said on Tuesday. "
        + "Harbour master Ivo Renn accused the shipowner Dana Holt of hiding the ship's defects. Holt denied that she hid any defects. "
        + "The northern channel was closed to all traffic. The radio beacon on Gull Point had been switched off. The council may raise the harbour dues.";

    private const string Tarn =
        "The weather was calm when the trawler went down. Ivo Renn, the harbour master, said nine sailors had drowned. “I have never seen anything like it,” he added. "
        + "Schools on the island stayed open. The trawler Alma was built in 1996.";

    private static readonly DeepReadings Deep = new();

    private static readonly ImmutableArray<Report> Reports =
    [
        Reader.Read(Article("Coast Daily", "2031-05-06", Karsk), Deep), Reader.Read(Article("Island Voice", "2031-05-07", Tarn), Deep),
    ];

    [Theory]
    [InlineData("The trawler Alma struck a rock off Karsk.", "carried Coast Daily")]
    [InlineData("Nine sailors drowned.", "carried Coast Daily, carried Island Voice")]
    [InlineData("The northern channel was closed to all traffic.", "carried Coast Daily")]
    [InlineData("The northern channel was closed to all traffic and the fishermen protested.", "partly Coast Daily without “fishermen protested”")]
    [InlineData("Twelve sailors drowned.", "opposed Coast Daily Figure Nine, opposed Island Voice Figure nine")]
    [InlineData("The northern channel was not closed to all traffic.", "opposed Coast Daily Negation was closed")]
    [InlineData("Dana Holt hid defects.", "carried Coast Daily, opposed Coast Daily Negation hid")]
    [InlineData("The trawler Alma struck a rock off Karsk on Sunday night.", "opposed Coast Daily Day Monday night")]
    [InlineData("The trawler Alma struck a rock off Karsk on 5 May 2031.", "carried Coast Daily")]
    [InlineData("The radio beacon on Gull Point was switched on.", "opposed Coast Daily Negation had been switched off")]
    [InlineData("The council raised the harbour dues.", "partly Coast Daily Certainty may raise")]
    [InlineData("Dana Holt accused Ivo Renn of hiding the ship's defects.", "partly Coast Daily Roles accused")]
    [InlineData("The trawler Alma sank on Tuesday.", "partly Coast Daily without “Tuesday”, partly Island Voice without “sank on Tuesday”")]
    [InlineData("The trawler Alma was built in 1986.", "partly Coast Daily without “built in 1986”, opposed Island Voice Day 1996")]
    [InlineData("Dana Holt said that nine sailors had drowned.", "partly Coast Daily without “Dana Holt”, partly Island Voice Speaker Ivo Renn without “Dana Holt”")]
    public void A_sentence_is_held_against_what_reports_say(string sentence, string expected) => Assert.Equal(expected, Told(sentence));

    [Theory]
    [InlineData("Two sailors drowned and nine are missing.")]
    [InlineData("Nine drowned when the trawler sank and the beacon was lit.")]
    [InlineData("The trawler Berta struck a rock off Karsk.")]
    [InlineData("Dana Holt closed the northern channel.")]
    [InlineData("The mayor of Karsk resigned over the dues.")]
    public void What_no_report_says_none_carries(string sentence) => Assert.DoesNotContain("carried", Told(sentence), StringComparison.Ordinal);

    [Fact]
    public void Copies_of_one_text_are_one_origin()
    {
        var copies = new[] { "Coast Daily", "Northern Star", "Bay Echo" }.Select(o => Reader.Read(Article(o, "2031-05-06", Karsk), Deep));
        var check = Reader.Check(Read("The northern channel was closed to all traffic."), [.. copies], null, Deep);
        Assert.Equal((3, 1), (check.Check.Carried.Length, check.Independent(check.Check.Carried)));
        Assert.Equal(0, check.Independent(check.Check.Opposed));
    }

    [Theory]
    [InlineData("", "there is no sentence to check")]
    [InlineData("  \n ", "there is no sentence to check")]
    [InlineData("Rain.", "the sentence is too short")]
    [InlineData("The dam in the valley of the river", "the sentence is too short")]
    [InlineData("Did the northern channel close on Monday?", "a question states nothing")]
    [InlineData("He was killed in the northern channel.", "“He” may be anybody")]
    [InlineData("The channel was closed. The trawler sank.", "one sentence at a time")]
    [InlineData("Le chalutier a heurté un rocher lundi soir.", "the language is French")]
    [InlineData("Der Hafen ist seit Montag für die Schiffe geschlossen.", "the language is German")]
    [InlineData("Рыбацкое судно наскочило на скалу и затонуло недалеко от берега в понедельник вечером.", "the language is Russian")]
    public void What_is_no_English_statement_is_refused_with_the_reason(string typed, string reason)
    {
        var (sentence, refusal) = AskedSentence.Read(typed, null);
        Assert.Null(sentence);
        Assert.StartsWith(reason, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("El Paso police arrested five men")]
    [InlineData("The trains did not derail.")]
    [InlineData("Karsk's harbour master Ivo Renn confirmed the trawler's loss in a statement.")]
    [InlineData("It is open how far the channel can be used.")]
    [InlineData("Leaders of Le Havre met in Rio de Janeiro.")]
    public void Foreign_names_make_no_sentence_foreign(string typed) => Assert.NotNull(AskedSentence.Read(typed, null).Sentence);

    [Fact]
    public void A_sentence_that_is_too_long_is_refused() =>
        Assert.StartsWith("the sentence is too long", AskedSentence.Read(new string('a', AskedSentence.Longest + 1), null).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Every_passage_is_a_sentence_of_its_report()
    {
        var check = Reader.Check(Read("Nine sailors drowned."), Reports, null, Deep);
        Assert.All(check.Check.Carried, p => Assert.Contains(check.Story.Reports.First(r => r.Article.Id == p.Where.ArticleId).Sentences, s => s.Span == p.Where.Span));
        Assert.NotEmpty(check.Check.Carried);
    }

    private static AskedSentence Read(string sentence) => AskedSentence.Read(sentence, Deep).Sentence!;

    private static string Told(string sentence)
    {
        var check = Reader.Check(Read(sentence), Reports, null, Deep);
        return string.Join(", ", Lines(check, "carried", check.Check.Carried).Concat(Lines(check, "partly", check.Check.Partly)).Concat(Lines(check, "opposed", check.Check.Opposed)));
    }

    private static IEnumerable<string> Lines(StoryCheck check, string kind, ImmutableArray<CheckedPassage> passages) =>
        passages.Select(p => string.Join(
            ' ',
            (string[])[
                kind, check.ArticleOf(p).Outlet!, .. p.Differs.Select(d => $"{d.Kind} {d.Found}"),
                .. kind == "partly" ? p.Missing.Select(m => $"without “{m}”") : [],
            ]
        ));

    private static Article Article(string outlet, string date, string text) =>
        new() { Id = outlet, Outlet = outlet, Text = text, Published = new PublicationDate(date, DateBasis.Stated, []) };
}

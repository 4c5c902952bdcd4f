using System.Collections.Immutable;
using Hearsay.Briefings;
using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Tests.Briefings;

public sealed class BriefingWriterTests
{
    private static readonly StoryBriefing Briefing = LockStory.Briefing;
    private static readonly StoryIndex Index = new(Briefing);

    [Fact]
    public void The_sections_stand_in_their_order() => Assert.Equal(
        ["What happened", "What is disputed", "Who says what", "In their words", "Timeline", "Sources and their independence"],
        Briefing.Sections.Select(s => s.Heading));

    [Fact]
    public void Every_sentence_is_cited() =>
        Assert.All(Briefing.Sections.SelectMany(s => s.Sentences), s => Assert.NotEmpty(s.Citations));

    [Fact]
    public void The_account_is_ordered_by_what_leads_and_says_who_has_it() => Assert.Equal(
        [
            ("The upper gate of the Brennholm lock gave way early on Tuesday [8 April 2031].", "3 reports from 2 origins"),
            ("“We saw the gate bend for a week, and nobody would sign the repair order,” [Lena Orth] said.", "3 reports from 2 origins"),
            ("About 20 barges were damaged, according to the bargees’ union.", "2 reports from 2 origins"),
            ("[Ruben Falk] told Radio Canalside: “I have tied up here for 30 years.”", "1 report"),
        ],
        Section("What happened").Select(s => (s.Text, s.Note!)));

    [Fact]
    public void A_source_that_is_a_pronoun_is_named_in_brackets() =>
        Assert.StartsWith("[Ruben Falk] told", Sourced("c-radio", "I have tied up here"), StringComparison.Ordinal);

    [Fact]
    public void No_name_is_put_where_two_can_be_meant()
    {
        const string Before = "The Harbour Board met the Canal Council in Tolland.", Words = "It said the pier was closed.";
        var report = Reader.Read(new Article { Id = "x", Text = $"{Before} {Words}" });
        var story = Briefing.Story with { Reports = [report] };
        var where = new Citation("x", new(Before.Length + 1, Words.Length));
        Assert.Equal(Words, SourcedSentence.Of(new StoryIndex(story, new([], []), Briefing.Findings), where).Text);
    }

    [Fact]
    public void No_name_is_put_where_the_sentence_has_what_the_pronoun_can_mean()
    {
        const string Words = "The ferry was full, and it said in a log that nobody was warned.";
        var report = Reader.Read(new Article { Id = "x", Text = "The Harbour Board said the pier was closed. " + Words });
        var story = Briefing.Story with { Reports = [report] };
        var where = new Citation("x", new(report.Article.Text.IndexOf(Words, StringComparison.Ordinal), Words.Length));
        Assert.Equal(Words, SourcedSentence.Of(new StoryIndex(story, new([], []), Briefing.Findings), where).Text);
    }

    [Theory]
    [InlineData("Mayor Ana Ruiz left early.", "“We ran,” she said of the attack, which she said was short.", "“We ran,” [Ana Ruiz] said of the attack, which she said was short.")]
    [InlineData("A spokesman for the Harbour Board left the room.", "He said the pier was closed.", "He said the pier was closed.")]
    public void A_name_is_put_once_and_only_for_whom_the_pronoun_can_be(string before, string words, string printed)
    {
        var brief = Reader.Brief([Reader.Read(new Article { Id = "x", Text = $"{before} {words}" })]);
        Assert.Equal(printed, SourcedSentence.Of(new StoryIndex(brief), new Citation("x", new(before.Length + 1, words.Length))).Text);
    }

    [Fact]
    public void Whom_another_report_names_is_said_with_that_report()
    {
        var brief = Reader.Brief([
            Reader.Read(new Article { Id = "a", Outlet = "Coast Daily", Text = "Polish Ambassador Ilse Vander said the strait of Tolland was closed." }),
            Reader.Read(new Article { Id = "b", Outlet = "Canal Post", Text = "The Polish envoy said forty sailors had been saved from a burning ferry." }),
        ]);
        var notes = WhoSaysWhat.Write(new StoryIndex(brief), []).Sentences.Where(s => s.Label == "Ilse Vander").Select(s => s.Note);
        Assert.Contains(notes, n => n!.EndsWith("; “The Polish envoy” is Ilse Vander in Coast Daily", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_that_stands_in_another_sentence_is_put_before_the_words() => Assert.Equal(
        "According to Ada Moss: The pumps were never switched on.",
        Extracted(
            "Ada Moss gave her account. The pumps were never switched on.",
            "The pumps",
            Said("Ada Moss", "gave her account", "The pumps were never switched on")
        )
    );

    [Fact]
    public void A_denial_whose_source_stands_elsewhere_stays_a_denial() => Assert.Equal(
        "Ada Moss denied: The pumps were never switched on.",
        Extracted(
            "Ada Moss denied it all. The pumps were never switched on.",
            "The pumps",
            Said("Ada Moss", "denied it all", "The pumps were never switched on") with
            {
                Force = CueForce.Denied,
            }
        )
    );

    [Fact]
    public void Words_that_somebody_did_not_say_are_never_given_as_theirs() => Assert.Equal(
        "Ada Moss did not say this. The pumps were never switched on.",
        Extracted(
            "Ada Moss did not say this. The pumps were never switched on.",
            "The pumps",
            Said("Ada Moss", "did not say", "The pumps were never switched on") with
            {
                Negated = true,
            }
        )
    );

    [Fact]
    public void An_attribution_without_any_source_is_said_to_be_unnamed() => Assert.Equal(
        "Somebody is reported to say: The pumps were never switched on.",
        Extracted("It was a long day. The pumps were never switched on.", "The pumps", Said(null, null, "The pumps were never switched on")));

    [Fact]
    public void A_quotation_mark_that_the_cut_leaves_open_is_closed() => Assert.Equal(
        "According to Ada Moss: “Nobody came.”",
        Extracted("“Nobody came. Nobody called,” Ada Moss said.", "Nobody came", Said("Ada Moss", "said", "“Nobody came. Nobody called,”")));

    [Fact]
    public void A_story_without_findings_begins_as_its_reports_do()
    {
        var bare = Briefing.Findings with { Claims = [], FigureSeries = [], QuoteGroups = [], Responses = [], Timeline = [] };
        var sections = BriefingWriter.Write(Briefing.Story, Briefing.Provenance, bare);
        Assert.Equal("What happened", sections[0].Heading);
        Assert.Equal(
            [
                ("The upper gate of the Brennholm lock gave way early on Tuesday [8 April 2031].", "2 reports from 1 origin"),
                ("Brennholm’s lock broke on Tuesday.", "1 report"),
            ],
            sections[0].Sentences.Select(s => (s.Text, s.Note!)));
    }

    [Fact]
    public void Headline_and_lead_are_of_one_report_and_do_not_contradict()
    {
        var brief = Reader.Brief([
            Bridge("a", "Four injured as footbridge falls", "2031-06-06", "Four people were injured when a footbridge in Lindmoor collapsed, police said."),
            Bridge("b", "Footbridge falls in Lindmoor", "2031-06-06", "Police said that four people were injured when a footbridge in Lindmoor fell."),
            Bridge("c", "Six injured as footbridge falls", "2031-06-07", "Six people were injured when a footbridge in Lindmoor collapsed, police said."),
        ]);
        Assert.Equal("Six injured as footbridge falls", brief.Story.Title);
        var lead = brief.Sections[0].Sentences[0];
        Assert.StartsWith("Six people were injured", lead.Text, StringComparison.Ordinal);
        Assert.Equal("c", lead.Citations[0].ArticleId);
    }

    [Fact]
    public void Under_a_heading_stands_somebody_whom_a_reader_can_look_up()
    {
        const string Text = "Mayor Tove Askel said the bridge was safe. Residents said it had swayed for weeks. A spokesman for the harbour board said tests would follow.";
        var labels = WhoSaysWhat.Write(new StoryIndex(Reader.Brief([Reader.Read(new Article { Id = "x", Text = Text })])), []).Sentences.Select(s => s.Label);
        Assert.Equal(["Tove Askel", "spokesman for the harbour board"], labels.Order(StringComparer.OrdinalIgnoreCase).Reverse());
    }

    [Theory]
    [InlineData("A Dane who had left the port in May said the bridge was safe.")]
    [InlineData("A shift in Berlin's policy could weaken the bridge, government officials said.")]
    [InlineData("One woman said the bridge had swayed for weeks.")]
    [InlineData("The bridge is safe, according to a CNN translation of the speech.")]
    [InlineData("Leading politicians called for tougher laws.")]
    [InlineData("Villagers along with Polish activists said the bridge was safe.")]
    public void Nobody_is_looked_up_by_a_clause_a_number_or_a_paper(string text) =>
        Assert.Empty(WhoSaysWhat.Write(new StoryIndex(Reader.Brief([Reader.Read(new Article { Id = "x", Text = text })])), []).Sentences);

    [Fact]
    public void An_outlet_may_be_called_like_a_paper() =>
        Assert.NotEmpty(WhoSaysWhat.Write(new StoryIndex(Reader.Brief([Reader.Read(new Article { Id = "x", Text = "The Tolland Review said the bridge was safe." })])), []).Sentences);

    [Fact]
    public void What_somebody_says_of_another_s_words_is_said_by_him()
    {
        const string Text = "The Harbour Board wants that the ferries sail at night, Tove Askel said on Monday.";
        var told = WhoSaysWhat.Write(new StoryIndex(Reader.Brief([Reader.Read(new Article { Id = "x", Text = Text })])), []).Sentences;
        Assert.All(told, s => Assert.Equal("Tove Askel", s.Label));
    }

    private static Report Bridge(string id, string headline, string published, string lead) => Reader.Read(new Article
    {
        Id = id, Headline = headline, Published = new PublicationDate(published, DateBasis.Stated, []),
        Text = lead + "\n\nThe footbridge had been closed in May for repairs, the mayor, Tove Askel, said.",
    });

    private static IEnumerable<BriefingSentence> Section(string heading) => Briefing.Sections.Single(s => s.Heading == heading).Sentences;

    [Theory]
    [InlineData("The gate had bent,\" she said.", "\"The gate had bent,\" she said.")]
    [InlineData("\"The gate had bent,", "\"The gate had bent,\"")]
    [InlineData("It was \"bent\" and nobody would sign,\" she said.", "\"It was \"bent\" and nobody would sign,\" she said.")]
    [InlineData("She said: \"The gate had bent.", "She said: \"The gate had bent.\"")]
    [InlineData("Nobody \"would\" sign.", "Nobody \"would\" sign.")]
    [InlineData("nobody would sign” the order", "“nobody would sign” the order")]
    public void A_mark_that_the_cut_leaves_alone_gets_its_other(string cut, string whole) => Assert.Equal(whole, SentenceEdit.Balanced(cut));

    private static string Sourced(string article, string words) => SourcedSentence.Of(Index, LockStory.Cite(article, words)).Text;

    private sealed record Spoken(string? Source, string? Cue, string Content)
    {
        public CueForce Force { get; init; }

        public bool Negated { get; init; }
    }

    private static Spoken Said(string? source, string? cue, string content) => new(source, cue, content);

    /// <summary>
    /// What is made of the sentence that begins with <paramref name="words"/> in a report with one attribution; sentences end at ". ".
    /// </summary>
    private static string Extracted(string text, string words, Spoken spoken)
    {
        Text.TextSpan Span(string part) => new(text.IndexOf(part, StringComparison.Ordinal), part.Length);
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        var report = Briefing.Story.Reports[0] with
        {
            Article = new Article { Id = "x", Text = text },
            Sentences = [new SentenceSpan(new(0, stop + 1), 0), new SentenceSpan(Text.TextSpan.Between(stop + 2, text.Length), 0)],
            Figures = [], Times = [],
            Attributions =
            [
                new Attribution
                {
                    Id = "a",
                    Kind = SpeechKind.Indirect,
                    Source = spoken.Source is { } s ? Span(s) : null,
                    Cue = spoken.Cue is { } c ? Span(c) : null,
                    Content = [Span(spoken.Content)], Speaker = spoken.Source, Force = spoken.Force, Negated = spoken.Negated,
                },
            ],
        };
        var story = Briefing.Story with { Reports = [report] };
        return SourcedSentence.Of(new StoryIndex(story, new([], []), Briefing.Findings), new Citation("x", Span(words))).Text;
    }
}

using System.Collections.Immutable;
using Hearsay.Briefings;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Tests.Briefings;

/// <summary>
/// A story with findings written by hand, so that a page can be tested without the stages before it: a canal lock that gave way at Brennholm.
/// </summary>
internal static class LockStory
{
    private static readonly ImmutableArray<Article> Articles =
    [
        new()
        {
            Id = "a-herald", Path = "herald.txt", Outlet = "Brennholm Herald", Headline = "Lock gate gives way at Brennholm", Language = "en",
            Published = new PublicationDate("2031-04-09", DateBasis.Stated, [], "9 April 2031"),
            Credits = ["Northwire"],
            Datelines = [new Dateline("BRENNHOLM", "Northwire")],
            Dropped = [new DroppedText(DroppedKind.DateLine, "9 April 2031"), new DroppedText(DroppedKind.Share, "Tell a friend")],
            Text = "BRENNHOLM (Northwire) - The upper gate of the Brennholm lock gave way early on Tuesday.\n\n"
                + "At least 14 barges were damaged, harbour master Lena Orth said. “We saw the gate bend for a week, and nobody would sign the repair order,” she said.\n\n"
                + "The canal company denied that it had been warned.",
        },
        new()
        {
            Id = "b-post",
            Path = "post.txt",
            Outlet = "Morning Post",
            Headline = "“Nobody would sign”: harbour master on broken lock",
            Language = "en",
            Published = new PublicationDate("2031-04-09T06:30:00Z", DateBasis.Metadata, []),
            Text = "The upper gate of the Brennholm lock gave way early on Tuesday.\n\n"
                + "About 20 barges were damaged, according to the bargees’ union.\n\n“We saw the gate bend … nobody would sign the repair order,” Lena Orth said.",
        },
        new()
        {
            Id = "c-radio", Path = "radio.txt", Outlet = null, Headline = null, Language = "en",
            Text =
                "Brennholm’s lock broke on Tuesday. The union says up to 22 barges are damaged.\n\nOrth spoke of an order that “nobody would sign”.\n\n"
                + "“It was a matter of time,” said Ruben Falk, a bargee. He told Radio Canalside: “I have tied up here for 30 years.”",
        },
    ];

    public static Citation Cite(string article, string words)
    {
        var start = Articles.Single(a => a.Id == article).Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{article} does not say: {words}");
        return new Citation(article, new TextSpan(start, words.Length));
    }

    public static BriefingDocument Document { get; } = Build();

    public static StoryBriefing Briefing => Document.Stories[0];

    private static TextSpan Span(string article, string words) => Cite(article, words).Span;

    private static BriefingDocument Build()
    {
        ImmutableArray<Report> reports = [.. Articles.Select(Report)];
        var story = new Story(
            "s1",
            "Lock gate gives way at Brennholm",
            reports,
            ["All three tell of the gate of the Brennholm lock on 8 April 2031."]
        );
        var provenance = new Provenance(
            [
                new Origin("Northwire", ["a-herald", "b-post"], "The Herald credits Northwire; the Post shares a passage of 12 words with it."),
                new Origin("radio", ["c-radio"], "No shared passage."),
            ],
            [
                new SharedPassage(
                    Cite("a-herald", "The upper gate of the Brennholm lock gave way early on Tuesday."),
                    Cite("b-post", "The upper gate of the Brennholm lock gave way early on Tuesday.")
                ),
            ]
        );
        var findings = Findings();
        return new BriefingDocument(
            reports,
            [new StoryBriefing(story, provenance, findings, BriefingWriter.Write(story, provenance, findings))],
            [new Failure("noise.bin", "not text")]
        );
    }

    private static Report Report(Article article) => new()
    {
        Article = article, Sentences = Sentences(article.Text), Names = [], Terms = [],
        Attributions = [.. Attributions(article.Id)],
        Times = article.Id == "c-radio" ? [] : [new TimeExpression(Span(article.Id, "early on Tuesday"), "2031-04-08TMO")],
        Figures = [.. Figures(article.Id)],
    };

    /// <summary>Sentences end where a stop, or a closing quotation mark after one, is followed by a space or a line break.</summary>
    private static ImmutableArray<SentenceSpan> Sentences(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceSpan>();
        var (start, paragraph) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '.' || (text[i] == '”' && text[i - 1] == '.');
            if (ends && (i + 1 == text.Length || text[i + 1] is ' ' or '\n'))
            {
                sentences.Add(new SentenceSpan(TextSpan.Between(start, i + 1), paragraph));
                while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
                {
                    paragraph += text[++i] == '\n' && text[i - 1] == '\n' ? 1 : 0;
                }

                start = i + 1;
            }
        }

        return sentences.ToImmutable();
    }

    private static IEnumerable<Attribution> Attributions(string article) => article switch
    {
        "a-herald" =>
        [
            Said("a1", article, SpeechKind.Indirect, "harbour master Lena Orth", "said", "Lena Orth", "At least 14 barges were damaged"),
            Said(
                "a2", article, SpeechKind.Direct, "she", "said", "Lena Orth",
                "“We saw the gate bend for a week, and nobody would sign the repair order,”"
            ),
            Said("a3", article, SpeechKind.Indirect, "The canal company", "denied", "canal company", "that it had been warned") with
            {
                Response = ResponseState.Denied,
            },
        ],
        "b-post" =>
        [
            Said("b1", article, SpeechKind.Indirect, "the bargees’ union", "according to", "bargees’ union", "About 20 barges were damaged"),
            Said("b2", article, SpeechKind.Direct, "Lena Orth", "said", "Lena Orth", "“We saw the gate bend … nobody would sign the repair order,”"),
        ],
        _ =>
        [
            Said("c1", article, SpeechKind.Indirect, "The union", "says", "bargees’ union", "up to 22 barges are damaged"),
            Said("c2", article, SpeechKind.Mixed, "Orth", "spoke of", "Lena Orth", "an order that “nobody would sign”"),
            Said("c3", article, SpeechKind.Direct, "Ruben Falk, a bargee", "said", "Ruben Falk", "“It was a matter of time,”"),
            Said("c4", article, SpeechKind.Direct, "He", "told", "Ruben Falk", "“I have tied up here for 30 years.”"),
        ],
    };

    private static Attribution Said(string id, string article, SpeechKind kind, string source, string cue, string speaker, string content) => new()
    {
        Id = id, Kind = kind, Source = Span(article, source), Cue = Span(article, cue), Speaker = speaker, Content = [Span(article, content)],
    };

    private static IEnumerable<Figure> Figures(string article) => article switch
    {
        "a-herald" => [Barges("a-f1", article, "At least 14", 14, null, FigureQualifier.AtLeast, "Lena Orth")],
        "b-post" => [Barges("b-f1", article, "About 20", 20, 20, FigureQualifier.About, "bargees’ union")],
        _ => [Barges("c-f1", article, "up to 22", null, 22, FigureQualifier.UpTo, "bargees’ union")],
    };

    private static Figure Barges(string id, string article, string words, decimal? low, decimal? high, FigureQualifier qualifier, string by) => new()
    {
        Id = id,
        Span = Span(article, words),
        Low = low,
        High = high,
        Qualifier = qualifier,
        Unit = "barges",
        Counted = "barges damaged",
        AccordingTo = by,
    };

    private static Findings Findings() => new()
    {
        FigureSeries =
        [
            new FigureSeries(
                "fs1",
                "How many barges were damaged?",
                Verdict.Differ,
                ["a-f1", "b-f1", "c-f1"],
                "Lena Orth at least 14; bargees’ union about 20, up to 22"
            ) { IndependentOrigins = 2 },
        ],
        QuoteGroups =
        [
            new QuoteGroup("Lena Orth", "We saw the gate bend for a week, and nobody would sign the repair order,",
            [
                new QuoteVariant(Cite("a-herald", "“We saw the gate bend for a week, and nobody would sign the repair order,”"), Alteration.None),
                new QuoteVariant(Cite("b-post", "“We saw the gate bend … nobody would sign the repair order,”"), Alteration.Ellipsis),
                new QuoteVariant(Cite("c-radio", "“nobody would sign”"), Alteration.PartialQuote),
            ]),
        ],
        Claims =
        [
            Claim("c1", "The upper gate of the Brennholm lock gave way early on Tuesday.", [], 3, 2,
                Cite("a-herald", "The upper gate of the Brennholm lock gave way early on Tuesday"),
                Cite("b-post", "The upper gate of the Brennholm lock gave way early on Tuesday"),
                Cite("c-radio", "Brennholm’s lock broke on Tuesday")),
            Claim(
                "c2",
                "About 20 barges were damaged",
                ["bargees’ union"],
                2, 2, Cite("b-post", "About 20 barges were damaged"), Cite("c-radio", "up to 22 barges are damaged")
            ),
            Claim("c3", "nobody would sign the repair order", ["Lena Orth"], 3, 2,
                Cite("a-herald", "nobody would sign the repair order"),
                Cite("b-post", "nobody would sign the repair order"),
                Cite("c-radio", "an order that “nobody would sign”")
            ),
            Claim("c4", "I have tied up here for 30 years.", ["Ruben Falk"], 1, 1, Cite("c-radio", "I have tied up here for 30 years.")),
        ],
        Responses =
        [
            new Response(
                "that it had been warned", "canal company", ResponseState.Denied,
                Cite("a-herald", "The canal company denied that it had been warned.")
            ),
        ],
        Timeline =
        [
            new TimelineEntry("2031-04-08", "The upper gate of the Brennholm lock gave way early on Tuesday.",
                [
                    Cite("a-herald", "The upper gate of the Brennholm lock gave way early on Tuesday."),
                    Cite("b-post", "The upper gate of the Brennholm lock gave way early on Tuesday."),
                ]
            ),
        ],
    };

    private static Claim Claim(
        string id,
        string text,
        ImmutableArray<string> by,
        int outlets,
        int origins,
        params ImmutableArray<Citation> support
    ) =>
        new()
    {
        Id = id, Text = text, AccordingTo = by, Support = support, Outlets = outlets, IndependentOrigins = origins,
        Lead = outlets * origins / 4.0, Weight = outlets / 4.0,
    };
}

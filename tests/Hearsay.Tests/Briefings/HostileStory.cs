using Hearsay.Briefings;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Tests.Briefings;

/// <summary>
/// Forty reports, three hundred claims, and text that would like to be something else: markup, scripts, escape sequences, words without end.
/// </summary>
internal static class HostileStory
{
    private static readonly string[] Nasty =
    [
        "<script>alert('owned')</script>",
        "\"><img src=x onerror=alert(1)>",
        "\u001b[31mred\u001b[2J",
        "abc\u202Edlrow olleh\u202C end",
        "]]><!-- --></style></title><svg/onload=alert(2)>",
        "javascript:alert(3)",
        "| table | row |\n# heading\n[link](http://evil.example/)",
        new string('x', 10_000),
        "&lt;b&gt;&#0;&amp;",
        "堤防が決壊した 🌊🌊 مياه الفيضان",
    ];

    public static BriefingDocument Document { get; } = Build(40, 300);

    public static BriefingDocument Build(int outlets, int claims)
    {
        var articles = Enumerable.Range(0, outlets).Select(i => new Article
        {
            Id = $"r{i:D2}",
            Path = $"reports/{i}<b>.txt",
            Outlet = i % 3 == 0 ? $"{Nasty[i % Nasty.Length]} {i}" : $"The Very Long Winded Provincial Gazette and Advertiser of District {i}",
            Headline = $"{Nasty[(i + 1) % Nasty.Length]} headline {i}", Published = new PublicationDate("2031-04-09", DateBasis.Option, []),
            Text = string.Join(
                "\n\n",
                Enumerable
                    .Range(0, claims / 5)
                    .Select(c => $"Claim {c} of the flood is {Nasty[c % Nasty.Length]} as seen by outlet {i}, 1,{c % 10}00 cubic metres.")
            ),
        }).ToList();
        var reports = articles.Select(Report).ToList();
        var story = new Story("s<1>", Nasty[0] + " a flood", [.. reports], [Nasty[1]]);
        var findings = new Findings
        {
            FigureSeries =
            [
                new FigureSeries(
                    "f<1>",
                    $"How much {Nasty[1]}?",
                    Verdict.Revised,
                    [.. reports.SelectMany(r => r.Figures.Select(f => f.Id))],
                    Nasty[0]
                ),
            ],
            QuoteGroups =
            [
                new QuoteGroup(Nasty[0], "Claim 0 of the flood", [.. reports.Take(6).Select(r => new QuoteVariant(Cite(r, 0), Alteration.Reworded))]),
            ],
            Claims =
            [
                .. Enumerable
                    .Range(0, claims)
                    .Select(c =>
                        (
                            Number: c,
                            Support: reports
                                .Where((_, i) => (c + i) % (1 + (c % outlets)) == 0)
                                .Select(r => Cite(r, c % r.Sentences.Length))
                                .ToArray()
                        )
                    )
                    .Where(c => c.Support.Length > 0)
                    .Select(c => new Claim
                    {
                        Id = $"c{c.Number:D3}",
                        Text = "claim",
                        AccordingTo = [],
                        Support = [.. c.Support],
                        Outlets = c.Support.Length,
                        IndependentOrigins = c.Support.Length,
                    }),
            ],
            Responses = [new Response(Nasty[0], Nasty[1], ResponseState.Denied, Cite(reports[0], 0))],
            Timeline = [new TimelineEntry("2031-04-09", Nasty[0], [Cite(reports[1], 0)])],
        };
        var provenance = new Hearsay.Copies.Provenance(
            [.. reports.Select(r => new Hearsay.Copies.Origin(r.Article.Outlet!, [r.Article.Id], Nasty[0]))],
            []
        );
        return new BriefingDocument(
            [.. reports],
            [new StoryBriefing(story, provenance, findings, BriefingWriter.Write(story, provenance, findings))],
            [new Failure(Nasty[1], Nasty[0])]
        );
    }

    private static Report Report(Article article)
    {
        var sentences = new List<SentenceSpan>();
        var start = 0;
        foreach (var (paragraph, place) in article.Text.Split("\n\n").Select((p, i) => (p, i)))
        {
            sentences.Add(new SentenceSpan(new TextSpan(start, paragraph.Length), place));
            start += paragraph.Length + 2;
        }

        return new Report
        {
            Article = article, Sentences = [.. sentences], Attributions = [], Times = [], Names = [], Terms = [],
            Figures =
            [
                new Figure
                {
                    Id = article.Id + "-f",
                    Span = new TextSpan(0, 7),
                    Low = article.Id[^1] * 100m,
                    High = article.Id[^1] * 100m,
                    Qualifier = FigureQualifier.About,
                    Unit = "m3",
                    AccordingTo = article.Outlet,
                },
            ],
        };
    }

    private static Citation Cite(Report report, int sentence) => new(report.Article.Id, report.Sentences[sentence].Span);
}

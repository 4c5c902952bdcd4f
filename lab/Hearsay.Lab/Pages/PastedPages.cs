using System.CommandLine;
using AngleSharp.Html.Parser;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Lab.Pages;

/// <summary>
/// `lab pages --pasted`: the archived pages as text without mark-up, as a person copies them out of a browser: the article element with everything in
/// it, a line a paragraph. The outlets' own expected text tells which lines are the report's.
/// </summary>
internal static class PastedPages
{
    /// <summary>Prints the lines on which the sorter and the corpus differ, then the figure.</summary>
    public static int Run(ParseResult parsed)
    {
        var floors = new Floors();
        if (LabData.Find("data/pages/fundus", parsed) is not { } fundus) return 0;
        var (overlap, before) = (new PageScores.Overlap(), new PageScores.Overlap());
        foreach (var c in PageScores.Fundus(fundus))
        {
            var document = new HtmlParser().ParseDocument(c.Html);
            var root = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body!;
            var text = string.Join('\n', HtmlWalk.Of(root).Leaves.Select(b => b.Text));
            var (article, reason) = PageReader.Read(new RawPage { Path = c.Name, Format = PageFormat.PlainText, Content = text });
            if (article is null)
            {
                Console.WriteLine($"# {c.Name}: {reason}");
                continue;
            }
            var body = PageScores.Shingles(c.Body);
            before.Add(PageScores.Shingles(text), body);
            Console.WriteLine($"# {c.Name} {overlap.Add(PageScores.Shingles(article.Text), body):0.000}");
            var wanted = PageScores.Plain(c.Body);
            foreach (var line in article.Text.Split("\n\n").Where(p => !wanted.Contains(PageScores.Plain(p), StringComparison.Ordinal)))
                Console.WriteLine($"+ {line}");
            foreach (var d in article.Dropped.Where(d => wanted.Contains(PageScores.Plain(d.Text), StringComparison.Ordinal)))
                Console.WriteLine($"- {d.Kind}: {d.Text}");
        }
        floors.Check("fundus pasted", "body F1", overlap.F1);
        floors.Check("fundus pasted", "body F1 if nothing is dropped", before.F1);
        return floors.ExitCode;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Tests.Reconciliation;

/// <summary>
/// A story written down with its statements, so that reconciliation can be shown apart from the stages that find them. One report a line, "Outlet
/// 2031-05-02: text", paragraphs parted by " / ".
/// In the text: {time: Monday | 2031-05-05}, {figure: about 40 | low | high | qualifier | unit | counted | where | as of | according to}, {said:
/// speaker | words} (may hold the others), {answer: state | speaker | words}.
/// </summary>
internal static class MarkedStory
{
    /// <summary>The story, its reports in the order of the lines.</summary>
    public static Story Parse(string lines) =>
        new("s1", "", [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)], []);

    /// <summary>Every report its own origin.</summary>
    public static Provenance Independent(Story story) => new([.. story.Reports.Select(r => new Origin(r.Article.Outlet!, [r.Article.Id], ""))], []);

    private static Report Line(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var head = line[..colon];
        var (outlet, date) = (head[..head.LastIndexOf(' ')], head[(head.LastIndexOf(' ') + 1)..]);
        var marks = new Marks(outlet);
        marks.Read(line[(colon + 2)..].Replace(" / ", "\n\n", StringComparison.Ordinal));
        var article = new Article
        {
            Id = outlet,
            Outlet = outlet,
            Text = marks.Text.ToString(),
            Published = new PublicationDate(date, DateBasis.Stated, []),
        };
        var reading = LanguageReader.Read(article);
        return new Report
        {
            Article = article,
            Sentences = [.. reading.Sentences.Select(s => new SentenceSpan(s.Span, s.Paragraph))],
            Quotations = reading.Quotations,
            Attributions = [.. marks.Attributions],
            Times = [.. marks.Times],
            Figures = [.. marks.Figures.Select(f => f with { CountedSpan = CountedBy(f, article.Text) })],
            Names = [],
            Terms = [],
        };
    }

    /// <summary>What is counted stands right behind the figure, or the figure stands for an earlier mention of it.</summary>
    private static TextSpan? CountedBy(Figure figure, string text)
    {
        if (figure.Counted is not { } counted) return null;
        var at = text.IndexOf(counted, figure.Span.End, StringComparison.Ordinal);
        if (at != figure.Span.End + 1) at = text.LastIndexOf(counted, figure.Span.Start, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, counted.Length);
    }

    private sealed class Marks(string outlet)
    {
        public StringBuilder Text { get; } = new();

        public List<Attribution> Attributions { get; } = [];

        public List<TimeExpression> Times { get; } = [];

        public List<Figure> Figures { get; } = [];

        public void Read(string marked)
        {
            for (var i = 0; i < marked.Length; i++)
            {
                if (marked[i] != '{')
                {
                    Text.Append(marked[i]);
                    continue;
                }

                var end = Close(marked, i);
                Mark(marked[(i + 1)..end]);
                i = end;
            }
        }

        private static int Close(string text, int open)
        {
            for (var (i, depth) = (open, 0); ; i++)
            {
                depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
                if (depth == 0) return i;
            }
        }

        private void Mark(string mark)
        {
            var colon = mark.IndexOf(':', StringComparison.Ordinal);
            var (kind, rest) = (mark[..colon], mark[(colon + 1)..].Trim());
            var fields = rest.Split('|', kind is "said" ? 2 : kind is "answer" ? 3 : 99).Select(f => f.Trim()).ToArray();
            var start = Text.Length;
            if (kind is "said" or "answer")
            {
                Read(fields[^1]);
                Attributions.Add(new Attribution
                {
                    Id = $"{outlet}-a{Attributions.Count}",
                    Kind = SpeechKind.Indirect,
                    Content = [TextSpan.Between(start, Text.Length)],
                    Speaker = Given(fields[^2]),
                    Response = kind is "answer" ? Word<ResponseState>(fields[0]) : null,
                });
                return;
            }

            Text.Append(fields[0]);
            if (kind is "time") Times.Add(new TimeExpression(TextSpan.Between(start, Text.Length), fields[1]));
            else Figures.Add(Figure(fields, TextSpan.Between(start, Text.Length)));
        }

        private Figure Figure(string[] fields, TextSpan span) => new()
        {
            Id = $"{outlet}-{Figures.Count + 1}",
            Span = span,
            Low = Number(fields[1]),
            High = Number(fields[2]),
            Qualifier = Word<FigureQualifier>(fields[3]),
            Unit = fields[4],
            Counted = Given(fields[5]), Where = Given(fields[6]), AsOf = Given(fields[7]), AccordingTo = Given(fields[8]),
        };

        private static decimal? Number(string field) => field.Length == 0 ? null : decimal.Parse(field, CultureInfo.InvariantCulture);

        private static string? Given(string field) => field.Length == 0 ? null : field;

        private static T Word<T>(string kebab)
            where T : struct, Enum => Enum.Parse<T>(kebab.Replace("-", "", StringComparison.Ordinal), true);
    }
}

using System.Globalization;
using System.Text;
using Hearsay.Stories;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Web;
using Hearsay.Briefings;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.App.Cli;

/// <summary>
/// A report in, what a reader wants of it first out: who published it when, who says what in it, its figures, times and quotations, all in its own
/// words and in the order of its text.
/// </summary>
internal static class ReportText
{
    private const int Indent = 2;

    /// <summary>The report as lines for a terminal; a part that it has nothing for is left out.</summary>
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        Head(text, report.Article);
        var own = report.Article.Text;
        Part(text, "Who says what", report.Attributions.Select(a => Said(a, own)));
        Part(text, "The figures", report.Figures.Select(f => Given(f, own)));
        Part(text, "Times", report.Times.Select(t => $"{Words(t.Span, own)} = {t.Value}"));
        Part(text, "In their words", report.Quotations.Select(q => Quoted(q, report)));
        return text.Append('\n').ToString();
    }

    private static void Head(StringBuilder text, Article article)
    {
        var basis = Shown.Basis(article.Published.Basis);
        text.Append(SearchCommand.Plain(HeadlineText.Of(article))).Append('\n').Append(SearchCommand.Plain(OutletName.Of(article)));
        text.Append(article.Published.Value is { } date ? $", published {date} ({basis})\n" : ", date unknown\n");
        if (Evidence(article) is { Length: > 0 } words) text.Append(CultureInfo.InvariantCulture, $"  the date's evidence: {words}\n");
        var by = string.Join(", ", article.Byline.Concat(article.Credits));
        if (by.Length > 0) text.Append(CultureInfo.InvariantCulture, $"by {SearchCommand.Plain(by)}\n");
        if ((article.Url ?? article.Path) is { } place) text.Append(CultureInfo.InvariantCulture, $"{SearchCommand.Plain(place)}\n");
        if (article.IsPartial) text.Append("the page shows a part of the report only\n");
    }

    private static string Evidence(Article article) =>
        string.Join(
            "; ",
            article.Published.Evidence.Select(c => Words(c.Span, article.Text)).Append(Quoted(article.Published.Words)).OfType<string>()
        );

    private static string? Quoted(string? words) => words is null ? null : $"“{SearchCommand.Plain(words)}”";

    private static string Said(Attribution said, string text)
    {
        var who = said.Speaker is { } speaker ? SearchCommand.Plain(speaker) : "somebody who is not named";
        var role = said.SpeakerRole is { } given ? $" ({SearchCommand.Plain(given)})" : "";
        // where the speaker's name stands in the words themselves they say nothing more
        var words = said.Source is { } span ? SearchCommand.Plain(span.Of(text)) : who;
        var source = words.Contains(who, StringComparison.OrdinalIgnoreCase) ? "" : $", in the text “{words}”";
        var cue = said.Cue is { } verb ? $"{(said.Negated ? "not " : "")}“{SearchCommand.Plain(verb.Of(text))}”" : "no word of saying";
        var content = string.Join(" … ", said.Content.Select(c => SearchCommand.Plain(c.Of(text))));
        return $"{who}{role}{source}: {cue}{(content.Length > 0 ? $"\n    {content}" : "")}";
    }

    private static string Given(Figure figure, string text)
    {
        var counted = figure.Counted is { } what ? $" – {SearchCommand.Plain(what)}" : "";
        return $"{Words(figure.Span, text)}{counted}{(figure.AccordingTo is { } by ? $", according to {SearchCommand.Plain(by)}" : "")}";
    }

    private static string Quoted(Quotation quotation, Report report)
    {
        var speaker = report.Attributions.FirstOrDefault(a => a.Content.Any(quotation.Span.Overlaps))?.Speaker;
        return $"{SearchCommand.Plain(quotation.Span.Of(report.Article.Text))}{(speaker is null ? "" : $" – {SearchCommand.Plain(speaker)}")}";
    }

    private static string Words(TextSpan span, string text) => $"“{SearchCommand.Plain(span.Of(text))}”";

    private static void Part(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"\n{title}\n");
        foreach (var line in all) text.Append(' ', Indent).Append(line).Append('\n');
    }
}

using System.Text;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Tests.Specs;

namespace Hearsay.Tests.Pages;

/// <summary>Runs Specs/pages.md, Specs/web-pages.md and Specs/dates.md as they stand.</summary>
public sealed class PageSpecs
{
    public static TheoryData<string> PageCases => [.. Spec.In("pages.md").Select(s => s.Name)];

    public static TheoryData<string> WebCases => [.. Spec.In("web-pages.md").Select(s => s.Name)];

    public static TheoryData<string> DateCases => [.. Spec.In("dates.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(PageCases))]
    public void Pages_are_read_as_the_spec_says(string name) => Run("pages.md", name);

    [Theory]
    [MemberData(nameof(WebCases))]
    public void Web_pages_are_read_as_the_spec_says(string name) => Run("web-pages.md", name);

    private static void Run(string file, string name)
    {
        var spec = Spec.In(file).Single(s => s.Name == name);
        var article = Read(spec.Blocks[0]);
        foreach (var (info, expected) in spec.Blocks.Skip(1)) Assert.Equal(expected, Shown(article, info, expected));
    }

    [Theory]
    [MemberData(nameof(DateCases))]
    public void Dates_are_read_as_the_spec_says(string name)
    {
        var spec = Spec.In("dates.md").Single(s => s.Name == name);
        var article = Read(spec.Blocks[0]);
        var date = article.Published;
        var words = string.Join(" | ", date.Evidence.Select(c => c.Span.Of(article.Text)).Append(date.Words).OfType<string>());
        Assert.Equal(spec["date"], date.Value is null ? "unknown" : $"{date.Value} {date.Basis.ToString().ToLowerInvariant()}: {words}");
    }

    private static Article Read((string Info, string Text) block)
    {
        var format = block.Info switch { "html" => PageFormat.Html, "markdown" => PageFormat.Markdown, _ => PageFormat.PlainText };
        var (article, reason) = PageReader.Read(new RawPage { Format = format, Content = block.Text });
        Assert.Null(reason);
        return article!;
    }

    private static string Shown(Article article, string info, string expected) => info switch
    {
        "body" => article.Text,
        "dropped" => string.Join(
            '\n',
            article.Dropped.Select(d => $"{(d.Kind == DroppedKind.DateLine ? "date-line" : d.Kind.ToString().ToLowerInvariant())}: {d.Text}")
        ),
        "known" => string.Join(
            '\n',
            expected.Split('\n').Select(line => line[..(line.IndexOf(':') + 1)] + " " + Known(article, line[..line.IndexOf(':')]))
        ),
        _ => throw new InvalidOperationException($"unknown block {info}"),
    };

    private static string Known(Article article, string what) => what switch
    {
        "headline" => article.Headline ?? "",
        "byline" => string.Join("; ", article.Byline),
        "credits" => string.Join("; ", article.Credits),
        "outlet" => article.Outlet ?? "",
        "standfirst" => article.Standfirst ?? "",
        "section" => article.Section ?? "",
        "url" => article.Url ?? "",
        "modified" => article.Modified ?? "",
        "partial" => article.IsPartial ? "yes" : "no",
        "corrections" => string.Join(" | ", article.Corrections),
        "posts" => string.Join(" | ", article.Posts.Select(p => $"{p.Time ?? "?"} {p.Headline ?? "?"} ({p.Span.Of(article.Text).Length})")),
        "dateline" => string.Join("; ", article.Datelines.Select(d => d.Agency is null ? d.Place : $"{d.Place} ({d.Agency})")),
        "published" => new StringBuilder(article.Published.Value)
            .Append(' ')
            .Append(article.Published.Basis.ToString().ToLowerInvariant())
            .Append(article.Published.Words is { } words ? ": " + words : "")
            .ToString(),
        _ => throw new InvalidOperationException($"nothing is known as {what}"),
    };
}

using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;

namespace Hearsay.Lab.Pages;

/// <summary>
/// `lab read-pages PATH...`: what the first two stages make of any input, one JSON line an article, to be read through by eye for text that was
/// dropped and furniture that was kept.
/// </summary>
internal static class ReadPagesCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    public static Command Command()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files and folders to read.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("read-pages", "Prints each report as the Pages stage reads it, with what it dropped.") { paths };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!));
        return command;
    }

    private static int Run(string[] paths)
    {
        var source = PageSource.Read(paths);
        foreach (var failure in source.Failures) Console.Error.WriteLine($"{failure.Path}: {failure.Reason}");
        foreach (var page in source.Pages)
        {
            var (article, reason) = PageReader.Read(page);
            if (article is null) Console.Error.WriteLine($"{page.Path}: {reason}");
            else Console.WriteLine(JsonSerializer.Serialize(Shown(article), Plain));
        }
        return 0;
    }

    private static object Shown(Article a) => new
    {
        id = a.Id,
        path = a.Path,
        url = a.Url,
        outlet = a.Outlet,
        headline = a.Headline,
        byline = a.Byline,
        credits = a.Credits,
        datelines = a.Datelines,
        published = a.Published.Value,
        basis = a.Published.Basis.ToString(),
        words = a.Published.Words,
        evidence = a.Published.Evidence.Select(c => c.Span.Of(a.Text)),
        dropped = a.Dropped.Select(d => new { kind = d.Kind.ToString(), text = d.Text }),
        text = a.Text,
    };
}

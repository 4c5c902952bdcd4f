using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hearsay.App.Web;
using Hearsay.Briefings.Proof;

namespace Hearsay.App.Cli;

/// <summary>`hearsay verify FILE.json`: does every span of an earlier briefing still cut out its words, and does every sentence follow from them?</summary>
internal static class VerifyCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "A briefing written with --format json, or - for standard input" };
        var command = new Command(
            "verify",
            "Prove a briefing: cut every span out of its reports again (from the file, and from the reports where they are still there), then derive every sentence, count and verdict from them."
        )
        {
            file,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), around));
        return command;
    }

    private static int Run(string file, Surroundings around)
    {
        if (Load(file, around) is not { } briefing)
        {
            return ExitCode.UnreadInput;
        }

        var again = ReportsReadAgain.Read(briefing.Articles.Values);
        var broken = Faults(briefing, again);
        foreach (var path in again.Missing)
        {
            around.Complain($"{path}: no longer there, checked against the file's own copy only");
        }

        foreach (var line in broken)
        {
            around.Complain(line);
        }

        var verdict = broken.Count switch
        {
            0 => "all hold",
            1 => "1 does not hold",
            var many => string.Create(CultureInfo.InvariantCulture, $"{many:N0} do not hold"),
        };
        around.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"{Shown.Count(briefing.Spans.Count, "span")} in {Shown.Count(briefing.Articles.Count, "report")}, {again.Texts.Count:N0} of them read again: {verdict}\n"
        ));
        return broken.Count == 0 ? ExitCode.Ok : ExitCode.SpanDoesNotHold;
    }

    /// <summary>Every span that does not cut out its words; where all do, everything that does not follow from them.</summary>
    internal static List<string> Faults(WrittenBriefing briefing, ReportsReadAgain? again = null)
    {
        var broken = briefing.Spans.SelectMany(span => Broken(span, briefing, again)).ToList();
        if (broken.Count > 0) return broken;
        return briefing.Document is { } document ? [.. BriefingProof.Faults(document)] : ["a field is missing, or holds what it cannot hold"];
    }

    private static WrittenBriefing? Load(string file, Surroundings around)
    {
        try
        {
            using var stream = file == "-" ? around.Input : File.OpenRead(file);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 32 });
            if (WrittenBriefing.From(document.RootElement) is { } briefing)
            {
                return briefing;
            }

            around.Complain($"{file}: not a briefing of this version (schemaVersion, articles and stories are needed)");
        }
        catch (JsonException)
        {
            around.Complain($"{file}: not JSON");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            around.Complain($"{file}: there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            around.Complain($"{file}: {(Directory.Exists(file) ? "it is a folder" : "it cannot be read")}");
        }

        return null;
    }

    private static IEnumerable<string> Broken(WrittenSpan span, WrittenBriefing briefing, ReportsReadAgain? again)
    {
        if (!briefing.Articles.TryGetValue(span.ArticleId, out var article))
        {
            yield return $"{span.Where}: there is no report {span.ArticleId}";
            yield break;
        }

        if (span.Cut(article.Text) is var own && own != span.Text)
        {
            yield return $"{span.Where}: says “{span.Text}”, the file's copy of the report has {InMarks(own)}";
        }

        if (again is not null && again.Texts.TryGetValue(span.ArticleId, out var text) && span.Cut(text) is var now && now != span.Text)
        {
            yield return $"{span.Where}: says “{span.Text}”, {article.Path} has {InMarks(now)}";
        }
    }

    private static string InMarks(string? words) => words is null ? "no such place" : $"“{words}”";
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hearsay.Statements;

namespace Hearsay.Lab.Times;

/// <summary>
/// `times`: strict, relaxed and value F1 of expressions of time on WikiWars and the stories with gold, the share of recognizers' cases read right,
/// and characters a second.
/// </summary>
internal static class TimesCommand
{
    public static Command Command()
    {
        var errors = new Option<int>("--errors") { Description = "print this many errors of each kind" };
        var only = new Option<string?>("--only")
        {
            Description = "one corpus: wikiwars, recognizers, stories, speed; or list, which prints what is found in news",
        };
        var command = new Command("times", "Expressions of time: F1 of spans and values, and speed.") { errors, only };
        command.SetAction(parsed =>
        {
            var floors = new Floors();
            var (most, one) = (parsed.GetValue(errors), parsed.GetValue(only));
            if (one is null or "wikiwars" && LabData.Find("data/times/wikiwars", parsed) is { } wars)
                Score("wikiwars", WikiWars.Read(wars), floors, most, WikiWars.SameValue);
            if (one is null or "recognizers" && LabData.Find("data/times/recognizers", parsed) is { } cases)
                RecognizerCases.Score(cases, floors, most);
            if (one is null or "stories" && LabData.Find("gold", parsed) is { } gold) Stories(Path.GetDirectoryName(gold)!, floors, most);
            if (one is null or "speed" && LabData.Find("data/stories/giveme5w1h", parsed) is { } news) Speed(news);
            if (one == "list" && LabData.Find("data/stories/giveme5w1h", parsed) is { } more) List(more);
            return floors.ExitCode;
        });
        return command;
    }

    private static TimeScore Score(
        string corpus,
        IEnumerable<TimedDocument> documents,
        Floors floors,
        int most,
        Func<string, string?, bool>? same = null
    )
    {
        var score = new TimeScore(same);
        foreach (var document in documents) score.Add(document, TimeReader.Read(document.Text, document.Published));
        score.PrintErrors(most);
        score.Report(corpus, floors);
        return score;
    }

    private static void Stories(string root, Floors floors, int most)
    {
        foreach (var (name, folder) in GoldFiles.All) Score($"story-{name}", GoldStories.Read(root, name, folder), floors, most);
    }

    /// <summary>Title, text and day of publication of news without gold.</summary>
    private static IEnumerable<(string Text, DateOnly? Day)> News(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var page = JsonDocument.Parse(File.ReadAllText(file));
            var root = page.RootElement;
            var day =
                root.TryGetProperty("publish_date", out var d)
                || root.TryGetProperty("publishDate", out d)
                || root.TryGetProperty("date_publish", out d)
                    ? d.ToString()
                    : "";
            var text = root.TryGetProperty("text", out var body) ? body.GetString() : null;
            var title = root.TryGetProperty("title", out var t) ? t.GetString() : null;
            yield return (
                $"{title}\n\n{text}",
                day.Length >= 10
                && DateOnly.TryParseExact(day.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                    ? at
                    : null
            );
        }
    }

    private static void List(string folder)
    {
        foreach (var (text, day) in News(folder))
        {
            foreach (var time in TimeReader.Read(text, day))
            {
                var before = text[Math.Max(0, time.Span.Start - 60)..time.Span.Start].ReplaceLineEndings(" ");
                var after = text[time.Span.End..Math.Min(text.Length, time.Span.End + 40)].ReplaceLineEndings(" ");
                Console.WriteLine($"{day:yyyy-MM-dd}\t{time.Value}\t{before}[{time.Span.Of(text)}]{after}");
            }
        }
    }

    private static void Speed(string folder)
    {
        var texts = News(folder).ToList();
        var characters = texts.Sum(t => (long)t.Text.Length);
        var best = double.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var (text, day) in texts) TimeReader.Read(text, day);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"speed: {characters:N0} characters in {best * 1000:0} ms, {characters / best:N0} characters a second (best of 10, one core)"
            )
        );
    }
}

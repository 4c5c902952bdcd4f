using System.CommandLine;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Lab.Attributions;

/// <summary>
/// `polnear`: exact F1 of source, cue and content as in the literature on PolNeAR (the words of a role, marks aside, are all there and no others),
/// and F1 of contents that share at least half of their words. Nested attributions are left out of what is read, since the corpus does not mark them.
/// </summary>
internal static class PolNearCommand
{
    public static Command Command()
    {
        var split = new Option<string>("--split")
        {
            Description = "dev (default), train, or the path of a folder with text/ and attributions/",
            DefaultValueFactory = _ => "dev",
        };
        var errors = new Option<int>("--errors") { Description = "print this many misses of each role with their words" };
        var limit = new Option<int>("--limit") { Description = "read only this many articles", DefaultValueFactory = _ => int.MaxValue };
        var narrow = new Option<bool>("--narrow")
        {
            Description = "what a report says of statements and beliefs, as in a briefing: no intentions, decrees or sympathies",
        };
        var deep = new Option<bool>("--deep") { Description = "read deeply, by the encoder" };
        var by = PatternTable.Option();
        var command = new Command("polnear", "Exact and overlap F1 of attributions on PolNeAR.") { split, errors, limit, narrow, deep, by };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(split)!;
            var folder = Directory.Exists(name) ? name : LabData.Find($"data/attribution/polnear/{name}", parsed);
            if (folder is null) return 0;
            var readings = parsed.GetValue(deep) ? new DeepReadings { FindMeanings = false } : null;
            var score = new AttributionScore();
            var patterns = parsed.GetValue(by) is null ? null : new PatternTable();
            var scope = parsed.GetValue(narrow) ? AttributionScope.Statements : AttributionScope.All;
            foreach (var article in PolNear.Read(folder).Take(parsed.GetValue(limit)))
            {
                var reading = LanguageReader.Read(new Article { Id = "polnear", Text = article.Text }, readings);
                score.Add(article, Read(reading, scope));
                patterns?.Add(article.Attributions.Count, without => Read(reading, scope, without), read => AttributionScore.Judge(article, read));
            }
            patterns?.Print();
            score.PrintErrors(parsed.GetValue(errors));
            var floors = new Floors();
            var corpus = $"polnear-{(Directory.Exists(name) ? "other" : name)}";
            if (parsed.GetValue(narrow)) corpus += "-narrow";
            if (readings is not null) corpus += "-deep";
            foreach (var (measure, value) in score.Measures()) floors.Check(corpus, measure, value);
            return floors.ExitCode;
        });
        return command;
    }

    private static IReadOnlyList<Attribution> Read(Reading reading, AttributionScope scope, string? without = null)
    {
        var all = AttributionReader.Read(reading, scope, without);
        return [.. all.Where(a => !all.Any(outer => IsNested(a, outer)))];
    }

    /// <summary>True where the cue of <paramref name="inner"/> stands in the content of <paramref name="outer"/>.</summary>
    private static bool IsNested(Attribution inner, Attribution outer) =>
        !ReferenceEquals(inner, outer) && inner.Cue is { } cue && outer.Content.Any(c => c.Contains(cue));
}

using System.Text.RegularExpressions;
using Hearsay.Reconciliation;

namespace Hearsay.Tests.Reconciliation;

/// <summary>
/// Specs/series.md, quotes.md, claims.md, responses.md and timeline.md, run as they stand: a heading, the reports, a line of dashes, what is found.
/// </summary>
public sealed partial class ReconciliationSpecs
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        new[] { "series", "quotes", "claims", "responses", "timeline" }.SelectMany(file =>
            Heading().Matches(Spec(file)).Select(m => new TheoryDataRow<string, string>(file, m.Groups[1].Value))
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_reports_give_what_the_spec_says(string file, string heading)
    {
        var body = Regex.Match(
            Spec(file),
            $@"^## {Regex.Escape(heading)}\n.*?```\n(.*?)\n---\n(.*?)```",
            RegexOptions.Multiline | RegexOptions.Singleline
        );
        var story = MarkedStory.Parse(body.Groups[1].Value);
        var findings = Reconciler.Reconcile(story, MarkedStory.Independent(story));
        Assert.Equal(body.Groups[2].Value.TrimEnd(), string.Join('\n', FindingsText.Of(file, findings, story)));
    }

    private static string Spec(string file) => File.ReadAllText(Repository.At("tests", "Hearsay.Tests", "Specs", file + ".md"));

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}

using Hearsay.Stories;
using Hearsay.Tests.Specs;

namespace Hearsay.Tests.Stories;

/// <summary>Runs Specs/stories.md as it stands.</summary>
public sealed class StorySpecs
{
    public static TheoryData<string> Cases => [.. Spec.In("stories.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Stories_and_dates_are_found_as_the_spec_says(string name)
    {
        var spec = Spec.In("stories.md").Single(s => s.Name == name);
        var reports = spec.Reports();
        var texts = reports.ToDictionary(r => r.Article.Id, r => r.Article.Text);
        foreach (var (info, expected) in spec.Blocks)
        {
            if (info == "stories")
                Assert.Equal(
                    expected,
                    string.Join('\n', StoryGrouper.Group(reports).Select(s => string.Join(' ', s.Reports.Select(r => r.Article.Id).Order())).Order())
                );
            if (info == "dates")
                Assert.Equal(expected, string.Join('\n', DateCorroborator.Corroborate(new Story("s", "", reports, [])).Select(d =>
                    $"{d.Key} {d.Value.Value}: {string.Join(", ", d.Value.Evidence.Select(e => $"\"{e.Span.Of(texts[e.ArticleId])}\" ({e.ArticleId})"))}"
                )
        )
    );
        }
    }
}

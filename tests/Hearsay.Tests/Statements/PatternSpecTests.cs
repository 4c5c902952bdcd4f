using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;
using Hearsay.Tests.Specs;
using Hearsay.Text;

namespace Hearsay.Tests.Statements;

/// <summary>Runs Specs/patterns.md: an example and a counterexample of every pattern of attributions.</summary>
public sealed class PatternSpecTests
{
    public static TheoryData<string> Names() => [.. Pattern.All.Select(p => p.Name)];

    [Fact]
    public void The_spec_names_every_pattern_in_its_order() =>
        Assert.Equal(Pattern.All.Select(p => p.Name), Spec.In("patterns.md").Select(s => s.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_is_read_by_the_pattern_and_not_without_it(string name)
    {
        var (text, expected) = Example(name);
        Assert.Equal(expected, Lines(Read(text).Where(a => a.Pattern == name), text));
        Assert.DoesNotContain(expected, Lines(Read(text, without: name), text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_counterexample_is_not(string name)
    {
        var text = Spec.In("patterns.md").Single(s => s.Name == name)["not"].Trim();
        Assert.DoesNotContain(Read(text), a => a.Pattern == name);
    }

    private static (string Text, string Expected) Example(string name)
    {
        var parts = Spec.In("patterns.md").Single(s => s.Name == name)["reads"].Split("\n---\n");
        return (parts[0].Trim(), parts[1].Trim());
    }

    private static IReadOnlyList<Attribution> Read(string text, string? without = null) =>
        AttributionReader.Read(LanguageReader.Read(new Article { Id = "spec", Text = text }), AttributionScope.All, without);

    private static string Lines(IEnumerable<Attribution> read, string text) => string.Join('\n', read.Select(a => Line(a, text)));

    private static string Line(Attribution read, string text)
    {
        var content = read.Content.IsEmpty ? "-" : string.Join(" // ", read.Content.Select(c => c.Of(text)));
        return $"{read.Source?.Of(text) ?? "-"} | {read.Cue?.Of(text)} | {content}";
    }
}

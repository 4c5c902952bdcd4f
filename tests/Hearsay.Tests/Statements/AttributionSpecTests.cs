using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Tests.Specs;
using Hearsay.Text;

namespace Hearsay.Tests.Statements;

/// <summary>Runs the blocks of Specs/attributions.md.</summary>
public sealed class AttributionSpecTests
{
    private static readonly DeepReadings Deep = new() { FindMeanings = false };

    public static TheoryData<string> Names() => [.. Spec.In("attributions.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_spec_holds(string name)
    {
        var block = Spec.In("attributions.md").Single(s => s.Name == name).Blocks.Single().Text;
        var cut = block.IndexOf("\n---", StringComparison.Ordinal);
        var text = block[..cut];
        var expected = block[(cut + 4)..].Trim().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var deep = name.EndsWith("read deeply", StringComparison.Ordinal) ? Deep : null;
        var found = AttributionReader
            .Read(LanguageReader.Read(new Article { Id = "spec", Text = text }, deep))
            .Select((a, i) => Line(a, text) + More(a, i < expected.Length ? expected[i] : ""));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', found));
    }

    /// <summary>What an expected line tells beyond the usual, in its order: force, role, affiliation, negation, that nobody is named.</summary>
    private static string More(Attribution a, string expected) =>
        string.Concat(
            expected
                .Split(" | ")
                .Where(f => f.Contains('=', StringComparison.Ordinal))
                .Select(f => f[..f.IndexOf('=', StringComparison.Ordinal)])
                .Select(name =>
                    $" | {name}="
                    + name switch
    {
        "force" => a.Force.ToString(),
        "role" => a.SpeakerRole ?? "-",
        "of" => a.SpeakerAffiliation ?? "-",
        "negated" => a.Negated ? "yes" : "no",
        "nobody" => a.IsNobodys ? "yes" : "no",
        _ => "?",
    }));

    private static string Line(Attribution a, string text)
    {
        string Words(TextSpan? span) => span?.Of(text).ReplaceLineEndings(" ") ?? "-";
        var content = a.Content.IsEmpty ? "-" : string.Join(" // ", a.Content.Select(c => Words(c)));
        return $"{Words(a.Source)} | {Words(a.Cue)} | {content} | {a.Speaker ?? "-"} | {a.Kind}{(a.Response is { } response ? $" | {response}" : "")}";
    }
}

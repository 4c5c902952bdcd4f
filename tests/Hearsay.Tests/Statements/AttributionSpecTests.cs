using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Tests.Specs;
using Hearsay.Text;

namespace Hearsay.Tests.Statements;

/// <summary>Runs the blocks of Specs/attributions.md.</summary>
public sealed class AttributionSpecTests
{
    public static TheoryData<string> Names() => [.. Spec.In("attributions.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_spec_holds(string name)
    {
        var block = Spec.In("attributions.md").Single(s => s.Name == name).Blocks.Single().Text;
        var cut = block.IndexOf("\n---", StringComparison.Ordinal);
        var text = block[..cut];
        var found = AttributionReader.Read(LanguageReader.Read(new Article { Id = "spec", Text = text })).Select(a => Line(a, text));
        Assert.Equal(block[(cut + 4)..].Trim(), string.Join('\n', found));
    }

    private static string Line(Attribution a, string text)
    {
        string Words(TextSpan? span) => span?.Of(text).ReplaceLineEndings(" ") ?? "-";
        var content = a.Content.IsEmpty ? "-" : string.Join(" // ", a.Content.Select(c => Words(c)));
        return $"{Words(a.Source)} | {Words(a.Cue)} | {content} | {a.Speaker ?? "-"} | {a.Kind}{(a.Response is { } response ? $" | {response}" : "")}";
    }
}

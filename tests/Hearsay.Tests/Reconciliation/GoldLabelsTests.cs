using System.Text.Json.Nodes;
using Hearsay.Lab.Sameness;

namespace Hearsay.Tests.Reconciliation;

/// <summary>The labels in lab/gold hold together: what they point to is there.</summary>
public sealed class GoldLabelsTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(OwnGold.Folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_twenty_stories() => Assert.True(Files.Count >= 20);

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_label_points_to_is_there(string file)
    {
        var gold = JsonNode.Parse(File.ReadAllText(Path.Combine(OwnGold.Folder, file)))!;
        var reports = List(gold["reports"]).ToDictionary(r => (string)r["id"]!, r => r["sentences"]!.AsArray().Count);
        Assert.Equal(reports.Keys.Order(StringComparer.Ordinal), List(gold["origins"]).SelectMany(Strings).Order(StringComparer.Ordinal));

        var claims = List(gold["claims"]).ToDictionary(c => (string)c["id"]!);
        var people = List(gold["people"]).Select(p => (string)p["name"]!).ToHashSet();
        Assert.All(claims.Values, c => Assert.NotEmpty(Strings(c["full"])));
        Assert.All(claims.Values, c => Assert.Empty(Strings(c["full"]).Intersect(Strings(c["part"]))));
        Assert.All(claims.Values.Where(c => c["by"] is not null), c => Assert.Contains((string)c["by"]!, people));
        var named = claims.Values.SelectMany(c => Strings(c["contradicts"])).Concat(claims.Values.Select(c => (string?)c["superseded_by"]).OfType<string>());
        Assert.All(named.Concat(Strings(gold["lead"])), k => Assert.Contains(k, claims));

        var sentences = claims.Values.SelectMany(c => Strings(c["full"]).Concat(Strings(c["part"])))
            .Concat(List(gold["figures"]).SelectMany(q => List(q["members"])).Select(m => (string)m["s"]!))
            .Concat(List(gold["quotes"]).SelectMany(q => Strings(q["members"])))
            .Concat(List(gold["responses"]).SelectMany(r => Strings(r["sentences"])))
            .Concat(List(gold["timeline"]).SelectMany(t => Strings(t["sentences"])))
            .Concat(Strings(gold["furniture"]));
        Assert.All(sentences, s => Assert.InRange(int.Parse(s[(s.LastIndexOf(':') + 1)..], null), 1, reports[s[..s.LastIndexOf(':')]]));
    }

    private static IEnumerable<JsonNode> List(JsonNode? list) => list!.AsArray().Select(n => n!);

    private static IEnumerable<string> Strings(JsonNode? list) => List(list).Select(n => (string)n!);
}

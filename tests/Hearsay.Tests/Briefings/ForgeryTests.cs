using System.Text.Json.Nodes;
using Hearsay.Briefings.Json;
using Hearsay.Lab.Briefings;
using Hearsay.Sources;

namespace Hearsay.Tests.Briefings;

/// <summary>`verify` proves the samples' briefings and refuses every forgery of them; the lab does the same on stories of real reports.</summary>
public sealed class ForgeryTests
{
    private static readonly Lazy<string[]> Briefings = new(() => [Briefed("dam-breach"), Briefed("ferry-strike")]);

    [Fact]
    public void True_briefings_are_proved() => Assert.All(Briefings.Value, json => Assert.Empty(ForgeryCommand.Faults(json)));

    [Fact]
    [Trait("Lane", "slow")]
    public void Every_forgery_is_found()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var json in Briefings.Value)
        {
            foreach (var forgery in Forgeries.All)
            {
                var document = JsonNode.Parse(json)!;
                if (!forgery.Apply(document)) continue;
                Assert.True(ForgeryCommand.Faults(document.ToJsonString()).Count > 0, $"not found: {forgery.Name}");
                found.Add(forgery.Name);
            }
        }

        Assert.True(found.Count > 200, $"only {found.Count} forgeries could be tried");
    }

    private static string Briefed(string sample)
    {
        var source = PageSource.Read([Repository.At("samples", sample)]);
        return JsonBriefing.Write(Reader.Brief(source.Pages, source.Failures));
    }
}

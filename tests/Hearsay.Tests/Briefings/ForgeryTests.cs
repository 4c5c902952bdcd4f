using System.Text.Json.Nodes;
using Hearsay.Briefings.Json;
using Hearsay.Lab.Briefings;
using Hearsay.Sources;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Briefings;

/// <summary>`verify` proves the samples' briefings and refuses every forgery of them; the lab does the same on stories of real reports.</summary>
public sealed class ForgeryTests
{
    private static readonly Lazy<string[]> Briefings = new(() => [Briefed("dam-breach"), Briefed("ferry-strike")]);

    [Fact]
    public void True_briefings_are_proved() => Assert.All(Briefings.Value, json => Assert.Empty(ForgeryCommand.Faults(json)));

    [Fact]
    public void A_report_that_is_too_short_to_tell_where_it_comes_from_is_proved_so_and_never_counts_as_independent()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "harbour-light.txt",
            """
            The mill at Torvik burned down on Monday, 4 May 2026, and nine people died in the fire, the fire brigade said.

            The blaze began in the drying loft shortly after midnight and had reached the roof by the time that the first engines came over the bridge from Sandnes, half an hour later.

            The owner, Pia Holm, told reporters at the gate that the alarm had been tested in April and that she could not explain why it had stayed silent for so long.
            """
        );
        folder.Write(
            "coast-daily.txt",
            """
            Nine people died in the fire at the mill at Torvik on Monday, 4 May 2026. “We had been told that the alarm was sound, that it had been tested in spring, that nobody needed to worry about the loft, and that the doors on the river side could be opened by hand from within, which was not true,” Pia Holm said.
            """
        );
        var source = PageSource.Read([folder.Path]);
        var briefing = Reader.Brief(source.Pages, source.Failures);
        var story = Assert.Single(briefing.Stories);
        Assert.Single(story.Provenance.Origins, o => !o.Known);
        Assert.Contains(story.Findings.Claims, c => c.Outlets == 2);
        Assert.All(story.Findings.Claims, c => Assert.Equal(1, c.IndependentOrigins));
        Assert.Empty(ForgeryCommand.Faults(JsonBriefing.Write(briefing)));
    }

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

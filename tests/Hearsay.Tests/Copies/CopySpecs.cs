using Hearsay.Copies;
using Hearsay.Stories;
using Hearsay.Tests.Specs;

namespace Hearsay.Tests.Copies;

/// <summary>Runs Specs/copies.md as it stands.</summary>
public sealed class CopySpecs
{
    public static TheoryData<string> Cases => [.. Spec.In("copies.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Copies_are_found_as_the_spec_says(string name)
    {
        var spec = Spec.In("copies.md").Single(s => s.Name == name);
        var reports = spec.Reports();
        var provenance = CopyDetector.Detect(new Story("s", "", reports, []));
        var texts = reports.ToDictionary(r => r.Article.Id, r => r.Article.Text);
        foreach (var (info, expected) in spec.Blocks)
        {
            if (info == "passages")
                Assert.Equal(
                    expected,
                    string.Join(
                        '\n',
                        provenance
                            .Passages.SelectMany(p => new[] { p.First, p.Second })
                            .Select(c => $"{c.ArticleId}: {c.Span.Of(texts[c.ArticleId])}")
                    )
                );
            if (info == "origins")
                Assert.Equal(
                    expected,
                    string.Join(
                        '\n',
                        provenance
                            .Origins.Select(o => $"{o.Name}{(o.Known ? "" : " (not known)")}: {string.Join(' ', o.ArticleIds)}")
                            .Order(StringComparer.Ordinal)
                    )
                );
        }
    }
}

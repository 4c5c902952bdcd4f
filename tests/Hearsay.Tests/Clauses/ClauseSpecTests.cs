using System.Collections.Immutable;
using Hearsay.Clauses;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Tests.Specs;

namespace Hearsay.Tests.Clauses;

/// <summary>Runs the blocks of Specs/clauses.md: each line names a predicate and what must hold of its clause.</summary>
public sealed class ClauseSpecTests
{
    public static TheoryData<string> Names() => [.. Spec.In("clauses.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_spec_holds(string name)
    {
        var parts = Spec.In("clauses.md").Single(s => s.Name == name).Blocks.Single().Text.Split("\n---\n");
        var reading = LanguageReader.Read(new Article { Id = "spec", Text = parts[0] });
        var clauses = ClauseReader.Read(reading);
        var expected = parts[1].Trim().Split('\n');
        Assert.Equal(string.Join('\n', expected), string.Join('\n', expected.Select(line => Shown(reading, clauses, line))));
    }

    [Fact]
    public void Without_trees_there_are_no_clauses() =>
        Assert.Empty(ClauseReader.Read(LanguageReader.ReadWithoutTrees(new Article { Id = "spec", Text = "The ferry sank near Tarn on Sunday." })));

    /// <summary>The line as the clauses have it: the same properties with the values found.</summary>
    private static string Shown(Reading reading, ImmutableArray<Clause> clauses, string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (word, properties) = (line[..colon], line[(colon + 2)..].Split("; "));
        if (clauses.FirstOrDefault(c => reading.Tokens[c.Head].Form == word) is not { } clause) return $"{word}: no such clause";
        return $"{word}: {string.Join("; ", properties.Select(p => Property(reading, clauses, clause, p)))}";
    }

    private static string Property(Reading reading, ImmutableArray<Clause> clauses, Clause clause, string expected)
    {
        var (name, told) = expected.Split('=') is [var n, var v] ? (n, v) : (expected, "");
        var value = name switch
        {
            "subject" => Phrases(ArgumentRole.Subject),
            "object" => Phrases(ArgumentRole.Object),
            "to" => Phrases(ArgumentRole.Recipient),
            "place" => Phrases(ArgumentRole.Place),
            "time" => Phrases(ArgumentRole.Time),
            "complement" => clause.Complement?.Kind.ToString() ?? "-",
            "says" => clause.Complement?.Span.Of(reading.Text) ?? "-",
            "under" => clause.Parent >= 0 ? reading.Tokens[clauses[clause.Parent].Head].Form : "-",
            "link" => clause.Link.ToString(),
            "direction" => clause.Direction.ToString(),
            "tense" => clause.Tense.ToString(),
            "hedge" => clause.Hedge ?? "-",
            "particle" => clause.Particle ?? "-",
            "group" => clause.Group.Of(reading.Text),
            "number" => clause.Numbers.IsEmpty ? "-" : string.Join(" + ", clause.Numbers.Select(i => reading.Tokens[i].Form)),
            "negated" => Flag(clause.IsNegated),
            "passive" => Flag(clause.IsPassive),
            "quoted" => Flag(clause.Quotation >= 0),
            _ when name.StartsWith("by ", StringComparison.Ordinal) => Phrases(ArgumentRole.Oblique, name[3..]),
            _ => "?",
        };
        return told.Length == 0 && value == "yes" ? name : $"{name}={value}";

        static string Flag(bool set) => set ? "yes" : "no";
        string Phrases(ArgumentRole role, string? preposition = null)
        {
            var all = clause.Arguments.Where(a => a.Role == role && (preposition is null || a.Preposition == preposition)).ToList();
            return all.Count == 0 ? "-" : string.Join(" + ", all.Select(a => a.Span.Of(reading.Text)));
        }
    }
}

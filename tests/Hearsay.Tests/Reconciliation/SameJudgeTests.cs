using Hearsay.Lab.Sameness;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Text;

namespace Hearsay.Tests.Reconciliation;

public sealed class SameJudgeTests
{
    /// <summary>A few hundred rows are enough to learn from.</summary>
    private static readonly BoostingOptions Few = new() { LeastWeight = 1, Ridge = 1 };

    [Fact]
    public void Trees_learn_that_two_signs_must_meet()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new double[] { i % 2, i / 2 % 2, i % 7 }).ToArray();
        var answers = rows.Select(r => r[0] > 0 && r[1] > 0).ToArray();
        var trees = new Boosting(rows, Few).Grow(answers, [.. rows.Select(_ => 1.0)]);
        Assert.True(trees.Probability([1, 1, 3]) > 0.9);
        Assert.True(trees.Probability([1, 0, 3]) < 0.1);
        Assert.True(trees.Probability([0, 1, 3]) < 0.1);
    }

    [Fact]
    public void Rows_without_weight_teach_nothing()
    {
        var rows = Enumerable.Range(0, 200).Select(i => new double[] { i % 2 }).ToArray();
        var (answers, weights) = (rows.Select(r => r[0] > 0).ToArray(), rows.Select(_ => 1.0).ToArray());
        var wrong = rows.Concat(rows).ToArray();
        var alone = new Boosting(wrong, Few).Grow([.. answers, .. answers.Select(a => !a)], [.. weights, .. weights.Select(_ => 0.0)]);
        Assert.True(alone.Probability([1]) > 0.9);
    }

    [Fact]
    public void Trees_are_written_and_read_without_loss()
    {
        var rows = Enumerable.Range(0, 300).Select(i => new double[] { i % 5, i % 3 }).ToArray();
        var trees = new Boosting(rows, Few).Grow([.. rows.Select(r => r[0] > r[1])], [.. rows.Select(_ => 1.0)]);
        var again = TreeEnsemble.Read(trees.Write());
        Assert.All(rows, r => Assert.Equal(trees.Probability(r), again.Probability(r)));
    }

    [Fact]
    public void A_clause_that_another_report_states_is_a_claim_of_its_own()
    {
        var claims = Claims(
            "The ferry Alma struck a rock off Karsk on Monday night, and the harbour master closed the northern channel to all traffic.",
            "The harbour master closed the northern channel to all traffic. Schools on the island opened late."
        );
        var clause = Assert.Single(claims, c => c.IsClause);
        Assert.Equal((2, "the harbour master closed the northern channel to all traffic"), (clause.Outlets, clause.Text.TrimEnd('.')));
    }

    [Fact]
    public void A_sentence_is_no_support_for_another_with_a_number_that_it_lacks()
    {
        var claims = Claims(
            "The harbour master closed the northern channel to all 14 trawlers on Monday.",
            "The harbour master closed the northern channel to all 17 trawlers on Monday."
        );
        Assert.All(claims, c => Assert.Equal(1, c.Outlets));
    }

    private static IEnumerable<Claim> Claims(params string[] texts) =>
        Reader.Brief(
            [.. texts.Select((t, i) => Reader.Read(new Article { Id = $"r{i}", Outlet = $"Paper {i}", Text = t }))]
        ).Findings.Claims;

    [Fact]
    public void The_golds_sentences_are_found_again_where_a_reading_left_furniture_out()
    {
        const string Raw = "Sign up for our newsletter today. The gate of the lock gave way on Tuesday night.\nShare this. Twenty barges were damaged by the water.";
        const string Text = "The gate of the lock gave way on Tuesday night.\n\nTwenty barges were damaged by the water.";
        var gold = MatrixGold.Sentences(Raw);
        Assert.Equal(4, gold.Count);
        var map = SentenceMap.Of(Raw, gold, Text, [new TextSpan(0, 47), new TextSpan(49, Text.Length - 49)]);
        Assert.Equal([[2], [4]], map);
    }
}
